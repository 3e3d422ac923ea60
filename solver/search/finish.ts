/** From the search's best plan to the solution that leaves the optimiser. */
import { OUT, State } from "./state.js";
import type { Model } from "../model/model.js";
import type { Route, Solution } from "../model/solution.js";
import { unservedReasons } from "../explain/unserved.js";
import { timesOf } from "../schedule/times.js";
import type { PlanCopy } from "./planCopy.js";

export function solutionOf(model: Model, plan: PlanCopy): Solution {
  const state = new State(model);
  state.load(plan);
  const routes: Route[] = state.routes.filter((r) => r.length > 0).map((r) => timesOf(r));
  const bought: { visit: number; provider: number }[] = [];
  const unserved = [];
  for (let v = 0; v < model.visits; v++) {
    if (state.where[v] === OUT) unserved.push({ visit: v, reasons: unservedReasons(state, v) });
    else if (state.where[v] < OUT) bought.push({ visit: v, provider: -2 - state.where[v] });
  }
  return { routes, bought, unserved };
}
