/**
 * Routes that depend on each other (crews, gaps, the worst lateness, two shifts of one nurse)
 * timed together by linear programming, orders and places of breaks being settled. Every
 * answer is checked and priced again in whole numbers, and taken only where it costs less.
 */
import type { LpEngine } from "../lp/engine.js";
import type { Model } from "../model/model.js";
import type { Route as PlannedRoute } from "../model/solution.js";
import { groupsByPairs } from "../support/groups.js";
import { solveDifferences } from "./coupled/program.js";
import { type Behind, Timetable } from "./coupled/timetable.js";

export type { Behind } from "./coupled/timetable.js";

export interface Retimed {
  /** In the order given. */
  readonly routes: PlannedRoute[];
  /** Points less than before; at least 0. */
  readonly saved: number;
}

/** Stops of a group past which its program takes too long. */
export const MOST_STOPS = 400;

/** The routes with the best common times that the engine finds for each group of coupled ones. */
export function retimeCoupled(
  model: Model,
  routes: readonly PlannedRoute[],
  behind: readonly Behind[],
  lp: LpEngine,
  mostStops = MOST_STOPS,
): Retimed {
  const out = [...routes];
  let saved = 0;
  for (const group of coupledGroups(model, routes, behind)) {
    const members = group.map((r) => routes[r]);
    if (members.reduce((sum, { stops }) => sum + stops.length, 0) > mostStops) continue;
    const table = new Timetable(model, members, behind);
    const d = table.differences;
    const now = table.now();
    const before = d.cost(now);
    if (before === 0) continue;
    const timed = solveDifferences(d, lp);
    if (!timed || (d.holds(now) && timed.cost >= before)) continue;
    saved += before - timed.cost;
    table.withTimes(timed.at).forEach((route, i) => (out[group[i]] = route));
  }
  return { routes: out, saved };
}

/** Positions of the routes of each group that something couples; routes alone are left out. */
export function coupledGroups(
  model: Model,
  routes: readonly PlannedRoute[],
  behind: readonly Behind[],
): number[][] {
  const pairs: [number, number][] = [];
  const join = (a: number, b: number): void => void pairs.push([a, b]);
  const routeOf = new Map<number, number>();
  let withPreferred = -1;
  routes.forEach((route, r) => {
    for (const stop of route.stops) {
      if (stop.kind === "break") continue;
      const other = routeOf.get(stop.visit);
      if (other !== undefined) join(r, other);
      routeOf.set(stop.visit, r);
      if (model.data.weights.worstLate === 0 || !model.data.visits[stop.visit].preferred) continue;
      join(r, withPreferred >= 0 ? withPreferred : r);
      withPreferred = r;
    }
  });
  for (const { first, second } of model.gaps) {
    const a = routeOf.get(first);
    const b = routeOf.get(second);
    if (a !== undefined && b !== undefined) join(a, b);
  }
  for (const { first, second } of behind) {
    const a = routes.findIndex(({ shift }) => shift === first);
    const b = routes.findIndex(({ shift }) => shift === second);
    if (a >= 0 && b >= 0) join(a, b);
  }
  const first = groupsByPairs(routes.length, pairs);
  const coupled = new Set(pairs.flat());
  const groups = new Map<number, number[]>();
  first.forEach((group, r) => {
    if (!coupled.has(r)) return;
    const list = groups.get(group);
    if (list) list.push(r);
    else groups.set(group, [r]);
  });
  return [...groups.values()];
}
