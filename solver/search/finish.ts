/** From the search's best plan to the solution that leaves the optimiser. */
import { OUT, providerOf, State } from "./state.js";
import type { LpEngine } from "../lp/engine.js";
import type { Model } from "../model/model.js";
import type { Solution } from "../model/solution.js";
import { unservedReasons } from "../explain/unserved.js";
import { retimeCoupled, type Behind } from "../schedule/coupled.js";
import { timesOf } from "../schedule/times.js";
import type { PlanCopy } from "./planCopy.js";
import { SWAPPED } from "./siblings.js";

export interface Finished {
  readonly solution: Solution;
  /** Points by which timing coupled routes together made the plan cheaper. */
  readonly saved: number;
}

/** The plan with its times; with `lp`, coupled routes are timed together once more. */
export function finish(model: Model, plan: PlanCopy, lp: LpEngine | undefined): Finished {
  const state = new State(model);
  state.load(plan);
  const timed = state.routes.filter((r) => r.length > 0).map((r) => timesOf(r));
  const { routes, saved } = lp
    ? retimeCoupled(model, timed, behindOf(model, plan), lp)
    : { routes: timed, saved: 0 };
  const bought: { visit: number; provider: number }[] = [];
  const unserved = [];
  for (let v = 0; v < model.visits; v++) {
    if (state.where[v] === OUT) unserved.push({ visit: v, reasons: unservedReasons(state, v) });
    else if (state.where[v] < OUT) bought.push({ visit: v, provider: providerOf(state.where[v]) });
  }
  return { solution: { routes, bought, unserved }, saved };
}

/** Which of two used shifts of one nurse goes first, for those that could overlap. */
function behindOf(model: Model, plan: PlanCopy): Behind[] {
  const out: Behind[] = [];
  model.siblings.forEach(([a, b], i) => {
    if (plan.sequences[a].length === 0 || plan.sequences[b].length === 0) return;
    out.push(plan.siblings.order[i] === SWAPPED ? { first: b, second: a } : { first: a, second: b });
  });
  return out;
}
