/** What each number of the search's tuning does: days solved at both ends of its range, steps limited. */
import { basename } from "node:path";
import type { Command } from "commander";
import { solve } from "../../solver/index.js";
import { DEFAULT_TUNING, type Tuning } from "../../solver/search/tuning.js";
import { type RangedParameter, TUNING_RANGES } from "../../solver/search/tuningRanges.js";
import type { Problem } from "../../src/contracts/index.js";
import { checkPlan } from "../../src/checker/index.js";
import { createLpEngine } from "../../src/lp/index.js";
import { compileProblem } from "../../src/planning/compile.js";
import { ENGINE_VERSION } from "../../src/planning/engineVersion.js";
import { toPlan } from "../../src/planning/plan.js";
import { readProblemFile } from "../support/problemFile.js";
import { gapPercent, mean } from "../support/statistics.js";
import { listOf, numbers, whole } from "./arguments.js";

const PARAMETERS = Object.keys(TUNING_RANGES) as RangedParameter[];

export function addTuning(program: Command): void {
  program
    .command("tuning")
    .description("mean cost at both ends of each parameter's range against the default, steps limited")
    .argument("<day...>", "problem files")
    .option("--iterations <n>", "steps of each run", whole(1, 1e9), 40_000)
    .option("--seeds <list>", "comma-separated", numbers, [1, 2, 3])
    .option("--parameters <list>", "comma-separated; all unless named", listOf(PARAMETERS), PARAMETERS)
    .action(
      (days: string[], given: { iterations: number; seeds: number[]; parameters: RangedParameter[] }) => {
        for (const file of days) {
          const problem = readProblemFile(file);
          const run = (tuning: Partial<Tuning>) => meanOf(problem, given.seeds, given.iterations, tuning);
          const usual = run({});
          const day = basename(file).replace(/\.json(\.gz)?$/, "");
          console.log(JSON.stringify({ day, iterations: given.iterations, seeds: given.seeds, ...usual }));
          for (const parameter of given.parameters) {
            for (const value of TUNING_RANGES[parameter]) {
              const found = run({ [parameter]: value });
              const percent = gapPercent(found.cost, usual.cost);
              const usually = DEFAULT_TUNING[parameter];
              console.log(JSON.stringify({ day, parameter, value, default: usually, percent, ...found }));
            }
          }
        }
      },
    );
}

/** Means over the seeds; every plan has passed the checker. */
function meanOf(
  problem: Problem,
  seeds: readonly number[],
  iterations: number,
  tuning: Partial<Tuning>,
): { cost: number; unserved: number } {
  const { data, origin } = compileProblem(problem);
  const verdicts = seeds.map((seed) => {
    const found = solve(data, { seed, iterations, lp: createLpEngine(), tuning });
    if (found.kind !== "solved") throw new Error(`seed ${seed}: ${found.kind}`);
    const plan = toPlan(problem, data, origin, found, { engineVersion: ENGINE_VERSION, seed, threads: 1 });
    const verdict = checkPlan(problem, plan);
    if (!verdict.valid) throw new Error(`seed ${seed}: the plan is refused`);
    return verdict;
  });
  return {
    cost: Math.round(mean(verdicts.map((v) => v.cost.total))),
    unserved: mean(verdicts.map((v) => v.facts.unserved)),
  };
}
