/** `explain PROBLEM PLAN`: why visits are left out, bought or late. `compare PROBLEM PLAN PLAN`: what differs. */
import { Command, Option } from "commander";
import type { Language } from "../../checker/index.js";
import { explainPlan, NothingToExplain, type ExplanationView } from "../../planning/explain/explainPlan.js";
import { readProblemAndPlan } from "../documents.js";
import { BadInput, EXIT } from "../faults.js";

const DESCRIPTION = `Tells for every unserved, bought or late visit why it stands so, from the plan and the
problem alone: which shifts could never make it, where it would fit and what that costs, in whose
place it could come, and the smallest set of facts that keeps it out.`;

/** Processor seconds after which visits are explained without their conflict, unless one is asked for. */
const DEEP_SECONDS = 1.6;

interface ExplainFlags {
  readonly visit?: string;
  readonly lang: Language;
}

const languageOption = (): Option =>
  new Option("--lang <language>", "language of the sentences").choices(["fi", "sv", "en"]).default("en");

export function explainCommand(): Command {
  return new Command("explain")
    .summary("why visits are left out, bought or late")
    .description(DESCRIPTION)
    .argument("<problem>", "problem file")
    .argument("<plan>", "plan file")
    .option("--visit <id>", "this visit only, however long it takes")
    .addOption(languageOption())
    .action(explain);
}

function explain(problemFile: string, planFile: string, flags: ExplainFlags): void {
  const { problem, plan } = readProblemAndPlan(problemFile, planFile);
  const view = asked(() =>
    explainPlan(problem, plan, {
      language: flags.lang,
      ...(flags.visit === undefined ? {} : { visitId: flags.visit }),
      clock: () => process.cpuUsage().user / 1e6,
      deepSeconds: DEEP_SECONDS,
    }),
  );
  process.stdout.write(`${JSON.stringify(view, null, 1)}\n`);
  process.exitCode = view.valid ? EXIT.done : EXIT.invalid;
}

function asked(explaining: () => ExplanationView): ExplanationView {
  try {
    return explaining();
  } catch (error) {
    if (!(error instanceof NothingToExplain)) throw error;
    const todo = "Name a visit that the plan leaves out, buys or starts late, or leave --visit out.";
    throw new BadInput([{ code: "option", path: "", message: `--visit: ${error.message}`, todo }]);
  }
}
