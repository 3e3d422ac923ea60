/** What of a day hand edits made other than it was: a screen that shows the day needs no more than this. */
import type { Plan, PlanRoute } from "../../contracts/index.js";
import type { EditedDay, EditedPlan } from "./editPlan.js";
import type { PinChanges } from "./ports.js";

export interface DayEdits {
  /** Rounds that are new or other than before, in the order of the problem's shifts. */
  readonly routes: readonly PlanRoute[];
  /** Shifts that had a round and have none now. */
  readonly emptied: readonly string[];
  /** Of the new plan, whole. */
  readonly unserved: Plan["unserved"];
  readonly bought: Plan["bought"];
  readonly cost: Plan["cost"];
  /** Visits whose pin is another now; null: none. */
  readonly pins: PinChanges;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changedPins(base: EditedDay, edited: EditedPlan): PinChanges {
  const before = new Map(base.problem.visits.map(({ id, pin }) => [id, pin ?? null]));
  return Object.fromEntries(
    Object.entries(edited.pins).filter(([id, pin]) => !same(pin, before.get(id) ?? null)),
  );
}

export function whatEdited(base: EditedDay, edited: EditedPlan): DayEdits {
  const { routes, unserved, bought, cost } = edited.plan;
  const before = new Map(base.plan.routes.map((route) => [route.shiftId, route]));
  const after = new Set(routes.map(({ shiftId }) => shiftId));
  return {
    routes: routes.filter((route) => !same(route, before.get(route.shiftId))),
    emptied: [...before.keys()].filter((shiftId) => !after.has(shiftId)),
    unserved,
    bought,
    cost,
    pins: changedPins(base, edited),
  };
}
