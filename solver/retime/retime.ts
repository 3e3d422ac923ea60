/**
 * Times for given orders: the order of every route stays, the starts are chosen. Where no
 * valid times exist the least bad ones come back: fewest seconds outside windows and past
 * the last return. Which rules they break is for the checker to say.
 */
import type { Model } from "../model/model.js";
import type { ProblemData } from "../model/problem.js";
import type { Route as PlannedRoute, Stop } from "../model/solution.js";
import { LooseModel } from "./loose.js";
import { type Order, type Part, PartModel, partOf } from "./part.js";
import { GroupTimer, type Settled } from "./settle.js";

export type { Order } from "./part.js";

export interface Retimed {
  /** One for each order with visits, in their order. */
  readonly routes: readonly PlannedRoute[];
  /** Shifts that have no valid times in this order, or none with what they are bound to. */
  readonly unfit: readonly number[];
}

/** Most routes timed in search of better common starts: an edit of a day of many links answers at once too. */
const ROUTES_TRIED = 90;

/** Orders that are bound to each other by crews or gaps, each group by itself. */
function groupsOf(model: Model, orders: readonly Order[]): Order[][] {
  const group = orders.map((_, index) => index);
  const root = (index: number): number => (group[index] === index ? index : root(group[index]));
  const at = new Map<number, number>();
  orders.forEach(({ visits }, index) => {
    for (const visit of visits) {
      const other = at.get(visit);
      if (other === undefined) at.set(visit, index);
      else group[root(index)] = root(other);
    }
  });
  for (const { first, second } of model.gaps) {
    const a = at.get(first);
    const b = at.get(second);
    if (a !== undefined && b !== undefined) group[root(a)] = root(b);
  }
  const byRoot = new Map<number, Order[]>();
  orders.forEach((order, index) => {
    const list = byRoot.get(root(index));
    if (list === undefined) byRoot.set(root(index), [order]);
    else list.push(order);
  });
  return [...byRoot.values()];
}

/** Starts worth trying for a bound visit: as it was, and the edges of what it likes. */
function startsToTry(model: Model, visit: number, hint: number | undefined): number[] {
  const { preferred } = model.data.visits[visit];
  const list = [hint, model.data.previous[visit]?.start, preferred?.from, preferred?.to];
  return [...new Set(list.filter((t) => t !== undefined))];
}

/** Starts as they were, and visits that are on other shifts than then. */
type Before = Pick<Part, "hints" | "moved">;

/** The best times found for one group; exact for a group of one route without bound visits. */
function timeGroup(
  model: Model,
  orders: readonly Order[],
  timer: GroupTimer,
  { hints, moved }: Before,
): Settled | null {
  const bound = [...new Set(orders.flatMap(({ visits }) => visits.filter((v) => model.coupled[v] === 1)))];
  let fixed = new Map<number, number>();
  let best = timer.settle(fixed);
  if (bound.length === 0) return best;
  const consider = (other: Map<number, number>): void => {
    const found = timer.settle(other);
    if (found === null || (best !== null && found.cost >= best.cost)) return;
    best = found;
    fixed = other;
  };
  const kept = bound.filter((v) => hints.has(v));
  consider(new Map(kept.map((v) => [v, hints.get(v)!])));
  // What stands elsewhere now may need another time there while all others keep theirs.
  if (kept.some((v) => moved.has(v)))
    consider(new Map(kept.filter((v) => !moved.has(v)).map((v) => [v, hints.get(v)!])));
  let left = Math.floor(ROUTES_TRIED / orders.length);
  for (const visit of bound) {
    for (const start of startsToTry(model, visit, hints.get(visit))) {
      if (left-- > 0) consider(new Map([...fixed, [visit, start]]));
    }
  }
  return best;
}

interface TimedGroup {
  /** Null: not even loose times were found. */
  readonly timed: Settled | null;
  readonly unfit: readonly Order[];
}

/**
 * Valid times where there are some. Else only the orders that have none by themselves may break their
 * limits, and all of the group where the others cannot keep theirs beside them.
 */
function timesOfGroup(
  strict: PartModel,
  loose: () => LooseModel,
  orders: readonly Order[],
  before: Before,
): TimedGroup {
  const timer = new GroupTimer(strict, orders);
  const hopeless = timer.hopeless();
  if (hopeless.length === 0) {
    const timed = timeGroup(strict, orders, timer, before);
    if (timed !== null) return { timed, unfit: [] };
  } else if (hopeless.length < orders.length) {
    const mixed = new GroupTimer(loose(), orders, (order) => (hopeless.includes(order) ? loose() : strict));
    const timed = timeGroup(loose(), orders, mixed, before);
    if (timed !== null) return { timed, unfit: hopeless };
  }
  const timed = timeGroup(loose(), orders, new GroupTimer(loose(), orders), before);
  return { timed, unfit: orders };
}

/** One stop after the other, without breaks: what is left where not even loose times exist. */
function walk(model: Model, { shift: index, visits }: Order): PlannedRoute {
  const shift = model.shifts[index];
  let here = shift.startPlace;
  let clock = shift.from;
  const stops = visits.map((visit): Stop => {
    const next = model.remote[visit] ? here : model.place[visit];
    const arrival = clock + shift.legs[here * model.places + next];
    here = next;
    clock = arrival + model.seconds[visit];
    return { kind: "visit", visit, arrival, start: arrival, end: clock };
  });
  const back = clock + shift.legs[here * model.places + shift.endPlace];
  return { shift: index, departure: shift.from, return: back, stops };
}

/**
 * Chooses times for the orders given. Skills, pins on shifts and crews that lack a nurse are
 * not looked at. Visits that stand in none of the orders do not count, in gaps neither.
 *
 * @param orders at most one for each shift; those without visits are left out
 * @param hints starts as they were, by visit: bound visits keep them where that costs nothing
 * @param moved visits that are on other shifts than then
 */
export function retime(
  data: ProblemData,
  orders: readonly Order[],
  hints: ReadonlyMap<number, number> = new Map(),
  moved: ReadonlySet<number> = new Set(),
): Retimed {
  const wanted = orders.filter(({ visits }) => visits.length > 0);
  const part = partOf(data, wanted, hints, moved);
  const model = new PartModel(part.data);
  const used = part.orders;
  const unfit: number[] = [];
  const routes = new Map<number, PlannedRoute>();
  let made: LooseModel | null = null;
  const loose = (): LooseModel => (made ??= new LooseModel(model));
  for (const group of groupsOf(model, used)) {
    const { timed, unfit: broken } = timesOfGroup(model, loose, group, part);
    unfit.push(...broken.map(({ shift }) => shift));
    const found = timed?.routes ?? group.map((order) => walk(made ?? model, order));
    for (const route of found) routes.set(route.shift, route);
  }
  return {
    routes: used.map(({ shift }) => part.toWhole(routes.get(shift)!)),
    unfit: unfit.map((shift) => wanted[shift].shift),
  };
}
