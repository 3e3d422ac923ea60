/** What it costs to leave a set of visits to providers or to nobody. */
import type { Day } from "./day.js";

/** Least weighted cost by set of visits (bit v for visit v); Infinity where a pin forbids it. */
export function outsideCosts(day: Day): number[] {
  return Array.from({ length: 1 << day.visits.length }, (_, mask) => {
    let best = Infinity;
    waysOutside(day, mask, (cost) => void (best = Math.min(best, cost)));
    return best;
  });
}

/** The provider of each bought visit in the cheapest way to leave `mask` outside. */
export function cheapestOutside(day: Day, mask: number): Map<number, number> {
  let best = Infinity;
  let ways = new Map<number, number>();
  waysOutside(day, mask, (cost, bought) => {
    if (cost >= best) return;
    best = cost;
    ways = new Map(bought);
  });
  return ways;
}

function waysOutside(
  day: Day,
  mask: number,
  take: (cost: number, bought: ReadonlyMap<number, number>) => void,
): void {
  const used = day.providers.map(() => 0);
  const bought = new Map<number, number>();
  const go = (v: number, cost: number): void => {
    if (v === day.visits.length) return take(cost, bought);
    if (!(mask & (1 << v))) return go(v + 1, cost);
    const { pinned, provider, takers, unserved } = day.visits[v];
    if (!pinned) go(v + 1, cost + unserved);
    if (pinned && provider === null) return;
    for (const p of takers) {
      if ((provider !== null && provider !== p) || used[p] >= day.providers[p].most) continue;
      used[p] += 1;
      bought.set(v, p);
      go(v + 1, cost + day.providers[p].cost);
      bought.delete(v);
      used[p] -= 1;
    }
  };
  go(0, 0);
}
