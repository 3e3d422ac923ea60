/** Where each visit stands in a plan: who comes, when, or why nobody does. */
import type { Plan, Problem } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";

export interface Standing {
  readonly visitId: string;
  readonly clientId: string;
  readonly how: "served" | "bought" | "unserved" | "missing";
  /** In the order of the plan's routes; empty unless served. */
  readonly shiftIds: readonly string[];
  readonly nurseIds: readonly string[];
  readonly providerId: string | null;
  /** As the plan writes it; null unless served. */
  readonly start: string | null;
  /** Epoch seconds of `start`. */
  readonly at: number | null;
}

/** One for every visit of the problem, in its order. */
export function standingsOf(problem: Problem, plan: Plan): ReadonlyMap<string, Standing> {
  const nurseOf = new Map(problem.shifts.map((shift) => [shift.id, shift.nurseId]));
  const served = new Map<string, { shiftIds: string[]; start: string }>();
  for (const route of plan.routes) {
    for (const stop of route.stops) {
      if (stop.kind !== "visit") continue;
      const known = served.get(stop.visitId);
      if (known === undefined) served.set(stop.visitId, { shiftIds: [route.shiftId], start: stop.start });
      else known.shiftIds.push(route.shiftId);
    }
  }
  const bought = new Map((plan.bought ?? []).map((item) => [item.visitId, item.providerId]));
  const unserved = new Set(plan.unserved.map(({ visitId }) => visitId));
  return new Map(
    problem.visits.map(({ id, clientId }): [string, Standing] => {
      const on = served.get(id);
      const providerId = bought.get(id) ?? null;
      const shiftIds = on?.shiftIds ?? [];
      const how =
        on !== undefined
          ? "served"
          : providerId !== null
            ? "bought"
            : unserved.has(id)
              ? "unserved"
              : "missing";
      return [
        id,
        {
          visitId: id,
          clientId,
          how,
          shiftIds,
          nurseIds: shiftIds.map((shiftId) => nurseOf.get(shiftId) ?? shiftId),
          providerId,
          start: on?.start ?? null,
          at: on === undefined ? null : epochSeconds(on.start),
        },
      ];
    }),
  );
}
