/** A draft from hand edits: the orders stay as given, the engine chooses the times, the checker judges. */
import { checkPlan, type Verdict } from "../../checker/index.js";
import type { Plan, Problem } from "../../contracts/index.js";
import { readInstant } from "../../domain/instant.js";
import { retime, type ProblemData, type Route, type Solution } from "../../../solver/index.js";
import { compileProblem } from "../compile.js";
import { ENGINE_VERSION } from "../engineVersion.js";
import { fromPlan } from "../fromPlan.js";
import { toPlan, withCost } from "../plan.js";
import { applyEdits, type Edit, type EditedOrders } from "./edits.js";
import { type LoadedVersion, withPins } from "./loadVersion.js";
import type { PinChanges } from "./ports.js";

/** What edits change. */
export type EditedDay = Pick<LoadedVersion, "problem" | "plan" | "pins">;

export interface EditedPlan {
  readonly problem: Problem;
  readonly pins: PinChanges;
  readonly plan: Plan;
  readonly verdict: Verdict;
  /** Shifts that have no valid times in the order given. */
  readonly unfitShiftIds: readonly string[];
}

/** Shifts that share a crew visit or a gap with those touched, and so on. */
function withBound(
  data: ProblemData,
  orders: readonly (readonly number[])[],
  touched: readonly number[],
): ReadonlySet<number> {
  const at = new Map<number, number[]>();
  orders.forEach((visits, shift) => {
    for (const visit of visits) at.set(visit, [...(at.get(visit) ?? []), shift]);
  });
  const partners = new Map<number, number[]>();
  for (const link of data.links) {
    if (link.kind !== "gap") continue;
    partners.set(link.first, [...(partners.get(link.first) ?? []), link.second]);
    partners.set(link.second, [...(partners.get(link.second) ?? []), link.first]);
  }
  const found = new Set(touched);
  for (const shift of found) {
    for (const visit of orders[shift] ?? []) {
      for (const other of [visit, ...(partners.get(visit) ?? [])]) {
        for (const more of at.get(other) ?? []) found.add(more);
      }
    }
  }
  return found;
}

function startsOf(routes: readonly Route[]): Map<number, number> {
  const starts = new Map<number, number>();
  for (const { stops } of routes) {
    for (const stop of stops) if (stop.kind === "visit") starts.set(stop.visit, stop.start);
  }
  return starts;
}

/** Visits that are on a shift now on which they were not. */
function movedVisits(before: Solution, orders: readonly (readonly number[])[]): Set<number> {
  const was = new Map(
    before.routes.map(({ shift, stops }) => [
      shift,
      new Set(stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visit] : []))),
    ]),
  );
  return new Set(
    orders.flatMap((visits, shift) => visits.filter((visit) => was.get(shift)?.has(visit) !== true)),
  );
}

function retimed(
  data: ProblemData,
  before: Solution,
  edited: EditedOrders,
): { readonly solution: Solution; readonly unfit: readonly number[] } {
  const visitAt = new Map(data.visits.map(({ id }, index) => [id, index]));
  const providerAt = new Map(data.providers.map(({ id }, index) => [id, index]));
  const orders = data.shifts.map(({ id }) =>
    (edited.orders.get(id) ?? []).map((visitId) => visitAt.get(visitId)!),
  );
  const touched = data.shifts.flatMap(({ id }, index) => (edited.touched.has(id) ? [index] : []));
  const anew = withBound(data, orders, touched);
  const { routes, unfit } = retime(
    data,
    [...anew].map((shift) => ({ shift, visits: orders[shift]! })),
    startsOf(before.routes),
    movedVisits(before, orders),
  );
  const served = new Set(orders.flat());
  const bought = [...edited.bought].map(([visitId, providerId]) => ({
    visit: visitAt.get(visitId)!,
    provider: providerAt.get(providerId)!,
  }));
  const outside = new Set(bought.map(({ visit }) => visit));
  const reasons = new Map(before.unserved.map((item) => [item.visit, item.reasons]));
  return {
    unfit,
    solution: {
      routes: [...before.routes.filter(({ shift }) => !anew.has(shift)), ...routes],
      bought,
      unserved: data.visits.flatMap((_, visit) =>
        served.has(visit) || outside.has(visit) ? [] : [{ visit, reasons: reasons.get(visit) ?? [] }],
      ),
    },
  };
}

/**
 * The plan after the edits with the checker's verdict, valid or not. Only rounds that the
 * edits touch, and those bound to them by crews and gaps, get new times.
 *
 * @throws EditsInvalid if an edit names what is not there
 */
export function editPlan(base: EditedDay, edits: readonly Edit[]): EditedPlan {
  const edited = applyEdits(base.problem, base.plan, base.pins, edits, (text) => {
    const at = readInstant(text);
    return typeof at === "number" ? at : null;
  });
  const problem = withPins(base.problem, edited.pins);
  const { data, origin } = compileProblem(problem);
  const before = fromPlan(problem, data, origin, base.plan);
  const { solution, unfit } = retimed(data, before, edited);
  const { solver: _, ...written } = toPlan(
    problem,
    data,
    origin,
    { solution, iterations: 0, stoppedBy: "done" },
    { engineVersion: ENGINE_VERSION, seed: 0, threads: 1 },
  );
  const plan: Plan = {
    ...written,
    unserved: written.unserved.map((item) =>
      item.reasons.length > 0 ? item : { ...item, reasons: ["taken out by hand"] },
    ),
  };
  const verdict = checkPlan(problem, plan);
  return {
    problem,
    pins: edited.pins,
    plan: withCost(plan, verdict.cost),
    verdict,
    unfitShiftIds: unfit.map((shift) => data.shifts[shift]!.id),
  };
}
