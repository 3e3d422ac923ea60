/**
 * A first set of routes: shift by shift the route that saves most, the visits left being
 * priced at what leaving them out costs.
 *
 * Prices only fall here, so a class whose best route has lost no visit need not be priced again.
 */
import type { ClassAnswer } from "./classPricing.js";
import type { RouteColumn } from "./columnStore.js";
import type { Outside } from "./lagrangian.js";

export interface GreedyWork {
  readonly outside: Outside;
  /** Shifts by class. */
  readonly counts: readonly number[];
  readonly scale: number;
  /** Routes of these classes at prices by visit. */
  readonly price: (classes: readonly number[], visit: Float64Array) => readonly ClassAnswer[];
  /** Takes every route that was best at some moment, and those next to it. */
  readonly add: (route: RouteColumn) => void;
  readonly stopped: () => boolean;
}

/** The best route of a class at the prices of the moment. */
interface Best {
  readonly shiftClass: number;
  readonly visits: readonly number[];
  readonly reduced: number;
}

export function greedyRoutes({ outside, counts, scale, price, add, stopped }: GreedyWork): void {
  const left = Int32Array.from(outside.crew);
  const free = [...counts];
  const worth = new Float64Array(left.length);
  const best: (Best | null | undefined)[] = counts.map(() => undefined);
  const setPrice = (v: number): void => {
    const cost = Math.min(outside.unserved[v] as number, 10_000_000 * scale);
    worth[v] = (left[v] as number) > 0 ? Math.round(cost / (outside.crew[v] as number)) : 0;
  };
  for (let v = 0; v < left.length; v++) setPrice(v);
  while (!stopped()) {
    const asked = [...best.keys()].filter((c) => (free[c] as number) > 0 && best[c] === undefined);
    for (const { shiftClass, routes } of price(asked, worth)) {
      for (const { visits, starts, reduced } of routes.slice(0, 3)) {
        let cost = reduced;
        for (const v of visits) cost += worth[v] as number;
        add({ shiftClass, visits, starts, cost });
      }
      const [first] = routes;
      best[shiftClass] = first === undefined ? null : { shiftClass, ...first };
    }
    let chosen: Best | null = null;
    for (const one of best) {
      if (one == null || (free[one.shiftClass] as number) === 0) continue;
      if (one.reduced < (chosen?.reduced ?? 0)) chosen = one;
    }
    if (chosen === null) break;
    free[chosen.shiftClass] = (free[chosen.shiftClass] as number) - 1;
    for (const v of chosen.visits) {
      left[v] = Math.max(0, (left[v] as number) - 1);
      setPrice(v);
    }
    const lost = new Set(chosen.visits);
    best.forEach((one, c) => {
      if (one?.visits.some((v) => lost.has(v)) === true) best[c] = undefined;
    });
  }
}
