/** Five dates of the demo organisation: made, looked at, and planned in one problem and one by one. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { COST_PARTS, type Verdict } from "../../src/checker/index.js";
import type { Problem } from "../../src/contracts/index.js";
import { addDays } from "../../src/domain/dates.js";
import { solveDaysFirst, solveParallel } from "../../src/jobs/index.js";
import { capacityOf } from "../../src/planning/capacity/index.js";
import { demoRecords, type DemoRecords } from "../../src/planning/demo/index.js";
import { generateProblem } from "../../src/planning/generate/index.js";
import { readDemoDay } from "../../src/travel/index.js";
import { whole } from "./arguments.js";

const MONDAY = "2026-11-23";
const DAYS = 5;
/** Copies of these nurses take the added visits. */
const ADDED_NURSES = ["n1", "n3", "n5", "n9"];

interface Flags {
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
  readonly added: number;
}

/** The compiled bench lies in dist/bench/commands, the sources in bench/commands. */
function fixturesFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const up = here.includes(`${path.sep}dist${path.sep}`) ? "../../.." : "../..";
  return path.resolve(here, up, "fixtures");
}

/** Light visits of any four days of the week for clients of the demo, and nurses by bicycle for them. */
function enlarged(records: DemoRecords, added: number): DemoRecords {
  if (added === 0) return records;
  const copied = <T extends { readonly id: string; readonly nurseId: string }>(list: readonly T[]): T[] =>
    list
      .filter(({ nurseId }) => ADDED_NURSES.includes(nurseId))
      .map((one) => ({ ...one, id: `${one.id}-added`, nurseId: `${one.nurseId}-added` }));
  const light = records.requirements
    .filter(({ rhythm, typeId }) => rhythm.kind === "rule" && typeId === "basic")
    .slice(0, added)
    .map(({ decisionId, typeId, validFrom, id }) => ({
      id: `${id}-added`,
      decisionId,
      typeId,
      validFrom,
      minutes: 20,
      rhythm: { kind: "any-days" as const, daysAWeek: 4, weekdays: ["MO", "TU", "WE", "TH", "FR"] as const },
      windows: [{ from: "08:00", to: "20:00" }],
    }));
  return {
    ...records,
    requirements: [
      ...records.requirements,
      ...light.map((one) => ({ ...one, rhythm: { ...one.rhythm, weekdays: [...one.rhythm.weekdays] } })),
    ],
    nurses: [
      ...records.nurses,
      ...records.nurses
        .filter(({ id }) => ADDED_NURSES.includes(id))
        .map((one) => ({ ...one, id: `${one.id}-added` })),
    ],
    qualifications: [...records.qualifications, ...copied(records.qualifications)],
    shifts: [
      ...records.shifts,
      ...copied(records.shifts).map(({ vehicleId: _vehicleId, ...shift }) => ({ ...shift, mode: "bike" })),
    ],
  };
}

function withRoads(problem: Problem, day: Problem): Problem {
  const at = new Map(day.places.map((place, index) => [place.id, index]));
  const rows = problem.places.map((place) => at.get(place.id)!);
  const modes = Object.fromEntries(
    Object.keys(problem.travel.modes).map((mode) => {
      const durations = day.travel.modes[mode]!.durations!;
      return [mode, { durations: rows.map((from) => rows.map((to) => durations[from]![to]!)) }];
    }),
  );
  return { ...problem, travel: { modes } };
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
  const day = readDemoDay(fixturesFolder());
  const standing = enlarged(demoRecords(day, MONDAY), flags.added);
  const made = (from: string, to: string): Problem => {
    const wish = {
      timeZone: "Europe/Helsinki",
      areas: null,
      acceptOverdue: [],
      remote: "where-allowed" as const,
    };
    const began = performance.now();
    const { problem, origins } = generateProblem(standing, { ...wish, from, to });
    const milliseconds = Math.round(performance.now() - began);
    if (problem === null) throw new Error("nothing to plan");
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
    return withRoads(problem, day);
  };
  const together = made(MONDAY, addDays(MONDAY, DAYS - 1));
  const began = performance.now();
  const { shortages } = capacityOf(together);
  print("capacity", { shortages: shortages.length, milliseconds: Math.round(performance.now() - began) });
  print("in one problem", { seconds: flags.seconds, ...(await solve(together, flags, flags.seconds)) });
  const { seconds } = flags;
  print("days first, then in one", { seconds, ...(await solve(together, flags, seconds, true)) });
  const each: Solved[] = [];
  for (let at = 0; at < DAYS; at++) {
    const date = addDays(MONDAY, at);
    each.push(await solve(made(date, date), flags, flags.seconds / DAYS));
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
