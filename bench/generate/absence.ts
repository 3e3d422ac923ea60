/** The same day after a nurse fell ill: what a re-plan starts from. */
import type { Plan, Problem } from "../../src/contracts/index.js";

export interface Absence {
  /** Whose shifts are gone. */
  readonly nurseId: string;
  /** Points for each visit with another set of shifts. Default 300. */
  readonly moved?: number;
  /** Points for each second that a start moves. Default 0. */
  readonly shifted?: number;
}

/**
 * The problem with the plan as `previous` and without the nurse's shifts. Visits pinned to those
 * shifts lose their pin.
 *
 * @throws RangeError when the nurse has no shift, or no shift would be left.
 */
export function absenceDay(problem: Problem, plan: Plan, absence: Absence): Problem {
  const gone = new Set(problem.shifts.filter((s) => s.nurseId === absence.nurseId).map((s) => s.id));
  if (gone.size === 0) throw new RangeError(`nurse ${absence.nurseId} has no shift on this day`);
  if (gone.size === problem.shifts.length) throw new RangeError("no shift would be left");
  const visits: NonNullable<Problem["previous"]>["visits"] = {};
  for (const route of plan.routes) {
    for (const stop of route.stops) {
      if (stop.kind !== "visit") continue;
      const seen = visits[stop.visitId];
      if (seen) seen.shiftIds.push(route.shiftId);
      else visits[stop.visitId] = { shiftIds: [route.shiftId], start: stop.start };
    }
  }
  return {
    ...problem,
    shifts: problem.shifts.filter((s) => !gone.has(s.id)),
    visits: problem.visits.map((visit) => {
      const { pin, ...rest } = visit;
      const pinned = [...(pin?.shiftIds ?? []), ...(pin?.shiftId === undefined ? [] : [pin.shiftId])];
      return pin === undefined || pinned.some((id) => gone.has(id)) ? rest : visit;
    }),
    weights: { ...problem.weights, moved: absence.moved ?? 300, shifted: absence.shifted ?? 0 },
    previous: { visits },
  };
}

/** The nurse with the most visits in the plan; of equals the first. The hardest absence. */
export function busiestNurse(problem: Problem, plan: Plan): string {
  const nurseOf = new Map(problem.shifts.map((s) => [s.id, s.nurseId]));
  const count = new Map<string, number>();
  for (const route of plan.routes) {
    const nurse = nurseOf.get(route.shiftId);
    const visits = route.stops.filter((stop) => stop.kind === "visit").length;
    if (nurse !== undefined) count.set(nurse, (count.get(nurse) ?? 0) + visits);
  }
  const [first] = [...count].sort((a, b) => b[1] - a[1]);
  if (first === undefined) throw new RangeError("the plan has no route");
  return first[0];
}
