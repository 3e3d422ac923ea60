/** Entry of the thread that reads imported documents, makes problems of standing data and looks at capacity and past days. */
import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Fault, parseJson, parseProblem, type Plan, type Problem } from "../contracts/index.js";
import { sheetsOf } from "../planning/actuals/index.js";
import { capacityOf } from "../planning/capacity/index.js";
import type { ReadDocument } from "../planning/ports.js";
import { problemRecords } from "../planning/records.js";
import { crashTrace } from "./failure.js";
import { makeProblems } from "./makeProblems.js";
import type { DocumentAnswer, DocumentAsk, ReadAnswer, ReadRequest } from "./protocol.js";
import { unpack } from "./unpack.js";

function refused(faults: readonly Fault[]): ReadDocument {
  return { ok: false, count: faults.length, faults: JSON.stringify(faults) };
}

function packingFault(error: unknown): Fault {
  const code = error instanceof Error ? String((error as { code?: unknown }).code ?? "") : "";
  return {
    code: "gzip-broken",
    path: "",
    message: `the body begins like gzip and cannot be unpacked (${code === "" ? "unknown reason" : code})`,
    todo: "Pack the file again, or send it as plain JSON; unpacked it may have 512 MB at most.",
  };
}

/** The text of UTF-8 bytes, or null if they are not UTF-8. A byte order mark is dropped. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function read(bytes: Uint8Array): ReadDocument {
  let unpacked: Uint8Array;
  try {
    unpacked = unpack(bytes);
  } catch (error) {
    return refused([packingFault(error)]);
  }
  const text = decode(unpacked);
  if (text === null) {
    return refused([
      {
        code: "text-encoding",
        path: "",
        message: "the document is not UTF-8 text",
        todo: "Save it as UTF-8 and send it again.",
      },
    ]);
  }
  const json = parseJson(text);
  if (!json.ok) return refused(json.faults);
  const parsed = parseProblem(json.value);
  if (!parsed.ok) return refused(parsed.faults);
  return {
    ok: true,
    gzip: unpacked === bytes ? gzipSync(bytes) : bytes,
    digest: createHash("sha256").update(unpacked).digest("hex"),
    size: unpacked.byteLength,
    ...problemRecords(parsed.problem),
  };
}

/** Judged when it was stored; the text has not changed since. */
function storedProblem(gzip: Uint8Array): Problem {
  return JSON.parse(gunzipSync(gzip).toString("utf8")) as Problem;
}

function answerTo(ask: DocumentAsk): DocumentAnswer {
  switch (ask.kind) {
    case "problem":
      return { kind: "problem", read: read(ask.bytes) };
    case "make":
      return { kind: "make", made: makeProblems(ask.make) };
    case "sheets": {
      const { version, gzip, plan } = ask.ask;
      const source = { version, problem: storedProblem(gzip), plan: JSON.parse(plan) as Plan };
      return { kind: "sheets", sheets: sheetsOf(source) };
    }
    case "capacity": {
      const problem = storedProblem(ask.gzip);
      return { kind: "capacity", capacity: { timeZone: problem.timeZone, ...capacityOf(problem) } };
    }
  }
}

/** A question that cannot be answered breaks down by itself, not those that wait behind it. */
function answered(ask: DocumentAsk): DocumentAnswer {
  try {
    return answerTo(ask);
  } catch (error) {
    return { kind: "failed", trace: crashTrace(error) };
  }
}

parentPort?.on("message", ({ id, ask }: ReadRequest) => {
  const answer: ReadAnswer = { id, answer: answered(ask) };
  parentPort?.postMessage(answer);
});
