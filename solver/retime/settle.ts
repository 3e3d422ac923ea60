/**
 * Times of routes whose orders are given and whose visits may be bound to each other: crews
 * start together, gaps are kept. Each route's times are exact for the bounds set on it; the
 * bounds are found by raising: whoever is too soon waits for the other.
 */
import { FAR, type Model } from "../model/model.js";
import type { Route as PlannedRoute } from "../model/solution.js";
import { StartBounds } from "../schedule/bounds.js";
import { Route } from "../schedule/route.js";
import { timesOf } from "../schedule/times.js";

/** A shift and its visits in the order in which they are made. */
export interface Order {
  readonly shift: number;
  readonly visits: readonly number[];
}

export interface Settled {
  readonly routes: readonly PlannedRoute[];
  /** Points of these routes and of their crews' starts, by the model's prices. */
  readonly cost: number;
}

/** Rounds of raising before it is given up. */
const ROUNDS = 60;

function startsOf(routes: readonly PlannedRoute[]): Map<number, number[]> {
  const starts = new Map<number, number[]>();
  for (const route of routes) {
    for (const stop of route.stops) {
      if (stop.kind !== "visit") continue;
      const list = starts.get(stop.visit);
      if (list === undefined) starts.set(stop.visit, [stop.start]);
      else list.push(stop.start);
    }
  }
  return starts;
}

/** Raises bounds that the starts found break. True: some were. */
function raise(model: Model, bounds: StartBounds, starts: ReadonlyMap<number, readonly number[]>): boolean {
  let changed = false;
  const notBefore = (visit: number, t: number): void => {
    if (bounds.lo[visit] >= t) return;
    bounds.lo[visit] = t;
    changed = true;
  };
  for (const [visit, list] of starts) {
    if (list.length > 1) {
      const last = Math.max(...list);
      if (list.some((t) => t < last)) notBefore(visit, last);
    }
  }
  for (const { first, second, min, max } of model.gaps) {
    const a = starts.get(first)?.[0];
    const b = starts.get(second)?.[0];
    if (a === undefined || b === undefined) continue;
    if (b < a + min) notBefore(second, a + min);
    if (max < FAR && a < b - max) notBefore(first, b - max);
  }
  return changed;
}

/**
 * Times for the orders, each with at least one visit, with some visits' starts fixed.
 * Null: no times were found under these.
 */
export function settle(
  model: Model,
  orders: readonly Order[],
  fixed: ReadonlyMap<number, number>,
): Settled | null {
  const bounds = new StartBounds(model.visits);
  for (const [visit, start] of fixed) {
    bounds.lo[visit] = start;
    bounds.hi[visit] = start;
  }
  const routes = orders.map(({ shift }) => new Route(model, shift, bounds));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, route] of routes.entries()) {
      route.setSequence(orders[index].visits);
      if (route.cost === Infinity) return null;
    }
    const planned = routes.map((route) => timesOf(route));
    const starts = startsOf(planned);
    if (raise(model, bounds, starts)) continue;
    let cost = 0;
    for (const route of routes) cost += route.cost;
    for (const [visit, [start]] of starts) if (model.crew[visit] > 1) cost += model.startPrice(visit, start);
    return { routes: planned, cost };
  }
  return null;
}
