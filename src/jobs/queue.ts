/**
 * Planning jobs of one process. What a job is and where it stands lies in the database;
 * here is only which ones are being worked on. At most so many run at once, the others wait in
 * the order they came.
 */
import { randomUUID } from "node:crypto";
import {
  isFinal,
  type JobEvent,
  type JobOptions,
  type JobProgress,
  type JobRunner,
  type JobStore,
  type NewPlan,
  type PlanStore,
  type ProblemStore,
  type DocumentBytes,
  type StoredJob,
} from "../planning/ports.js";
import type { Plan, Problem } from "../contracts/index.js";
import { type BoundFound, type BoundStore, type StudyRunner, StudyStopped } from "../planning/study/index.js";
import { unpack } from "./unpack.js";
import { type CrashTrace, crashTrace, jobError, JobFailure, JobInterrupted } from "./failure.js";
import type { ParallelOptions, ParallelResult } from "./solveParallel.js";
import type { FilledDocument, ProblemInput } from "./protocol.js";
import { solveDaysFirst } from "./solveDaysFirst.js";
import { withWeights } from "./weighted.js";

/** Something worth a line in the log; ids and codes only. */
export type JobLog = (event: string, facts: Readonly<Record<string, unknown>>) => void;

export interface JobQueueDeps {
  readonly jobs: JobStore;
  readonly plans: PlanStore;
  readonly problems: ProblemStore;
  readonly solve: (input: ProblemInput, options: ParallelOptions) => Promise<ParallelResult>;
  /** Fills in missing travel times; absent: such problems fail with the solver's own words. */
  readonly fill?: (document: Uint8Array, estimate: boolean, kill: AbortSignal) => Promise<FilledDocument>;
  /** Proves bounds and keeps them; absent: no job has one. */
  readonly bounds?: { readonly runner: StudyRunner; readonly store: BoundStore };
  readonly log?: JobLog;
  /** Default 2. */
  readonly maxRunning?: number;
  /** How often a job is taken up before it is given up; a crash counts, a shutdown does too. Default 5. */
  readonly maxAttempts?: number;
  /** How long a stopped job may take to hand over its plan, milliseconds. Default 30 000. */
  readonly stopGrace?: number;
  /** Default 10: the threads give way to the one that answers requests. */
  readonly niceness?: number;
}

/** A job whose plan was found. */
interface Proving {
  readonly job: StoredJob;
  readonly document: Uint8Array;
  readonly result: ParallelResult;
  readonly progress: JobProgress | null;
}

interface Active {
  readonly stop: AbortController;
  readonly kill: AbortController;
  /** As last read, with live progress. */
  job: StoredJob;
  readonly finished: Promise<void>;
}

export class JobQueue implements JobRunner {
  private readonly active = new Map<string, Active>();
  private readonly listeners = new Map<string, Set<(event: JobEvent) => void>>();
  /** Cancelled before the run had begun to listen. */
  private readonly cancelled = new Set<string>();
  private stopping = false;
  private pumping: Promise<void> | null = null;
  private pumpAgain = false;

  constructor(private readonly deps: JobQueueDeps) {}

  /** Takes up what a crash or shutdown cut off, then the waiting jobs. */
  async start(): Promise<void> {
    for (const job of await this.deps.jobs.listRunning()) await this.recover(job);
    await this.pump();
  }

  private async recover(job: StoredJob): Promise<void> {
    const now = new Date();
    if (job.cancelRequested) {
      await this.deps.jobs.end(job.id, "cancelled", null, now);
      this.deps.log?.("job-cancelled", { jobId: job.id });
      return;
    }
    if (job.attempts >= (this.deps.maxAttempts ?? 5)) {
      const error = {
        code: "job-given-up",
        message: `the job was cut off ${job.attempts} times before it could end`,
        todo: "Look in the log for what ended the server each time; then start the job again, perhaps with fewer threads.",
      };
      await this.deps.jobs.end(job.id, "failed", error, now);
      this.deps.log?.("job-failed", { jobId: job.id, code: error.code });
      return;
    }
    await this.deps.jobs.requeue(job.id);
    this.deps.log?.("job-taken-up-again", { jobId: job.id, attempts: job.attempts });
  }

  /** Stops all runs at once and puts their jobs back in the queue for the next start. */
  async close(): Promise<void> {
    this.stopping = true;
    await this.pumping;
    const runs = [...this.active.values()];
    for (const { kill } of runs) kill.abort();
    await Promise.all(runs.map((run) => run.finished));
  }

  async submit(problemId: string, options: JobOptions): Promise<StoredJob> {
    if (this.stopping) throw new Error("the job queue is closed");
    const job = await this.deps.jobs.add({ id: randomUUID(), problemId, options, createdAt: new Date() });
    this.deps.log?.("job-queued", { jobId: job.id, problemId });
    void this.pump();
    return job;
  }

  async find(id: string): Promise<StoredJob | null> {
    const live = this.active.get(id);
    const stored = await this.deps.jobs.find(id);
    if (stored === null || live === undefined || isFinal(stored.state)) return stored;
    return { ...stored, progress: live.job.progress };
  }

  async cancel(id: string): Promise<StoredJob | null> {
    const wanted = await this.deps.jobs.requestCancel(id);
    if (wanted) {
      const live = this.active.get(id);
      if (live !== undefined) live.stop.abort();
      else {
        // Between being taken from the queue and being listened to, the run finds its id here.
        this.cancelled.add(id);
        const waiting = await this.deps.jobs.endWaiting(id, new Date());
        if (waiting) {
          this.cancelled.delete(id);
          this.deps.log?.("job-cancelled", { jobId: id });
          await this.announce(id);
        }
      }
    }
    return this.find(id);
  }

  subscribe(id: string, listener: (event: JobEvent) => void): () => void {
    const set = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(id);
    };
  }

  private emit(event: JobEvent): void {
    for (const listener of this.listeners.get(event.job.id) ?? []) listener(event);
  }

  private async announce(id: string): Promise<void> {
    const job = await this.find(id);
    if (job !== null) this.emit({ kind: "state", job });
  }

  /** Fills the free places. One at a time, so that no place is filled twice. */
  private pump(): Promise<void> {
    this.pumpAgain = true;
    this.pumping ??= this.pumpAll()
      .catch((error: unknown) => this.crash("queue", crashTrace(error)))
      .finally(() => {
        this.pumping = null;
      });
    return this.pumping;
  }

  private async pumpAll(): Promise<void> {
    while (this.pumpAgain && !this.stopping) {
      this.pumpAgain = false;
      while (!this.stopping && this.active.size < (this.deps.maxRunning ?? 2)) {
        const job = await this.deps.jobs.takeNext(new Date());
        if (job === null) break;
        this.begin(job);
      }
    }
  }

  private begin(job: StoredJob): void {
    const stop = new AbortController();
    const kill = new AbortController();
    if (job.cancelRequested || this.cancelled.delete(job.id)) stop.abort();
    if (this.stopping) kill.abort();
    const finished = this.run(job, stop.signal, kill.signal)
      .catch((error: unknown) => this.crash(job.id, crashTrace(error)))
      .then(() => {
        this.active.delete(job.id);
        if (!this.stopping) void this.pump();
      });
    this.active.set(job.id, { stop, kill, job, finished });
    this.deps.log?.("job-started", { jobId: job.id, attempt: job.attempts });
    this.emit({ kind: "state", job });
  }

  private async run(job: StoredJob, stop: AbortSignal, kill: AbortSignal): Promise<void> {
    try {
      await this.solve(job, stop, kill);
    } catch (error) {
      await this.fail(job, error, stop.aborted);
    }
    await this.announce(job.id);
  }

  private async solve(job: StoredJob, stop: AbortSignal, kill: AbortSignal): Promise<void> {
    const problem = await this.deps.problems.find(job.problemId);
    let document = await this.deps.problems.findDocument(job.problemId);
    if (problem === null || document === null) {
      throw new Error(`problem ${job.problemId} of job ${job.id} is not stored`);
    }
    let filled: DocumentBytes | null = null;
    if (problem.facts.lacksTravel && this.deps.fill !== undefined) {
      const { document: whole, warnings } = await this.deps.fill(document, job.options.estimate, kill);
      filled = whole;
      document = whole.gzip;
      await this.deps.jobs.warn(job.id, warnings);
    }
    if (job.options.weights !== undefined) {
      filled = await withWeights(document, job.options.weights);
      document = filled.gzip;
    }
    let progress: JobProgress | null = null;
    const { solve } = this.deps;
    const wanted = job.options.daysFirst === true ? solveDaysFirst.bind(null, solve) : solve;
    const result = await wanted(
      { document },
      {
        seed: job.options.seed,
        threads: job.options.threads,
        iterations: job.options.iterations,
        seconds: job.options.seconds,
        stop,
        kill,
        stopGrace: this.deps.stopGrace ?? 30_000,
        niceness: this.deps.niceness ?? 10,
        onProgress: (now) => {
          progress = now;
          this.progressed(job.id, now);
        },
        onCrash: (trace) => this.crash(job.id, trace),
      },
    );
    const plan = this.toPlan(job, filled, result);
    const bound = await this.prove({ job, document, result, progress }, stop, kill);
    if (bound !== null && progress !== null) progress = { ...(progress as JobProgress), bound };
    const state = result.stoppedBy === "cancelled" || stop.aborted ? "cancelled" : "done";
    await this.deps.plans.add(plan, { jobId: job.id, state, progress });
    if (bound !== null) await this.deps.bounds?.store.raise(plan.id, bound, new Date());
    this.deps.log?.(`job-${state}`, { jobId: job.id, planId: plan.id, cost: plan.verdict.cost });
  }

  /** How good the plan is, where the job asks for it. A proof that breaks down costs no plan. */
  private async prove(
    { job, document, result, progress }: Proving,
    stop: AbortSignal,
    kill: AbortSignal,
  ): Promise<BoundFound | null> {
    const seconds = job.options.bound ?? null;
    const { bounds } = this.deps;
    if (seconds === null || bounds === undefined || stop.aborted) return null;
    const day = {
      problem: JSON.parse(new TextDecoder().decode(unpack(document))) as Problem,
      plan: JSON.parse(result.plan) as Plan,
    };
    try {
      return await bounds.runner.run(
        "bound",
        day,
        { seconds },
        {
          stop,
          kill,
          onProgress: ({ bound }) => {
            if (bound !== undefined && progress !== null) this.progressed(job.id, { ...progress, bound });
          },
        },
      );
    } catch (error) {
      if (error instanceof StudyStopped) throw new JobInterrupted("the run was ended from outside");
      this.deps.log?.("job-bound-failed", { jobId: job.id, trace: crashTrace(error) });
      return null;
    }
  }

  private toPlan(job: StoredJob, filled: DocumentBytes | null, result: ParallelResult): NewPlan {
    return {
      id: randomUUID(),
      problemId: job.problemId,
      parentId: null,
      filled,
      document: result.plan,
      digest: result.digest,
      verdict: {
        valid: result.valid,
        cost: result.cost,
        unserved: result.unserved,
        document: result.verdict,
      },
      records: result.records,
      createdAt: new Date(),
    };
  }

  private async fail(job: StoredJob, error: unknown, cancelled: boolean): Promise<void> {
    if (error instanceof JobInterrupted) {
      await this.deps.jobs.requeue(job.id);
      this.deps.log?.("job-put-back", { jobId: job.id });
      return;
    }
    const known = jobError(error);
    if (known.code === "job-crashed" && !(error instanceof JobFailure)) {
      this.crash(job.id, crashTrace(error));
    }
    const state = cancelled ? "cancelled" : "failed";
    await this.deps.jobs.end(job.id, state, known, new Date());
    this.deps.log?.(`job-${state}`, { jobId: job.id, code: known.code });
  }

  private progressed(id: string, progress: JobProgress): void {
    const live = this.active.get(id);
    if (live === undefined) return;
    live.job = { ...live.job, progress };
    this.emit({ kind: "progress", job: live.job });
  }

  private crash(id: string, trace: CrashTrace): void {
    this.deps.log?.("job-crash", { jobId: id, trace });
  }
}
