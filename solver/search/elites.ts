/**
 * Threads of one run meet at fixed shares of the run and look at each other's best plan.
 * The optimiser knows only the door; shared memory lies behind it.
 */
import type { Model } from "../model/model.js";
import { emptyPlan, type PlanCopy } from "./planCopy.js";

/** The meeting place of the threads of one run. */
export interface Exchange {
  /** Which of the threads this is, from 0. */
  readonly thread: number;
  /**
   * Leaves this thread's best for meeting `round` (0, 1, ...) and gives what all have left, by thread; null where one
   * did not come. In runs limited by work it waits for all threads, so that the answer depends on nothing but the plans.
   */
  gather(round: number, cost: number, plan: Float64Array): readonly (Left | null)[];
}

/** What a thread leaves at a meeting. */
export interface Left {
  readonly cost: number;
  readonly plan: Float64Array;
}

/** The cheapest, of equal ones the first thread's; null where it is `thread`'s own. */
export function cheaperOf(left: readonly (Left | null)[], thread: number): Left | null {
  let best = thread;
  let least = left[thread]?.cost ?? Infinity;
  for (const [other, one] of left.entries()) {
    if (!one || one.cost > least || (one.cost === least && other > best)) continue;
    least = one.cost;
    best = other;
  }
  return best === thread ? null : left[best]!;
}

/** How often threads meet in a run; the first meeting is after one share of MEETINGS + 1. */
export const MEETINGS = 11;

/** A plan as one flat array; all plans of one model have the same length. */
export function packPlan(model: Model, plan: PlanCopy): Float64Array {
  const out = new Float64Array(packedLength(model));
  let at = 0;
  for (const order of plan.sequences) {
    out[at++] = order.length;
    for (const v of order) out[at++] = v;
  }
  at = stopsLength(model);
  for (let v = 0; v < model.visits; v++) {
    out[at++] = plan.where[v];
    out[at++] = plan.lo[v];
    out[at++] = plan.hi[v];
    if (model.crew[v] > 1) {
      for (let i = 0; i < model.crew[v]; i++) out[at++] = plan.crewAt[v][i] ?? -1;
    }
  }
  for (let g = 0; g < model.gaps.length; g++) {
    out[at++] = plan.gaps.bound[g];
    for (let i = 0; i < 4; i++) out[at++] = plan.gaps.at[g * 4 + i];
  }
  for (let i = 0; i < model.siblings.length; i++) {
    out[at++] = plan.siblings.order[i];
    out[at++] = plan.siblings.cut[i];
  }
  return out;
}

export function unpackPlan(model: Model, packed: Float64Array): PlanCopy {
  const plan = emptyPlan(model);
  let at = 0;
  for (let s = 0; s < model.shiftCount; s++) {
    const n = packed[at++];
    for (let i = 0; i < n; i++) plan.sequences[s].push(packed[at++]);
  }
  at = stopsLength(model);
  for (let v = 0; v < model.visits; v++) {
    plan.where[v] = packed[at++];
    plan.lo[v] = packed[at++];
    plan.hi[v] = packed[at++];
    if (model.crew[v] > 1) {
      const shifts: number[] = [];
      for (let i = 0; i < model.crew[v]; i++) {
        const s = packed[at++];
        if (s >= 0) shifts.push(s);
      }
      plan.crewAt[v] = shifts;
    }
  }
  for (let g = 0; g < model.gaps.length; g++) {
    plan.gaps.bound[g] = packed[at++];
    for (let i = 0; i < 4; i++) plan.gaps.at[g * 4 + i] = packed[at++];
  }
  for (let i = 0; i < model.siblings.length; i++) {
    plan.siblings.order[i] = packed[at++];
    plan.siblings.cut[i] = packed[at++];
  }
  return plan;
}

/** Room for every visit on its full crew, and one count a shift. */
function stopsLength(model: Model): number {
  let n = model.shiftCount;
  for (const c of model.crew) n += c;
  return n;
}

function packedLength(model: Model): number {
  let n = stopsLength(model) + 3 * model.visits + 5 * model.gaps.length + 2 * model.siblings.length;
  for (const c of model.crew) if (c > 1) n += c;
  return n;
}
