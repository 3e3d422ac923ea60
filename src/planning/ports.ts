/**
 * What the planning service needs from the world: stores of documents and jobs, and someone
 * who runs them. src/persistence implements the stores, src/jobs the runner; the API speaks
 * to these interfaces only. `find` may return null, `list` returns all, instants are Dates,
 * dates are "YYYY-MM-DD" in the problem's time zone.
 */
import type { Fault, Weights } from "../contracts/index.js";
import type { ReadCapacity } from "./capacity/index.js";
import type { DaySheet, SheetAsk } from "./actuals/index.js";
import type { MadeProblem, MakeProblems } from "./generate/ports.js";
import type { PolicyRef } from "./policies/ports.js";
import type { BoundFound } from "./study/bound.js";
import type { PlanRecords, ProblemFacts, ProblemRecords } from "./records.js";

// ---- Problems

/** A problem document as it is kept. */
export interface DocumentBytes {
  /** The JSON text, gzipped. */
  readonly gzip: Uint8Array;
  /** Lower-case hex SHA-256 of the JSON text. */
  readonly digest: string;
  /** Bytes of the JSON text. */
  readonly size: number;
}

export interface NewProblem extends DocumentBytes {
  readonly id: string;
  readonly facts: ProblemFacts;
  readonly records: ProblemRecords;
  readonly createdAt: Date;
}

export interface StoredProblem {
  readonly id: string;
  readonly digest: string;
  readonly size: number;
  readonly facts: ProblemFacts;
  readonly createdAt: Date;
}

export interface ProblemStore {
  /** Stores the document and its records, all or none. */
  add(problem: NewProblem): Promise<StoredProblem>;
  find(id: string): Promise<StoredProblem | null>;
  /** The JSON text, gzipped. */
  findDocument(id: string): Promise<Uint8Array | null>;
}

// ---- Jobs

export const JOB_STATES = ["queued", "running", "done", "cancelled", "failed"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Whether a job in this state will never change again. */
export function isFinal(state: JobState): boolean {
  return state === "done" || state === "cancelled" || state === "failed";
}

export interface JobOptions {
  readonly seed: number;
  readonly threads: number;
  /** Work limit of each thread; null: none. */
  readonly iterations: number | null;
  /** Time limit in seconds; null: none. */
  readonly seconds: number | null;
  /** Whether missing travel times may be estimated from coordinates. */
  readonly estimate: boolean;
  /** Seconds for proving how good the plan is, once it is found; null or absent: not asked. */
  readonly bound?: number | null;
  /** Half of the effort goes to the dates one by one, as a start for all together. Default false. */
  readonly daysFirst?: boolean;
  /** The policy whose weights count instead of the problem's own; absent: none. */
  readonly policy?: PolicyRef;
  /** The policy's weights at the time of starting. */
  readonly weights?: Weights;
}

export interface JobProgress {
  /** Added up over the threads. */
  readonly iteration: number;
  readonly bestCost: number;
  readonly unserved: number;
  /** Since the job was taken up. */
  readonly seconds: number;
  /** What is proved so far of the plan that was found. */
  readonly bound?: BoundFound;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly todo: string;
  /** Everything wrong with the input, where that is the reason. */
  readonly faults?: readonly Fault[];
}

export interface StoredJob {
  readonly id: string;
  readonly problemId: string;
  readonly state: JobState;
  readonly options: JobOptions;
  readonly attempts: number;
  readonly cancelRequested: boolean;
  readonly progress: JobProgress | null;
  readonly error: JobError | null;
  /** What is doubtful about its input, such as places far from any road. */
  readonly warnings: readonly Fault[];
  /** Of a done job, and of a cancelled one that had found a plan. */
  readonly planId: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export interface NewJob {
  readonly id: string;
  readonly problemId: string;
  readonly options: JobOptions;
  readonly createdAt: Date;
}

export interface JobStore {
  add(job: NewJob): Promise<StoredJob>;
  find(id: string): Promise<StoredJob | null>;
  /** The oldest queued job, now running with one attempt more; null: none waits. */
  takeNext(now: Date): Promise<StoredJob | null>;
  /** Every job that is running on record: after a crash, those that were cut off. */
  listRunning(): Promise<readonly StoredJob[]>;
  /** Back to the queue, before all younger jobs; what was found is forgotten. */
  requeue(id: string): Promise<void>;
  /** Ends the job without a plan, unless it has ended already. */
  end(id: string, state: "cancelled" | "failed", error: JobError | null, now: Date): Promise<void>;
  /** Ends the job as cancelled if it still waits; false: it does not. */
  endWaiting(id: string, now: Date): Promise<boolean>;
  /** Keeps what is doubtful about the job's input, in place of what was kept before. */
  warn(id: string, warnings: readonly Fault[]): Promise<void>;
  /** Marks the wish; false: the job had ended already. */
  requestCancel(id: string): Promise<boolean>;
}

// ---- Plans

export interface NewPlan {
  readonly id: string;
  readonly problemId: string;
  /** The version that this one changes; null: none. */
  readonly parentId: string | null;
  /** What it was planned and judged by, where that is not the imported document. */
  readonly filled: DocumentBytes | null;
  /** Digest of a stored document that it was judged by; before `filled` and the imported one. */
  readonly judgedBy?: string;
  /** JSON text of the plan. */
  readonly document: string;
  /** Lower-case hex SHA-256 of the JSON text. */
  readonly digest: string;
  readonly verdict: {
    readonly valid: boolean;
    readonly cost: number;
    readonly unserved: number;
    /** JSON text. */
    readonly document: string;
  };
  readonly records: PlanRecords;
  readonly createdAt: Date;
}

/** How the job that made a plan ends, in the same transaction as the plan is stored. */
export interface JobEnding {
  readonly jobId: string;
  readonly state: "done" | "cancelled";
  readonly progress: JobProgress | null;
}

export interface StoredPlan {
  readonly id: string;
  readonly problemId: string;
  readonly jobId: string | null;
  readonly parentId: string | null;
  readonly document: string;
  readonly digest: string;
  readonly valid: boolean;
  readonly cost: number;
  readonly unserved: number;
  readonly verdict: string;
  readonly createdAt: Date;
}

export type PlanHead = Omit<StoredPlan, "document" | "verdict">;

export interface RoundStop {
  readonly kind: "visit" | "break";
  readonly visitId: string | null;
  readonly breakId: string | null;
  readonly arrival: Date | null;
  readonly start: Date;
  readonly end: Date;
  readonly date: string;
  /** What the problem says of the visit; null for breaks. */
  readonly visit: VisitOnRound | null;
}

export interface VisitOnRound {
  readonly clientId: string;
  readonly typeId: string;
  readonly minutes: number;
  readonly crewSize: number;
  readonly remote: boolean;
  readonly place: {
    readonly id: string;
    readonly name: string | null;
    readonly lat: number;
    readonly lon: number;
  };
}

export interface Round {
  readonly shiftId: string;
  readonly nurseId: string;
  readonly departure: Date;
  readonly return: Date;
  /** Travel mode of the shift. */
  readonly mode: string;
  readonly startPlaceId: string;
  readonly endPlaceId: string;
  readonly stops: readonly RoundStop[];
}

export interface NurseDay {
  /** The version that holds on the date, or whose night round reaches into it. */
  readonly planId: string;
  /** Every version that the rounds come from. */
  readonly planIds: readonly string[];
  readonly timeZone: string;
  /** By departure; each has only the stops that start on the date. */
  readonly rounds: readonly Round[];
}

export interface PlanStore {
  /** Stores plan, verdict, rounds and the job's ending in one transaction, or nothing. */
  add(plan: NewPlan, ending?: JobEnding): Promise<void>;
  find(id: string): Promise<StoredPlan | null>;
  /** As find, without reading the documents. */
  findHead(id: string): Promise<PlanHead | null>;
  /** The plan's rounds by departure, whole, with the problem's time zone; null: no such plan. */
  findRounds(id: string): Promise<{ readonly timeZone: string; readonly rounds: readonly Round[] } | null>;
  /**
   * A nurse's day by the published versions of the date and of dates before whose rounds reach
   * into it. Of a date never published: by the latest valid plan of a job that covers it and
   * whose problem knows the nurse's shifts, or else by the latest of that date; drafts made by
   * hand never. Null: no plan covers the date, or only others' nights reach into it.
   */
  findNurseDay(nurseId: string, date: string): Promise<NurseDay | null>;
}

export interface NurseStore {
  exists(id: string): Promise<boolean>;
}

// ---- Travel times that were asked once. The same door as src/travel/cache.ts, so that either
// ---- side may be read alone; the compiler compares the two where they are wired together.

export interface TravelTimeStore {
  get(
    space: { readonly mode: string; readonly mapVersion: string },
    points: readonly string[],
  ): Promise<{
    readonly pairs: readonly {
      readonly from: string;
      readonly to: string;
      readonly seconds: number | null;
      readonly metres: number | null;
    }[];
    readonly snaps: readonly { readonly point: string; readonly metres: number }[];
  }>;
  put(
    space: { readonly mode: string; readonly mapVersion: string },
    travel: {
      readonly pairs: readonly {
        readonly from: string;
        readonly to: string;
        readonly seconds: number | null;
        readonly metres: number | null;
      }[];
      readonly snaps: readonly { readonly point: string; readonly metres: number }[];
    },
  ): Promise<void>;
}

// ---- Answered POSTs

export interface RememberedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Claim =
  /** The key is new: answer the request, then `keep` or `release`. */
  | { readonly kind: "new" }
  | { readonly kind: "answered"; readonly answer: RememberedAnswer }
  /** The first request with this key is still being answered. */
  | { readonly kind: "pending" }
  /** The key came with another body before. */
  | { readonly kind: "other-body" };

export interface IdempotencyStore {
  claim(key: string, bodyDigest: string, now: Date): Promise<Claim>;
  keep(key: string, answer: RememberedAnswer): Promise<void>;
  release(key: string): Promise<void>;
  /** Drops answers older than the instant and, at start, claims that a crash left open. */
  purge(olderThan: Date, dropPending: boolean): Promise<void>;
}

// ---- Who reads documents and runs jobs

export type ReadDocument =
  | ({
      readonly ok: true;
      readonly facts: ProblemFacts;
      readonly records: ProblemRecords;
    } & DocumentBytes)
  /** `faults` is the JSON text of every Fault: there may be ten thousand. */
  | { readonly ok: false; readonly count: number; readonly faults: string };

/** Reads and checks imported documents away from the thread that answers requests. */
export interface DocumentReader {
  /** `bytes` may be gzipped; the buffer is given away and must not be used afterwards. */
  readProblem(bytes: Uint8Array): Promise<ReadDocument>;
  /** Makes the problem of each wish, ready to be stored. */
  makeProblems(ask: MakeProblems): Promise<readonly MadeProblem[]>;
  /** Need against supply of a stored document. */
  readCapacity(gzip: Uint8Array): Promise<ReadCapacity>;
  /** The days of a stored version, by date, for those who look back on them. */
  readSheets(ask: SheetAsk): Promise<ReadonlyMap<string, DaySheet>>;
}

export interface JobEvent {
  readonly kind: "progress" | "state";
  readonly job: StoredJob;
}

export interface JobRunner {
  submit(problemId: string, options: JobOptions): Promise<StoredJob>;
  /** With live progress. */
  find(id: string): Promise<StoredJob | null>;
  /** The best plan so far is kept. Null: no such job; a job that has ended stays as it is. */
  cancel(id: string): Promise<StoredJob | null>;
  /** Calls back on every change until the returned function is called. */
  subscribe(id: string, listener: (event: JobEvent) => void): () => void;
}
