/** What promises cost: quick estimates for many, solving again for the dearest. */
import { checkPlan, type CostParts } from "../../../checker/index.js";
import type { Plan, Problem } from "../../../contracts/index.js";
import { Relief } from "../../../../solver/index.js";
import { compileProblem } from "../../compile.js";
import { LimitsConflict, PinsConflict, PlanRefused } from "../../errors.js";
import { fromPlan } from "../../fromPlan.js";
import { solveDay } from "../../solveDay.js";
import type { DayPromise } from "./promise.js";

export interface Solved {
  readonly cost: number;
  /** Unweighted. */
  readonly parts: CostParts;
  readonly plan: Plan;
}

function reliefOf(problem: Problem, plan: Plan): Relief {
  const { data, origin } = compileProblem(problem);
  return new Relief(data, fromPlan(problem, data, origin, plan));
}

export class Estimator {
  private readonly base: Relief;
  private readonly weights = new Map<number, number>();

  constructor(
    private readonly problem: Problem,
    private readonly plan: Plan,
  ) {
    this.base = reliefOf(problem, plan);
  }

  /** No estimate is above this: what the visits concerned weigh in the plan. Infinity where it concerns all. */
  most(promise: DayPromise): number {
    if (promise.visits.length === 0) return Infinity;
    return promise.visits.reduce((sum, v) => sum + this.weightOf(v), 0);
  }

  private weightOf(v: number): number {
    const known = this.weights.get(v) ?? this.base.weight(v);
    this.weights.set(v, known);
    return known;
  }

  /**
   * Points that letting go saves where at most one visit moves: a plan that saves so much is there.
   * Null: the plan cannot be read without the promise.
   */
  estimate(promise: DayPromise): number | null {
    const relief = reliefOf(promise.without(this.problem), this.plan);
    if (!relief.whole) return null;
    const moved = promise.visits.slice(0, MOST_MOVED).map((v) => relief.bestMove(v));
    return Math.round(Math.max(0, this.base.total - relief.total + Math.max(0, ...moved)));
  }
}

/** Visits of one promise that are tried at another place. */
const MOST_MOVED = 6;

/** The day solved again from a plan; null: pins or limits cannot hold, or the checker refuses what was found. */
export function solvedAgain(problem: Problem, start: Plan, iterations: number): Solved | null {
  try {
    const { plan, verdict } = solveDay(problem, { seed: 1, iterations, start });
    return { cost: verdict.cost.total, parts: verdict.cost.parts, plan };
  } catch (error) {
    if (error instanceof PinsConflict || error instanceof LimitsConflict || error instanceof PlanRefused)
      return null;
    throw error;
  }
}

export function asIs(problem: Problem, plan: Plan): Solved {
  const { cost } = checkPlan(problem, plan);
  return { cost: cost.total, parts: cost.parts, plan };
}

/** The better of the plan and what solving again finds: without it, mending would be taken for a price. */
export function mended(problem: Problem, plan: Plan, iterations: number): Solved {
  const verdict = checkPlan(problem, plan);
  const again = solvedAgain(problem, plan, iterations);
  const before = { cost: verdict.cost.total, parts: verdict.cost.parts, plan };
  return again !== null && (again.cost < before.cost || !verdict.valid) ? again : before;
}
