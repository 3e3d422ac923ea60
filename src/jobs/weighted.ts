/** A problem document with other weights than its own. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Problem, Weights } from "../contracts/index.js";
import type { DocumentBytes } from "../planning/ports.js";

const unzip = promisify(gunzip);
const zip = promisify(gzip);

/** @param document the JSON text, gzipped */
export async function withWeights(document: Uint8Array, weights: Weights): Promise<DocumentBytes> {
  const problem = JSON.parse((await unzip(document)).toString("utf8")) as Problem;
  const bytes = Buffer.from(JSON.stringify({ ...problem, weights }), "utf8");
  return {
    gzip: await zip(bytes),
    digest: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.byteLength,
  };
}
