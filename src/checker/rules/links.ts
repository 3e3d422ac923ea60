/** Rule 8: gaps between starts, same and different nurses. A link to a visit that no nurse makes is void. */
import { type Day, type Placement, isServed, nursesOf, startOf } from "../day.js";
import type { Fail } from "../violations.js";

export function checkLinks(day: Day, fail: Fail): void {
  for (const link of day.lookup.problem.links ?? []) {
    const [a, b] = link.kind === "gap" ? [link.first, link.second] : link.visits;
    const first = day.placements.get(a);
    const second = day.placements.get(b);
    if (first === undefined || second === undefined || !isServed(first) || !isServed(second)) continue;
    const pair = { visitId: first.visit.id, otherVisitId: second.visit.id };
    if (link.kind === "gap") {
      const gapSeconds = startOf(second)! - startOf(first)!;
      const { minMinutes, maxMinutes } = link;
      if (gapSeconds < minMinutes * 60) fail("gap-short", { ...pair, gapSeconds, minMinutes });
      else if (maxMinutes !== undefined && gapSeconds > maxMinutes * 60) {
        fail("gap-long", { ...pair, gapSeconds, maxMinutes });
      }
      continue;
    }
    const nurseIds = shared(day, first, second);
    if (link.kind === "same-nurse" && nurseIds.length === 0) fail("nurses-differ", pair);
    if (link.kind === "different-nurse" && nurseIds.length > 0) fail("nurses-same", { ...pair, nurseIds });
  }
}

function shared(day: Day, first: Placement, second: Placement): readonly string[] {
  const others = nursesOf(day, second);
  return [...nursesOf(day, first)].filter((nurseId) => others.has(nurseId));
}
