/** How fast a day gets good: the best cost over time. */
import type { Command } from "commander";
import { compileProblem } from "../../src/planning/compile.js";
import { fromPlan } from "../../src/planning/fromPlan.js";
import { readPlanFile, readProblemFile } from "../support/problemFile.js";
import { runEngine } from "../support/engine.js";
import { nameOf } from "../support/files.js";
import { numbers, positive, whole } from "./arguments.js";
import { daysIn } from "./days.js";

interface AnytimeArguments {
  seconds: number;
  seed: number;
  threads: number;
  marks: number[];
  start?: string;
}

export interface AnytimeLine {
  readonly day: string;
  readonly visits: number;
  readonly threads: number;
  readonly seed: number;
  /** Seconds from the parsed document to the first plan, compiling included. */
  readonly firstPlan: number | null;
  readonly firstCost: number | null;
  /** Best cost at each mark (seconds); null: no plan yet. */
  readonly at: Readonly<Record<string, number | null>>;
  readonly cost: number;
  readonly seconds: number;
  readonly iterations: number;
  readonly iterationsPerSecond: number;
  /** Greatest resident memory of the whole process, MB. */
  readonly megabytes: number;
}

export function addAnytime(program: Command): void {
  program
    .command("anytime <path...>")
    .description("best cost over time, by the engine's own progress reports")
    .option("--seconds <s>", "time limit", positive, 30)
    .option("--seed <n>", "seed", whole(0, 2 ** 31 - 1), 1)
    .option("--threads <n>", "worker threads", whole(1, 64), 2)
    .option("--marks <list>", "seconds at which the cost is told", numbers, [1, 2, 3, 5, 10, 20, 30, 60])
    .option("--start <plan>", "a plan to start from, for re-plans")
    .action(async (paths: string[], given: AnytimeArguments) => {
      for (const path of daysIn(paths)) console.log(JSON.stringify(await anytime(path, given)));
    });
}

export async function anytime(path: string, given: AnytimeArguments): Promise<AnytimeLine> {
  const problem = readProblemFile(path);
  const began = performance.now();
  const { data, origin } = compileProblem(problem);
  const compiling = (performance.now() - began) / 1000;
  const start =
    given.start === undefined ? undefined : fromPlan(problem, data, origin, readPlanFile(given.start));
  const curve: { seconds: number; cost: number }[] = [];
  const run = await runEngine(data, {
    seed: given.seed,
    threads: given.threads,
    seconds: given.seconds - compiling,
    ...(start === undefined ? {} : { start }),
    onProgress: ({ bestCost, seconds }) => {
      const last = curve.at(-1);
      if (last === undefined || bestCost < last.cost)
        curve.push({ seconds: seconds + compiling, cost: bestCost });
    },
  });
  const costAt = (mark: number) => curve.findLast((point) => point.seconds <= mark)?.cost ?? null;
  const marks = given.marks.filter((mark) => mark <= given.seconds);
  const round = (seconds: number) => Math.round(seconds * 1000) / 1000;
  return {
    day: nameOf(path),
    visits: data.visits.length,
    threads: given.threads,
    seed: given.seed,
    firstPlan: curve[0] === undefined ? null : round(curve[0].seconds),
    firstCost: curve[0]?.cost ?? null,
    at: Object.fromEntries(marks.map((mark) => [String(mark), costAt(mark)])),
    cost: run.cost,
    seconds: round(run.seconds + compiling),
    iterations: run.iterations,
    iterationsPerSecond: Math.round(run.iterations / run.seconds),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
