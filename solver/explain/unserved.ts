/** Why a visit stands outside a finished plan: told from the plan and the problem alone. */
import { canServe } from "../model/eligibility.js";
import type { Model } from "../model/model.js";
import type { UnservedReason } from "../model/solution.js";
import type { State } from "../search/state.js";
import { nursesAllow } from "../search/repair/links.js";

/** Reasons of absent visit `v`, most shifts first; each shift is counted under the first rule that bars it. */
export function unservedReasons(state: State, v: number): UnservedReason[] {
  const { model } = state;
  const d = model.data;
  const visit = d.visits[v];
  const count = new Map<string, number>();
  const alone = new Set<number>();
  const add = (rule: string): void => void count.set(rule, (count.get(rule) ?? 0) + 1);
  const able = new Set(model.candidates[v]);
  let fits = 0;
  state.openBounds(v);
  for (let s = 0; s < d.shifts.length; s++) {
    const nurse = d.shifts[s].nurse;
    if (!able.has(s)) {
      if (!canServe(d, v, nurse)) add(d.clients[visit.client].refused.includes(nurse) ? "refused" : "skill");
      else add(visit.pin ? "pin" : "shift");
      continue;
    }
    alone.add(nurse);
    if (!nursesAllow(state, v, nurse)) {
      add("link");
      continue;
    }
    const place = state.inserter.best(state.routes[s], v, Infinity);
    if (place.cost === Infinity) add("room");
    else {
      fits++;
      add(visit.crewSize > 1 ? "crew" : "cost");
    }
  }
  const impossible = alone.size < visit.crewSize;
  if (impossible && alone.size > 0) add("crew");
  const kind = impossible ? "impossible" : fits === 0 && onlyLinks(count) ? "blocked" : "displaced";
  return [...count.entries()]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([rule, shifts]) => ({ kind, rule, shifts }));
}

function onlyLinks(count: ReadonlyMap<string, number>): boolean {
  return (count.get("link") ?? 0) > 0 && !count.has("room") && !count.has("cost");
}

/** Visits that no shift, crew of shifts or provider can ever take. */
export function impossibleVisits(model: Model): number[] {
  const out: number[] = [];
  for (let v = 0; v < model.visits; v++) {
    const nurses = new Set(Array.from(model.candidates[v], (s) => model.shifts[s].nurse));
    if (nurses.size < model.crew[v] && model.providersOf[v].length === 0) out.push(v);
  }
  return out;
}
