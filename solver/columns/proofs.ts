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
    const bounds = boundByCount(this.outside, at.prices, leastReduced, this.counts);
    const cuts = cutsTotal(at, this.startCuts);
    for (let n = 0; n < bounds.length; n++) {
      const bound = (bounds[n] as number) - cuts;
      bounds[n] = bound;
      if (bound > (this.proved[n] as number)) this.proved[n] = bound;
    }
    return bounds;
  }

  /** Records what is proved by number of unserved visits. */
  take(proved: Float64Array): void {
    proved.forEach((bound, n) => {
      if (bound > (this.proved[n] as number)) this.proved[n] = bound;
    });
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

/** What all plans together pay at most for cuts at these prices, scaled. */
export function cutsTotal(at: PricePoint, { list }: StartCuts): number {
  let total = 0;
  for (const price of at.cuts) total += price;
  at.startCuts.forEach((price, k) => (total += price * (list[k]?.limit ?? 1)));
  return total;
}
