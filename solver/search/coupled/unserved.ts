/** Why a visit stands outside the best plan: each shift is counted under the first rule that bars it. */
import { canServe } from "../../model/eligibility.js";
import type { UnservedReason } from "../../model/solution.js";
import type { CoupledPlan } from "./plan.js";

/** Reasons of absent visit `v`, most shifts first. Uses mark 1 of the plan. */
export function coupledReasons(plan: CoupledPlan, v: number): UnservedReason[] {
  const { layout } = plan;
  const { model } = layout;
  const { clients, visits } = model.data;
  const count = new Map<string, number>();
  let fits = 0;
  for (let s = 0; s < layout.shifts; s++) {
    const nurse = layout.nurse[s];
    let rule: string;
    if (!canServe(model.data, v, nurse))
      rule = clients[visits[v].client].refused.includes(nurse) ? "refused" : "skill";
    else if (!model.candidates[v].includes(s)) rule = "shift";
    else if (layout.apart[v].some((u) => plan.route[u] >= 0 && layout.nurse[plan.route[u]] === nurse))
      rule = "link";
    else if (fitsOn(plan, v, s)) {
      rule = "cost";
      fits++;
    } else rule = "room";
    count.set(rule, (count.get(rule) ?? 0) + 1);
  }
  const impossible = model.candidates[v].length === 0;
  const kind = impossible ? "impossible" : fits === 0 && !count.has("room") ? "blocked" : "displaced";
  return [...count.entries()]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([rule, shifts]) => ({ kind, rule, shifts }));
}

function fitsOn(plan: CoupledPlan, v: number, s: number): boolean {
  const { visits: n, shifts: S } = plan.layout;
  for (let after = n + s; after !== n + S + s; after = plan.next[after]) {
    plan.mark(1);
    const fits = plan.insert(v, after, Infinity);
    plan.undo(1);
    if (fits) return true;
  }
  return false;
}
