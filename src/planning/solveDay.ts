/**
 * A day from problem to checked plan: compile, solve, write, check. Pure: the clock, the
 * wish to stop and the LP engine come from the caller. It blocks until the run ends, so
 * servers call it in a worker thread.
 */
import { checkPlan, type Verdict } from "../checker/index.js";
import type { Plan, Problem } from "../contracts/index.js";
import { solve as solveData, type SolveOptions, type SolveResult } from "../../solver/index.js";
import { compileProblem, type CompiledProblem } from "./compile.js";
import { ENGINE_VERSION } from "./engineVersion.js";
import { LimitsConflict, PinsConflict, PlanRefused } from "./errors.js";
import { pinFaults, sayPins } from "./explain/sayPins.js";
import { fromPlan, type Dropped } from "./fromPlan.js";
import { toPlan, withCost, type Solved } from "./plan.js";

export interface DayOptions {
  /** Any whole number. Same problem, seed and iterations: same plan. */
  readonly seed: number;
  /** Work limit; null or absent: none. */
  readonly iterations?: number | null;
  /** Time limit in seconds of `deps.clock`; null or absent: none. */
  readonly seconds?: number | null;
  /** A plan to start from, valid or not; ids that the problem does not know are left out. */
  readonly start?: Plan | null;
}

export interface DayDeps extends Pick<
  SolveOptions,
  "clock" | "cancelled" | "onProgress" | "lp" | "mip" | "exchange"
> {
  /** Another optimiser, for tests. */
  readonly solve?: (data: CompiledProblem["data"], options: SolveOptions) => SolveResult;
}

/** What the optimiser found, before it is written down. */
export interface FoundDay {
  readonly problem: Problem;
  readonly compiled: CompiledProblem;
  readonly solved: Solved;
  /** As the optimiser counts, points. */
  readonly cost: number;
  /** What of the start plan the problem does not know. */
  readonly dropped: readonly Dropped[];
}

/** Facts of the whole run that one thread does not know. Default: those of the thread alone. */
export interface RunFacts {
  readonly seed: number;
  readonly threads: number;
  /** Iterations of all threads. */
  readonly iterations: number;
}

export interface SolvedDay {
  /** Valid, with its cost. */
  readonly plan: Plan;
  readonly verdict: Verdict;
  readonly iterations: number;
  readonly stoppedBy: Solved["stoppedBy"];
  readonly dropped: readonly Dropped[];
}

/**
 * Compiles and solves. With {@link writeDay} as a step of its own, several threads can each
 * find a plan and only the best is written.
 *
 * @param problem as parseProblem gave it, its travel times filled in
 * @throws {PinsConflict} if pins cannot all hold
 * @throws {LimitsConflict} if no plan was found that keeps the limits
 * @throws {CompileError} if a used mode has no travel times
 */
export function findDay(problem: Problem, options: DayOptions, deps: DayDeps = {}): FoundDay {
  const compiled = compileProblem(problem);
  const { data, origin } = compiled;
  const dropped: Dropped[] = [];
  const start = options.start ?? null;
  const { solve = solveData, ...watch } = deps;
  const result = solve(data, {
    ...watch,
    seed: options.seed,
    iterations: options.iterations ?? null,
    seconds: options.seconds ?? null,
    ...(start === null
      ? {}
      : { start: fromPlan(problem, data, origin, start, (item) => void dropped.push(item)) }),
  });
  if (result.kind === "pins-conflict") {
    const told = sayPins(problem, compiled, result.conflicts, result.proved);
    throw new PinsConflict(
      told.map(({ visitIds, said, smallest }) => ({ visitIds, text: said.en.text, smallest })),
      pinFaults(problem, told),
    );
  }
  if (result.kind === "limits-conflict") throw new LimitsConflict(result.changedClients, result.allowed);
  return { problem, compiled, solved: result, cost: result.cost, dropped };
}

/**
 * Writes the plan, lets the checker judge it and puts the checker's cost into it.
 *
 * @throws {PlanRefused} if the checker finds the plan not valid: a defect of the optimiser
 */
export function writeDay(found: FoundDay, facts: RunFacts): SolvedDay {
  const { problem, compiled, solved, dropped } = found;
  const { iterations, ...run } = facts;
  const plan = toPlan(
    problem,
    compiled.data,
    compiled.origin,
    { ...solved, iterations },
    { engineVersion: ENGINE_VERSION, ...run },
  );
  const verdict = checkPlan(problem, plan);
  if (!verdict.valid) throw new PlanRefused(plan, verdict);
  return { plan: withCost(plan, verdict.cost), verdict, iterations, stoppedBy: solved.stoppedBy, dropped };
}

/** {@link findDay} and {@link writeDay} in one thread. */
export function solveDay(problem: Problem, options: DayOptions, deps: DayDeps = {}): SolvedDay {
  const found = findDay(problem, options, deps);
  return writeDay(found, { seed: options.seed, threads: 1, iterations: found.solved.iterations });
}
