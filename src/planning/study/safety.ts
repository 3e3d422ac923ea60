/**
 * Planning at a chosen quantile: every visit and leg is planned as long as it takes in that share
 * of cases, the day is solved again from the plan, and the plan found is read back with the
 * planned times. What safety costs is the difference of the costs, with the planned times both.
 */
import { checkPlan } from "../../checker/index.js";
import type { Plan, PlanRoute, Problem } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { instantWriter } from "../../domain/localTime.js";
import { factorAt, TRAVEL_SPREAD, VISIT_SPREAD } from "../../../solver/index.js";
import { LimitsConflict, PinsConflict, PlanRefused } from "../errors.js";
import { solveDay } from "../solveDay.js";
import { replayed, type Spreads } from "./replays.js";
import type { StudyTools } from "./tools.js";

interface SafetySide {
  /** Points, with the times as planned in the problem. */
  readonly cost: number;
  readonly unserved: number;
  /** Late visits of a day, on average. */
  readonly meanLate: number;
  readonly noneLate: number;
  /** Seconds of overtime of all nurses, on average. */
  readonly meanOvertime: number;
}

export interface Safety {
  readonly quantile: number;
  readonly before: SafetySide;
  /** Null: no plan was found with the longer times. */
  readonly after: SafetySide | null;
  /** Points that safety costs; null without `after`. */
  readonly price: number | null;
  /** The safer plan, valid for the problem as it is. */
  readonly plan: Plan | null;
}

interface SafetyAsk {
  readonly seed: number;
  readonly samples: number;
  readonly spreads: Spreads;
  readonly quantile: number;
  /** For planning again. */
  readonly seconds: number;
}

/** @param plan valid */
export function planSafely(
  problem: Problem,
  plan: Plan,
  ask: SafetyAsk,
  tools: Pick<StudyTools, "clock" | "cancelled">,
): Safety {
  const before = side(problem, plan, ask);
  const found = solved(inflated(problem, ask), plan, ask.seconds, tools);
  const safer = found === null ? null : deflated(problem, found);
  const after = safer === null || !checkPlan(problem, safer).valid ? null : side(problem, safer, ask);
  return {
    quantile: ask.quantile,
    before,
    after,
    price: after === null ? null : after.cost - before.cost,
    plan: after === null ? null : safer,
  };
}

function side(problem: Problem, plan: Plan, ask: SafetyAsk): SafetySide {
  const { found } = replayed(problem, plan, ask);
  return {
    cost: checkPlan(problem, plan).cost.total,
    unserved: plan.unserved.length,
    meanLate: found.meanLate,
    noneLate: found.noneLate,
    meanOvertime: found.shifts.reduce((sum, { meanOvertime }) => sum + meanOvertime, 0),
  };
}

/** The problem with visits and ways as long as in the chosen share of cases, and never shorter. */
export function inflated(
  problem: Problem,
  { spreads, quantile }: Pick<SafetyAsk, "spreads" | "quantile">,
): Problem {
  const onTheWay = Math.max(1, factorAt(spreads.travel ?? TRAVEL_SPREAD, quantile));
  const atVisit = (typeId: string): number =>
    Math.max(1, factorAt(spreads.visitTypes?.[typeId] ?? spreads.visits ?? VISIT_SPREAD, quantile));
  const modes = Object.entries(problem.travel.modes).map(([id, mode]) => [
    id,
    mode.durations === undefined
      ? mode
      : {
          ...mode,
          durations: mode.durations.map((row) =>
            row.map((t) => (t === null ? null : Math.ceil(t * onTheWay))),
          ),
        },
  ]);
  return {
    ...problem,
    travel: { ...problem.travel, modes: Object.fromEntries(modes) as Problem["travel"]["modes"] },
    visits: problem.visits.map((visit) =>
      visit.pin?.begun === true
        ? visit
        : { ...visit, minutes: Math.ceil(visit.minutes * atVisit(visit.typeId)) },
    ),
  };
}

/** Null: the pins or limits cannot hold with the longer times. */
function solved(
  problem: Problem,
  start: Plan,
  seconds: number,
  { clock, cancelled }: Pick<StudyTools, "clock" | "cancelled">,
): Plan | null {
  const begun = clock();
  try {
    return solveDay(problem, { seed: 1, seconds, start }, { clock: () => clock() - begun, cancelled }).plan;
  } catch (error) {
    if (error instanceof PinsConflict || error instanceof LimitsConflict || error instanceof PlanRefused)
      return null;
    throw error;
  }
}

/** The same starts with the planned lengths: what was left for slow days is idle time now. */
function deflated(problem: Problem, plan: Plan): Plan {
  const at = instantWriter(problem.timeZone);
  const placeIndex = new Map(problem.places.map(({ id }, index) => [id, index]));
  const clients = new Map(problem.clients.map((client) => [client.id, client]));
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const route = (one: PlanRoute): PlanRoute => {
    const shift = shifts.get(one.shiftId)!;
    const mode = problem.travel.modes[shift.mode]!;
    let here = shift.startPlaceId;
    let clock = epochSeconds(one.departure);
    let earliest = clock;
    let rested = 0;
    const leg = (to: string): number => {
      if (to === here) return 0;
      const seconds = mode.durations?.[placeIndex.get(here)!]?.[placeIndex.get(to)!] ?? 0;
      const setup = problem.places[placeIndex.get(to)!]!.setupSeconds ?? 0;
      return seconds + (mode.perStopSeconds ?? 0) + setup;
    };
    const stops = one.stops.map((stop) => {
      if (stop.kind === "break") {
        const end = epochSeconds(stop.end);
        rested += end - epochSeconds(stop.start);
        earliest = Math.max(earliest, end);
        return stop;
      }
      const visit = visits.get(stop.visitId)!;
      const place = visit.remote === true ? here : clients.get(visit.clientId)!.placeId;
      const travel = leg(place);
      const arrival = clock + travel;
      clock = epochSeconds(stop.start) + 60 * visit.minutes;
      earliest = clock;
      rested = 0;
      here = place;
      return {
        kind: "visit" as const,
        visitId: stop.visitId,
        arrival: at(arrival),
        start: stop.start,
        end: at(clock),
      };
    });
    const back = Math.max(earliest, clock + rested + leg(shift.endPlaceId));
    return { shiftId: one.shiftId, departure: one.departure, return: at(back), stops };
  };
  const { format, unserved, bought } = plan;
  return {
    format,
    routes: plan.routes.map(route),
    ...(bought === undefined ? {} : { bought }),
    unserved: unserved.map(({ visitId }) => ({ visitId, reasons: [] })),
  };
}
