/** Cost parts of change against the published plan, for visits that a nurse still makes: `moved`, `shifted`. */
import { type Day, type Placement, startOf } from "../day.js";
import { secondsOf } from "../instants.js";
import type { CostParts } from "../verdict.js";

export function addChangeCosts(day: Day, parts: CostParts): void {
  const former = day.lookup.problem.previous?.visits ?? {};
  for (const [visitId, before] of Object.entries(former)) {
    const placement = day.placements.get(visitId);
    if (placement === undefined) continue;
    const start = startOf(placement);
    if (start === undefined) continue;
    if (hasOtherShifts(placement, before.shiftIds)) parts.moved += 1;
    parts.shifted += Math.abs(start - secondsOf(before.start));
  }
}

/** A former shift that is gone counts as another one. */
function hasOtherShifts({ standings }: Placement, before: readonly string[]): boolean {
  const now = new Set(standings.map(({ shiftId }) => shiftId));
  const then = new Set(before);
  return now.size !== then.size || [...then].some((shiftId) => !now.has(shiftId));
}
