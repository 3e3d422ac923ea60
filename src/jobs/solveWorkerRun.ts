/**
 * What a solving thread does: finds a plan, reports its cost, and writes the plan only when it
 * is asked for, so that of several threads only the best does that work.
 */
import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import type { Problem } from "../contracts/index.js";
import { choosesRoutes, type LpEngine } from "../../solver/index.js";
import { createLpEngine, loadMipEngine } from "../lp/index.js";
import type { JobProgress } from "../planning/ports.js";
import { planRecords } from "../planning/records.js";
import { type DayDeps, findDay, type FoundDay, writeDay } from "../planning/solveDay.js";
import { crashTrace, jobError } from "./failure.js";
import { joinMeetingPlace, leaveMeetingPlace } from "./meetingPlace.js";
import type { Deliver, Delivery, FromSolver, ProblemInput, SolveJob } from "./protocol.js";
import { threadSeed } from "./seeds.js";
import { lowerThreadPriority } from "./threadPriority.js";
import { unpack } from "./unpack.js";

function answer(message: FromSolver): void {
  parentPort?.postMessage(message);
}

function readInput(input: ProblemInput): Problem {
  if ("problem" in input) return input.problem;
  // Validated when it was imported; the text has not changed since.
  return JSON.parse(new TextDecoder().decode(unpack(input.document))) as Problem;
}

/** Least milliseconds between two reports: improvements come by the hundred at first. */
const REPORT_EVERY = 100;

/** Reports at once, then not too often; what comes in between is told with the next report. */
function throttled(report: (progress: JobProgress) => void): (progress: JobProgress) => void {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < REPORT_EVERY) return;
    last = now;
    report(progress);
  };
}

function find(job: SolveJob, solve: DayDeps["solve"], mip: LpEngine | null): FoundDay {
  const flag = new Int32Array(job.stop);
  return findDay(
    readInput(job.input),
    {
      seed: threadSeed(job.seed, job.index),
      iterations: job.iterations,
      seconds: job.seconds,
      start: job.start,
    },
    {
      clock: () => (performance.timeOrigin + performance.now() - job.startedAt) / 1000,
      cancelled: () => Atomics.load(flag, 0) === 1,
      onProgress: throttled((progress) => answer({ kind: "progress", progress })),
      lp: createLpEngine(),
      ...(mip === null ? {} : { mip }),
      ...(job.meeting === null
        ? {}
        : { exchange: joinMeetingPlace(job.meeting, job.index, job.iterations !== null) }),
      ...(solve === undefined ? {} : { solve }),
    },
  );
}

function write(job: SolveJob, found: FoundDay, iterations: number): Delivery {
  const { plan, verdict } = writeDay(found, { seed: job.seed, threads: job.threads, iterations });
  const text = JSON.stringify(plan);
  return {
    plan: text,
    verdict: JSON.stringify(verdict),
    digest: createHash("sha256").update(text).digest("hex"),
    records: planRecords(found.problem, plan),
    valid: verdict.valid,
    cost: verdict.cost.total,
    unserved: verdict.facts.unserved,
  };
}

/** Errors go to the owner as values; those without a code are ours and leave their place in the log. */
function report(error: unknown): void {
  const known = jobError(error);
  answer({ kind: "failed", error: known, trace: known.code === "job-crashed" ? crashTrace(error) : null });
}

/** Runs the job in `workerData`. `solve`: another optimiser, for tests. */
export async function runSolveWorker(solve?: DayDeps["solve"]): Promise<void> {
  const job = workerData as SolveJob;
  lowerThreadPriority(job.niceness);
  try {
    const mip = choosesRoutes(job.iterations, job.seconds) ? await loadMipEngine() : null;
    const found = find(job, solve, mip);
    if (job.meeting !== null) leaveMeetingPlace(job.meeting, job.index);
    parentPort?.once("message", ({ iterations }: Deliver) => {
      try {
        answer({ kind: "plan", delivery: write(job, found, iterations) });
      } catch (error) {
        report(error);
      }
    });
    const { iterations, stoppedBy } = found.solved;
    answer({ kind: "solved", cost: found.cost, iterations, stoppedBy });
  } catch (error) {
    if (job.meeting !== null) leaveMeetingPlace(job.meeting, job.index);
    report(error);
  }
}
