/**
 * The hunt for visits left out: for a while the price of leaving a visit out starts low and
 * rises each time it finds no place, so that plans may trade one absent visit for others
 * until a set is found that fits. What counts in the end is the real cost.
 * Source of the idea: Nagata and Braysy, "A powerful route minimization heuristic for the
 * vehicle routing problem with time windows", Oper. Res. Letters 37 (2009).
 */
import type { State } from "./state.js";

export class Hunt {
  /** How often each visit has stayed out, from 1. */
  private readonly misses: Float64Array;

  constructor(
    private readonly state: State,
    /** Price of a miss of a visit of the least unserved cost, in points. */
    private readonly price: number,
    private readonly leastCost: number,
  ) {
    this.misses = new Float64Array(state.model.visits).fill(1);
  }

  reset(): void {
    this.misses.fill(1);
  }

  /** Visit `v` has stayed out once more. */
  miss(v: number): void {
    this.misses[v]++;
  }

  missesOf(v: number): number {
    return this.misses[v];
  }

  /** `total` with the price of misses in place of the price of leaving out. */
  priced(total: number): number {
    const { state, price, leastCost } = this;
    const { unservedCost } = state.model;
    let sum = total;
    for (let i = 0; i < state.absentCount; i++) {
      const v = state.absent[i];
      const factor = unservedCost[v] / leastCost;
      sum += Math.min(unservedCost[v], price * this.misses[v] * factor) - unservedCost[v];
    }
    return sum;
  }
}
