/** Problems of standing data as documents ready to be stored, each judged as an imported one is. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { parseProblem } from "../contracts/index.js";
import { generateProblem, type MadeProblem, type MakeProblems } from "../planning/generate/index.js";
import { problemRecords } from "../planning/records.js";

/** One for each wish, in their order. */
export function makeProblems({ standing, wishes, weights, past }: MakeProblems): readonly MadeProblem[] {
  return wishes.map((wish) => {
    const { problem, origins, warnings } = generateProblem(standing, wish, weights, past);
    const counts = {
      visits: problem?.visits.length ?? 0,
      shifts: problem?.shifts.length ?? 0,
      clients: problem?.clients.length ?? 0,
    };
    if (problem === null) return { counts, problem, faults: [], origins, warnings };
    const parsed = parseProblem(problem);
    if (!parsed.ok) return { counts, problem: null, faults: parsed.faults, origins, warnings };
    const text = Buffer.from(JSON.stringify(problem));
    const document = {
      gzip: gzipSync(text),
      digest: createHash("sha256").update(text).digest("hex"),
      size: text.byteLength,
      ...problemRecords(problem),
    };
    return { counts, problem: document, faults: [], origins, warnings };
  });
}
