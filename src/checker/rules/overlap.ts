/** Rule 7: the shifts of one nurse do not overlap as they are used; touching is allowed. */
import type { Day } from "../day.js";
import type { Fail } from "../violations.js";
import type { WalkedRoute } from "../walk.js";

export function checkOverlap(day: Day, fail: Fail): void {
  const byNurse = new Map<string, WalkedRoute[]>();
  for (const route of day.routes) {
    const list = byNurse.get(route.nurse.id);
    if (list === undefined) byNurse.set(route.nurse.id, [route]);
    else list.push(route);
  }
  for (const [nurseId, routes] of byNurse) {
    // Any overlap at all shows between two neighbours in order of departure.
    const ordered = routes.toSorted((a, b) => a.departure - b.departure || a.back - b.back);
    for (let later = 1; later < ordered.length; later += 1) {
      const first = ordered[later - 1]!;
      const second = ordered[later]!;
      const overlapSeconds = first.back - second.departure;
      if (overlapSeconds > 0) {
        fail("shifts-overlap", {
          nurseId,
          shiftId: first.shift.id,
          otherShiftId: second.shift.id,
          overlapSeconds,
        });
      }
    }
  }
}
