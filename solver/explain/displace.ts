/** In whose place could a visit come? Each other visit taken off in turn, and then given the next best place. */
import { FAR } from "../model/model.js";
import { nursesAllow } from "../search/repair/links.js";
import { emptyPlan } from "../search/planCopy.js";
import { OUT, type State } from "../search/state.js";
import type { PartCounter } from "./parts.js";
import { placesFor, standsAlone } from "./places.js";

export interface Displacement {
  /** The visits that give way, in the order of their route. */
  readonly visits: readonly number[];
  /** The shifts that then make the visit asked about. */
  readonly shifts: readonly number[];
  /** Where each visit that gave way goes: a shift, or null where it is left out; bought counts as left out of routes. */
  readonly moved: readonly (number | null)[];
  /** Change of the plan's whole cost, points: below zero the plan would be better. */
  readonly net: number;
}

/** So many neighbours on a route give way at most. */
const MOST_TOGETHER = 3;

/**
 * For each shift the cheapest way to make room, cheapest first. One visit gives way where
 * one is enough, else neighbours on the route.
 */
export function displacements(
  state: State,
  v: number,
  counter: PartCounter,
  hints: readonly number[],
  latest = FAR,
): Displacement[] {
  const out =
    state.model.crew[v] > 1
      ? crewRoom(state, v, counter, hints, latest)
      : loneRoom(state, v, counter, latest);
  return out.sort((a, b) => a.net - b.net || a.shifts[0] - b.shifts[0]);
}

function loneRoom(state: State, v: number, counter: PartCounter, latest: number): Displacement[] {
  const { model } = state;
  const out: Displacement[] = [];
  for (const s of model.candidates[v]) {
    const order = Array.from(state.routes[s].seq.subarray(1, state.routes[s].length + 1));
    for (let size = 1; size <= MOST_TOGETHER; size++) {
      const found: Displacement[] = [];
      for (let i = 0; i + size <= order.length; i++) {
        const gone = order.slice(i, i + size);
        if (gone.some((u) => model.pinned[u])) continue;
        const one = tryWithout(state, v, s, gone, counter, latest);
        if (one) found.push(one);
      }
      if (found.length > 0) {
        out.push(found.reduce((a, b) => (b.net < a.net ? b : a)));
        break;
      }
    }
  }
  return out;
}

function tryWithout(
  state: State,
  v: number,
  s: number,
  gone: readonly number[],
  counter: PartCounter,
  latest: number,
): Displacement | null {
  const { model, bounds } = state;
  const before = state.total();
  let result: Displacement | null = null;
  state.begin();
  state.remove(gone, gone.length);
  state.openBounds(v);
  bounds.hi[v] = Math.min(bounds.hi[v], latest);
  const placeable = gone.every((u) => state.where[u] === OUT) && nursesAllow(state, v, model.shifts[s].nurse);
  const { cost, pos } = placeable
    ? state.inserter.best(state.routes[s], v, Infinity)
    : { cost: Infinity, pos: 0 };
  if (cost < Infinity && state.insert(v, s, pos) && standsAlone(state, counter)) {
    const moved = gone.map((u) => rehome(state, u));
    if (standsAlone(state, counter)) {
      result = { visits: gone, shifts: [s], moved, net: Math.round(state.total() - before) };
    }
  }
  state.rollback();
  bounds.lo[v] = -FAR;
  bounds.hi[v] = FAR;
  return result;
}

/** The cheapest place for a lone visit that lost its own, where that beats leaving it out. */
function rehome(state: State, u: number): number | null {
  const { model } = state;
  if (model.crew[u] > 1) return null;
  let limit = model.unservedCost[u];
  const provider = model.providersOf[u].find((p) => state.providerUsed[p] < model.providerMax[p]);
  const buys = provider !== undefined && model.providerCost[provider] < limit;
  if (buys) limit = model.providerCost[provider];
  let shift = -1;
  let at = 0;
  state.openBounds(u);
  for (const s of model.candidates[u]) {
    if (!nursesAllow(state, u, model.shifts[s].nurse)) continue;
    const { cost, pos } = state.inserter.best(state.routes[s], u, limit);
    if (cost >= limit) continue;
    limit = cost;
    shift = s;
    at = pos;
  }
  if (shift >= 0 && state.insert(u, shift, at)) return shift;
  if (buys) state.buy(u, provider);
  return null;
}

/** Crews: only visits that the conflict names are taken off, one at a time. */
function crewRoom(
  state: State,
  v: number,
  counter: PartCounter,
  hints: readonly number[],
  latest: number,
): Displacement[] {
  const { model } = state;
  const copy = emptyPlan(model);
  const out: Displacement[] = [];
  for (const u of hints) {
    if (u === v || model.pinned[u] || state.where[u] < 0) continue;
    const before = state.total();
    // placesFor has transactions of its own, so what is taken off is put back by copy.
    state.save(copy);
    state.remove([u], 1);
    const kept = state.total();
    const [place] = placesFor(state, v, counter, latest);
    if (place) {
      out.push({
        visits: [u],
        shifts: place.seats.map((seat) => seat.shift),
        moved: [null],
        net: Math.round(kept - before + place.extra - model.unservedCost[v]),
      });
    }
    state.load(copy);
  }
  return out;
}
