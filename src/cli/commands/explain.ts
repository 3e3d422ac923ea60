/** `explain PROBLEM PLAN`: why visits are left out, bought or late. */
import { Command, Option } from "commander";
import type { Language } from "../../checker/index.js";
import { explainPlan, NothingToExplain, type ExplanationView } from "../../planning/explain/explainPlan.js";
import type { StudyDay } from "../../planning/study/index.js";
import { readProblemAndPlan } from "../documents.js";
import { BadInput, EXIT } from "../faults.js";
import { wholeNumber } from "../options.js";
import { stepLine } from "../progress.js";
import { studyInThread } from "../studyThread.js";

const DESCRIPTION = `Tells for every unserved, bought or late visit why it stands so, from the plan and the
problem alone: which shifts could never make it, where it would fit and what that costs, in whose
place it could come, and the smallest set of facts that keeps it out. --resolve adds what it would
take to stand as wished: changes of the day, each proved by solving again (seconds to minutes);
Ctrl-C prints what is proved so far.`;

/** Processor seconds after which visits are explained without their conflict, unless one is asked for. */
const DEEP_SECONDS = 2.2;

const DEFAULT_ITERATIONS = 300;

interface ExplainFlags {
  readonly visit?: string;
  readonly lang: Language;
  readonly resolve?: boolean;
  readonly iterations: number;
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
    .option("--resolve", "also what it would take, by solving again")
    .option(
      "--iterations <n>",
      "work of each solve of --resolve",
      wholeNumber("--iterations", 0, 1_000_000),
      DEFAULT_ITERATIONS,
    )
    .addOption(languageOption())
    .action(explain);
}

async function explain(problemFile: string, planFile: string, flags: ExplainFlags): Promise<void> {
  const day = readProblemAndPlan(problemFile, planFile);
  const view = asked(() =>
    explainPlan(day.problem, day.plan, {
      language: flags.lang,
      ...(flags.visit === undefined
        ? { clock: () => process.cpuUsage().user / 1e6, deepSeconds: DEEP_SECONDS }
        : { visitId: flags.visit }),
    }),
  );
  const shown = flags.resolve === true ? { ...view, visits: await taking(view, day, flags) } : view;
  process.stdout.write(`${JSON.stringify(shown, null, 1)}\n`);
  process.exitCode = view.valid ? EXIT.done : EXIT.invalid;
}

/** The visits with what it would take; after Ctrl-C the others are told as not tried. */
async function taking(view: ExplanationView, day: StudyDay, flags: ExplainFlags): Promise<unknown[]> {
  const out: unknown[] = [];
  let going = true;
  for (const visit of view.visits) {
    if (!going) {
      out.push({ ...visit, changes: null, changesComplete: false });
      continue;
    }
    const { visitId } = visit;
    const ask = { visitId, language: flags.lang, seconds: Infinity, iterations: flags.iterations };
    const { valid: _ofPlan, ...told } = await studyInThread("explanation", day, ask, stepLine(visitId));
    out.push(told);
    going = told.changesComplete;
  }
  return out;
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
