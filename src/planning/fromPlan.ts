/** A plan document read back as the optimiser's solution, for warm starts and re-timing. */
import type { Plan, PlanReason, PlanRoute, Problem, UnservedVisit } from "../contracts/index.js";
import { epochSeconds } from "../domain/instant.js";
import type { ProblemData, Route, Solution, Stop, UnservedReason } from "../../solver/index.js";
import { IdTable } from "./idTable.js";

/** Something of a plan that the problem does not know, hence left out. */
export interface Dropped {
  readonly what: "shift" | "second-route" | "visit" | "break" | "provider";
  readonly id: string;
}

type Report = (dropped: Dropped) => void;

class PlanReader {
  private readonly visits: IdTable;
  private readonly shifts: IdTable;
  private readonly providers: IdTable;

  constructor(
    private readonly data: ProblemData,
    private readonly origin: number,
    private readonly report: Report,
  ) {
    const ids = (list: readonly { readonly id: string }[]): string[] => list.map((item) => item.id);
    this.visits = new IdTable("visit", ids(data.visits));
    this.shifts = new IdTable("shift", ids(data.shifts));
    this.providers = new IdTable("provider", ids(data.providers));
  }

  private clock(instant: string): number {
    return epochSeconds(instant) - this.origin;
  }

  private visit(id: string): number | undefined {
    const visit = this.visits.find(id);
    if (visit === undefined) this.report({ what: "visit", id });
    return visit;
  }

  private stops(route: PlanRoute, shift: number): Stop[] {
    const stops: Stop[] = [];
    const { breaks } = this.data.shifts[shift]!;
    for (const stop of route.stops) {
      const times = { start: this.clock(stop.start), end: this.clock(stop.end) };
      if (stop.kind === "break") {
        const index = breaks.findIndex((item) => item.id === stop.breakId);
        if (index < 0) this.report({ what: "break", id: stop.breakId });
        else stops.push({ kind: "break", break: index, ...times });
        continue;
      }
      const visit = this.visit(stop.visitId);
      if (visit !== undefined) {
        stops.push({ kind: "visit", visit, arrival: this.clock(stop.arrival), ...times });
      }
    }
    return stops;
  }

  routes(plan: Plan): Route[] {
    const routes: Route[] = [];
    const seen = new Set<number>();
    for (const route of plan.routes) {
      const shift = this.shifts.find(route.shiftId);
      if (shift === undefined || seen.has(shift)) {
        this.report({ what: shift === undefined ? "shift" : "second-route", id: route.shiftId });
        continue;
      }
      seen.add(shift);
      routes.push({
        shift,
        departure: this.clock(route.departure),
        return: this.clock(route.return),
        stops: this.stops(route, shift),
      });
    }
    return routes;
  }

  bought(plan: Plan): { visit: number; provider: number }[] {
    return (plan.bought ?? []).flatMap((item) => {
      const provider = this.providers.find(item.providerId);
      if (provider === undefined) this.report({ what: "provider", id: item.providerId });
      const visit = this.visit(item.visitId);
      return visit === undefined || provider === undefined ? [] : [{ visit, provider }];
    });
  }

  unserved(plan: Plan): Solution["unserved"] {
    return plan.unserved.flatMap((item) => {
      const visit = this.visit(item.visitId);
      return visit === undefined ? [] : [{ visit, reasons: reasonsOf(item) }];
    });
  }
}

/** Another program's free words are no reasons that the optimiser knows. */
function reasonsOf(item: UnservedVisit): UnservedReason[] {
  return item.reasons
    .filter((reason): reason is PlanReason => typeof reason !== "string")
    .map(({ kind, rule, shifts }) => ({ kind, rule, shifts: shifts ?? 0 }));
}

/**
 * The plan in the optimiser's terms. It need not be valid, nor of this very problem: ids
 * that the problem does not know, and second routes of a shift, are left out and told to
 * `report`. A route may end up without visits, and visits of the problem may stand nowhere.
 * Instants must be well formed (parsePlan).
 */
export function fromPlan(
  _problem: Problem,
  data: ProblemData,
  origin: number,
  plan: Plan,
  report: Report = () => {},
): Solution {
  const reader = new PlanReader(data, origin, report);
  return { routes: reader.routes(plan), bought: reader.bought(plan), unserved: reader.unserved(plan) };
}
