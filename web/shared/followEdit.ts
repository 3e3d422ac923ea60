/** A day after hand edits, from the day before them and the answer to the edits: no second request. */
import type { DayPlanView, EditedView } from "../../src/contracts/index.js";

/** @param day of the version that was edited */
export function followEdit(day: DayPlanView, { day: edited, violations }: EditedView): DayPlanView {
  const pins = new Map(Object.entries(edited.pins));
  const routes = new Map([...day.plan.routes, ...edited.routes].map((route) => [route.shiftId, route]));
  for (const shiftId of edited.emptied) routes.delete(shiftId);
  const { solver: _solver, bought: _bought, cost: _cost, ...plan } = day.plan;
  return {
    version: { ...edited.version, weights: day.version.weights, violations },
    problem: {
      ...day.problem,
      visits: day.problem.visits.map((visit) => {
        const pin = pins.get(visit.id);
        if (pin === undefined) return visit;
        const { pin: _pin, ...rest } = visit;
        return pin === null ? rest : { ...rest, pin };
      }),
    },
    plan: {
      ...plan,
      routes: day.problem.shifts.flatMap(({ id }) => routes.get(id) ?? []),
      unserved: edited.unserved,
      ...(edited.bought === undefined ? {} : { bought: edited.bought }),
      ...(edited.cost === undefined ? {} : { cost: edited.cost }),
    },
    figures: edited.figures,
    bound: null,
  };
}
