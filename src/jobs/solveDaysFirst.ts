/** Several dates in one problem: half of the effort date by date, the other half on all together. */
import type { Plan, Problem } from "../contracts/index.js";
import { dayProblems, joinPlans } from "../planning/week/index.js";
import type { ProblemInput } from "./protocol.js";
import type { ParallelOptions, ParallelResult } from "./solveParallel.js";
import { unpack } from "./unpack.js";

type Solve = (input: ProblemInput, options: ParallelOptions) => Promise<ParallelResult>;

function read(input: ProblemInput): Problem {
  if ("problem" in input) return input.problem;
  return JSON.parse(new TextDecoder().decode(unpack(input.document))) as Problem;
}

/**
 * As `solve`, from a start that is the dates planned one by one with half of the effort. A problem of one date, or whose
 * dates are bound by pins, limits or a plan before, is solved as it is. Progress is told of the
 * second half. The same options without a time limit give the same plan.
 */
export async function solveDaysFirst(
  solve: Solve,
  input: ProblemInput,
  options: ParallelOptions,
): Promise<ParallelResult> {
  const days = dayProblems(read(input));
  if (days === null) return solve(input, options);
  const {
    onProgress: _onProgress,
    seconds = null,
    iterations = null,
    startedAt: _startedAt,
    ...rest
  } = options;
  const share = {
    seconds: seconds === null ? null : seconds / 2 / days.length,
    iterations: iterations === null ? null : Math.max(1, Math.floor(iterations / 2 / days.length)),
  };
  const plans: Plan[] = [];
  for (const problem of days) {
    const { plan } = await solve({ problem }, { ...rest, ...share });
    plans.push(JSON.parse(plan) as Plan);
  }
  return solve(input, {
    ...options,
    startedAt: Date.now(),
    seconds: seconds === null ? null : seconds / 2,
    iterations: iterations === null ? null : Math.ceil(iterations / 2),
    start: joinPlans(plans),
  });
}
