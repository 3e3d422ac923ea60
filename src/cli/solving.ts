/** One run of the optimiser in threads of its own, so that Ctrl-C is heard while it works. */
import type { Plan, Problem } from "../contracts/index.js";
import type { Verdict } from "../checker/index.js";
import { JobFailure } from "../jobs/failure.js";
import { type ParallelResult, solveParallel } from "../jobs/solveParallel.js";
import { BadInput } from "./faults.js";
import { type Goal, progressView } from "./progress.js";

export interface SolvingOptions {
  readonly seed: number;
  readonly threads: number;
  /** Work limit of each thread. */
  readonly iterations?: number;
  /** Time limit in seconds, counted from the start of the process. */
  readonly seconds?: number;
  /** Ends the run with the best plan so far. */
  readonly signal: AbortSignal;
}

export interface SolvedDay {
  readonly plan: Plan;
  readonly verdict: Verdict;
  /** Of all threads. */
  readonly iterations: number;
  /** As the threads delivered it. */
  readonly result: ParallelResult;
}

/**
 * Plans the day of a problem that has its travel times.
 *
 * @throws BadInput if the problem allows no plan at all, such as pins that cannot all hold
 */
export async function solving(problem: Problem, options: SolvingOptions): Promise<SolvedDay> {
  const view = progressView(goalOf(options));
  try {
    const result = await solveParallel(
      { problem },
      {
        seed: options.seed,
        threads: options.threads,
        iterations: options.iterations ?? null,
        seconds: options.seconds ?? null,
        startedAt: processStart(),
        stop: options.signal,
        onProgress: (progress) =>
          view.show({ ...progress, iteration: Math.round(progress.iteration / options.threads) }),
      },
    );
    view.stop();
    if (result.lost > 0) {
      process.stderr.write(
        `warning: ${result.lost} of ${options.threads} threads broke down; the others' best plan stands\n`,
      );
    }
    return {
      plan: JSON.parse(result.plan) as Plan,
      verdict: JSON.parse(result.verdict) as Verdict,
      iterations: result.iterations,
      result,
    };
  } catch (error) {
    view.stop();
    throw problemFault(error);
  }
}

/** Milliseconds since the epoch at which this process began. */
function processStart(): number {
  return Date.now() - process.uptime() * 1000;
}

function goalOf(options: SolvingOptions): Goal {
  if (options.seconds !== undefined) return { seconds: options.seconds };
  return { iterations: options.iterations ?? 0 };
}

/** What the problem does not allow is bad input; everything else is a fault of the program. */
function problemFault(error: unknown): unknown {
  if (!(error instanceof JobFailure)) return error;
  const { code, message, todo, faults } = error.error;
  if (faults !== undefined) return new BadInput(faults);
  if (code !== "pins-conflict" && code !== "limits-conflict")
    return new Error(`${code}: ${message}. ${todo}`);
  return new BadInput([{ code, path: "", message, todo }]);
}
