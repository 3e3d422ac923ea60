/** Where does a visit fit? Every shift and position with exact times; the best are told in full. */
import { checkPlan, COST_PARTS, type CostPart } from "../../checker/index.js";
import type { Plan, PlanRoute, Problem, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { insertionPlaces, type Route } from "../../../solver/index.js";
import { compileProblem } from "../compile.js";
import { fromPlan } from "../fromPlan.js";
import { toPlan } from "../plan.js";
import { crewMember } from "./crewPlace.js";
import type { LoadedVersion } from "./loadVersion.js";
import { weightsOf } from "./weights.js";

export interface CandidatePlace {
  readonly shiftId: string;
  readonly nurseId: string;
  /** 0: first of the round's visits. */
  readonly position: number;
  readonly start: string;
  /** Points that the day costs more with the visit made here; what it costs unserved is not in it. */
  readonly extraCost: number;
  /** Points by part; parts that stay the same are left out. */
  readonly parts: Readonly<Partial<Record<CostPart, number>>>;
  /** Other visits of the round whose start moves; later is positive. */
  readonly disturbed: readonly { readonly visitId: string; readonly shiftedSeconds: number }[];
}

/** The visit is not one that places can be found for. */
export class NoPlaces extends Error {
  override readonly name = "NoPlaces";
}

/** The problem of one shift and the visits on its round: cost parts of a round are those of its own. */
function onlyRound(problem: Problem, shiftId: string, visitIds: ReadonlySet<string>): Problem {
  const { links: _, limits: __, ...rest } = problem;
  return {
    ...rest,
    shifts: problem.shifts.filter(({ id }) => id === shiftId),
    visits: problem.visits.filter(({ id }) => visitIds.has(id)),
  };
}

type Parts = Readonly<Record<CostPart, number>>;

/** Points by part of one round; all 0 without visits. */
function partsOf(problem: Problem, round: PlanRoute | undefined): Parts {
  const zero = Object.fromEntries(COST_PARTS.map((part) => [part, 0])) as Record<CostPart, number>;
  if (round === undefined) return zero;
  const visitIds = new Set(round.stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : [])));
  const plan: Plan = { format: "kotikierros/plan@1", routes: [round], unserved: [] };
  const { cost } = checkPlan(onlyRound(problem, round.shiftId, visitIds), plan);
  const weights = weightsOf(problem);
  for (const part of COST_PARTS) zero[part] = cost.parts[part] * weights[part];
  return zero;
}

function startsOf(round: PlanRoute | undefined): Map<string, string> {
  return new Map(
    (round?.stops ?? []).flatMap((stop) => (stop.kind === "visit" ? [[stop.visitId, stop.start]] : [])),
  );
}

function describe(
  problem: Problem,
  visitId: string,
  position: number,
  before: PlanRoute | undefined,
  after: PlanRoute,
): CandidatePlace {
  const [old, now] = [partsOf(problem, before), partsOf(problem, after)];
  const changed = COST_PARTS.map((part) => [part, now[part] - old[part]] as const).filter(
    ([, points]) => points !== 0,
  );
  const starts = startsOf(after);
  const shift = problem.shifts.find(({ id }) => id === after.shiftId)!;
  return {
    shiftId: shift.id,
    nurseId: shift.nurseId,
    position,
    start: starts.get(visitId)!,
    extraCost: changed.reduce((sum, [, points]) => sum + points, 0),
    parts: Object.fromEntries(changed),
    disturbed: [...startsOf(before)].flatMap(([id, was]) => {
      const shiftedSeconds = epochSeconds(starts.get(id) ?? was) - epochSeconds(was);
      return id === visitId || shiftedSeconds === 0 ? [] : [{ visitId: id, shiftedSeconds }];
    }),
  };
}

function withVisit(problem: Problem, visit: string | Visit): { problem: Problem; visitId: string } {
  if (typeof visit === "string") {
    const known = problem.visits.find(({ id }) => id === visit);
    if (known === undefined) throw new NoPlaces(`the plan's problem has no visit ${visit}`);
    // Where it is pinned now is no reason not to look elsewhere.
    const { pin: _, ...free } = known;
    return {
      visitId: visit,
      problem: { ...problem, visits: problem.visits.map((one) => (one.id === visit ? free : one)) },
    };
  }
  if (problem.visits.some(({ id }) => id === visit.id))
    throw new NoPlaces(`visit ${visit.id} is there already`);
  if (!problem.clients.some(({ id }) => id === visit.clientId)) {
    throw new NoPlaces(`the plan's problem has no client ${visit.clientId}`);
  }
  if (!problem.visitTypes.some(({ id }) => id === visit.typeId)) {
    throw new NoPlaces(`the plan's problem has no visit type ${visit.typeId}`);
  }
  return { visitId: visit.id, problem: { ...problem, visits: [...problem.visits, visit] } };
}

/**
 * Valid places of a visit, cheapest first, the other visits in their orders. One that stands
 * on a round is taken off it first. Visits bound to other rounds (crews, gaps) keep their
 * starts. Costs are exact for the round but for `worstLate`, which is the round's own.
 *
 * Of a crew visit one nurse's place is looked for, at the start that the others keep.
 *
 * @param visit the id of a visit of the plan, or a new one of a client that the problem knows
 * @param limit most places told
 * @param wish `fromShiftId`, of a crew: whose place is given up (absent: the first one's); `eachShift`: the
 *   cheapest place of each shift only
 * @throws NoPlaces for an unknown id, and for a crew visit without anybody whose start could be kept
 */
export function findPlaces(
  base: Pick<LoadedVersion, "problem" | "plan">,
  visit: string | Visit,
  limit: number,
  { fromShiftId, eachShift = false }: { readonly fromShiftId?: string; readonly eachShift?: boolean } = {},
): { readonly places: readonly CandidatePlace[]; readonly found: number } {
  const { problem: whole, visitId } = withVisit(base.problem, visit);
  const isCrew = (whole.visits.find(({ id }) => id === visitId)?.crewSize ?? 1) > 1;
  const member = isCrew ? crewMember({ problem: whole, plan: base.plan }, visitId, fromShiftId) : null;
  if (isCrew && member === null)
    throw new NoPlaces(`visit ${visitId} needs a crew, and nobody of one stands`);
  const problem = member?.problem ?? whole;
  const { data, origin } = compileProblem(problem);
  const index = data.visits.findIndex(({ id }) => id === visitId);
  const solution = fromPlan(problem, data, origin, member?.plan ?? base.plan);
  const nurseOf = new Map(problem.shifts.map(({ id, nurseId }) => [id, nurseId]));
  const all = insertionPlaces(data, solution, index).filter(
    ({ shift }) => member?.others.has(nurseOf.get(data.shifts[shift]!.id) ?? "") !== true,
  );
  const seen = new Set<number>();
  // Cheapest first, so the first of a shift is its best.
  const wanted = eachShift ? all.filter(({ shift }) => !seen.has(shift) && seen.add(shift)) : all;
  const best = wanted.slice(0, limit);
  const write = (routes: readonly Route[]): Map<string, PlanRoute> => {
    const solved = {
      solution: { routes, bought: [], unserved: [] },
      iterations: 0,
      stoppedBy: "done",
    } as const;
    const plan = toPlan(problem, data, origin, solved, { engineVersion: "", seed: 0, threads: 1 });
    return new Map(plan.routes.map((route) => [route.shiftId, route]));
  };
  const was = write(solution.routes.filter(({ stops }) => stops.some((stop) => stop.kind === "visit")));
  const places = best.map(({ shift, position, route }) => {
    const shiftId = data.shifts[shift]!.id;
    return describe(problem, visitId, position, was.get(shiftId), write([route]).get(shiftId)!);
  });
  return { places, found: all.length };
}
