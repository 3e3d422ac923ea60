/**
 * The hunt for visits on no route, left out or bought: for a while the price of that starts low and
 * rises, without end, each time it finds no place, so that plans may trade one absent visit
 * for others until a set is found that fits. What counts in the end is the real cost. A hunt
 * that found nothing is taken up again where it ended, with what it has learned.
 * Source of the idea: Nagata and Braysy, "A powerful route minimization heuristic for the
 * vehicle routing problem with time windows", Oper. Res. Letters 37 (2009).
 */
import { emptyPlan, type PlanCopy } from "./planCopy.js";
import { OUT, providerOf, type State } from "./state.js";

export class Hunt {
  /** Visits (of the part) that nurses could serve and that were on no route when {@link list} was called last. */
  readonly unrouted: Int32Array;
  unroutedCount = 0;
  /** How often each visit has stayed out, from 1. */
  private readonly misses: Float64Array;
  /** Where the last stretch ended, and how many visits the best plan had on no route then; -1: none yet. */
  private readonly trail: PlanCopy;
  private trailOf = -1;

  constructor(
    private readonly state: State,
    /** Price of a first miss, as a share of what leaving the visit out, or buying it, costs. */
    private readonly price: number,
  ) {
    this.unrouted = new Int32Array(state.model.visits);
    this.misses = new Float64Array(state.model.visits).fill(1);
    this.trail = emptyPlan(state.model);
  }

  /** Loads the trail, or `best` if that has another number of visits on no route (`unrouted`) than when the trail was left. */
  begin(best: PlanCopy, unrouted: number): void {
    if (this.trailOf === unrouted) {
      this.state.load(this.trail);
      return;
    }
    this.state.load(best);
    this.misses.fill(1);
  }

  /** Leaves the trail, while the best plan has `unrouted` visits on no route. */
  end(unrouted: number): void {
    this.state.save(this.trail);
    this.trailOf = unrouted;
  }

  /** Looks which visits are on no route now. */
  list(): void {
    const { state } = this;
    const { where, model } = state;
    this.unroutedCount = 0;
    for (let v = 0; v < where.length; v++)
      if (where[v] < 0 && model.servable(v) && state.isOpen(v)) this.unrouted[this.unroutedCount++] = v;
  }

  /** Visit `v` has stayed out once more. */
  miss(v: number): void {
    this.misses[v]++;
  }

  /** `total` with the price of misses in place of what leaving out and buying cost; of the visits last listed. */
  priced(total: number): number {
    const { state, price, unrouted, unroutedCount } = this;
    const { unservedCost, providerCost } = state.model;
    let sum = total;
    for (let i = 0; i < unroutedCount; i++) {
      const v = unrouted[i];
      const w = state.where[v];
      sum += (price * this.misses[v] - 1) * (w === OUT ? unservedCost[v] : providerCost[providerOf(w)]);
    }
    return sum;
  }
}
