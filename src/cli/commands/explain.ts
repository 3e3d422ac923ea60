/** `explain PROBLEM PLAN`: why visits are left out, bought or late. */
import { Command, Option } from "commander";
import type { Language } from "../../checker/index.js";
import { explainPlan, NothingToExplain, type ExplanationView } from "../../planning/explain/explainPlan.js";
import type { Plan, Problem } from "../../contracts/index.js";
import { whatItWouldTake } from "../../planning/explain/changes.js";
import { sayIn } from "../../planning/explain/words.js";
import { readProblemAndPlan } from "../documents.js";
import { BadInput, EXIT } from "../faults.js";
import { wholeNumber } from "../options.js";

const DESCRIPTION = `Tells for every unserved, bought or late visit why it stands so, from the plan and the
problem alone: which shifts could never make it, where it would fit and what that costs, in whose
place it could come, and the smallest set of facts that keeps it out. --resolve adds what it would
take to stand as wished: changes of the day, each proved by solving again (seconds to minutes).`;

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
  const shown = flags.resolve === true ? { ...view, visits: taking(view, problem, plan, flags) } : view;
  process.stdout.write(`${JSON.stringify(shown, null, 1)}\n`);
  process.exitCode = view.valid ? EXIT.done : EXIT.invalid;
}

/** The visits with what it would take; the plans that prove it are left out, costs and sentences stay. */
function taking(view: ExplanationView, problem: Problem, plan: Plan, flags: ExplainFlags): unknown[] {
  return view.visits.map((visit) => {
    process.stderr.write(`${visit.visitId}: solving again\n`);
    const found = whatItWouldTake(problem, plan, visit.visitId, sayIn(flags.lang), {
      iterations: flags.iterations,
    });
    const changes = found.map(({ minutes, said, cost, costBefore, costAfter }) => ({
      minutes,
      said,
      cost,
      costBefore,
      costAfter,
    }));
    return { ...visit, changes };
  });
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
