/** Imported documents are read by a thread of its own: unpacked, parsed, checked, packed again. */
import { Worker } from "node:worker_threads";
import type { DocumentReader, ReadDocument } from "../planning/ports.js";
import { crashed, type CrashTrace, crashTrace, JobFailure } from "./failure.js";
import type { ReadAnswer, ReadRequest } from "./protocol.js";
import { workerEntry } from "./workerEntry.js";

interface Waiting {
  resolve(read: ReadDocument): void;
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
    worker.on("message", ({ id, read }: ReadAnswer) => {
      this.waiting.get(id)?.resolve(read);
      this.waiting.delete(id);
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

  readProblem(bytes: Uint8Array): Promise<ReadDocument> {
    if (this.closed) return Promise.reject(new Error("the document reader is closed"));
    const worker = this.worker ?? this.start();
    const id = ++this.lastId;
    // Only a buffer of its own can be given away; a slice of a shared one is copied.
    const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.ref();
      const request: ReadRequest = { id, bytes: whole };
      worker.postMessage(request, [whole.buffer as ArrayBuffer]);
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
