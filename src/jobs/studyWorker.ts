/** Entry of the thread that studies a finished plan. */
import { parentPort, workerData } from "node:worker_threads";
import { highsMasterEngine } from "../lp/highsMaster.js";
import { createLpEngine } from "../lp/index.js";
import type { StudyKind } from "../planning/study/index.js";
import { STUDIES } from "../planning/study/studies.js";
import type { StudyTools } from "../planning/study/tools.js";
import { crashTrace, jobError } from "./failure.js";
import type { FromStudy, StudyJob } from "./study.js";
import { lowerThreadPriority } from "./threadPriority.js";

/** Least milliseconds between two reports. */
const REPORT_EVERY = 100;

function answer(message: FromStudy): void {
  parentPort?.postMessage(message);
}

async function study<K extends StudyKind>(job: StudyJob<K>): Promise<void> {
  const stop = new Int32Array(job.stop);
  let last = -Infinity;
  const started = performance.now();
  const clock = (): number => (performance.now() - started) / 1000;
  const tools: StudyTools = {
    clock,
    cancelled: () => Atomics.load(stop, 0) === 1,
    progress: (progress) => {
      const now = performance.now();
      if (now - last < REPORT_EVERY) return;
      last = now;
      answer({ kind: "progress", progress: { ...progress, seconds: clock() } });
    },
    lp: createLpEngine(),
    master: await highsMasterEngine(),
  };
  answer({ kind: "done", answer: STUDIES[job.kind](job.day, job.ask, tools) });
}

const job = workerData as StudyJob<StudyKind>;
lowerThreadPriority(job.niceness);
try {
  await study(job);
} catch (error) {
  const known = jobError(error);
  answer({ kind: "failed", error: known, trace: known.code === "job-crashed" ? crashTrace(error) : null });
}
