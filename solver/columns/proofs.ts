/** What has been proved so far, by number of unserved visits. */
import { boundByCount, leastBetween, type Outside } from "./lagrangian.js";
import type { PricePoint } from "./pricePoint.js";
import type { StartCuts } from "./startCuts.js";

export class Proofs {
  /** Best bound by number of unserved visits, scaled. */
  readonly proved: Float64Array;

  /** `counts`, by class: its shifts. */
  constructor(
    private readonly outside: Outside,
    private readonly counts: readonly number[],
    private readonly startCuts: StartCuts,
  ) {
    this.proved = new Float64Array(outside.crew.length + 1).fill(-Infinity);
  }

  /**
   * Records what these prices prove, where no route of class c costs less than `leastReduced[c]`, and returns
   * it by number of unserved visits.
   */
  note(at: PricePoint, leastReduced: ArrayLike<number>): Float64Array {
    const bounds = boundsAt(at, leastReduced, this.outside, this.counts, this.startCuts);
    this.take(bounds);
    return bounds;
  }

  /** Records what is proved by number of unserved visits. */
  take(proved: Float64Array): void {
    raise(this.proved, proved);
  }

  /** Least of what is proved for plans with from .. to unserved visits, scaled. */
  between(from: number, to: number): number {
    return leastBetween(this.proved, from, to);
  }

  /** The number of unserved visits at which least is proved. */
  cheapestCount(): number {
    let best = 0;
    for (let n = 1; n < this.proved.length; n++) {
      if ((this.proved[n] as number) < (this.proved[best] as number)) best = n;
    }
    return best;
  }
}

/**
 * By number of unserved visits: what these prices prove, scaled, where no route of class c costs less than
 * `least[c]`.
 */
export function boundsAt(
  at: PricePoint,
  least: ArrayLike<number>,
  outside: Outside,
  counts: ArrayLike<number>,
  startCuts: StartCuts,
): Float64Array {
  const cuts = cutsTotal(at, startCuts);
  return boundByCount(outside, at.prices, least, counts).map((bound) => bound - cuts);
}

/** Raises each number to the other where that is higher. */
export function raise(proved: Float64Array, by: Float64Array): void {
  by.forEach((bound, n) => {
    if (bound > (proved[n] as number)) proved[n] = bound;
  });
}

/** What all plans together pay at most for cuts at these prices, scaled. */
function cutsTotal(at: PricePoint, { list }: StartCuts): number {
  let total = 0;
  for (const price of at.cuts) total += price;
  at.startCuts.forEach((price, k) => (total += price * (list[k]?.limit ?? 1)));
  return total;
}
