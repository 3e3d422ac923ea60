/** How long documents take before any planning: reading a day, judging a plan, refusing nonsense. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { checkPlan } from "../../src/checker/index.js";
import { parseProblem } from "../../src/contracts/index.js";
import { run } from "../support/cliRun.js";
import { readJson } from "../support/files.js";
import { CLI } from "../support/paths.js";
import { readPlanFile, readProblemFile } from "../support/problemFile.js";
import { whole } from "./arguments.js";

/** 2 MB each. */
const NONSENSE = {
  words: "lorem ipsum ".repeat(170_000),
  brackets: "[".repeat(2_000_000),
  visits: `{"visits":[${'{"a":1},'.repeat(250_000)}{}]}`,
};

export function addReading(program: Command): void {
  program
    .command("reading")
    .description("least milliseconds to read a day, to judge a plan of it and to refuse nonsense")
    .argument("<problem>", "problem file")
    .argument("<plan>", "plan file")
    .option("--runs <n>", "times measured", whole(1, 1_000), 10)
    .action(async (problemFile: string, planFile: string, { runs }: { runs: number }) => {
      const document = readJson(problemFile);
      const problem = readProblemFile(problemFile);
      const plan = readPlanFile(planFile);
      tell("read", problem.visits.length, await least(runs, () => parseProblem(document)));
      tell("judge", problem.visits.length, await least(runs, () => checkPlan(problem, plan)));
      const folder = mkdtempSync(join(tmpdir(), "kotikierros-reading-"));
      try {
        for (const [kind, text] of Object.entries(NONSENSE)) {
          const file = join(folder, `${kind}.json`);
          writeFileSync(file, text);
          const refuse = (): Promise<unknown> =>
            run(process.execPath, [CLI, "solve", file, "--out", join(folder, "never.json")], [2]);
          tell(`refuse ${kind}`, 0, await least(Math.min(runs, 3), refuse));
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
}

/** Of several runs: what the machine does beside them only adds. */
async function least(runs: number, work: () => unknown): Promise<number> {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

function tell(what: string, visits: number, milliseconds: number): void {
  console.log(JSON.stringify({ what, visits, milliseconds: Math.round(milliseconds * 10) / 10 }));
}
