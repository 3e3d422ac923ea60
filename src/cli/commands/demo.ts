/** `demo`: a real day, planned, stored and shown. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import type { Problem } from "../../contracts/index.js";
import { readProblem } from "../documents.js";
import { badInput } from "../faults.js";
import { onInterrupt } from "../interrupt.js";
import { DEFAULT_SEED, secondsValue, wholeNumber } from "../options.js";
import { dayReport } from "../report/dayReport.js";
import { openingText } from "../report/openingText.js";
import { paintFor } from "../report/page.js";
import { type Lang, LANGUAGES, Words } from "../report/words.js";
import { defaultDatabase, productRoot } from "../root.js";
import { type SolvedDay, solving } from "../solving.js";
import type { Stored } from "../storing.js";

/** Seconds from the start of the process to the end of the search; the report follows at once. */
const SECONDS = 12;

/** Where starting alone has taken long, the search gets so many seconds all the same. */
const LEAST_SEARCH = 8;

const DESCRIPTION = `Plans a day of a home-care team in central Helsinki on recorded real road times, stores
problem and plan, and prints the plan as a coordinator reads it. All persons are invented.`;

interface DemoFlags {
  readonly lang: Lang;
  readonly seconds?: number;
  readonly iterations?: number;
  readonly seed: number;
  readonly threads: number;
  readonly problem?: string;
  readonly database?: string;
  readonly store: boolean;
}

export function demoCommand(): Command {
  return new Command("demo")
    .summary("plan a real day and show it")
    .description(DESCRIPTION)
    .addOption(new Option("--lang <language>", "language of the report").choices(LANGUAGES).default("en"))
    .option(
      "--seconds <s>",
      `time limit, counted from the start of the process (default: ${SECONDS}, longer where starting takes long)`,
      secondsValue("--seconds"),
    )
    .option(
      "--iterations <n>",
      "work limit of each thread, instead of a time limit",
      wholeNumber("--iterations", 0, 1_000_000_000),
    )
    .option(
      "--seed <n>",
      "start of the random numbers",
      wholeNumber("--seed", 0, 2_147_483_647),
      DEFAULT_SEED,
    )
    .option("--threads <n>", "searches side by side", wholeNumber("--threads", 1, 64), 2)
    .option("--problem <file>", "another day, with its travel times")
    .option("--database <file>", "where problem and plan are stored (default: data/kotikierros.sqlite)")
    .option("--no-store", "store nothing")
    .action(demo);
}

async function demo(flags: DemoFlags): Promise<void> {
  const problem = readDay(flags.problem);
  const interrupt = onInterrupt();
  const began = process.uptime();
  const seconds =
    flags.seconds ??
    (flags.iterations === undefined ? Math.max(SECONDS, Math.ceil(began) + LEAST_SEARCH) : undefined);
  const solved = await solving(problem, {
    seed: flags.seed,
    threads: flags.threads,
    ...(seconds === undefined ? {} : { seconds }),
    ...(flags.iterations === undefined ? {} : { iterations: flags.iterations }),
    signal: interrupt.signal,
  });
  const taken = process.uptime() - began;
  interrupt.done();
  const words = new Words(flags.lang);
  const paint = paintFor(process.stdout);
  const lines = dayReport(problem, solved.plan, solved.verdict, words, paint, taken);
  process.stdout.write(`${lines.join("\n")}\n`);
  const stored = flags.store ? await storeDay(flags, problem, solved) : undefined;
  process.stdout.write(`\n${openingText(problem, stored, flags.database, words, paint).join("\n")}\n`);
}

function readDay(file: string | undefined): Problem {
  const day = file ?? join(productRoot(), "fixtures", "helsinki-day.json.gz");
  if (file === undefined && !existsSync(day)) {
    throw badInput(
      "demo-missing",
      `the demo day ${day} is missing`,
      "Check out the repository whole, or name a day with --problem.",
    );
  }
  return readProblem(day);
}

async function storeDay(flags: DemoFlags, problem: Problem, solved: SolvedDay): Promise<Stored> {
  // The database is slow to load, and only this command needs it.
  const { store } = await import("../storing.js");
  return store(flags.database ?? defaultDatabase(), problem, solved.result);
}
