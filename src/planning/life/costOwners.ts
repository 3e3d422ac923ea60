/**
 * What a plan costs, by whose it is: what routes cost by nurse, what starts, changes, purchases and
 * absences cost by visit, and the worst lateness for the plan as a whole. Together exactly the
 * checker's total. Weighted points.
 */
import {
  checkPlan,
  COST_PARTS,
  type CostPart,
  type CostParts,
  DEFAULT_WEIGHTS,
  type Verdict,
} from "../../checker/index.js";
import type { Plan, PlanRoute, Problem, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { type Standing, standingsOf } from "./standings.js";

/** Parts that a route has by itself. */
const BY_NURSE = [
  "travel",
  "wait",
  "overtime",
  "unfamiliar",
  "outsideArea",
  "language",
  "overload",
  "use",
] as const;
/** Parts that a visit has by itself. */
const BY_VISIT = ["early", "late", "bought", "moved", "shifted", "unserved"] as const;

const DEFAULT_UNSERVED_COST = 100_000;

export interface NurseCost {
  readonly cost: number;
  /** In the order of her rounds. */
  readonly visitIds: readonly string[];
}

export interface CostOwners {
  readonly parts: Readonly<Record<CostPart, number>>;
  readonly nurses: ReadonlyMap<string, NurseCost>;
  readonly visits: ReadonlyMap<string, number>;
  readonly whole: number;
  readonly standings: ReadonlyMap<string, Standing>;
}

/** The route alone in a problem with its visits only: its other parts would speak of visits elsewhere. */
function routeParts(problem: Problem, route: PlanRoute): Readonly<CostParts> {
  const ids = new Set(route.stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : [])));
  const { previous: _, limits: __, ...rest } = problem;
  const own: Problem = {
    ...rest,
    visits: problem.visits.filter(({ id }) => ids.has(id)),
    shifts: problem.shifts.filter(({ id }) => id === route.shiftId),
    links: [],
  };
  return checkPlan(own, { format: "kotikierros/plan@1", routes: [route], unserved: [] }).cost.parts;
}

function visitParts(problem: Problem, visit: Visit, at: Standing): Record<(typeof BY_VISIT)[number], number> {
  const parts = { early: 0, late: 0, bought: 0, moved: 0, shifted: 0, unserved: 0 };
  // A bought visit that stands in a route too costs both: such a plan is not valid, its cost is counted.
  if (at.providerId !== null) {
    parts.bought = problem.providers?.find(({ id }) => id === at.providerId)?.cost ?? 0;
  }
  if (at.at === null) {
    if (at.providerId === null) parts.unserved = visit.unservedCost ?? DEFAULT_UNSERVED_COST;
    return parts;
  }
  if (visit.preferred !== undefined) {
    parts.early = Math.max(0, epochSeconds(visit.preferred.from) - at.at);
    parts.late = Math.max(0, at.at - epochSeconds(visit.preferred.to));
  }
  const before = problem.previous?.visits[visit.id];
  if (before !== undefined) {
    parts.shifted = Math.abs(at.at - epochSeconds(before.start));
    const [now, then] = [new Set(at.shiftIds), new Set(before.shiftIds)];
    parts.moved = now.size === then.size && [...then].every((id) => now.has(id)) ? 0 : 1;
  }
  return parts;
}

/** `verdict`: the checker's of this plan. */
export function costOwners(problem: Problem, plan: Plan, verdict: Verdict): CostOwners {
  const weights = { ...DEFAULT_WEIGHTS, ...problem.weights };
  const nurses = new Map<string, { cost: number; visitIds: string[] }>();
  for (const route of plan.routes) {
    const shift = problem.shifts.find(({ id }) => id === route.shiftId);
    if (shift === undefined) continue;
    const own = routeParts(problem, route);
    const entry = nurses.get(shift.nurseId) ?? { cost: 0, visitIds: [] };
    nurses.set(shift.nurseId, entry);
    entry.cost += BY_NURSE.reduce((sum, part) => sum + weights[part] * own[part], 0);
    for (const stop of route.stops) if (stop.kind === "visit") entry.visitIds.push(stop.visitId);
  }
  const standings = standingsOf(problem, plan);
  const visits = new Map(
    problem.visits.map((visit) => {
      const own = visitParts(problem, visit, standings.get(visit.id)!);
      return [visit.id, BY_VISIT.reduce((sum, part) => sum + weights[part] * own[part], 0)] as const;
    }),
  );
  const parts = Object.fromEntries(
    COST_PARTS.map((part) => [part, weights[part] * verdict.cost.parts[part]]),
  ) as Record<CostPart, number>;
  return { parts, nurses, visits, whole: parts.worstLate, standings };
}
