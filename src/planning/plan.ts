/** The optimiser's solution as a plan document. */
import type {
  Plan,
  PlanCost,
  PlanLeg,
  PlanRoute,
  PlanStop,
  Problem,
  SolverFacts,
  UnservedVisit,
} from "../contracts/index.js";
import { PLAN_FORMAT } from "../contracts/planFormat.js";
import { instantWriter, type InstantWriter } from "../domain/localTime.js";
import type { TravelSource } from "../domain/travelSource.js";
import { NO_WAY, type ProblemData, type Route, type Solution, type SolveResult } from "../../solver/index.js";

/** What toPlan reads of a finished run. */
export type Solved = Pick<Extract<SolveResult, { kind: "solved" }>, "solution" | "iterations" | "stoppedBy">;

/** Facts about the run that the optimiser does not know. */
export interface PlanFacts {
  readonly engineVersion: string;
  readonly seed: number;
  readonly threads: number;
}

class PlanWriter {
  private readonly at: InstantWriter;

  constructor(
    private readonly problem: Problem,
    private readonly data: ProblemData,
    private readonly origin: number,
  ) {
    this.at = instantWriter(problem.timeZone);
  }

  private instant(clock: number): string {
    return this.at(this.origin + clock);
  }

  /** Absent where there is no way, which only a plan that is not valid can have. */
  private leg(mode: number, from: number, to: number): PlanLeg | undefined {
    const { id, legs } = this.data.modes[mode]!;
    const seconds = legs[from * this.data.placeCount + to]!;
    if (seconds === NO_WAY) return undefined;
    const distances = this.problem.travel.modes[id]?.distances;
    const metres = from === to ? 0 : distances?.[from]?.[to];
    return distances === undefined || metres === null || metres === undefined
      ? { seconds }
      : { seconds, metres: Math.max(0, metres) };
  }

  route(route: Route): PlanRoute {
    const shift = this.data.shifts[route.shift]!;
    let here = shift.startPlace;
    const stops = route.stops.map((stop): PlanStop => {
      const times = { start: this.instant(stop.start), end: this.instant(stop.end) };
      if (stop.kind === "break") return { kind: "break", breakId: shift.breaks[stop.break]!.id, ...times };
      const visit = this.data.visits[stop.visit]!;
      const place = visit.remote ? here : visit.place;
      const travel = this.leg(shift.mode, here, place);
      here = place;
      return {
        kind: "visit",
        visitId: visit.id,
        arrival: this.instant(stop.arrival),
        ...times,
        ...(travel === undefined ? {} : { travel }),
      };
    });
    const returnTravel = this.leg(shift.mode, here, shift.endPlace);
    return {
      shiftId: shift.id,
      departure: this.instant(route.departure),
      return: this.instant(route.return),
      stops,
      ...(returnTravel === undefined ? {} : { returnTravel }),
    };
  }

  unserved({ visit, reasons }: Solution["unserved"][number]): UnservedVisit {
    return {
      visitId: this.data.visits[visit]!.id,
      reasons: reasons.map(({ kind, rule, shifts }) => ({ kind, rule, shifts })),
    };
  }

  travelSource(): Record<string, TravelSource> {
    return Object.fromEntries(
      Object.entries(this.problem.travel.modes).map(([id, mode]) => [id, mode.source ?? { kind: "given" }]),
    );
  }
}

/**
 * The plan document: instants in the problem's time zone; routes, bought and unserved
 * visits in the order of the problem; travel by leg; solver facts; where the travel times
 * came from. The same solution and facts give the same document, byte for byte. The cost
 * is the checker's and is added by {@link withCost}.
 */
export function toPlan(
  problem: Problem,
  data: ProblemData,
  origin: number,
  solved: Solved,
  facts: PlanFacts,
): Plan {
  const writer = new PlanWriter(problem, data, origin);
  const { routes, bought, unserved } = solved.solution;
  const solver: SolverFacts = {
    engineVersion: facts.engineVersion,
    seed: facts.seed,
    threads: facts.threads,
    iterations: solved.iterations,
    stoppedBy: solved.stoppedBy,
  };
  return {
    format: PLAN_FORMAT,
    routes: routes.toSorted((a, b) => a.shift - b.shift).map((route) => writer.route(route)),
    bought: bought
      .toSorted((a, b) => a.visit - b.visit)
      .map(({ visit, provider }) => ({
        visitId: data.visits[visit]!.id,
        providerId: data.providers[provider]!.id,
      })),
    unserved: unserved.toSorted((a, b) => a.visit - b.visit).map((item) => writer.unserved(item)),
    solver,
    travelSource: writer.travelSource(),
  };
}

/** The plan with the checker's cost beside it. */
export function withCost(plan: Plan, cost: PlanCost): Plan {
  return { ...plan, cost };
}
