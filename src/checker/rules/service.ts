/** Rule 3: a visit lasts its minutes and starts in one of its windows. */
import type { Day } from "../day.js";
import { secondsOf } from "../instants.js";
import type { Fail } from "../violations.js";

export function checkService(day: Day, fail: Fail): void {
  for (const { shift, visits } of day.routes) {
    for (const { visit, start, end, startAt } of visits) {
      const stop = { shiftId: shift.id, visitId: visit.id };
      if (end - start !== visit.minutes * 60) {
        fail("visit-length", { ...stop, lengthSeconds: end - start, wantedMinutes: visit.minutes });
      }
      // What has begun is where it is, windows or not; its length still counts.
      if (visit.pin?.begun === true) continue;
      const allowed = visit.windows.some(
        ({ from, to }) => secondsOf(from) <= start && start <= secondsOf(to),
      );
      if (!allowed) fail("outside-window", { ...stop, startAt });
    }
  }
}
