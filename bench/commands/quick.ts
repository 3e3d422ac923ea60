/**
 * A guard for continuous integration: generated days with iteration limits and no clock, hence
 * the same on any machine. Fails when a cost is worse than the one in bench/results/quick.json by more
 * than the tolerance there.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { checkPlan } from "../../src/checker/index.js";
import { compileProblem } from "../../src/planning/compile.js";
import { ENGINE_VERSION } from "../../src/planning/engineVersion.js";
import { toPlan } from "../../src/planning/plan.js";
import { generateDay } from "../generate/index.js";
import type { FeatureName, Layout } from "../generate/index.js";
import { runEngine } from "../support/engine.js";
import { RESULTS } from "../support/paths.js";
import { gapPercent } from "../support/statistics.js";

interface QuickCase {
  readonly name: string;
  readonly visits: number;
  readonly seed: number;
  readonly layout: Layout;
  readonly plain?: boolean;
  readonly features?: readonly FeatureName[];
  readonly iterations: number;
  /** Cost of the last accepted engine; null: not measured yet. */
  readonly cost: number | null;
}

interface QuickFile {
  /** Per cent that a cost may rise before the guard fails. */
  readonly tolerancePercent: number;
  readonly cases: readonly QuickCase[];
}

const FILE = join(RESULTS, "quick.json");

export function addQuick(program: Command): void {
  program
    .command("quick")
    .description("iteration-limited guard against worse plans; exit 1 when one is worse than allowed")
    .option("--update", "store the costs of this engine in bench/results/quick.json")
    .action(async (given: { update?: true }) => {
      if (!existsSync(FILE)) throw new Error(`${FILE} is missing`);
      const file = JSON.parse(readFileSync(FILE, "utf8")) as QuickFile;
      const cases: QuickCase[] = [];
      for (const one of file.cases) {
        const { cost, ...solved } = await solveCase(one);
        const gap = one.cost === null ? null : gapPercent(cost, one.cost);
        const worse = gap !== null && gap > file.tolerancePercent;
        if ((worse && !given.update) || solved.engineCounts !== undefined) process.exitCode = 1;
        console.log(
          JSON.stringify({ name: one.name, cost, expected: one.cost, gapPercent: gap, worse, ...solved }),
        );
        cases.push({ ...one, cost });
      }
      if (given.update) writeFileSync(FILE, `${JSON.stringify({ ...file, cases }, null, 2)}\n`);
    });
}

interface Solved {
  /** By the checker. */
  readonly cost: number;
  readonly seconds: number;
  /** Only where the engine counts otherwise, which is a fault of the engine. */
  readonly engineCounts?: number;
}

async function solveCase(one: QuickCase): Promise<Solved> {
  const problem = generateDay({
    visits: one.visits,
    seed: one.seed,
    layout: one.layout,
    ...(one.plain === undefined ? {} : { plain: one.plain }),
    ...(one.features === undefined ? {} : { features: one.features }),
  });
  const { data, origin } = compileProblem(problem);
  const run = await runEngine(data, { seed: 1, threads: 1, iterations: one.iterations });
  const facts = { engineVersion: ENGINE_VERSION, seed: 1, threads: 1 };
  const verdict = checkPlan(problem, toPlan(problem, data, origin, run, facts));
  if (!verdict.valid) {
    const words = verdict.violations.slice(0, 3).map((v) => v.message);
    throw new Error(`${one.name}: the plan is refused: ${words.join("; ")}`);
  }
  const cost = verdict.cost.total;
  return { cost, seconds: run.seconds, ...(cost === run.cost ? {} : { engineCounts: run.cost }) };
}
