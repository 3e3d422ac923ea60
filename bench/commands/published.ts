/** The published instances: `hhcrsp` and `vrptw`. One JSON line for each, none before its check. */
import { join } from "node:path";
import type { Command } from "commander";
import { checkHhcrspByContract } from "../hhcrsp/contract.js";
import { convertHhcrsp } from "../hhcrsp/convert.js";
import { evaluateHhcrsp } from "../hhcrsp/evaluate.js";
import { readHhcrsp } from "../hhcrsp/instance.js";
import { publishHhcrsp } from "../hhcrsp/solution.js";
import { runEngine, type RunOptions, type RunResult } from "../support/engine.js";
import { engineHash } from "../support/engineHash.js";
import { filesOf, nameOf, writeText } from "../support/files.js";
import { circumstances } from "../support/measured.js";
import { publishedLines, recordPublished, setOf, type PublishedLine } from "../support/publishedResults.js";
import { convertVrptw } from "../vrptw/convert.js";
import { evaluateVrptw } from "../vrptw/evaluate.js";
import { readVrptw } from "../vrptw/instance.js";
import { routesOf, solText } from "../vrptw/solution.js";
import { positive, whole } from "./arguments.js";

/** What a published solution of one instance costs, with the file that holds it. */
interface Outcome {
  readonly name: string;
  readonly cost: number;
  readonly run: RunResult;
  readonly file: string;
  readonly text: string;
}

interface PublishedArguments {
  seconds?: number;
  iterations?: number;
  seed: number;
  threads: number;
  out?: string;
  record?: true;
  again?: true;
}

/** Seconds for each instance when neither time nor work is limited. */
const DEFAULT_SECONDS = 15;

export function addPublished(program: Command): void {
  add(program, "hhcrsp", "published home health care instances (JSON)", [".json", ".json.gz"], solveHhcrsp);
  add(program, "vrptw", "Solomon and Gehring-Homberger instances", [".txt", ".txt.gz"], solveVrptw);
}

function add(
  program: Command,
  name: string,
  about: string,
  endings: readonly string[],
  solve: (path: string, options: RunOptions) => Promise<Outcome>,
): void {
  program
    .command(`${name} <path...>`)
    .description(`solve ${about}; files or folders, plain or .gz`)
    .option("--seconds <s>", `for each instance (default ${DEFAULT_SECONDS} without --iterations)`, positive)
    .option("--iterations <n>", "for each thread", whole(0, 2 ** 31 - 1))
    .option("--seed <n>", "same seed and iterations: same plan", whole(0, 2 ** 31 - 1), 1)
    .option("--threads <n>", "worker threads", whole(1, 64), 1)
    .option("--out <dir>", "folder for plans in the published solution format")
    .option("--record", "append to bench/results/published.jsonl; skip what this engine has there already")
    .option("--again", "with --record: measure again")
    .action(async (paths: string[], given: PublishedArguments) => {
      const seconds = given.seconds ?? (given.iterations === undefined ? DEFAULT_SECONDS : undefined);
      const options: RunOptions = {
        seed: given.seed,
        threads: given.threads,
        seconds: seconds ?? null,
        iterations: given.iterations ?? null,
      };
      const engine = given.record ? engineHash() : "";
      for (const path of filesOf(paths, endings)) {
        const circumstance = { set: setOf(path), engine, ...limitsOf(options), ...circumstances() };
        if (given.record && !given.again && measuredBefore(circumstance, nameOf(path))) continue;
        const outcome = await attempt(path, () => solve(path, options));
        if (outcome === null) continue;
        const { name: instance, cost, run, file, text } = outcome;
        if (given.out !== undefined) writeText(join(given.out, file), text);
        const line = { name: instance, cost, seconds: run.seconds, iterations: run.iterations };
        console.log(JSON.stringify(line));
        if (!given.record) continue;
        const best = recordPublished(path, { ...circumstance, ...line }, file, text);
        if (best !== undefined) console.error(`${instance}: a new best, ${cost}, stored in ${best}`);
      }
    });
}

function limitsOf({ seed, threads, seconds, iterations }: RunOptions) {
  return { seed, threads, limit: seconds ?? null, limitIterations: iterations ?? null };
}

function measuredBefore(
  now: Omit<PublishedLine, "name" | "cost" | "seconds" | "iterations">,
  name: string,
): boolean {
  return publishedLines().some(
    (line) =>
      line.name === name &&
      line.set === now.set &&
      line.engine === now.engine &&
      line.seed === now.seed &&
      line.threads === now.threads &&
      line.limit === now.limit &&
      line.limitIterations === now.limitIterations,
  );
}

/** One instance that fails is told on stderr and in the exit code; the others are still solved. */
async function attempt(path: string, solve: () => Promise<Outcome>): Promise<Outcome | null> {
  try {
    return await solve();
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return null;
  }
}

async function solveHhcrsp(path: string, options: RunOptions): Promise<Outcome> {
  const instance = readHhcrsp(path);
  const problem = convertHhcrsp(instance);
  const run = await runEngine(problem.data, options);
  const published = publishHhcrsp(instance, problem, run.solution);
  const verdict = evaluateHhcrsp(instance, published);
  judge(instance.name, verdict.faults, verdict.cost, run.cost / problem.scale / 3);
  const checked = checkHhcrspByContract(instance, published);
  judge(`${instance.name}, by the product's checker`, checked.violations, checked.cost, verdict.cost);
  return {
    name: instance.name,
    cost: Math.round(verdict.cost * 1000) / 1000,
    run,
    file: `${instance.name}.json`,
    text: `${JSON.stringify(published)}\n`,
  };
}

async function solveVrptw(path: string, options: RunOptions): Promise<Outcome> {
  const instance = readVrptw(path);
  const run = await runEngine(convertVrptw(instance), options);
  const routes = routesOf(run.solution);
  const verdict = evaluateVrptw(instance, routes);
  judge(instance.name, verdict.faults, verdict.cost, run.cost / 10);
  return {
    name: instance.name,
    cost: verdict.cost,
    run,
    file: `${instance.name}.sol`,
    text: solText(routes, verdict.cost),
  };
}

/**
 * A cost that the engine counts otherwise than a judge is a fault of the engine, told on
 * stderr and in the exit code; the plan holds, and its line carries the evaluator's cost.
 *
 * @throws Error when the evaluator finds that the plan does not hold.
 */
function judge(name: string, faults: readonly string[], cost: number, engineCost: number): void {
  if (faults.length > 0) {
    throw new Error(`the plan is refused, ${faults.length} faults: ${faults.slice(0, 5).join("; ")}`);
  }
  if (Math.abs(cost - engineCost) > 1e-3) {
    console.error(`${name}: the judge counts ${cost}, otherwise it was ${engineCost}`);
    process.exitCode = 1;
  }
}
