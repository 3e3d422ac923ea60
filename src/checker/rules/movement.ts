/** Rule 4: the route moves as time and roads allow, with the breaks taken on each leg. */
import type { Day } from "../day.js";
import type { Fail } from "../violations.js";
import type { Leg } from "../walk.js";

export function checkMovement(day: Day, fail: Fail): void {
  for (const { shift, visits, lastLeg } of day.routes) {
    const shiftId = shift.id;
    for (const { visit, leg, arrival, start } of visits) {
      const stop = { shiftId, visitId: visit.id };
      if (leg.seconds === null) fail("no-way", stop);
      const missingSeconds = missingOn(leg, shiftId, fail);
      if (missingSeconds > 0) fail("leg-short", { ...stop, missingSeconds });
      const soonest = leg.from + (leg.seconds ?? 0);
      if (arrival < soonest) fail("arrival-early", { ...stop, missingSeconds: soonest - arrival });
      if (start < arrival) fail("start-before-arrival", { ...stop, missingSeconds: arrival - start });
    }
    if (lastLeg.seconds === null) fail("no-way-back", { shiftId });
    const missingSeconds = missingOn(lastLeg, shiftId, fail);
    if (missingSeconds > 0) fail("return-short", { shiftId, missingSeconds });
  }
}

/**
 * Seconds that a leg lacks for its travel and its breaks: both have to fit, and the
 * breaks lie in listed order between its two instants. Overlaps are failed on the way.
 */
function missingOn(leg: Leg, shiftId: string, fail: Fail): number {
  let last = leg.from;
  let rest = 0;
  for (const { spec, start, end } of leg.breaks) {
    if (start < last) fail("break-overlap", { shiftId, breakId: spec.id, overlapSeconds: last - start });
    last = end;
    rest += end - start;
  }
  return Math.max(last, leg.from + (leg.seconds ?? 0) + rest) - leg.until;
}
