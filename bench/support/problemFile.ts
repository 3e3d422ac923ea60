import { parsePlan, parseProblem, type Fault, type Plan, type Problem } from "../../src/contracts/index.js";
import { readJson } from "./files.js";

/** @throws Error with the first faults when the file holds no valid problem. */
export function readProblemFile(path: string): Problem {
  const read = parseProblem(readJson(path));
  if (!read.ok) throw new Error(faultText(path, "problem", read.faults));
  return read.problem;
}

/** @throws Error with the first faults when the file holds no plan. */
export function readPlanFile(path: string): Plan {
  const read = parsePlan(readJson(path));
  if (!read.ok) throw new Error(faultText(path, "plan", read.faults));
  return read.plan;
}

function faultText(path: string, kind: string, faults: readonly Fault[]): string {
  const words = faults.slice(0, 3).map((fault) => `${fault.path}: ${fault.message}`);
  return `${path} is no valid ${kind}: ${words.join("; ")}`;
}
