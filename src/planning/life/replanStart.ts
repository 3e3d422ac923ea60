/**
 * The published plan as a start for the rest of the day: what can no more be done is left out, so
 * that the optimiser need not find out what of a round that has become too long for its shift stays.
 */
import type { Plan, PlanRoute, Problem, Shift } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import type { DaySolver, SolvedNow, SolveWish } from "./ports.js";

function routeLeft(route: PlanRoute, shift: Shift, problem: VisitsOf): PlanRoute {
  const latest = epochSeconds(shift.to) + 60 * (shift.maxOvertimeMinutes ?? 0);
  const breaks = new Set((shift.breaks ?? []).map(({ id }) => id));
  // What comes after the first visit that is too late would only be late, too.
  const tooLate = epochSeconds(route.return) > latest;
  const stops = route.stops.filter((stop) => {
    if (stop.kind === "break") return breaks.has(stop.breakId);
    const pin = problem.get(stop.visitId);
    if (pin === undefined) return false;
    if (pin !== null) return pin.has(shift.id);
    return !tooLate;
  });
  const short = stops.length < route.stops.length && tooLate;
  return { ...route, stops, ...(short ? { return: shift.to } : {}) };
}

/** By visit: the shifts that it is pinned to, null for one without. */
type VisitsOf = ReadonlyMap<string, ReadonlySet<string> | null>;

function pinsOf(problem: Problem): VisitsOf {
  return new Map(
    problem.visits.map(({ id, pin }) => {
      const shiftIds = [...(pin?.shiftId === undefined ? [] : [pin.shiftId]), ...(pin?.shiftIds ?? [])];
      return [id, shiftIds.length === 0 ? null : new Set(shiftIds)];
    }),
  );
}

/** What of the plan fits the problem: its shifts, its visits, its pins. */
export function replanStart(problem: Problem, plan: Plan): Plan {
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const visits = pinsOf(problem);
  return {
    ...plan,
    routes: plan.routes.flatMap((route) => {
      const shift = shifts.get(route.shiftId);
      if (shift === undefined) return [];
      const left = routeLeft(route, shift, visits);
      return left.stops.some(({ kind }) => kind === "visit") ? [left] : [];
    }),
  };
}

/** Solves the rest of a day from the plan. */
export async function solveRest(
  solver: DaySolver,
  problem: Problem,
  wish: Omit<SolveWish, "start">,
  plan: Plan,
): Promise<SolvedNow> {
  return solver.solve(problem, { ...wish, start: replanStart(problem, plan) });
}
