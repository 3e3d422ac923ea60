/** What the threads tell each other. */
import type { Fault, Plan, Problem } from "../contracts/index.js";
import type { DocumentBytes, JobError, JobProgress, ReadDocument } from "../planning/ports.js";
import type { ReadCapacity } from "../planning/capacity/index.js";
import type { DaySheet, SheetAsk } from "../planning/actuals/index.js";
import type { MadeProblem, MakeProblems } from "../planning/generate/index.js";
import type { PlanRecords } from "../planning/records.js";
import type { CrashTrace } from "./failure.js";
import type { MeetingPlaceHandle } from "./meetingPlace.js";

/** A problem on its way to a worker: the validated document, or its JSON text, gzipped or not. */
export type ProblemInput = { readonly problem: Problem } | { readonly document: Uint8Array };

export type StoppedBy = "iterations" | "seconds" | "cancelled" | "done";

export interface SolveJob {
  readonly input: ProblemInput;
  /** As the caller gave it; the plan names it. */
  readonly seed: number;
  /** 0 for the first thread. */
  readonly index: number;
  readonly threads: number;
  readonly iterations: number | null;
  readonly seconds: number | null;
  /** Milliseconds since the epoch from which `seconds` counts. */
  readonly startedAt: number;
  /** One Int32: 1 ends the run with the best plan so far. */
  readonly stop: SharedArrayBuffer;
  /** Lower priority of the thread, 0 to 19, where the system knows it by thread. */
  readonly niceness: number;
  /** A plan to start from. */
  readonly start: Plan | null;
  /** Where the threads of the run meet; null: one thread alone. */
  readonly meeting: MeetingPlaceHandle | null;
}

/** From a solving thread. */
export type FromSolver =
  | { readonly kind: "progress"; readonly progress: JobProgress }
  /** Done; the plan stays in the thread until it is asked for. */
  | {
      readonly kind: "solved";
      readonly cost: number;
      readonly iterations: number;
      readonly stoppedBy: StoppedBy;
    }
  | { readonly kind: "plan"; readonly delivery: Delivery }
  | { readonly kind: "failed"; readonly error: JobError; readonly trace: CrashTrace | null };

export interface Delivery {
  /** JSON texts. */
  readonly plan: string;
  readonly verdict: string;
  /** Lower-case hex SHA-256 of `plan`. */
  readonly digest: string;
  readonly records: PlanRecords;
  readonly valid: boolean;
  readonly cost: number;
  readonly unserved: number;
}

/** To a solving thread that has reported "solved": its plan is wanted, with the threads' sum. */
export interface Deliver {
  readonly kind: "deliver";
  readonly iterations: number;
}

/** To and from the thread that reads documents. */
export type DocumentAsk =
  | { readonly kind: "problem"; readonly bytes: Uint8Array }
  | { readonly kind: "make"; readonly make: MakeProblems }
  | { readonly kind: "capacity"; readonly gzip: Uint8Array }
  | { readonly kind: "sheets"; readonly ask: SheetAsk };
export type DocumentAnswer =
  | { readonly kind: "problem"; readonly read: ReadDocument }
  | { readonly kind: "make"; readonly made: readonly MadeProblem[] }
  | { readonly kind: "capacity"; readonly capacity: ReadCapacity }
  | { readonly kind: "sheets"; readonly sheets: ReadonlyMap<string, DaySheet> }
  | { readonly kind: "failed"; readonly trace: CrashTrace };
export interface ReadRequest {
  readonly id: number;
  readonly ask: DocumentAsk;
}
export interface ReadAnswer {
  readonly id: number;
  readonly answer: DocumentAnswer;
}

/** A document with its travel times, and what is doubtful about them. */
export interface FilledDocument {
  readonly document: DocumentBytes;
  readonly warnings: readonly Fault[];
}

/** What the thread that fills in travel times is started with. */
export interface FillJob {
  readonly document: Uint8Array;
  readonly estimate: boolean;
  /** `car=URL,walk=URL`, or null: no road server. */
  readonly osrm: string | null;
  /** Database file with the cache of travel times; null: no cache. */
  readonly database: string | null;
  /** Folder with the demo's recorded roads, for problems of its places where no server is named. */
  readonly demoRoads?: string;
}
export type FromFiller =
  | { readonly kind: "filled"; readonly filled: FilledDocument }
  | { readonly kind: "failed"; readonly error: JobError; readonly trace: CrashTrace | null };
