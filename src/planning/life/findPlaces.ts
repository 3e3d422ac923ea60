/** Where does a visit fit? Every shift and position with exact times; the best are told in full. */
import { checkPlan, COST_PARTS, type CostPart } from "../../checker/index.js";
import type { Plan, PlanRoute, Problem, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { type ClosedShift, insertionPlaces, type Route, type VisitPlace } from "../../../solver/index.js";
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

/** A shift without a place for the visit. */
export interface BarredShift {
  readonly shiftId: string;
  readonly nurseId: string;
  /** `crew`: its nurse is in the crew already; else as `ClosedShift` of the solver. */
  readonly rule: ClosedShift["rule"] | "crew";
  /** Skills that the nurse lacks. */
  readonly skills: readonly string[];
}

export interface FoundPlaces {
  readonly places: readonly CandidatePlace[];
  /** Of all shifts; `places` may be cut. */
  readonly found: number;
  readonly barred: readonly BarredShift[];
  /** Where the visit is now; null: nowhere, or where it breaks rules. */
  readonly present: CandidatePlace | null;
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

interface Rounds {
  readonly now: PlanRoute | undefined;
  /** As now, but never with the visit. */
  readonly without: PlanRoute | undefined;
  readonly after: PlanRoute;
}

function describe(
  problem: Problem,
  visitId: string,
  position: number,
  { now: before, without, after }: Rounds,
): CandidatePlace {
  const [old, now] = [partsOf(problem, without), partsOf(problem, after)];
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

/** The visit's place among the visits of a round; -1: not on it. */
function standsAt(round: PlanRoute | undefined, visitId: string): number {
  return (round?.stops ?? [])
    .filter((stop) => stop.kind === "visit")
    .findIndex((stop) => stop.visitId === visitId);
}

/**
 * Valid places of a visit, cheapest first, the other visits in their orders. One that stands
 * on a round is taken off it first. Visits bound to other rounds (crews, gaps) keep their
 * starts. Costs are exact for the round but for `worstLate`, which is the round's own.
 *
 * Of a crew visit one nurse's place is looked for, at the start that the others keep.
 *
 * @param visit the id of a visit of the plan, or a new one of a client that the problem knows
 * @param limit most places told; shifts without one are told all, each with the rule in its way
 * @param wish `fromShiftId`, of a crew: whose place is given up (absent: the first one's); `eachShift`: the
 *   cheapest place of each shift only
 * @throws NoPlaces for an unknown id, and for a crew visit without anybody whose start could be kept
 */
export function findPlaces(
  base: Pick<LoadedVersion, "problem" | "plan">,
  visit: string | Visit,
  limit: number,
  { fromShiftId, eachShift = false }: { readonly fromShiftId?: string; readonly eachShift?: boolean } = {},
): FoundPlaces {
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
  const shiftIdOf = ({ shift }: { readonly shift: number }): string => data.shifts[shift]!.id;
  const inCrew = (nurseId: string): boolean => member?.others.has(nurseId) === true;
  const { places: everywhere, closed } = insertionPlaces(data, solution, index);
  const all = everywhere.filter((place) => !inCrew(nurseOf.get(shiftIdOf(place)) ?? ""));
  const closedBy = new Map(closed.map((one) => [shiftIdOf(one), one]));
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
    const written = toPlan(problem, data, origin, solved, { engineVersion: "", seed: 0, threads: 1 });
    return new Map(written.routes.map((route) => [route.shiftId, route]));
  };
  const was = write(solution.routes.filter(({ stops }) => stops.some((stop) => stop.kind === "visit")));
  const tell = (place: VisitPlace): CandidatePlace => {
    const shiftId = shiftIdOf(place);
    const now = was.get(shiftId);
    const without = (): PlanRoute | undefined =>
      place.without === null ? undefined : write([place.without]).get(shiftId);
    return describe(problem, visitId, place.position, {
      now,
      without: standsAt(now, visitId) >= 0 ? without() : now,
      after: write([place.route]).get(shiftId)!,
    });
  };
  const present = all.find((place) => standsAt(was.get(shiftIdOf(place)), visitId) === place.position);
  return {
    places: best.map(tell),
    found: all.length,
    present: present === undefined ? null : tell(present),
    barred: problem.shifts.flatMap(({ id: shiftId, nurseId }): BarredShift[] => {
      if (inCrew(nurseId)) return [{ shiftId, nurseId, rule: "crew", skills: [] }];
      const why = closedBy.get(shiftId);
      return why === undefined
        ? []
        : [{ shiftId, nurseId, rule: why.rule, skills: why.skills.map((k) => data.skillIds[k]!) }];
    }),
  };
}
