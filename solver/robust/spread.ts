/**
 * How a time varies: its quantile function as straight lines between points, drawn from by
 * inversion. Only +, -, x and / are used, so that a seed gives the same numbers everywhere.
 */
import type { Rng } from "../support/rng.js";

/** Points (probability, factor on the planned time), both rising, from 0 to 1. */
export type Spread = readonly (readonly [number, number])[];

/**
 * Assumed where nothing is known: visits take 0.7 to 2 times what is planned, half of them no longer
 * than planned, one in ten 25 % longer.
 */
export const VISIT_SPREAD: Spread = [
  [0, 0.7],
  [0.1, 0.85],
  [0.5, 1],
  [0.9, 1.25],
  [0.99, 1.6],
  [1, 2],
];

/** Assumed of travel: one leg in ten takes 30 % longer, one in a hundred 80 %. */
export const TRAVEL_SPREAD: Spread = [
  [0, 0.8],
  [0.1, 0.9],
  [0.5, 1],
  [0.9, 1.3],
  [0.99, 1.8],
  [1, 2.5],
];

/** Part of a leg's deviation that is the day's (weather, traffic) and so the same for all legs. */
export const SHARED_TRAVEL = 0.3;

export class SpreadError extends RangeError {
  override readonly name = "SpreadError";
}

/** @throws SpreadError unless the points rise from probability 0 to 1 and factors are 0 or more */
export function checkSpread(spread: Spread): void {
  const last = spread.at(-1);
  const rising = spread.every(([p, factor], i) => {
    const [before, least] = i === 0 ? [-1, 0] : (spread[i - 1] as readonly [number, number]);
    return Number.isFinite(factor) && factor >= least && p > before;
  });
  if (spread.length < 2 || spread[0]?.[0] !== 0 || last?.[0] !== 1 || !rising) {
    throw new SpreadError("a spread is points [probability, factor] that rise from probability 0 to 1");
  }
}

/** The factor that is not exceeded with probability `p` (0 .. 1). */
export function factorAt(spread: Spread, p: number): number {
  // Read by index: half a million draws a second are wanted.
  for (let i = 1; i < spread.length; i++) {
    const high = spread[i] as readonly [number, number];
    if (p > high[0]) continue;
    const low = spread[i - 1] as readonly [number, number];
    return low[1] + ((p - low[0]) / (high[0] - low[0])) * (high[1] - low[1]);
  }
  return (spread[spread.length - 1] as readonly [number, number])[1];
}

export function draw(spread: Spread, rng: Rng): number {
  return factorAt(spread, rng.float());
}
