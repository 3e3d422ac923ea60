/** Computes a bound in a thread of its own, so that Ctrl-C is heard while it works. */
import { Worker } from "node:worker_threads";
import type { BoundResult, IncumbentCost } from "../../solver/columns/index.js";
import type { ProblemData } from "../../solver/index.js";

/** What the thread is started with. */
export interface BoundRequest {
  readonly data: ProblemData;
  readonly incumbent: IncumbentCost | null;
  readonly seconds: number;
  /** Seconds already gone when the thread starts. */
  readonly gone: number;
  /** Becomes 1 to end the run with what is proved so far. */
  readonly stop: SharedArrayBuffer;
}

export function boundInThread(
  request: Omit<BoundRequest, "stop">,
  signal: AbortSignal,
): Promise<BoundResult> {
  const stop = new SharedArrayBuffer(4);
  const flag = new Int32Array(stop);
  const onAbort = (): void => {
    Atomics.store(flag, 0, 1);
  };
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  const workerData: BoundRequest = { ...request, stop };
  return new Promise<BoundResult>((resolve, reject) => {
    const worker = new Worker(new URL("./boundWorker.js", import.meta.url), { workerData });
    worker.once("message", (result: BoundResult) => resolve(result));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the bound's thread ended early with code ${code}`)));
  }).finally(() => signal.removeEventListener("abort", onAbort));
}
