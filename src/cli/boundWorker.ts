/** Entry of the thread that computes a bound. */
import { parentPort, workerData } from "node:worker_threads";
import { createBound } from "../../solver/columns/index.js";
import { highsMasterEngine } from "../lp/highsMaster.js";
import type { BoundRequest } from "./boundThread.js";

const request = workerData as BoundRequest;
const stop = new Int32Array(request.stop);
const started = performance.now();
const lp = await highsMasterEngine();
const result = createBound(request.data, {
  lp,
  clock: () => request.gone + (performance.now() - started) / 1000,
  seconds: request.seconds,
  cancelled: () => Atomics.load(stop, 0) === 1,
  ...(request.incumbent === null ? {} : { incumbent: request.incumbent }),
});
parentPort?.postMessage(result);
