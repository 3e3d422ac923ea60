/** Ctrl-C and a request to end: the first asks for the best plan so far, the second leaves at once. */
import { EXIT } from "./faults.js";

export interface Interrupt {
  /** Aborts at the first signal. */
  readonly signal: AbortSignal;
  /** Takes the listeners away. */
  done(): void;
}

export function onInterrupt(): Interrupt {
  const controller = new AbortController();
  const listener = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
    if (process.stderr.isTTY) process.stderr.write("\n  Stopping with the best plan so far.\n");
  };
  process.on("SIGINT", listener);
  process.on("SIGTERM", listener);
  return {
    signal: controller.signal,
    done() {
      process.off("SIGINT", listener);
      process.off("SIGTERM", listener);
    },
  };
}
