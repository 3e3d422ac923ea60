/** Problems and plans from files, with every fault of every file told at once. */
import type { Fault, Plan, Problem } from "../contracts/index.js";
// Not by the index: that would load the schemas of everything else too.
import { parsePlan } from "../contracts/parsePlan.js";
import { parseProblem } from "../contracts/parseProblem.js";
import { BadInput } from "./faults.js";
import { readDocument } from "./io/read.js";

/** A fault, and the file in which it stands (`path` is a JSON pointer inside it). */
export interface FileFault extends Fault {
  readonly file: string;
}

function within(file: string, faults: readonly Fault[]): FileFault[] {
  return faults.map((fault) => ({ file, ...fault }));
}

/** @throws BadInput with every fault of the file */
export function readProblem(file: string): Problem {
  const parsed = parseProblem(readDocument(file));
  if (!parsed.ok) throw new BadInput(within(file, parsed.faults));
  return parsed.problem;
}

/** Both documents of a check. @throws BadInput with the faults of both files */
export function readProblemAndPlan(problemFile: string, planFile: string): { problem: Problem; plan: Plan } {
  const faults: Fault[] = [];
  const problem = collect(faults, () => readProblem(problemFile));
  const plan = collect(faults, () => {
    const parsed = parsePlan(readDocument(planFile));
    if (!parsed.ok) throw new BadInput(within(planFile, parsed.faults));
    return parsed.plan;
  });
  if (problem === undefined || plan === undefined) throw new BadInput(faults);
  return { problem, plan };
}

function collect<T>(faults: Fault[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}
