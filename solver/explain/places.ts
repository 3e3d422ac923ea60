/** Where does an absent visit fit, and what does each place add? Exact, by the engine's insertion. */
import { FAR } from "../model/model.js";
import { crewAllows, nursesAllow } from "../search/repair/links.js";
import type { State } from "../search/state.js";
import { difference, weighted, type PartCounter, type Parts } from "./parts.js";

export interface FoundPlace {
  /** One seat for each of the crew; position 1 is the first visit of the route. */
  readonly seats: readonly { readonly shift: number; readonly pos: number }[];
  readonly start: number;
  /** Points added to the rest of the plan; leaving the visit out, or buying it, is not counted. */
  readonly extra: number;
  /** The same by part, unweighted. */
  readonly parts: Parts;
}

/** Starts tried for a crew visit. */
const CREW_STARTS = 24;

/** The cheapest place on each shift (or crew of shifts), cheapest first. `latest`: start no later. */
export function placesFor(state: State, v: number, counter: PartCounter, latest = FAR): FoundPlace[] {
  const found =
    state.model.crew[v] > 1 ? crewPlaces(state, v, counter, latest) : lonePlaces(state, v, counter, latest);
  return found.sort((a, b) => a.extra - b.extra || a.seats[0].shift - b.seats[0].shift);
}

function lonePlaces(state: State, v: number, counter: PartCounter, latest: number): FoundPlace[] {
  const { model, bounds } = state;
  const out: FoundPlace[] = [];
  const before = counter.count();
  for (const s of model.candidates[v]) {
    if (!nursesAllow(state, v, model.shifts[s].nurse)) continue;
    state.openBounds(v);
    bounds.hi[v] = Math.min(bounds.hi[v], latest);
    const { cost, pos } = state.inserter.best(state.routes[s], v, Infinity);
    if (cost === Infinity) {
      bounds.hi[v] = FAR;
      bounds.lo[v] = -FAR;
      continue;
    }
    state.begin();
    if (state.insert(v, s, pos) && standsAlone(state, counter))
      out.push(place(state, v, [{ shift: s, pos }], counter, before));
    state.rollback();
    bounds.lo[v] = -FAR;
    bounds.hi[v] = FAR;
  }
  return out;
}

/** The best crew for each of many starts; of equal crews the cheapest stays. */
function crewPlaces(state: State, v: number, counter: PartCounter, latest: number): FoundPlace[] {
  const { model, bounds } = state;
  const best = new Map<string, FoundPlace>();
  const before = counter.count();
  state.openBounds(v);
  const lo = bounds.lo[v];
  const hi = Math.min(bounds.hi[v], latest);
  const pinned = model.data.visits[v].pin?.shifts ?? [];
  for (const t of crewStarts(state, v, lo, hi)) {
    bounds.lo[v] = bounds.hi[v] = t;
    const offers = [];
    for (const s of model.candidates[v]) {
      const nurse = model.shifts[s].nurse;
      if (!nursesAllow(state, v, nurse)) continue;
      const { cost, pos } = state.inserter.best(state.routes[s], v, Infinity);
      if (cost < Infinity) offers.push({ shift: s, pos, nurse, cost: pinned.includes(s) ? -FAR : cost });
    }
    offers.sort((a, b) => a.cost - b.cost || a.shift - b.shift);
    const crew: typeof offers = [];
    for (const o of offers)
      if (crew.length < model.crew[v] && !crew.some((c) => c.nurse === o.nurse)) crew.push(o);
    const shifts = crew.map((c) => c.shift);
    if (crew.length < model.crew[v] || !crewAllows(state, v, shifts)) continue;
    if (!pinned.every((s) => shifts.includes(s))) continue;
    state.begin();
    const positions = crew.map((c) => c.pos);
    if (state.insertCrew(v, shifts, positions, t) && standsAlone(state, counter)) {
      const seats = crew.map(({ shift, pos }) => ({ shift, pos }));
      const found = place(state, v, seats, counter, before);
      const key = [...shifts].sort((a, b) => a - b).join();
      if (found.extra < (best.get(key)?.extra ?? Infinity)) best.set(key, found);
    }
    state.rollback();
  }
  bounds.lo[v] = -FAR;
  bounds.hi[v] = FAR;
  return [...best.values()];
}

function crewStarts(state: State, v: number, lo: number, hi: number): number[] {
  const { model } = state;
  const out = new Set<number>();
  for (let k = model.windowStart[v]; k < model.windowStart[v + 1]; k++) {
    const a = Math.max(lo, model.windowFrom[k]);
    const b = Math.min(hi, model.windowTo[k]);
    if (a > b) continue;
    for (let i = 0; i <= CREW_STARTS; i++) out.add(a + Math.floor(((b - a) * i) / CREW_STARTS));
    const wish = model.data.visits[v].preferred;
    if (wish) for (const t of [wish.from, wish.to]) if (t >= a && t <= b) out.add(t);
  }
  return [...out].sort((a, b) => a - b);
}

/** Every route has times, and no nurse is on two of her shifts at once. */
export function standsAlone(state: State, counter: PartCounter): boolean {
  const { routes, model } = state;
  if (!state.proper() || !routes.every((r) => r.length === 0 || r.cost < Infinity)) return false;
  return model.siblings.every(([a, b]) => {
    if (routes[a].length === 0 || routes[b].length === 0) return true;
    const x = counter.routeOf(a);
    const y = counter.routeOf(b);
    return x.return <= y.departure || y.return <= x.departure;
  });
}

function place(
  state: State,
  v: number,
  seats: FoundPlace["seats"],
  counter: PartCounter,
  before: Parts,
): FoundPlace {
  const { data } = state.model;
  const parts = difference(counter.count(), before);
  parts.unserved = 0;
  const stop = counter.routeOf(seats[0].shift).stops.find((x) => x.kind === "visit" && x.visit === v);
  return { seats, start: stop?.start ?? 0, extra: weighted(parts, data.weights), parts };
}
