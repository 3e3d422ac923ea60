/**
 * Shifts that are the same to the optimiser form one class: one pricing problem and one
 * row of the master program stand for all of them.
 */
import type { ProblemData, Shift } from "../model/problem.js";
import { mayServe, servicePenalty } from "./visitRules.js";

export interface ShiftClass {
  /** Members, ascending. */
  readonly shifts: readonly number[];
  /** What they share: the first member. */
  readonly shift: Shift;
  /** By visit: 1 where the class may serve it. */
  readonly allowed: Uint8Array;
  /** By visit: scaled points of one service whatever the time. */
  readonly penalty: Float64Array;
}

/** What shifts must have in common to be the same to the optimiser, nurses aside. */
export function shapeOf(shift: Shift): string {
  return JSON.stringify([
    shift.from,
    shift.to,
    shift.startPlace,
    shift.endPlace,
    shift.mode,
    shift.maxOvertime,
    shift.useCost,
    shift.target,
    shift.breaks.map((b) => [
      b.seconds,
      b.from,
      b.to,
      b.afterSeconds,
      b.earliestAfter,
      b.latestAfter,
      b.inside,
    ]),
  ]);
}

/** Classes in the order of their first member; shifts that can serve nothing are left out. */
export function shiftClasses(data: ProblemData, scale: number): ShiftClass[] {
  const byKey = new Map<string, { shifts: number[]; made: Omit<ShiftClass, "shifts"> }>();
  data.shifts.forEach((shift, s) => {
    const allowed = new Uint8Array(data.visits.length);
    const penalty = new Float64Array(data.visits.length);
    let any = false;
    data.visits.forEach((visit, v) => {
      if (!mayServe(data, visit, s)) return;
      any = true;
      allowed[v] = 1;
      penalty[v] = servicePenalty(data, v, s, scale);
    });
    if (!any) return;
    const key = `${shapeOf(shift)}|${allowed.join("")}|${penalty.join(",")}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { shifts: [s], made: { shift, allowed, penalty } });
    else known.shifts.push(s);
  });
  return [...byKey.values()].map(({ shifts, made }) => ({ shifts, ...made }));
}
