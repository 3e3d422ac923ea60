/** Missing travel times are filled in by a thread of their own, with its own way to the database. */
import { Worker } from "node:worker_threads";
import { crashed, type CrashTrace, crashTrace, JobFailure, JobInterrupted } from "./failure.js";
import type { FillJob, FilledDocument, FromFiller } from "./protocol.js";
import { workerEntry } from "./workerEntry.js";

export interface FillOptions extends Pick<FillJob, "osrm" | "database" | "demoRoads"> {
  readonly onCrash?: (trace: CrashTrace) => void;
}

/**
 * The problem document with matrices in every mode.
 *
 * @throws JobFailure with the faults that keep travel times away
 * @throws JobInterrupted after `kill`
 */
export async function fillInThread(
  document: Uint8Array,
  estimate: boolean,
  kill: AbortSignal,
  options: FillOptions,
): Promise<FilledDocument> {
  const { osrm, database, demoRoads } = options;
  const job: FillJob = {
    document,
    estimate,
    osrm,
    database,
    ...(demoRoads === undefined ? {} : { demoRoads }),
  };
  const worker = new Worker(workerEntry("travelWorker"), { workerData: job });
  try {
    return await new Promise<FilledDocument>((resolve, reject) => {
      const onKill = (): void => reject(new JobInterrupted("the run was ended from outside"));
      if (kill.aborted) onKill();
      kill.addEventListener("abort", onKill, { once: true });
      worker.on("message", (message: FromFiller) => {
        if (message.kind === "filled") resolve(message.filled);
        else {
          if (message.trace !== null) options.onCrash?.(message.trace);
          reject(new JobFailure(message.error));
        }
      });
      worker.on("error", (error) => {
        options.onCrash?.(crashTrace(error));
        reject(new JobFailure(crashed("the thread that fills in travel times broke down")));
      });
      worker.on("exit", () =>
        reject(new JobFailure(crashed("the thread that fills in travel times ended early"))),
      );
    });
  } finally {
    await worker.terminate();
  }
}
