/** Cost parts of preferred times, once for each visit: `early`, `late`, `worstLate`. */
import { type Day, startOf } from "../day.js";
import { secondsOf } from "../instants.js";
import type { CostParts } from "../verdict.js";

export function addPreferredCosts(day: Day, parts: CostParts): void {
  for (const placement of day.placements.values()) {
    const { preferred } = placement.visit;
    const start = startOf(placement);
    if (preferred === undefined || start === undefined) continue;
    const late = Math.max(0, start - secondsOf(preferred.to));
    parts.early += Math.max(0, secondsOf(preferred.from) - start);
    parts.late += late;
    parts.worstLate = Math.max(parts.worstLate, late);
  }
}
