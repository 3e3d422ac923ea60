/**
 * Runs the engine on problem data, as the published instances need it: worker threads that meet
 * as those of the product do, the best plan wins. (Days go through the command line instead, the product's own way.)
 */
import { Worker } from "node:worker_threads";
import type { ProblemData, Progress, Solution } from "../../solver/index.js";
import { createMeetingPlace, leaveMeetingPlace } from "../../src/jobs/meetingPlace.js";
import { threadSeed } from "../../src/jobs/seeds.js";
import type { EngineMessage, EngineTask } from "./engineWorker.js";

export interface RunOptions {
  readonly seed: number;
  readonly threads: number;
  /** From the call; null or absent: none. */
  readonly seconds?: number | null;
  /** For each thread; null or absent: none. */
  readonly iterations?: number | null;
  /** A plan to start from. */
  readonly start?: Solution;
  /** Best cost over all threads, all threads' iterations. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface RunResult {
  readonly solution: Solution;
  /** In points, as the engine counts. */
  readonly cost: number;
  /** From the call to the plan. */
  readonly seconds: number;
  /** Of all threads. */
  readonly iterations: number;
  readonly stoppedBy: Solved["stoppedBy"];
}

type Solved = Extract<EngineMessage, { kind: "solved" }>;

/** @throws Error when a thread breaks down or pins conflict. */
export async function runEngine(data: ProblemData, options: RunOptions): Promise<RunResult> {
  const startedAt = Date.now();
  const latest: (Progress | undefined)[] = [];
  const report = (index: number, progress: Progress) => {
    latest[index] = progress;
    const known = latest.filter((one) => one !== undefined);
    const best = known.reduce((a, b) => (b.bestCost < a.bestCost ? b : a));
    const iteration = known.reduce((sum, one) => sum + one.iteration, 0);
    options.onProgress?.({ ...best, iteration, seconds: progress.seconds });
  };
  const meeting = options.threads > 1 ? createMeetingPlace(options.threads) : null;
  const runs = Array.from({ length: options.threads }, (_, index) =>
    runThread(
      {
        data,
        seed: threadSeed(options.seed, index),
        seconds: options.seconds ?? null,
        iterations: options.iterations ?? null,
        startedAt,
        start: options.start ?? null,
        progress: options.onProgress !== undefined,
        meeting,
        index,
      },
      (progress) => report(index, progress),
    ),
  );
  const solved = await Promise.all(runs);
  const best = solved.reduce((a, b) => (b.cost < a.cost ? b : a));
  return {
    solution: best.solution,
    cost: best.cost,
    seconds: (Date.now() - startedAt) / 1000,
    iterations: solved.reduce((sum, one) => sum + one.iterations, 0),
    stoppedBy: best.stoppedBy,
  };
}

function runThread(task: EngineTask, onProgress: (progress: Progress) => void): Promise<Solved> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./engineWorker.js", import.meta.url), { workerData: task });
    let done: Solved | undefined;
    worker.on("message", (message: EngineMessage) => {
      if (message.kind === "progress") onProgress(message.progress);
      else if (message.kind === "solved") done = message;
      else reject(new Error(message.why));
    });
    worker.on("error", (error) => {
      // The others must not wait for it.
      if (task.meeting !== null) leaveMeetingPlace(task.meeting, task.index);
      reject(error);
    });
    worker.on("exit", () => {
      if (done === undefined) reject(new Error("the engine's thread ended without a plan"));
      else resolve(done);
    });
  });
}
