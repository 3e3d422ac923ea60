/**
 * First plan by regret: next comes the visit that would lose most if its best routes were
 * taken by others. Source: Potvin and Rousseau (1993); regret-3 as in Ropke and Pisinger (2006).
 */
import { OUT, type State } from "../search/state.js";
import { nursesAllow } from "../search/repair/links.js";
import type { PlaceCache } from "../search/repair/placeCache.js";

/** What a visit misses when it has no third, or no second, route that takes it. */
const NO_OTHER = 50_000;

/**
 * Places the absent lone visits of `state`, most regret first. Visits that cost more than
 * leaving them out, or fit nowhere, stay absent. `ended` is asked before each visit.
 */
export function constructByRegret(state: State, cache: PlaceCache, ended: () => boolean): void {
  const { model } = state;
  const open = new Set<number>();
  for (let i = 0; i < state.absentCount; i++) {
    const v = state.absent[i];
    if (model.crew[v] === 1 && model.candidates[v].length > 0) open.add(v);
  }
  while (open.size > 0 && !ended()) {
    let chosen = OUT;
    let most = -Infinity;
    for (const v of open) {
      const regret = regretOf(state, cache, v);
      if (regret === null) open.delete(v);
      else if (regret > most) {
        most = regret;
        chosen = v;
      }
    }
    if (chosen === OUT) return;
    open.delete(chosen);
    const { route, pos } = bestPlace(state, cache, chosen);
    if (route >= 0) state.insert(chosen, route, pos);
  }
}

/** Null: no route takes it below the price of leaving it out. */
function regretOf(state: State, cache: PlaceCache, v: number): number | null {
  const { model } = state;
  state.openBounds(v);
  cache.sync(v);
  let first = Infinity;
  let second = Infinity;
  let third = Infinity;
  for (const r of model.candidates[v]) {
    if (model.nurseLinksOf[v].length > 0 && !nursesAllow(state, v, model.shifts[r].nurse)) continue;
    const cost = cache.best(v, r, Infinity);
    if (cost < first) {
      third = second;
      second = first;
      first = cost;
    } else if (cost < second) {
      third = second;
      second = cost;
    } else if (cost < third) third = cost;
  }
  if (first >= model.unservedCost[v]) return null;
  const weight = model.pinned[v] ? 1e9 : model.unservedCost[v] / 1e3;
  const missing = (c: number): number => (c === Infinity ? NO_OTHER : Math.min(NO_OTHER, c - first));
  return missing(second) + missing(third) + weight - first * 0.1;
}

function bestPlace(state: State, cache: PlaceCache, v: number): { route: number; pos: number } {
  const { model } = state;
  state.openBounds(v);
  cache.sync(v);
  let best = model.unservedCost[v];
  let route = -1;
  let pos = 0;
  for (const r of model.candidates[v]) {
    if (model.nurseLinksOf[v].length > 0 && !nursesAllow(state, v, model.shifts[r].nurse)) continue;
    const cost = cache.best(v, r, Infinity);
    if (cost < best) {
      best = cost;
      route = r;
      pos = cache.pos;
    }
  }
  return { route, pos };
}
