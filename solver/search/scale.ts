/** How large a usual difference between two places for a visit is, in points. */
import { NO_LEG, type Model } from "../model/model.js";

/** Which of the nearest other places is looked at. */
const RANK = 4;

/**
 * Median over the visits of the leg to the RANK-th nearest other place, less what every leg
 * costs (the shortest of these legs), times the price of travel; at least 1.
 */
export function usualDifference(model: Model, nearest: readonly Int32Array[]): number {
  const { places: P, place } = model;
  const legs = model.shifts[0]?.legs;
  if (!legs) return 1;
  let least = Infinity;
  const ranked: number[] = [];
  for (let v = 0; v < model.visits; v++) {
    const seen = new Set<number>([place[v]]);
    for (const u of nearest[v]) {
      if (seen.has(place[u])) continue;
      const leg = legs[place[v] * P + place[u]];
      if (leg >= NO_LEG) continue;
      least = Math.min(least, leg);
      seen.add(place[u]);
      if (seen.size <= RANK) continue;
      ranked.push(leg);
      break;
    }
  }
  if (ranked.length === 0) return 100;
  ranked.sort((a, b) => a - b);
  return Math.max(1, model.wTravel * (ranked[ranked.length >> 1] - least));
}
