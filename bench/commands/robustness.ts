/** How long it takes to replay a day many times, and what comes out. */
import type { Command } from "commander";
import { replayed } from "../../src/planning/study/index.js";
import { readPlanFile, readProblemFile } from "../support/problemFile.js";
import { whole } from "./arguments.js";

export function addRobustness(program: Command): void {
  program
    .command("robustness")
    .description("replays of a planned day: milliseconds, late visits")
    .argument("<problem>", "problem file")
    .argument("<plan>", "plan file")
    .option("--samples <n>", "days replayed", whole(1, 1_000_000), 1_000)
    .option("--runs <n>", "times measured", whole(1, 1_000), 5)
    .action((problemFile: string, planFile: string, { samples, runs }: { samples: number; runs: number }) => {
      const problem = readProblemFile(problemFile);
      const plan = readPlanFile(planFile);
      for (let run = 1; run <= runs; run++) {
        const began = process.cpuUsage();
        const wall = performance.now();
        const { found } = replayed(problem, plan, { seed: run, samples, spreads: {} });
        const { user, system } = process.cpuUsage(began);
        console.log(
          JSON.stringify({
            visits: found.visits.length,
            samples,
            cpuMilliseconds: Math.round((user + system) / 1000),
            milliseconds: Math.round(performance.now() - wall),
            meanLate: found.meanLate,
            noneLate: found.noneLate,
          }),
        );
      }
    });
}
