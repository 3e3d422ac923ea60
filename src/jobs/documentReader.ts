/**
 * Work on documents that would hold up everybody else's answers, done by a thread of its own: imported
 * ones are unpacked, parsed, checked, packed again; problems are made of standing data; capacity and past days are looked at.
 */
import { Worker } from "node:worker_threads";
import type { DaySheet, SheetAsk } from "../planning/actuals/index.js";
import type { ReadCapacity } from "../planning/capacity/index.js";
import type { MadeProblem, MakeProblems } from "../planning/generate/index.js";
import type { DocumentReader, ReadDocument } from "../planning/ports.js";
import { crashed, type CrashTrace, crashTrace, JobFailure } from "./failure.js";
import type { DocumentAnswer, DocumentAsk, ReadAnswer, ReadRequest } from "./protocol.js";
import { workerEntry } from "./workerEntry.js";

const unexpected = ({ kind }: DocumentAnswer): Error => new Error(`the thread answered with ${kind}`);

interface Waiting {
  resolve(answer: DocumentAnswer): void;
  reject(error: Error): void;
}

export interface DocumentReaderOptions {
  readonly onCrash?: (trace: CrashTrace) => void;
  /** Another worker entry, for tests. */
  readonly entry?: URL;
}

/** Started at once, so that the first import does not wait for it; started anew after a crash. */
export class ThreadDocumentReader implements DocumentReader {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private closed = false;

  constructor(private readonly options: DocumentReaderOptions = {}) {
    this.start();
  }

  private start(): Worker {
    const worker = new Worker(this.options.entry ?? workerEntry("documentWorker"));
    this.worker = worker;
    worker.on("message", ({ id, answer }: ReadAnswer) => {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (answer.kind === "failed") {
        this.options.onCrash?.(answer.trace);
        waiting?.reject(new JobFailure(crashed("the thread that works on documents broke down")));
      } else waiting?.resolve(answer);
      // An idle reader keeps no process alive, a busy one does.
      if (this.waiting.size === 0) worker.unref();
    });
    worker.on("error", (error) => {
      this.options.onCrash?.(crashTrace(error));
      this.drop(worker);
    });
    worker.on("exit", () => this.drop(worker));
    worker.unref();
    return worker;
  }

  /** The requests that the thread took with it are answered with an error. */
  private drop(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.waiting.values()) {
      reject(new JobFailure(crashed("the thread that reads documents broke down")));
    }
    this.waiting.clear();
  }

  async readProblem(bytes: Uint8Array): Promise<ReadDocument> {
    // Only a buffer of its own can be given away; a slice of a shared one is copied.
    const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    const answer = await this.ask({ kind: "problem", bytes: whole }, [whole.buffer as ArrayBuffer]);
    if (answer.kind !== "problem") throw unexpected(answer);
    return answer.read;
  }

  async makeProblems(make: MakeProblems): Promise<readonly MadeProblem[]> {
    const answer = await this.ask({ kind: "make", make });
    if (answer.kind !== "make") throw unexpected(answer);
    return answer.made;
  }

  async readCapacity(gzip: Uint8Array): Promise<ReadCapacity> {
    const answer = await this.ask({ kind: "capacity", gzip });
    if (answer.kind !== "capacity") throw unexpected(answer);
    return answer.capacity;
  }

  async readSheets(ask: SheetAsk): Promise<ReadonlyMap<string, DaySheet>> {
    const answer = await this.ask({ kind: "sheets", ask });
    if (answer.kind !== "sheets") throw unexpected(answer);
    return answer.sheets;
  }

  private ask(ask: DocumentAsk, given: readonly ArrayBuffer[] = []): Promise<DocumentAnswer> {
    if (this.closed) return Promise.reject(new Error("the document reader is closed"));
    const worker = this.worker ?? this.start();
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.ref();
      const request: ReadRequest = { id, ask };
      worker.postMessage(request, given);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    const { worker } = this;
    if (worker !== null) {
      this.drop(worker);
      await worker.terminate();
    }
  }
}
