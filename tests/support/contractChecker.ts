/** The contract's own checker, written in Python, as a second opinion on plans. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { hasShared, sharedPath } from "./shared.js";

export interface ContractVerdict {
  readonly valid: boolean;
  readonly violations: readonly { readonly rule: number; readonly message: string }[];
  /** Absent if the documents could not be read (rule 0). */
  readonly cost?: { readonly total: number; readonly parts: Readonly<Record<string, number>> };
  readonly facts?: Readonly<Record<string, number>>;
}

export interface Batch {
  readonly problem: Problem;
  readonly plans: readonly Plan[];
}

const DRIVER = fileURLToPath(new URL("judge_many.py", import.meta.url));
const PROGRAM = ["contract", "check_plan.py"];

/** Whether python3 and the contract's checker are at hand. Says so loudly if not. */
export function hasContractChecker(): boolean {
  if (!hasShared(...PROGRAM)) return false;
  const found = spawnSync("python3", ["--version"]).status === 0;
  if (!found) process.stderr.write("SKIPPED: no python3 to run the contract's checker\n");
  return found;
}

/** One verdict for each plan, in order, from one Python process. */
export function contractVerdicts(batches: readonly Batch[]): ContractVerdict[] {
  const lines = batches.flatMap(({ problem, plans }) => [
    JSON.stringify({ problem }),
    ...plans.map((plan) => JSON.stringify({ plan })),
  ]);
  const run = spawnSync("python3", [DRIVER, sharedPath(...PROGRAM)], {
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(`the contract's checker failed: ${run.stderr}`);
  return run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ContractVerdict);
}
