/** Cost parts of visits that no nurse of ours makes: `bought`, `unserved`. */
import { type Day, isServed } from "../day.js";
import type { CostParts } from "../verdict.js";

const DEFAULT_UNSERVED_COST = 100_000;

export function addElsewhereCosts(day: Day, parts: CostParts): void {
  for (const { visitId, providerId } of day.purchases) {
    if (day.lookup.visits.has(visitId)) parts.bought += day.lookup.providers.get(providerId)?.cost ?? 0;
  }
  for (const placement of day.placements.values()) {
    if (isServed(placement) || placement.bought > 0) continue;
    parts.unserved += placement.visit.unservedCost ?? DEFAULT_UNSERVED_COST;
  }
}
