/** One solving thread as its owner sees it. */
import { Worker } from "node:worker_threads";
import type { JobProgress } from "../planning/ports.js";
import { crashed, type CrashTrace, crashTrace, JobFailure } from "./failure.js";
import type { Delivery, FromSolver, SolveJob, StoppedBy } from "./protocol.js";

export interface Solved {
  readonly cost: number;
  readonly iterations: number;
  readonly stoppedBy: StoppedBy;
}

export interface ThreadWatch {
  onProgress(progress: JobProgress): void;
  /** Something broke that is no fault of the problem. */
  onCrash(trace: CrashTrace): void;
  /** The thread is no more, however it ended. */
  onEnd(): void;
}

export class SolveThread {
  private readonly worker: Worker;
  private readonly messages: { resolve: (value: FromSolver) => void; reject: (error: Error) => void }[] = [];
  private readonly unread: FromSolver[] = [];
  private broken: Error | null = null;
  /** Settles when the thread has found its plan; rejects with JobFailure. */
  readonly solved: Promise<Solved>;

  constructor(
    entry: URL,
    job: SolveJob,
    private readonly watch: ThreadWatch,
  ) {
    this.worker = new Worker(entry, { workerData: job });
    this.worker.on("message", (message: FromSolver) => this.receive(message));
    this.worker.on("error", (error) => {
      watch.onCrash(crashTrace(error));
      const memory = (error as { code?: unknown }).code === "ERR_WORKER_OUT_OF_MEMORY";
      this.fail(memory ? "a solving thread ran out of memory" : "a solving thread broke down");
    });
    this.worker.on("exit", (code) => {
      watch.onEnd();
      this.fail(`a solving thread ended early with exit code ${code}`);
    });
    this.solved = this.awaitSolved();
    // The owner may be waiting for another thread when this one breaks.
    this.solved.catch(() => {});
  }

  private receive(message: FromSolver): void {
    if (message.kind === "progress") {
      this.watch.onProgress(message.progress);
      return;
    }
    const waiting = this.messages.shift();
    if (waiting === undefined) this.unread.push(message);
    else waiting.resolve(message);
  }

  private fail(message: string): void {
    this.broken ??= new JobFailure(crashed(message));
    for (const waiting of this.messages.splice(0)) waiting.reject(this.broken);
  }

  private next(): Promise<FromSolver> {
    const message = this.unread.shift();
    if (message !== undefined) return Promise.resolve(message);
    if (this.broken !== null) return Promise.reject(this.broken);
    return new Promise((resolve, reject) => {
      this.messages.push({ resolve, reject });
    });
  }

  private async awaitSolved(): Promise<Solved> {
    const message = await this.next();
    if (message.kind === "failed") {
      if (message.trace !== null) this.watch.onCrash(message.trace);
      throw new JobFailure(message.error);
    }
    if (message.kind !== "solved") throw new Error(`a solving thread sent ${message.kind} out of turn`);
    return { cost: message.cost, iterations: message.iterations, stoppedBy: message.stoppedBy };
  }

  /** The plan of a thread that has solved, with the iterations of all threads written into it. */
  async deliver(iterations: number): Promise<Delivery> {
    this.worker.postMessage({ kind: "deliver", iterations });
    const message = await this.next();
    if (message.kind === "failed") {
      if (message.trace !== null) this.watch.onCrash(message.trace);
      throw new JobFailure(message.error);
    }
    if (message.kind !== "plan") throw new Error(`a solving thread sent ${message.kind} out of turn`);
    return message.delivery;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
