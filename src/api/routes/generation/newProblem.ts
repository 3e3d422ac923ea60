import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { parseProblem, type Problem } from "../../../contracts/index.js";
import type { NewProblem } from "../../../planning/ports.js";
import { problemRecords } from "../../../planning/records.js";
import { ApiError } from "../../apiError.js";

const zip = promisify(gzip);

/**
 * A generated problem ready to be stored, judged as an imported one is.
 *
 * @throws ApiError `generation-faulty` with the faults that standing data have brought into it
 */
export async function newProblem(problem: Problem): Promise<NewProblem> {
  const parsed = parseProblem(problem);
  if (!parsed.ok) {
    const many = `${parsed.faults.length} fault${parsed.faults.length === 1 ? "" : "s"}`;
    throw new ApiError("generation-faulty", `the problem made has ${many}`, { faults: parsed.faults });
  }
  const text = JSON.stringify(problem);
  return {
    id: randomUUID(),
    gzip: await zip(text),
    digest: createHash("sha256").update(text).digest("hex"),
    size: Buffer.byteLength(text),
    ...problemRecords(problem),
    createdAt: new Date(),
  };
}
