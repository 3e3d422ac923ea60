/** Stores a problem and its plan as the service does, so that it can be opened over HTTP. */
import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Problem } from "../contracts/index.js";
import { openDatabase } from "../persistence/index.js";
import type { ParallelResult } from "../jobs/solveParallel.js";
import { problemRecords } from "../planning/records.js";

export interface Stored {
  readonly problemId: string;
  readonly planId: string;
}

/** @param database file; made where it is missing */
export async function store(database: string, problem: Problem, result: ParallelResult): Promise<Stored> {
  const text = JSON.stringify(problem);
  const ids = { problemId: randomUUID(), planId: randomUUID() };
  const now = new Date();
  const stores = await openDatabase(database);
  try {
    await stores.problems.add({
      id: ids.problemId,
      gzip: gzipSync(text),
      digest: createHash("sha256").update(text).digest("hex"),
      size: Buffer.byteLength(text),
      ...problemRecords(problem),
      createdAt: now,
    });
    await stores.plans.add({
      id: ids.planId,
      problemId: ids.problemId,
      parentId: null,
      filled: null,
      document: result.plan,
      digest: result.digest,
      verdict: {
        valid: result.valid,
        cost: result.cost,
        unserved: result.unserved,
        document: result.verdict,
      },
      records: result.records,
      createdAt: now,
    });
    return ids;
  } finally {
    await stores.close();
  }
}
