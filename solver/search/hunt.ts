/**
 * The hunt for visits left out: for a while the price of leaving a visit out starts low and
 * rises, without end, each time it finds no place, so that plans may trade one absent visit
 * for others until a set is found that fits. What counts in the end is the real cost. A hunt
 * that found nothing is taken up again where it ended, with what it has learned.
 * Source of the idea: Nagata and Braysy, "A powerful route minimization heuristic for the
 * vehicle routing problem with time windows", Oper. Res. Letters 37 (2009).
 */
import { emptyPlan, type PlanCopy } from "./planCopy.js";
import type { State } from "./state.js";

export class Hunt {
  /** How often each visit has stayed out, from 1. */
  private readonly misses: Float64Array;
  /** Where the last stretch ended, and how many visits the best plan left out then; -1: none yet. */
  private readonly trail: PlanCopy;
  private trailOf = -1;

  constructor(
    private readonly state: State,
    /** Price of a miss of a visit of the least unserved cost, in points. */
    private readonly price: number,
    private readonly leastCost: number,
  ) {
    this.misses = new Float64Array(state.model.visits).fill(1);
    this.trail = emptyPlan(state.model);
  }

  /** Loads the trail, or `best` if that leaves another number of visits (`unserved`) out than when the trail was left. */
  begin(best: PlanCopy, unserved: number): void {
    if (this.trailOf === unserved) {
      this.state.load(this.trail);
      return;
    }
    this.state.load(best);
    this.misses.fill(1);
  }

  /** Leaves the trail, while the best plan leaves out `unserved` visits. */
  end(unserved: number): void {
    this.state.save(this.trail);
    this.trailOf = unserved;
  }

  /** Visit `v` has stayed out once more. */
  miss(v: number): void {
    this.misses[v]++;
  }

  /** `total` with the price of misses in place of the price of leaving out. */
  priced(total: number): number {
    const { state, price, leastCost } = this;
    const { unservedCost } = state.model;
    let sum = total;
    for (let i = 0; i < state.absentCount; i++) {
      const v = state.absent[i];
      const factor = unservedCost[v] / leastCost;
      sum += price * this.misses[v] * factor - unservedCost[v];
    }
    return sum;
  }
}
