/** `robustness PROBLEM PLAN`: how sure a plan is when times vary. */
import { Command, Option } from "commander";
import type { Language } from "../../checker/index.js";
import { spreads } from "../../contracts/study/index.js";
import { type Spreads } from "../../planning/study/index.js";
import { readProblemAndPlan } from "../documents.js";
import { BadInput } from "../faults.js";
import { readDocument } from "../io/read.js";
import { secondsValue, wholeNumber } from "../options.js";
import { studyInThread } from "../studyThread.js";

const DESCRIPTION = `Replays the plan with the lengths of visits and ways drawn at random, and prints one JSON
document: the chance of being late by visit, of overtime by nurse, and which visits and ways start
delays. --quantile 0.9 also plans again with times long enough for nine of ten cases, and tells what
that costs. docs/robustness.md names the spreads that are assumed; --spreads gives others.`;

interface RobustnessFlags {
  readonly samples: number;
  readonly seed: number;
  readonly spreads?: string;
  readonly quantile?: number;
  readonly seconds: number;
  readonly lang: Language;
}

export function robustnessCommand(): Command {
  return new Command("robustness")
    .summary("how sure a plan is when times vary")
    .description(DESCRIPTION)
    .argument("<problem>", "problem file")
    .argument("<plan>", "plan file")
    .option("--samples <n>", "days replayed", wholeNumber("--samples", 1, 100_000), 1_000)
    .option("--seed <n>", "start of the random numbers", wholeNumber("--seed", 0, 4_294_967_295), 1)
    .option("--spreads <file>", "JSON with visits, visitTypes, travel, shared")
    .option("--quantile <q>", "plan again so that this share of cases fits", quantileValue)
    .option("--seconds <s>", "for planning again", secondsValue("--seconds"), 10)
    .addOption(
      new Option("--lang <language>", "language of the sentences").choices(["fi", "sv", "en"]).default("en"),
    )
    .action(async (problemFile: string, planFile: string, flags: RobustnessFlags) => {
      const day = readProblemAndPlan(problemFile, planFile);
      const found = await studyInThread("robustness", day, {
        language: flags.lang,
        seed: flags.seed,
        samples: flags.samples,
        spreads: flags.spreads === undefined ? {} : readSpreads(flags.spreads),
        learned: null,
        quantile: flags.quantile ?? null,
        seconds: flags.seconds,
      });
      process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
    });
}

function quantileValue(text: string): number {
  const value = Number(text);
  if (value > 0.5 && value < 1) return value;
  throw new BadInput([
    {
      code: "option",
      path: "",
      message: `--quantile ${text}: wanted a share between 0.5 and 1`,
      todo: "Run the command with --help.",
    },
  ]);
}

function readSpreads(file: string): Spreads {
  const parsed = spreads.safeParse(readDocument(file));
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues.map((issue) => ({
      file,
      code: "option",
      path: issue.path.map((step) => `/${String(step)}`).join(""),
      message: issue.message,
      todo: "Correct the spread; docs/robustness.md describes the file.",
    })),
  );
}
