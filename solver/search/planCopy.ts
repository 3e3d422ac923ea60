/** A plan kept aside: sequences, purchases and what coupled visits agreed on. */
import type { Model } from "../model/model.js";
import { noGapCuts, type GapCuts } from "./gaps.js";
import { noCuts, type SiblingCuts } from "./siblings.js";

export interface PlanCopy {
  /** Visits by shift, in order. */
  readonly sequences: number[][];
  readonly where: Int32Array;
  /** Shifts of served crew visits. */
  readonly crewAt: number[][];
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly gaps: GapCuts;
  /** Between overlapping shifts of one nurse. */
  readonly siblings: SiblingCuts;
}

/** Shifts that serve `v`; none where it is left out or bought. */
export function shiftsIn(
  { where, crewAt }: Pick<PlanCopy, "where" | "crewAt">,
  model: Model,
  v: number,
): readonly number[] {
  if (where[v] < 0) return [];
  return model.crew[v] > 1 ? crewAt[v] : [where[v]];
}

export function emptyPlan(model: Model): PlanCopy {
  const n = model.visits;
  return {
    sequences: model.shifts.map(() => []),
    where: new Int32Array(n).fill(-1),
    crewAt: Array.from({ length: n }, () => []),
    lo: new Float64Array(n).fill(-1e12),
    hi: new Float64Array(n).fill(1e12),
    gaps: noGapCuts(model),
    siblings: noCuts(model),
  };
}
