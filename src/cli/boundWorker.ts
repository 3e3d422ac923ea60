/** Entry of the thread that computes a bound. */
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { createBound } from "../../solver/columns/index.js";
import { PricingHelperThread } from "../jobs/pricingTeam.js";
import { highsMasterEngine } from "../lp/highsMaster.js";
import type { BoundRequest } from "./boundThread.js";

const request = workerData as BoundRequest;
const stop = new Int32Array(request.stop);
const started = performance.now();
const lp = await highsMasterEngine();
const helper = availableParallelism() > 1 ? new PricingHelperThread(request.data) : null;
const result = createBound(request.data, {
  lp,
  clock: () => request.gone + (performance.now() - started) / 1000,
  seconds: request.seconds,
  cancelled: () => Atomics.load(stop, 0) === 1,
  ...(request.incumbent === null ? {} : { incumbent: request.incumbent }),
  ...(helper === null ? {} : { team: (pricing) => helper.team(pricing) }),
});
helper?.end();
parentPort?.postMessage(result);
