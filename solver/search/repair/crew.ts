/**
 * Crew visits: several nurses with one start. A few well-chosen common starts are tried;
 * for each the cheapest routes of different nurses are taken.
 */
import { FAR } from "../../model/model.js";
import type { Rng } from "../../support/rng.js";
import type { State } from "../state.js";
import { crewAllows, nursesAllow } from "./links.js";
import type { PlaceCache } from "./placeCache.js";

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
  cache: PlaceCache,
  v: number,
  limit: number,
  rng: Rng,
  asked: readonly number[],
): boolean {
  const { model, bounds } = state;
  bounds.lo[v] = -FAR;
  bounds.hi[v] = FAR;
  const open = openShifts(state, cache, v, limit, asked);
  if (open.length < model.crew[v]) return false;
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
    const offers = offersAt(state, v, best - own, open);
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

/** A shift that could take the visit at some start, and the least that this adds to its route. */
interface OpenShift {
  readonly shift: number;
  readonly bound: number;
}

/** The `asked` shifts that linked nurses allow, most promising first. The visit's own bounds must be open. */
function openShifts(
  state: State,
  cache: PlaceCache,
  v: number,
  limit: number,
  asked: readonly number[],
): OpenShift[] {
  const open: OpenShift[] = [];
  for (const shift of asked) {
    if (!nursesAllow(state, v, state.model.shifts[shift].nurse)) continue;
    const bound = cache.bound(v, shift);
    if (bound < limit) open.push({ shift, bound });
  }
  return open.sort((a, b) => a.bound - b.bound || a.shift - b.shift);
}

/**
 * Offers below `limit` for a crew visit whose start is fixed: cheapest bounds first, until
 * what is left cannot enter a crew any more. Linked and pinned visits need every offer.
 */
function offersAt(state: State, v: number, limit: number, open: readonly OpenShift[]): Offer[] {
  const { model } = state;
  const size = model.crew[v];
  const wantsAll = model.nurseLinksOf[v].length > 0 || model.pinned[v] === 1;
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

/** Starts worth trying, in chance order: some of each window, near what is liked and what stands there. */
function startsToTry(state: State, v: number, lo: number, hi: number, rng: Rng): number[] {
  const { model } = state;
  const out: number[] = [];
  const preferred = model.data.visits[v].preferred;
  const before = model.data.previous[v];
  const former = state.lastStart[v];
  const first = model.windowStart[v];
  const last = model.windowStart[v + 1];
  const quota = Math.max(2, Math.floor(STARTS / Math.max(1, last - first)));
  for (let k = first; k < last; k++) {
    const a = Math.max(lo, model.windowFrom[k]);
    const b = Math.min(hi, model.windowTo[k]);
    if (a > b) continue;
    const here = new Set<number>();
    if (a === b) here.add(a);
    else {
      const inside = (t: number): number => Math.max(a, Math.min(b, t));
      if (former >= a && former <= b) here.add(former);
      if (preferred) here.add(inside(preferred.from + rng.below(preferred.to - preferred.from + 1)));
      if (before) here.add(inside(before.start));
      for (let tries = 0; tries < 8 + quota && here.size < quota; tries++) {
        const draw = rng.below(8);
        const t =
          draw < 4
            ? justBehind(state, v, rng)
            : draw < 6
              ? justBefore(state, v, rng)
              : a + rng.below(b - a + 1);
        if (tries >= 8) here.add(a + rng.below(b - a + 1));
        else if (t >= a && t <= b) here.add(t);
        else if (draw === 0) here.add(rng.below(2) === 0 ? a : b);
      }
    }
    out.push(...here);
  }
  // Where several cost the same the first wins: which that is, chance decides.
  for (let i = out.length - 1; i > 0; i--) {
    const j = rng.below(i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

/** Just in time behind some stop of a route that could take `v`; -FAR: nothing found. */
function justBehind(state: State, v: number, rng: Rng): number {
  const { model } = state;
  const list = model.candidates[v];
  if (list.length === 0) return -FAR;
  const route = state.routes[list[rng.below(list.length)]];
  if (route.length === 0) return -FAR;
  const p = 1 + rng.below(route.length);
  const a = route.fOff[p * route.states];
  const z = route.fOff[(p + 1) * route.states];
  if (a === z) return -FAR;
  const leg = route.shift.legs[route.place[p] * model.places + model.place[v]];
  return Math.ceil(route.f.t[a + rng.below(z - a)]) + model.seconds[route.seq[p]] + leg;
}

/** The latest that leaves time for some stop of a route that could take `v`; -FAR: nothing found. */
function justBefore(state: State, v: number, rng: Rng): number {
  const { model } = state;
  const list = model.candidates[v];
  if (list.length === 0) return -FAR;
  const route = state.routes[list[rng.below(list.length)]];
  if (route.length === 0) return -FAR;
  const p = 1 + rng.below(route.length);
  const q = route.length + 1 - p;
  const a = route.bOff[q * route.states];
  const z = route.bOff[(q + 1) * route.states];
  if (a === z) return -FAR;
  const next = route.seq[p];
  const leg = model.remote[next] ? 0 : route.shift.legs[model.place[v] * model.places + model.place[next]];
  return Math.floor(-route.b.t[a + rng.below(z - a)]) - leg - model.seconds[v];
}
