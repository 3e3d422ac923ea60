/**
 * One problem solved by several threads with seeds of their own, which meet at fixed shares of
 * the run and go on from the better plan; the best wins. Used by the job queue and by the
 * command line alike, since a run in a thread of its own leaves the main thread free to answer
 * requests and signals.
 */
import type { Plan } from "../contracts/index.js";
import type { JobProgress } from "../planning/ports.js";
import { crashed, type CrashTrace, JobFailure, JobInterrupted } from "./failure.js";
import { createMeetingPlace, leaveMeetingPlace } from "./meetingPlace.js";
import type { Delivery, ProblemInput, StoppedBy } from "./protocol.js";
import { type Solved, SolveThread } from "./solveThread.js";
import { workerEntry } from "./workerEntry.js";

export interface ParallelOptions {
  /** Any whole number. Same problem, seed, iterations and threads: same plan, byte for byte. */
  readonly seed: number;
  /** At least 1. Default 1. */
  readonly threads?: number;
  /** Work limit of each thread; null or absent: none. */
  readonly iterations?: number | null;
  /** Time limit in seconds, counted from `startedAt`; null or absent: none. */
  readonly seconds?: number | null;
  /** Milliseconds since the epoch. Default: now. The command line gives its own start. */
  readonly startedAt?: number;
  /** Ends the run with the best plan so far. */
  readonly stop?: AbortSignal;
  /** Ends the run at once and without a plan: rejects with JobInterrupted. */
  readonly kill?: AbortSignal;
  /** How long after `stop` a plan is waited for, milliseconds. Default: as long as it takes. */
  readonly stopGrace?: number;
  readonly onProgress?: (progress: JobProgress) => void;
  readonly onCrash?: (trace: CrashTrace) => void;
  /** Lower priority of the threads, 0 (none, the default) to 19; Linux only, no effect elsewhere. */
  readonly niceness?: number;
  /** A plan to start from. */
  readonly start?: Plan | null;
  /** Another worker entry, for tests of what happens when a thread breaks. */
  readonly entry?: URL;
}

export interface ParallelResult extends Delivery {
  /** Iterations of all threads. */
  readonly iterations: number;
  readonly stoppedBy: StoppedBy;
  /** Threads that broke down; the others' best plan was taken. */
  readonly lost: number;
}

/** Progress of all threads as one: the best plan's figures, everybody's iterations. */
class SharedProgress {
  private readonly latest: (JobProgress | null)[];

  constructor(
    threads: number,
    private readonly report: (progress: JobProgress) => void,
  ) {
    this.latest = Array.from({ length: threads }, () => null);
  }

  update(index: number, progress: JobProgress): void {
    this.latest[index] = progress;
    const known = this.latest.filter((one) => one !== null);
    const best = known.reduce((a, b) => (b.bestCost < a.bestCost ? b : a));
    this.report({
      iteration: known.reduce((sum, one) => sum + one.iteration, 0),
      bestCost: best.bestCost,
      unserved: best.unserved,
      seconds: Math.max(...known.map((one) => one.seconds)),
    });
  }
}

/** Rejects when the signals or the grace after `stop` say so; never resolves. */
function interruption(options: ParallelOptions, cleanup: (() => void)[]): Promise<never> {
  return new Promise((_, reject) => {
    const { kill, stop, stopGrace } = options;
    const onKill = (): void => reject(new JobInterrupted("the run was ended from outside"));
    if (kill?.aborted === true) onKill();
    kill?.addEventListener("abort", onKill, { once: true });
    cleanup.push(() => kill?.removeEventListener("abort", onKill));
    if (stopGrace === undefined) return;
    const onStop = (): void => {
      const timer = setTimeout(() => {
        reject(
          new JobFailure({
            code: "job-cancel-late",
            message: `no plan came within ${stopGrace} ms of the wish to stop`,
            todo: "Start the job again with a time limit if a plan is wanted.",
          }),
        );
      }, stopGrace);
      cleanup.push(() => clearTimeout(timer));
    };
    if (stop?.aborted === true) onStop();
    else {
      stop?.addEventListener("abort", onStop, { once: true });
      cleanup.push(() => stop?.removeEventListener("abort", onStop));
    }
  });
}

/** Lowest cost, then lowest index; what no thread could do is thrown as the first one's reason. */
function pickBest(results: readonly PromiseSettledResult<Solved>[]): { index: number; solved: Solved } {
  let best: { index: number; solved: Solved } | null = null;
  for (const [index, result] of results.entries()) {
    if (result.status === "rejected") continue;
    if (best === null || result.value.cost < best.solved.cost) best = { index, solved: result.value };
  }
  if (best !== null) return best;
  const [first] = results;
  throw first?.status === "rejected" ? first.reason : new JobFailure(crashed("no thread was started"));
}

/**
 * Delivery of the best; should its thread break just then, of the next best. A plan that the
 * checker refuses is no accident: it ends the run, whatever the other threads have.
 */
async function deliverBest(
  threads: readonly SolveThread[],
  results: PromiseSettledResult<Solved>[],
): Promise<ParallelResult> {
  const iterations = results.reduce(
    (sum, result) => sum + (result.status === "fulfilled" ? result.value.iterations : 0),
    0,
  );
  for (;;) {
    const { index, solved } = pickBest(results);
    try {
      const delivery = await threads[index]!.deliver(iterations);
      const lost = results.filter((result) => result.status === "rejected").length;
      return { ...delivery, iterations, stoppedBy: solved.stoppedBy, lost };
    } catch (reason) {
      if (!(reason instanceof JobFailure) || reason.error.code !== "job-crashed") throw reason;
      results[index] = { status: "rejected", reason };
    }
  }
}

/**
 * Solves a problem. The plan has passed the checker, or the run is refused.
 *
 * @throws JobFailure when no thread found a plan: what the problem does not allow, or a crash
 * @throws JobInterrupted after `kill`
 */
export async function solveParallel(input: ProblemInput, options: ParallelOptions): Promise<ParallelResult> {
  const count = options.threads ?? 1;
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`threads must be 1 or more, not ${count}`);
  const stop = new SharedArrayBuffer(4);
  const flag = new Int32Array(stop);
  const cleanup: (() => void)[] = [];
  const onStop = (): void => void Atomics.store(flag, 0, 1);
  if (options.stop?.aborted === true) onStop();
  options.stop?.addEventListener("abort", onStop, { once: true });
  cleanup.push(() => options.stop?.removeEventListener("abort", onStop));

  const shared = new SharedProgress(count, (progress) => options.onProgress?.(progress));
  const meeting = count > 1 ? createMeetingPlace(count) : null;
  const threads = Array.from(
    { length: count },
    (_, index) =>
      new SolveThread(
        options.entry ?? workerEntry("solveWorker"),
        {
          input,
          seed: options.seed,
          index,
          threads: count,
          iterations: options.iterations ?? null,
          seconds: options.seconds ?? null,
          startedAt: options.startedAt ?? performance.timeOrigin + performance.now(),
          stop,
          niceness: options.niceness ?? 0,
          start: options.start ?? null,
          meeting,
        },
        {
          onProgress: (progress) => shared.update(index, progress),
          onCrash: (trace) => options.onCrash?.(trace),
          // A thread that breaks down must not be waited for.
          onEnd: () => {
            if (meeting !== null) leaveMeetingPlace(meeting, index);
          },
        },
      ),
  );
  try {
    const solving = Promise.allSettled(threads.map((thread) => thread.solved));
    const interrupted = interruption(options, cleanup);
    return await Promise.race([solving.then((results) => deliverBest(threads, results)), interrupted]);
  } finally {
    for (const undo of cleanup) undo();
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
