/** Studies in threads of their own: started for one question, ended with its answer. */
import { Worker } from "node:worker_threads";
import type { JobError } from "../planning/ports.js";
import {
  type EndSignal,
  type Studies,
  type StudyDay,
  StudyFailed,
  type StudyKind,
  type StudyProgress,
  type StudyRunner,
  StudyStopped,
  type StudyWatch,
} from "../planning/study/index.js";
import { crashed, type CrashTrace, crashTrace } from "./failure.js";
import { workerEntry } from "./workerEntry.js";

/** What the thread is started with. */
export interface StudyJob<K extends StudyKind> {
  readonly kind: K;
  readonly day: StudyDay;
  readonly ask: Studies[K]["ask"];
  /** One Int32: 1 ends the study with what it has found. */
  readonly stop: SharedArrayBuffer;
  /** 0 to 19. */
  readonly niceness: number;
}

export type FromStudy =
  | { readonly kind: "progress"; readonly progress: StudyProgress }
  | { readonly kind: "done"; readonly answer: unknown }
  | { readonly kind: "failed"; readonly error: JobError; readonly trace: CrashTrace | null };

export interface ThreadStudiesOptions {
  /** Studies that run at once; the others wait. Default 2. */
  readonly atOnce?: number;
  /** Default 0. */
  readonly niceness?: number;
  readonly onCrash?: (trace: CrashTrace) => void;
}

export class ThreadStudies implements StudyRunner {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly options: ThreadStudiesOptions = {}) {}

  async run<K extends StudyKind>(
    kind: K,
    { problem, plan }: StudyDay,
    ask: Studies[K]["ask"],
    watch: StudyWatch = {},
  ): Promise<Studies[K]["answer"]> {
    await this.place(watch.kill);
    try {
      return (await this.thread({ kind, day: { problem, plan }, ask }, watch)) as Studies[K]["answer"];
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }

  /** Waits for its turn. Whoever has gone away does not take it. */
  private async place(kill: EndSignal | undefined): Promise<void> {
    for (;;) {
      if (kill?.aborted === true) {
        // The turn that was meant for this one goes to the next.
        this.waiting.shift()?.();
        throw new StudyStopped();
      }
      if (this.running < (this.options.atOnce ?? 2)) break;
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        kill?.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    this.running++;
  }

  private async thread<K extends StudyKind>(
    asked: Pick<StudyJob<K>, "kind" | "day" | "ask">,
    { kill, stop, onProgress }: StudyWatch,
  ): Promise<unknown> {
    const flag = new SharedArrayBuffer(4);
    const job: StudyJob<K> = { ...asked, stop: flag, niceness: this.options.niceness ?? 0 };
    const worker = new Worker(workerEntry("studyWorker"), { workerData: job });
    const onStop = (): void => void Atomics.store(new Int32Array(flag), 0, 1);
    let onKill = (): void => {};
    try {
      return await new Promise<unknown>((resolve, reject) => {
        onKill = (): void => reject(new StudyStopped());
        if (kill?.aborted === true) onKill();
        kill?.addEventListener("abort", onKill, { once: true });
        if (stop?.aborted === true) onStop();
        stop?.addEventListener("abort", onStop, { once: true });
        worker.on("message", (message: FromStudy) => {
          if (message.kind === "progress") onProgress?.(message.progress);
          else if (message.kind === "done") resolve(message.answer);
          else {
            if (message.trace !== null) this.options.onCrash?.(message.trace);
            reject(new StudyFailed(message.error));
          }
        });
        worker.on("error", (error) => {
          this.options.onCrash?.(crashTrace(error));
          reject(new StudyFailed(crashed("the thread that studies the plan broke down")));
        });
        worker.on("exit", () =>
          reject(new StudyFailed(crashed("the thread that studies the plan ended early"))),
        );
      });
    } finally {
      kill?.removeEventListener("abort", onKill);
      stop?.removeEventListener("abort", onStop);
      await worker.terminate();
    }
  }
}
