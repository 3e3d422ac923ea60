/** `promises PROBLEM PLAN`: what the promises of a day cost. */
import { Command, Option } from "commander";
import { COST_PARTS, type CostPart, type Language } from "../../checker/index.js";
import { readProblemAndPlan } from "../documents.js";
import { badInput } from "../faults.js";
import { secondsValue, wholeNumber } from "../options.js";
import { studyInThread } from "../studyThread.js";

const DESCRIPTION = `Prints one JSON document: which windows, pins, familiar nurses, refusals, skills, breaks and
weights cost most, dearest first, in three seconds. "estimate": moving one visit alone saves so much,
so it is at least that; with --resolve "measured": the day was solved again without the promise. --curves late,unfamiliar shows what
the rest of the day costs as a weight falls and rises. Ctrl-C prints what is known so far.`;

interface PromisesFlags {
  readonly dearest: number;
  readonly resolve: boolean;
  readonly iterations: number;
  readonly seconds: number;
  readonly curves: CostPart[];
  readonly lang: Language;
}

export function promisesCommand(): Command {
  return new Command("promises")
    .summary("what windows, pins, familiar nurses, breaks and weights cost")
    .description(DESCRIPTION)
    .argument("<problem>", "problem file")
    .argument("<plan>", "plan file")
    .option("--dearest <n>", "how many are told", wholeNumber("--dearest", 1, 200), 10)
    .option("--resolve", "measure these by solving again", false)
    .option("--iterations <n>", "work of each solve", wholeNumber("--iterations", 1, 1_000_000), 300)
    .option("--seconds <s>", "no solve begins later", secondsValue("--seconds"), 20)
    .option("--curves <weights>", "weights by comma", weightList, [])
    .addOption(
      new Option("--lang <language>", "language of the sentences").choices(["fi", "sv", "en"]).default("en"),
    )
    .action(async (problemFile: string, planFile: string, flags: PromisesFlags) => {
      const { lang: language, ...limits } = flags;
      const day = readProblemAndPlan(problemFile, planFile);
      const found = await studyInThread("promises", day, { language, ...limits });
      process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
    });
}

function weightList(text: string): CostPart[] {
  return text.split(",").map((word) => {
    const part = COST_PARTS.find((name) => name === word.trim());
    if (part === undefined) {
      throw badInput("option", `--curves ${word}: no such weight`, `Weights are ${COST_PARTS.join(", ")}.`);
    }
    return part;
  });
}
