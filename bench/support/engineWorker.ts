/** The thread behind {@link runEngine}. */
import { parentPort, workerData } from "node:worker_threads";
import {
  solve,
  type ProblemData,
  type Progress,
  type Solution,
  type SolveResult,
} from "../../solver/index.js";
import { createLpEngine } from "../../src/lp/index.js";
import { joinMeetingPlace, leaveMeetingPlace, type MeetingPlaceHandle } from "../../src/jobs/meetingPlace.js";

export interface EngineTask {
  readonly data: ProblemData;
  readonly seed: number;
  readonly seconds: number | null;
  readonly iterations: number | null;
  /** Epoch milliseconds from which seconds count. */
  readonly startedAt: number;
  readonly start: Solution | null;
  readonly progress: boolean;
  /** Where the threads of the run meet, and which of them this is; null: it runs alone. */
  readonly meeting: MeetingPlaceHandle | null;
  readonly index: number;
}

export type EngineMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | {
      readonly kind: "solved";
      readonly solution: Solution;
      readonly cost: number;
      readonly iterations: number;
      readonly stoppedBy: Extract<SolveResult, { kind: "solved" }>["stoppedBy"];
    }
  | { readonly kind: "failed"; readonly why: string };

const task = workerData as EngineTask;
const post = (message: EngineMessage) => parentPort?.postMessage(message);

const result = solve(task.data, {
  seed: task.seed,
  seconds: task.seconds,
  iterations: task.iterations,
  lp: createLpEngine(),
  ...(task.start === null ? {} : { start: task.start }),
  clock: () => (Date.now() - task.startedAt) / 1000,
  ...(task.meeting === null
    ? {}
    : { exchange: joinMeetingPlace(task.meeting, task.index, task.iterations !== null) }),
  ...(task.progress ? { onProgress: (progress: Progress) => post({ kind: "progress", progress }) } : {}),
});
if (task.meeting !== null) leaveMeetingPlace(task.meeting, task.index);
if (result.kind === "solved") {
  const { solution, cost, iterations, stoppedBy } = result;
  post({ kind: "solved", solution, cost, iterations, stoppedBy });
} else {
  post({ kind: "failed", why: result.kind });
}
