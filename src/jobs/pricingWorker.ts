/** Entry of the thread that helps to price classes of shifts (see pricingTeam.ts). */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { PricingHelper, type PricingShare } from "../../solver/index.js";
import { type FromPricing, type PricingJob, SHARED } from "./pricingTeam.js";
import { lowerThreadPriority } from "./threadPriority.js";

const { data, settings, shared, niceness, port } = workerData as PricingJob & { readonly port: MessagePort };
const numbers = new Int32Array(shared);
lowerThreadPriority(niceness);
const helper = new PricingHelper(data, settings);

const next = (): number => Atomics.add(numbers, SHARED.next, 1);
const stopped = (): boolean => Atomics.load(numbers, SHARED.stop) === 1;

function answer(message: FromPricing): void {
  port.postMessage(message);
  Atomics.store(numbers, SHARED.answered, 1);
  Atomics.notify(numbers, SHARED.answered);
}

port.on("message", (share: PricingShare) => {
  try {
    answer({ kind: "answers", answers: helper.run(share, next, stopped) });
  } catch (error) {
    answer({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
});
Atomics.store(numbers, SHARED.ready, 1);
parentPort?.postMessage("ready");
