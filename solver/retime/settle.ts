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
import type { Order } from "./part.js";

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

interface Timed {
  readonly planned: PlannedRoute;
  readonly cost: number;
}

/** One order's times by the bounds of its bound visits; what was found once is kept. */
class OrderTimer {
  private readonly route: Route;
  private readonly bound: readonly number[];
  private readonly known = new Map<string, Timed | null>();

  constructor(
    model: Model,
    private readonly order: Order,
    private readonly bounds: StartBounds,
  ) {
    this.route = new Route(model, order.shift, bounds);
    this.bound = order.visits.filter((visit) => model.coupled[visit] === 1);
  }

  /** Null: no times under the bounds as they stand. */
  time(): Timed | null {
    const { lo, hi } = this.bounds;
    const key = this.bound.map((visit) => `${lo[visit]}:${hi[visit]}`).join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.route.setSequence(this.order.visits);
    const found =
      this.route.cost === Infinity ? null : { planned: timesOf(this.route), cost: this.route.cost };
    this.known.set(key, found);
    return found;
  }
}

/** Orders that are bound to each other, each with at least one visit. */
export class GroupTimer {
  private readonly bounds: StartBounds;
  private readonly timers: readonly OrderTimer[];

  /**
   * @param model of prices and gaps
   * @param modelOf by which an order is timed
   */
  constructor(
    private readonly model: Model,
    private readonly orders: readonly Order[],
    modelOf: (order: Order) => Model = () => model,
  ) {
    this.bounds = new StartBounds(model.visits);
    this.timers = orders.map((order) => new OrderTimer(modelOf(order), order, this.bounds));
  }

  /** Orders that have no times even by themselves: with one of them the group has none, whatever is fixed. */
  hopeless(): readonly Order[] {
    this.free();
    return this.orders.filter((_, at) => this.timers[at].time() === null);
  }

  private free(): void {
    this.bounds.lo.fill(-FAR);
    this.bounds.hi.fill(FAR);
  }

  /** Times with some visits' starts fixed. Null: no times were found under these. */
  settle(fixed: ReadonlyMap<number, number>): Settled | null {
    const { bounds, model } = this;
    this.free();
    for (const [visit, start] of fixed) {
      bounds.lo[visit] = start;
      bounds.hi[visit] = start;
    }
    // Raising never brings a visit forward: how late one may be beside a fixed start is said at once.
    for (const { first, second, min, max } of model.gaps) {
      const a = fixed.get(first);
      const b = fixed.get(second);
      if (a !== undefined && b === undefined) bounds.hi[second] = Math.min(bounds.hi[second], a + max);
      if (b !== undefined && a === undefined) bounds.hi[first] = Math.min(bounds.hi[first], b - min);
    }
    for (let round = 0; round < ROUNDS; round++) {
      const planned: PlannedRoute[] = [];
      let cost = 0;
      for (const timer of this.timers) {
        const timed = timer.time();
        if (timed === null) return null;
        planned.push(timed.planned);
        cost += timed.cost;
      }
      const starts = startsOf(planned);
      if (raise(model, bounds, starts)) continue;
      for (const [visit, [start]] of starts)
        if (model.crew[visit] > 1) cost += model.startPrice(visit, start);
      return { routes: planned, cost };
    }
    return null;
  }
}
