/**
 * `limits.changedClients` while a visit looks for a place: once as many clients as may be have
 * other nurses than published, it goes to its former ones. Visits that are still absent are
 * undecided and count for neither side.
 */
import type { Model } from "../../model/model.js";
import { OUT, type State } from "../state.js";

/** Must `v` keep its former nurses, lest one client more than allowed is changed? */
export function mustStay(state: State, v: number): boolean {
  const { model } = state;
  if (!model.hasChangedLimit || !model.limited[v]) return false;
  const mine = model.data.visits[v].client;
  const changed = new Set<number>();
  for (const u of state.limitedVisits)
    if (state.where[u] !== OUT && state.isChanged(u)) changed.add(model.data.visits[u].client);
  return !changed.has(mine) && changed.size >= model.changedLimit;
}

/** Did `nurse` serve `v` in the published plan? */
export function isFormer(model: Model, v: number, nurse: number): boolean {
  return model.data.previous[v]?.shifts.some((s) => model.shifts[s].nurse === nurse) ?? false;
}
