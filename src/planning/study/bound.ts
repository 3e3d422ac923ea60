/** The bound of a plan, as numbers and as one sentence (docs/bound.md). */
import { checkPlan } from "../../checker/index.js";
import type { Plan, Problem } from "../../contracts/index.js";
import {
  type BoundResult,
  createBound,
  DEFAULT_WEIGHTS,
  type IncumbentCost,
  type MasterEngine,
} from "../../../solver/index.js";
import { compileProblem } from "../compile.js";

export interface BoundFound extends BoundResult {
  /** Of the plan, points; null: there is no valid plan to compare with. */
  readonly cost: number | null;
  /** (cost - lowerBound) / cost. */
  readonly gap: number | null;
  /** The same for the cost besides unserved visits. */
  readonly restGap: number | null;
  readonly seconds: number;
}

export interface BoundTools {
  readonly clock: () => number;
  readonly cancelled: () => boolean;
  readonly master: MasterEngine;
  readonly onBound?: (found: BoundFound) => void;
}

/** What the bound needs to know of a plan; null for one that breaks rules. */
export function incumbentOf(problem: Problem, plan: Plan): IncumbentCost | null {
  const verdict = checkPlan(problem, plan);
  if (!verdict.valid) return null;
  const weight = problem.weights?.unserved ?? DEFAULT_WEIGHTS.unserved;
  return {
    cost: verdict.cost.total,
    unservedCost: weight * verdict.cost.parts.unserved,
    unserved: plan.unserved.length,
  };
}

/** @throws CompileError if a used mode has no travel times */
export function findBound(
  problem: Problem,
  plan: Plan | null,
  seconds: number,
  tools: BoundTools,
): BoundFound {
  const { data } = compileProblem(problem);
  const incumbent = plan === null ? null : incumbentOf(problem, plan);
  const told = (result: BoundResult): BoundFound => withGaps(result, incumbent, tools.clock());
  return told(
    createBound(data, {
      lp: tools.master,
      clock: tools.clock,
      seconds,
      cancelled: tools.cancelled,
      onProgress: (result) => tools.onBound?.(told(result)),
      ...(incumbent === null ? {} : { incumbent }),
    }),
  );
}

export function withGaps(result: BoundResult, incumbent: IncumbentCost | null, seconds: number): BoundFound {
  const cost = incumbent?.cost ?? null;
  const rest = incumbent === null ? null : incumbent.cost - incumbent.unservedCost;
  return {
    ...result,
    cost,
    gap: gapOf(cost, result.lowerBound),
    restGap: gapOf(rest, result.restLowerBound),
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

/** What is left to gain as a share of the cost; 0 where there is no cost. */
export function gapOf(cost: number | null, lower: number): number | null {
  if (cost === null) return null;
  return cost === 0 ? 0 : (cost - lower) / cost;
}

/** Of two proofs about one plan the better statements together; `known` itself where nothing is new. */
export function raised<T extends BoundFound>(known: T, found: BoundFound): T | BoundFound {
  // Of another number of unserved visits the second statement is another one.
  if (known.unservedAtLeast !== found.unservedAtLeast || known.cost !== found.cost) return found;
  const better =
    found.lowerBound > known.lowerBound ||
    found.restLowerBound > known.restLowerBound ||
    (found.unservedProven && !known.unservedProven) ||
    (found.complete && !known.complete);
  if (!better) return known;
  const lowerBound = Math.max(known.lowerBound, found.lowerBound);
  const restLowerBound = Math.max(known.restLowerBound, found.restLowerBound);
  return {
    ...found,
    lowerBound,
    restLowerBound,
    gap: gapOf(found.cost, lowerBound),
    restGap: gapOf(found.cost === null ? null : found.cost - found.unservedCost, restLowerBound),
    unservedProven: known.unservedProven || found.unservedProven,
    complete: known.complete || found.complete,
  };
}
