/** Rule 8: how far a re-plan may go from the published plan. */
import { type Day, type Placement, nursesOf, startOf } from "../day.js";
import type { Former } from "../documents.js";
import { secondsOf } from "../instants.js";
import { nurseIdOf } from "../lookup.js";
import type { Fail } from "../violations.js";

export function checkLimits(day: Day, fail: Fail): void {
  const { limits, previous } = day.lookup.problem;
  if (limits === undefined || previous === undefined) return;
  const clientIds = new Set<string>();
  for (const [visitId, former] of Object.entries(previous.visits)) {
    const placement = day.placements.get(visitId);
    // A visit that is gone, or one whose former shift is gone, could not have stayed as it was.
    if (placement === undefined || !former.shiftIds.every((id) => day.lookup.shifts.has(id))) continue;
    if (hasOtherNurses(day, placement, former)) clientIds.add(placement.visit.clientId);
    const start = startOf(placement);
    const { movedStartMinutes } = limits;
    if (start === undefined || movedStartMinutes === undefined) continue;
    const movedSeconds = Math.abs(start - secondsOf(former.start));
    if (movedSeconds > movedStartMinutes * 60)
      fail("limit-start", { visitId, movedSeconds, movedStartMinutes });
  }
  const limit = limits.changedClients;
  if (limit !== undefined && clientIds.size > limit) {
    fail("limit-clients", { clientIds: [...clientIds], changed: clientIds.size, limit });
  }
}

function hasOtherNurses(day: Day, placement: Placement, former: Former): boolean {
  const now = nursesOf(day, placement);
  const then = new Set(former.shiftIds.map((id) => nurseIdOf(day.lookup, id)));
  return now.size !== then.size || [...then].some((nurseId) => !now.has(nurseId));
}
