/** The whole plan, followed once: what every rule and every cost part reads. */
import type { Plan, Problem, Purchase, Visit } from "./documents.js";
import { type Lookup, lookupOf, nurseIdOf } from "./lookup.js";
import { NotCheckable } from "./notCheckable.js";
import { type WalkedRoute, walkRoute } from "./walk.js";

/** One standing of a visit in a route. */
export interface Standing {
  readonly shiftId: string;
  /** Seconds since the epoch. */
  readonly start: number;
}

/** Where a visit of the problem stands in the plan. */
export interface Placement {
  readonly visit: Visit;
  /** In the order of the plan's routes; empty if no nurse comes. */
  readonly standings: readonly Standing[];
  readonly unserved: number;
  readonly bought: number;
}

export interface Day {
  readonly lookup: Lookup;
  readonly plan: Plan;
  /** Routes of known shifts, in the plan's order. */
  readonly routes: readonly WalkedRoute[];
  readonly unknownShiftIds: readonly string[];
  /** Every visit of the problem, in the problem's order. */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly purchases: readonly Purchase[];
}

/** @throws NotCheckable where a document cannot be read at all */
export function readDay(problem: Problem, plan: Plan): Day {
  if (problem.format !== "kotikierros/problem@1" || plan.format !== "kotikierros/plan@1") {
    throw new NotCheckable(
      "format-unknown",
      "/format",
      "not a problem and a plan of version 1",
      'Give a problem with "kotikierros/problem@1" and a plan with "kotikierros/plan@1".',
    );
  }
  const lookup = lookupOf(problem);
  const routes: WalkedRoute[] = [];
  const unknownShiftIds: string[] = [];
  for (const route of plan.routes) {
    const shift = lookup.shifts.get(route.shiftId);
    if (shift === undefined) unknownShiftIds.push(route.shiftId);
    else routes.push(walkRoute(lookup, shift, route));
  }
  const purchases = plan.bought ?? [];
  return { lookup, plan, routes, unknownShiftIds, placements: placementsOf(lookup, plan, routes), purchases };
}

function placementsOf(
  lookup: Lookup,
  plan: Plan,
  routes: readonly WalkedRoute[],
): ReadonlyMap<string, Placement> {
  const standings = new Map<string, Standing[]>();
  for (const { shift, visits } of routes) {
    for (const { visit, start } of visits) {
      const list = standings.get(visit.id);
      if (list === undefined) standings.set(visit.id, [{ shiftId: shift.id, start }]);
      else list.push({ shiftId: shift.id, start });
    }
  }
  const unserved = tally(plan.unserved);
  const bought = tally(plan.bought ?? []);
  const placements = new Map<string, Placement>();
  for (const [id, visit] of lookup.visits) {
    placements.set(id, {
      visit,
      standings: standings.get(id) ?? [],
      unserved: unserved.get(id) ?? 0,
      bought: bought.get(id) ?? 0,
    });
  }
  return placements;
}

function tally(items: readonly { readonly visitId: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { visitId } of items) counts.set(visitId, (counts.get(visitId) ?? 0) + 1);
  return counts;
}

export function isServed(placement: Placement): boolean {
  return placement.standings.length > 0;
}

/** The start that costs and links go by: that of the plan's first route with the visit. */
export function startOf(placement: Placement): number | undefined {
  return placement.standings[0]?.start;
}

/** The nurses who come to a visit. */
export function nursesOf(day: Day, placement: Placement): ReadonlySet<string> {
  return new Set(placement.standings.map(({ shiftId }) => nurseIdOf(day.lookup, shiftId)));
}
