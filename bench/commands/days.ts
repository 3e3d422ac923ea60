/** Days of the contract, each with several seeds, through the command line. Resumable. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { bestKnownOfDay } from "../support/bestKnown.js";
import { checkPlanFile, solveByCli } from "../support/cliRun.js";
import { engineHash } from "../support/engineHash.js";
import { appendLine, filesOf, nameOf } from "../support/files.js";
import { circumstances, DAYS_FILE, measuredDays, type Measured } from "../support/measured.js";
import { gapPercent } from "../support/statistics.js";
import { numbers, positive, whole } from "./arguments.js";

interface DaysArguments {
  seconds?: number;
  iterations?: number;
  seeds: number[];
  threads: number;
  again?: true;
  keep?: string;
  record: boolean;
}

const DEFAULT_SECONDS = 20;

export function addDays(program: Command): void {
  program
    .command("days <path...>")
    .description("solve days, check each plan from outside, append to bench/results/days.jsonl")
    .option("--seconds <s>", `for each run (default ${DEFAULT_SECONDS} without --iterations)`, positive)
    .option("--iterations <n>", "for each thread", whole(0, 2 ** 31 - 1))
    .option("--seeds <list>", "one run for each", numbers, [1])
    .option("--threads <n>", "worker threads", whole(1, 64), 2)
    .option("--again", "measure again what this engine has been measured on already")
    .option("--keep <dir>", "folder for the plans")
    .option("--no-record", "print only")
    .action(async (paths: string[], given: DaysArguments) => {
      const engine = engineHash();
      const scratch = mkdtempSync(join(tmpdir(), "kotikierros-bench-"));
      try {
        for (const path of daysIn(paths)) {
          for (const seed of given.seeds) await measure(path, seed, engine, given.keep ?? scratch, given);
        }
      } finally {
        rmSync(scratch, { recursive: true });
      }
    });
}

/** Problem files; plans and other documents that lie beside them are left out by their names. */
export function daysIn(paths: readonly string[]): string[] {
  return filesOf(paths, [".json", ".json.gz"]).filter((path) => !/\.(vroom|plan)\.json(\.gz)?$/.test(path));
}

async function measure(path: string, seed: number, engine: string, folder: string, given: DaysArguments) {
  const day = nameOf(path);
  const limit = given.seconds ?? (given.iterations === undefined ? DEFAULT_SECONDS : null);
  const limitIterations = given.iterations ?? null;
  const { threads } = given;
  const same = (line: Measured) =>
    line.day === day &&
    line.engine === engine &&
    line.seed === seed &&
    line.threads === threads &&
    line.limit === limit &&
    line.limitIterations === limitIterations;
  const before = given.again ? undefined : measuredDays().find(same);
  if (before !== undefined) {
    console.log(JSON.stringify({ ...withGap(before), measuredBefore: true }));
    return;
  }
  const around = circumstances();
  const plan = join(folder, `${day}.seed${seed}.plan.json`);
  const run = await solveByCli(path, plan, {
    seed,
    threads,
    ...(limit === null ? {} : { seconds: limit }),
    ...(limitIterations === null ? {} : { iterations: limitIterations }),
  });
  const verdict = await checkPlanFile(path, plan);
  if (!verdict.valid) {
    throw new Error(`${day}, seed ${seed}: invalid plan: ${JSON.stringify(verdict.violations.slice(0, 3))}`);
  }
  const unservedCost = verdict.cost.parts["unserved"] ?? 0;
  const line: Measured = {
    day,
    engine,
    seed,
    threads,
    limit,
    limitIterations,
    cost: verdict.cost.total,
    unserved: verdict.facts.unserved,
    unservedCost,
    rest: verdict.cost.total - unservedCost,
    travel: verdict.cost.parts["travel"] ?? 0,
    ...run,
    checker: verdict.checker,
    ...around,
  };
  const shown = withGap(line);
  if (given.record) appendLine(DAYS_FILE, line);
  console.log(JSON.stringify(shown));
}

/** The line with the best cost known so far and how far above it this one lies. */
function withGap(line: Measured): Measured & { bestKnown?: number; gapPercent?: number } {
  const bestKnown = bestKnownOfDay(line.day);
  return bestKnown === undefined
    ? line
    : { ...line, bestKnown, gapPercent: gapPercent(line.cost, bestKnown) };
}
