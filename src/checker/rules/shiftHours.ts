/** Rule 5: a route lies within its shift, overtime included. */
import type { Day } from "../day.js";
import { secondsOf } from "../instants.js";
import type { Fail } from "../violations.js";

export function checkShiftHours(day: Day, fail: Fail): void {
  for (const { shift, departure, back } of day.routes) {
    const earlySeconds = secondsOf(shift.from) - departure;
    if (earlySeconds > 0) fail("departs-early", { shiftId: shift.id, earlySeconds });
    const lateSeconds = back - secondsOf(shift.to) - (shift.maxOvertimeMinutes ?? 0) * 60;
    if (lateSeconds > 0) fail("returns-late", { shiftId: shift.id, lateSeconds });
  }
}
