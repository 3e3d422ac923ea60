/**
 * Meetings of threads that share a large day out between them: what each has made of its territory is put together,
 * all go on from that one plan, and the borders are drawn anew.
 */
import type { Model } from "../model/model.js";
import type { Confines } from "./confines.js";
import { cheaperOf, packPlan, unpackPlan, type Exchange, type Left } from "./elites.js";
import type { PlanCopy } from "./planCopy.js";
import type { State } from "./state.js";
import { confinesOf, takeShare, Territories, type Division } from "./territories.js";

/** Sums over routes in another order may differ by so much. */
const ROUNDING = 1e-3;

/** What the threads of the last meeting agreed on. */
interface Agreement {
  /** Tells one plan from another; part of every packed plan, so that only plans that come from one base are put together. */
  readonly base: number;
  readonly cost: number;
  readonly division: Division;
  /** By thread its place in the division; absent: it did not come. */
  readonly rank: ReadonlyMap<number, number>;
  /** This thread's territory. */
  readonly confines: Confines;
}

export class Sharing {
  private readonly territories: Territories;
  private agreed: Agreement | null = null;

  constructor(private readonly model: Model) {
    this.territories = new Territories(model);
  }

  /** This thread's territory; null: all of the day. */
  get confines(): Confines | null {
    return this.agreed?.confines ?? null;
  }

  /**
   * Leaves this thread's best plan. `state` holds the plan to go on from then, the same for all who came, and
   * is confined no more.
   */
  meet(state: State, exchange: Exchange, round: number, best: PlanCopy, cost: number): void {
    const { model } = this;
    const packed = packPlan(model, best);
    const left = exchange.gather(round, cost, prefixed(this.agreed?.base ?? 0, packed));
    state.part = null;
    state.fenced = null;
    let plan = this.together(state, left, exchange.thread, best);
    if (plan === null) {
      const cheapest = cheaperOf(left, exchange.thread);
      plan = cheapest ? unpackPlan(model, cheapest.plan.subarray(1)) : best;
      state.load(plan);
    }
    this.agree(plan, state.total(), left, exchange.thread, round);
  }

  /**
   * The territories of all who set out from one base, in one plan, which `state` holds then; null: there is none,
   * or one thread's own is cheaper.
   */
  private together(
    state: State,
    left: readonly (Left | null)[],
    thread: number,
    best: PlanCopy,
  ): PlanCopy | null {
    const { agreed, model } = this;
    if (!agreed) return null;
    let expected = agreed.cost;
    let least = Infinity;
    const whole = copyOf(model, best);
    for (const [other, one] of left.entries()) {
      if (!one) continue;
      least = Math.min(least, one.cost);
      const rank = agreed.rank.get(other);
      if (rank === undefined || one.plan[0] !== agreed.base) continue;
      expected += one.cost - agreed.cost;
      if (other !== thread)
        takeShare(whole, unpackPlan(model, one.plan.subarray(1)), agreed.division, rank, model);
    }
    if (expected > least + ROUNDING) return null;
    state.load(whole);
    const holds = state.proper() && Math.abs(state.total() - expected) < ROUNDING && providersHold(state);
    return holds ? whole : null;
  }

  /** Draws the borders anew in the plan that all go on from. */
  private agree(
    plan: PlanCopy,
    cost: number,
    left: readonly (Left | null)[],
    thread: number,
    round: number,
  ): void {
    const rank = new Map<number, number>();
    for (const [other, one] of left.entries()) if (one) rank.set(other, rank.size);
    if (rank.size < 2) {
      this.agreed = null;
      return;
    }
    const base = digest(packPlan(this.model, plan));
    const division = this.territories.divide(plan, rank.size, (base ^ round) >>> 0);
    this.agreed = { base, cost, division, rank, confines: confinesOf(division, rank.get(thread)!) };
  }
}

function prefixed(base: number, packed: Float64Array): Float64Array {
  const out = new Float64Array(packed.length + 1);
  out[0] = base;
  out.set(packed, 1);
  return out;
}

const copyOf = (model: Model, plan: PlanCopy): PlanCopy => unpackPlan(model, packPlan(model, plan));

/** Providers' room is one for all territories. */
function providersHold({ model, providerUsed }: State): boolean {
  return providerUsed.every((used, p) => used <= model.providerMax[p]);
}

/** From 1; FNV-1a over the bits. */
function digest(packed: Float64Array): number {
  let sum = 0x811c9dc5;
  for (const word of new Int32Array(packed.buffer)) sum = Math.imul(sum ^ word, 0x01000193);
  return (sum >>> 0) + 1;
}
