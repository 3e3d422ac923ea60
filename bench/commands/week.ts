/** Five dates of the demo organisation: made, looked at, and planned in one problem and one by one. */
import type { Command } from "commander";
import { COST_PARTS, type Verdict } from "../../src/checker/index.js";
import type { Problem } from "../../src/contracts/index.js";
import { addDays } from "../../src/domain/dates.js";
import { solveDaysFirst, solveParallel } from "../../src/jobs/index.js";
import { capacityOf } from "../../src/planning/capacity/index.js";
import { DemoWeek, WEEK_DAYS, WEEK_FROM } from "../support/demoWeek.js";
import { whole } from "./arguments.js";

interface Flags {
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
  readonly added: number;
}

interface Solved {
  readonly cost: number;
  readonly unserved: number;
  readonly iterations: number;
  readonly parts: Record<string, number>;
}

async function solve(problem: Problem, flags: Flags, seconds: number, daysFirst = false): Promise<Solved> {
  const { seed, threads } = flags;
  const limits = { seed, threads, seconds, iterations: null };
  const result = await (daysFirst
    ? solveDaysFirst(solveParallel, { problem }, limits)
    : solveParallel({ problem }, limits));
  const verdict = JSON.parse(result.verdict) as Verdict;
  if (!verdict.valid) throw new Error("the plan is not valid");
  return {
    cost: verdict.cost.total,
    unserved: verdict.facts.unserved,
    iterations: result.iterations,
    parts: { ...verdict.cost.parts },
  };
}

function sumOf(list: readonly Solved[]): Solved {
  const sum = (of: (one: Solved) => number): number => list.reduce((total, one) => total + of(one), 0);
  return {
    cost: sum(({ cost }) => cost),
    unserved: sum(({ unserved }) => unserved),
    iterations: sum(({ iterations }) => iterations),
    parts: Object.fromEntries(COST_PARTS.map((part) => [part, sum(({ parts }) => parts[part]!)])),
  };
}

function print(what: string, facts: object): void {
  console.log(JSON.stringify({ what, ...facts }));
}

async function week(flags: Flags): Promise<void> {
  const demo = new DemoWeek(flags.added);
  const made = (from: string, to: string): Problem => {
    const began = performance.now();
    const { problem, origins } = demo.problem(from, to);
    const milliseconds = Math.round(performance.now() - began);
    const movable = origins.filter(({ date }) => date === null).length;
    const { visits, links, shifts } = problem;
    print("made", {
      from,
      to,
      visits: visits.length,
      movable,
      links: links?.length,
      shifts: shifts.length,
      milliseconds,
    });
    return problem;
  };
  const together = made(WEEK_FROM, addDays(WEEK_FROM, WEEK_DAYS - 1));
  const began = performance.now();
  const { shortages } = capacityOf(together);
  print("capacity", { shortages: shortages.length, milliseconds: Math.round(performance.now() - began) });
  print("in one problem", { seconds: flags.seconds, ...(await solve(together, flags, flags.seconds)) });
  const { seconds } = flags;
  print("days first, then in one", { seconds, ...(await solve(together, flags, seconds, true)) });
  const each: Solved[] = [];
  for (let at = 0; at < WEEK_DAYS; at++) {
    const date = addDays(WEEK_FROM, at);
    each.push(await solve(made(date, date), flags, flags.seconds / WEEK_DAYS));
  }
  print("one by one", { seconds: flags.seconds, ...sumOf(each) });
}

export function addWeek(program: Command): void {
  program
    .command("week")
    .description("five dates of the demo in one problem, days first, and one by one, in the same time")
    .option("--seconds <n>", "time of each way in all", whole(1, 86_400), 100)
    .option("--threads <n>", "searches side by side", whole(1, 64), 2)
    .option("--seed <n>", "start of the random numbers", whole(0, 2 ** 31 - 1), 1)
    .option(
      "--added <n>",
      "more visits of four days a week each; 40 make over 600 visits",
      whole(0, 1_000),
      40,
    )
    .action(week);
}
