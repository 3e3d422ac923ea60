/** `compare PROBLEM PLAN_A PLAN_B`: what differs between two plans, and what that costs. */
import { Command, Option } from "commander";
import { checkPlan, type Language } from "../../checker/index.js";
import { sayDifference } from "../../planning/explain/sayDifference.js";
import { comparePlans } from "../../planning/life/index.js";
import { readProblemAndPlan } from "../documents.js";
import { EXIT } from "../faults.js";

const DESCRIPTION = `Tells every difference between two plans of one problem, by visit, nurse, cost part and rule.
Costs are the checker's; differences are B less A and add up to the difference of the totals.`;

export function compareCommand(): Command {
  return new Command("compare")
    .summary("what differs between two plans")
    .description(DESCRIPTION)
    .argument("<problem>", "problem file")
    .argument("<planA>", "first plan file")
    .argument("<planB>", "second plan file")
    .addOption(
      new Option("--lang <language>", "language of the sentences").choices(["fi", "sv", "en"]).default("en"),
    )
    .action((problemFile: string, fileA: string, fileB: string, flags: { readonly lang: Language }) => {
      const { problem, plan } = readProblemAndPlan(problemFile, fileA);
      const other = readProblemAndPlan(problemFile, fileB).plan;
      const found = comparePlans(
        { id: fileA, problem, plan, verdict: checkPlan(problem, plan) },
        { id: fileB, problem, plan: other, verdict: checkPlan(problem, other) },
      );
      const said = sayDifference(found, flags.lang);
      process.stdout.write(`${JSON.stringify({ ...found, said }, null, 1)}\n`);
      process.exitCode = found.valid.from && found.valid.to ? EXIT.done : EXIT.invalid;
    });
}
