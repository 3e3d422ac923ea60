/**
 * Crew visits: several nurses with one start. A few well-chosen common starts are tried;
 * for each the cheapest routes of different nurses are taken.
 */
import { FAR } from "../../model/model.js";
import type { Rng } from "../../support/rng.js";
import type { State } from "../state.js";
import { crewAllows, nursesAllow } from "./links.js";

interface Offer {
  readonly shift: number;
  readonly nurse: number;
  readonly pos: number;
  readonly cost: number;
}

/** How many starts are tried for one crew visit. */
const STARTS = 6;

/** Puts crew visit `v` at its best start and on the best of the `asked` shifts if that costs less than `limit`. */
export function insertCrewBest(
  state: State,
  v: number,
  limit: number,
  rng: Rng,
  asked: readonly number[],
): boolean {
  const { model, bounds } = state;
  state.openBounds(v);
  const lo = bounds.lo[v];
  const hi = bounds.hi[v];
  let best = limit;
  let chosen: Offer[] | null = null;
  let start = 0;
  for (const t of startsToTry(state, v, lo, hi, rng)) {
    bounds.lo[v] = t;
    bounds.hi[v] = t;
    const own = model.startPrice(v, t);
    if (own >= best) continue;
    const offers = offersAt(state, v, best - own, asked);
    const crew = cheapestCrew(state, v, offers);
    if (!crew) continue;
    const cost = own + crew.reduce((sum, o) => sum + o.cost, 0);
    if (cost < best) {
      best = cost;
      chosen = crew;
      start = t;
    }
  }
  bounds.lo[v] = -FAR;
  bounds.hi[v] = FAR;
  if (!chosen) return false;
  return state.insertCrew(
    v,
    chosen.map((o) => o.shift),
    chosen.map((o) => o.pos),
    start,
  );
}

/**
 * Offers below `limit` for a crew visit whose start is fixed: cheapest bounds first, until
 * what is left cannot enter a crew any more. Linked and pinned visits need every offer.
 */
function offersAt(state: State, v: number, limit: number, asked: readonly number[]): Offer[] {
  const { model } = state;
  const size = model.crew[v];
  const wantsAll = model.nurseLinksOf[v].length > 0 || model.pinned[v] === 1;
  const open: { shift: number; bound: number }[] = [];
  for (const r of asked) {
    if (!nursesAllow(state, v, model.shifts[r].nurse)) continue;
    const bound = state.inserter.scan(state.routes[r], v);
    if (bound < limit) open.push({ shift: r, bound });
  }
  open.sort((a, b) => a.bound - b.bound || a.shift - b.shift);
  const offers: Offer[] = [];
  // Cheapest offers of different nurses so far; the last is what a new one must beat.
  const cheapest: { nurse: number; cost: number }[] = [];
  for (const { shift, bound } of open) {
    const worst = cheapest.length < size ? limit : cheapest[size - 1].cost;
    if (!wantsAll && bound >= worst) break;
    const place = state.inserter.best(state.routes[shift], v, wantsAll ? limit : worst);
    if (place.cost === Infinity) continue;
    const nurse = model.shifts[shift].nurse;
    offers.push({ shift, nurse, pos: place.pos, cost: place.cost });
    const same = cheapest.find((c) => c.nurse === nurse);
    if (same) same.cost = Math.min(same.cost, place.cost);
    else cheapest.push({ nurse, cost: place.cost });
    cheapest.sort((a, b) => a.cost - b.cost);
  }
  return offers;
}

/** Pinned shifts first, then the cheapest of different nurses; null where they do not suffice. */
function cheapestCrew(state: State, v: number, offers: Offer[]): Offer[] | null {
  const { model } = state;
  const size = model.crew[v];
  offers.sort((a, b) => a.cost - b.cost || a.shift - b.shift);
  const crew: Offer[] = [];
  for (const pinned of model.data.visits[v].pin?.shifts ?? []) {
    const offer = offers.find((o) => o.shift === pinned);
    if (!offer) return null;
    crew.push(offer);
  }
  for (const o of offers) {
    if (crew.length === size) break;
    if (!crew.some((x) => x.nurse === o.nurse)) crew.push(o);
  }
  if (crew.length < size) return null;
  if (
    crewAllows(
      state,
      v,
      crew.map((o) => o.shift),
    )
  )
    return crew;
  // A linked nurse must be among them: let each offer in turn replace the last member.
  for (const o of offers) {
    const others = crew.filter((x) => x.nurse !== o.nurse).slice(0, size - 1);
    if (others.length === size - 1 && crewAllows(state, v, [...others.map((x) => x.shift), o.shift]))
      return [...others, o];
  }
  return null;
}

function startsToTry(state: State, v: number, lo: number, hi: number, rng: Rng): number[] {
  const { model } = state;
  const out: number[] = [];
  const add = (t: number): void => {
    if (!out.includes(t)) out.push(t);
  };
  const preferred = model.data.visits[v].preferred;
  const before = model.data.previous[v];
  const former = state.lastStart[v];
  for (let k = model.windowStart[v]; k < model.windowStart[v + 1]; k++) {
    const a = Math.max(lo, model.windowFrom[k]);
    const b = Math.min(hi, model.windowTo[k]);
    if (a > b) continue;
    const inside = (t: number): number => Math.max(a, Math.min(b, t));
    if (former >= a && former <= b) add(former);
    if (a === b) {
      add(a);
      continue;
    }
    if (preferred) add(inside(preferred.from + rng.below(Math.max(1, preferred.to - preferred.from + 1))));
    if (before) add(inside(before.start));
    // Just in time behind stops of routes that could take it.
    const list = model.candidates[v];
    for (let tries = 0; tries < 8 && out.length < STARTS - 1; tries++) {
      const route = state.routes[list[rng.below(list.length)]];
      if (!route || route.length === 0) continue;
      const p = 1 + rng.below(route.length);
      const u = route.seq[p];
      const from = route.fOff[p * route.states];
      const to = route.fOff[(p + 1) * route.states];
      if (from === to) continue;
      const k2 = from + rng.below(to - from);
      const leg = route.shift.legs[route.place[p] * model.places + model.place[v]];
      const t = Math.ceil(route.f.t[k2]) + model.seconds[u] + leg;
      if (t >= a && t <= b) add(t);
    }
    while (out.length < STARTS) {
      const before2 = out.length;
      add(a + rng.below(b - a + 1));
      if (out.length === before2) break;
    }
  }
  return out;
}
