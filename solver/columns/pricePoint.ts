/** Prices of all rows of the master program. */
import { fewEnough } from "./cuts.js";
import type { Prices } from "./lagrangian.js";

/** Prices of everything at one moment; class prices are at most 0. */
export interface PricePoint {
  readonly prices: Prices;
  readonly classes: Float64Array;
  /** By cut, scaled whole numbers, at least 0; cuts beyond its end have none. */
  readonly cuts: Float64Array;
  /** The same by cut on starts. */
  readonly startCuts: Float64Array;
}

export const NO_CUTS = new Float64Array(0);

/** `now` moved towards `center` by a weight of 0 .. 1; null: as it is. */
export function mixed(now: PricePoint, center: PricePoint | null, weight: number): PricePoint {
  if (center === null || weight === 0) return now;
  // Cuts younger than the center have no price there.
  const mix = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((value, i) => Math.round((1 - weight) * value + weight * (b[i] ?? 0)));
  return {
    prices: {
      visit: mix(now.prices.visit, center.prices.visit),
      provider: mix(now.prices.provider, center.prices.provider),
    },
    classes: mix(now.classes, center.classes),
    cuts: fewEnough(mix(now.cuts, center.cuts)),
    startCuts: mix(now.startCuts, center.startCuts),
  };
}

/** Duals of the master by row (points) as prices: scaled whole numbers of the sign that a proof needs. */
export function rounded(
  duals: Float64Array,
  rows: { readonly visits: number; readonly classes: number; readonly providers: number },
  cutPrices: { readonly cuts: readonly number[]; readonly startCuts: readonly number[] },
  scale: number,
): PricePoint {
  const { visits, classes, providers } = rows;
  const scaled = (points: ArrayLike<number>): Float64Array =>
    Float64Array.from(points, (price) => Math.round(price * scale));
  const below = (from: number, count: number): Float64Array =>
    scaled(duals.subarray(from, from + count)).map((price) => Math.min(0, price));
  return {
    prices: {
      visit: scaled(duals.subarray(0, visits)),
      provider: below(visits + classes, providers),
    },
    classes: below(visits, classes),
    cuts: scaled(cutPrices.cuts),
    startCuts: scaled(cutPrices.startCuts),
  };
}
