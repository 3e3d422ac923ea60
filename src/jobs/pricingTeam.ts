/**
 * Two threads price classes of shifts together: this one and a helper. Whoever is free takes the next
 * class; since an answer does not depend on who gives it, the bound is the same as with one.
 *
 * The optimiser waits for answers without giving way to other events, so the threads speak through a
 * port read by hand and a few shared numbers.
 */
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import {
  type ClassAnswer,
  type ClassList,
  type ClassPricing,
  GENERATION_DEFAULTS,
  listShare,
  priceShare,
  pricingAlone,
  type PricingShare,
  type PricingTeam,
  type ProblemData,
} from "../../solver/index.js";
import { workerEntry } from "./workerEntry.js";

/** Places of the shared numbers. */
export const SHARED = { ready: 0, next: 1, stop: 2, answered: 3, count: 4 } as const;

/** What the helper is started with. */
export interface PricingJob {
  readonly data: ProblemData;
  readonly settings: typeof GENERATION_DEFAULTS;
  readonly shared: SharedArrayBuffer;
  readonly niceness: number;
}

export type FromPricing =
  | { readonly kind: "answers"; readonly answers: ClassAnswer[] | ClassList[] }
  | { readonly kind: "failed"; readonly message: string };

/** Milliseconds between two looks at the clock while the helper finishes. */
const LOOK_EVERY = 10;
/** How long after the wish to stop a helper is waited for, milliseconds. */
const GRACE = 300;

export class PricingHelperThread {
  private readonly shared = new SharedArrayBuffer(4 * SHARED.count);
  private readonly numbers = new Int32Array(this.shared);
  private readonly worker: Worker;
  private readonly port;
  /** The helper has broken down or is too slow: this thread goes on alone. */
  private lost = false;
  /** Classes that the helper has priced. */
  answered = 0;
  /** Settles when the helper is ready or has broken down. */
  readonly started: Promise<void>;

  constructor(data: ProblemData, niceness = 0) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const job: PricingJob = { data, settings: GENERATION_DEFAULTS, shared: this.shared, niceness };
    this.worker = new Worker(workerEntry("pricingWorker"), {
      workerData: { ...job, port: port2 },
      transferList: [port2],
    });
    this.started = new Promise((resolve) => {
      this.worker.once("message", () => resolve());
      this.worker.on("error", () => {
        this.lost = true;
        resolve();
      });
    });
  }

  /** The two threads as one; `pricing` is this thread's. */
  team(pricing: ClassPricing): PricingTeam {
    // What both threads begin with need not be told.
    const told = {
      grown: pricing.ng.grown.length,
      cuts: pricing.cuts.length,
      startCuts: pricing.startCuts.list.length,
    };
    const shared = (task: PricingShare["task"]): PricingShare => {
      const share = {
        task,
        grown: pricing.ng.grown.slice(told.grown),
        cuts: pricing.cuts.slice(told.cuts),
        startCuts: pricing.startCuts.list.slice(told.startCuts),
      };
      told.grown = pricing.ng.grown.length;
      told.cuts = pricing.cuts.length;
      told.startCuts = pricing.startCuts.list.length;
      return share;
    };
    const alone = pricingAlone(pricing);
    const isAlone = (classes: number): boolean =>
      classes < 2 || this.lost || Atomics.load(this.numbers, SHARED.ready) === 0;
    return {
      run: (classes, kind, at, stopped) => {
        if (isAlone(classes.length)) return alone.run(classes, kind, at, stopped);
        const task = { classes, kind, at };
        const answers = this.together<ClassAnswer>(
          shared(task),
          (next) => priceShare(pricing, task, next, stopped),
          stopped,
        );
        const known = new Map(answers.map((one) => [one.shiftClass, one]));
        return classes.map((c) => known.get(c) ?? nothing(c));
      },
      list: (task, stopped) => {
        if (isAlone(task.below.length)) return alone.list(task, stopped);
        const mine = (next: () => number): ClassList[] => {
          const lists = listShare(pricing, task, next, stopped);
          // There is no use in the others.
          if (lists.some(({ complete }) => !complete)) Atomics.store(this.numbers, SHARED.stop, 1);
          return lists;
        };
        return this.together<ClassList>(shared(task), mine, stopped);
      },
    };
  }

  /** What this thread and the helper find, whoever is free taking the next class. */
  private together<T extends ClassAnswer | ClassList>(
    share: PricingShare,
    mine: (next: () => number) => readonly T[],
    stopped: () => boolean,
  ): readonly T[] {
    const { numbers } = this;
    Atomics.store(numbers, SHARED.next, 0);
    Atomics.store(numbers, SHARED.stop, 0);
    Atomics.store(numbers, SHARED.answered, 0);
    this.port.postMessage(share);
    const own = mine(() => Atomics.add(numbers, SHARED.next, 1));
    return [...own, ...(this.answersOfHelper(stopped) as readonly T[])];
  }

  private answersOfHelper(stopped: () => boolean): readonly (ClassAnswer | ClassList)[] {
    const { numbers } = this;
    let patience = GRACE;
    while (Atomics.load(numbers, SHARED.answered) === 0 && patience > 0) {
      Atomics.wait(numbers, SHARED.answered, 0, LOOK_EVERY);
      if (!stopped()) continue;
      Atomics.store(numbers, SHARED.stop, 1);
      patience -= LOOK_EVERY;
    }
    const message = receiveMessageOnPort(this.port)?.message as FromPricing | undefined;
    if (message?.kind === "answers") {
      this.answered += message.answers.length;
      return message.answers;
    }
    this.lost = true;
    return [];
  }

  /** The thread runs until this is called. */
  end(): void {
    this.port.close();
    void this.worker.terminate();
  }
}

/** Nothing is proved for a class that nobody came to. */
function nothing(shiftClass: number): ClassAnswer {
  return { shiftClass, routes: [], least: -Infinity, labels: 0, complete: false };
}
