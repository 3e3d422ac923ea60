/**
 * Entry of the thread that fills in travel times: wires road servers, estimate and the cache in
 * the database, which this thread opens for itself.
 */
import { parentPort, workerData } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import type { Problem } from "../contracts/index.js";
import { openDatabase } from "../persistence/index.js";
import { createTravelTimes, demoRoads, parseOsrmOption, type TravelCache } from "../travel/index.js";
import { crashTrace, JobFailure, jobError } from "./failure.js";
import type { FillJob, FilledDocument, FromFiller } from "./protocol.js";
import { unpack } from "./unpack.js";

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** The servers named; or else the demo's recordings, for a problem that they cover. */
function serversFor(job: FillJob, problem: Problem): ReturnType<typeof parseOsrmOption> {
  if (job.osrm !== null) return parseOsrmOption(job.osrm);
  return (job.demoRoads === undefined ? null : demoRoads(job.demoRoads, problem)) ?? {};
}

async function fill(job: FillJob): Promise<FilledDocument> {
  const problem = JSON.parse(DECODER.decode(unpack(job.document))) as Problem;
  const database = job.database === null ? null : await openDatabase(job.database);
  try {
    const times = createTravelTimes({
      osrm: serversFor(job, problem),
      ...(database === null ? {} : { cache: database.travelTimes as TravelCache }),
    });
    const filled = await times.fill(problem, { estimateAllowed: job.estimate });
    if (!filled.ok) {
      throw new JobFailure({
        code: "travel-times-missing",
        message: `travel times could not be filled in: ${filled.faults.map(({ message }) => message).join("; ")}`,
        todo: filled.faults[0]?.todo ?? "Send matrices with the problem.",
        faults: filled.faults,
      });
    }
    const bytes = ENCODER.encode(JSON.stringify(filled.problem));
    return {
      document: {
        gzip: gzipSync(bytes),
        digest: createHash("sha256").update(bytes).digest("hex"),
        size: bytes.byteLength,
      },
      warnings: filled.warnings,
    };
  } finally {
    await database?.close();
  }
}

function answer(message: FromFiller): void {
  parentPort?.postMessage(message);
}

try {
  answer({ kind: "filled", filled: await fill(workerData as FillJob) });
} catch (error) {
  answer({
    kind: "failed",
    error: jobError(error),
    trace: error instanceof JobFailure ? null : crashTrace(error),
  });
}
