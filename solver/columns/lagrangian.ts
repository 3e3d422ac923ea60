/**
 * The bound itself. For any prices, paying every visit's price and letting each class,
 * provider and visit choose its cheapest share on its own costs no more than any plan.
 * All in scaled whole numbers, so there is nothing to round but the prices.
 */
import type { ProblemData } from "../model/problem.js";
import { mayBeUnserved, providersOf } from "./visitRules.js";

/** What stands outside the routes: fixed for a problem. */
export interface Outside {
  /** By visit: scaled cost of leaving it out; Infinity where a pin forbids it. */
  readonly unserved: Float64Array;
  /** By visit: providers that may take it. */
  readonly providers: readonly (readonly number[])[];
  /** By provider: scaled cost of one visit, and how many it takes at most. */
  readonly providerCost: Float64Array;
  readonly providerMost: Float64Array;
  readonly crew: Int32Array;
}

export function outsideOf(data: ProblemData, scale: number): Outside {
  return {
    unserved: Float64Array.from(data.visits, (v) =>
      mayBeUnserved(v) ? data.weights.unserved * v.unservedCost * scale : Infinity,
    ),
    providers: data.visits.map((v) => providersOf(data, v)),
    providerCost: Float64Array.from(data.providers, (p) => data.weights.bought * p.cost * scale),
    providerMost: Float64Array.from(data.providers, (p) =>
      p.maxVisits === null ? data.visits.length : Math.min(p.maxVisits, data.visits.length),
    ),
    crew: Int32Array.from(data.visits, (v) => v.crewSize),
  };
}

export interface Prices {
  /** By visit, scaled whole numbers of any sign. */
  readonly visit: Float64Array;
  /** By provider, scaled whole numbers, at most 0. */
  readonly provider: Float64Array;
}

/**
 * By number n of unserved visits (0 .. visits): a lower bound on the scaled cost of any plan
 * that leaves exactly n visits out; Infinity where none can.
 * `least[c]` bounds the reduced cost of one route of class c from below, `count[c]` is
 * the number of its shifts.
 */
export function boundByCount(
  outside: Outside,
  prices: Prices,
  least: ArrayLike<number>,
  count: ArrayLike<number>,
): Float64Array {
  const visits = outside.crew.length;
  let base = 0;
  for (let c = 0; c < least.length; c++) {
    const each = least[c] as number;
    if (each < 0) base += each * (count[c] as number);
  }
  for (let p = 0; p < prices.provider.length; p++) {
    base += (prices.provider[p] as number) * (outside.providerMost[p] as number);
  }
  const more = new Float64Array(visits);
  for (let v = 0; v < visits; v++) {
    const covered = (outside.crew[v] as number) * (prices.visit[v] as number);
    base += covered;
    let bought = 0;
    for (const p of outside.providers[v] as readonly number[]) {
      const reduced = (outside.providerCost[p] as number) - (prices.provider[p] as number) - covered;
      if (reduced < bought) bought = reduced;
    }
    base += bought;
    more[v] = (outside.unserved[v] as number) - covered - bought;
  }
  more.sort();
  const byCount = new Float64Array(visits + 1);
  byCount[0] = base;
  for (let n = 1; n <= visits; n++) byCount[n] = (byCount[n - 1] as number) + (more[n - 1] as number);
  return byCount;
}

/** Least points of leaving so many visits out. */
export function leastOutside({ unserved }: Outside, count: number, scale: number): number {
  const sum = unserved
    .toSorted()
    .subarray(0, count)
    .reduce((total, cost) => total + cost, 0);
  return Math.round(sum / scale);
}

/** Least of what is proved for from .. to unserved visits. */
export function leastBetween(proved: Float64Array, from: number, to: number): number {
  let smallest = Infinity;
  for (let n = Math.max(0, from); n < proved.length && n <= to; n++) {
    smallest = Math.min(smallest, proved[n] as number);
  }
  return smallest;
}

/** Scaled cost in whole points, rounded up: costs of plans are whole points. */
export function pointsUp(scaled: number, scale: number): number {
  if (!Number.isFinite(scaled)) return scaled;
  let points = Math.floor(scaled / scale);
  while (points * scale < scaled) points++;
  return points;
}
