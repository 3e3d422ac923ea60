/** `compare PROBLEM PLAN_A PLAN_B`: what differs between two plans, and what that costs. */
import { Command, Option } from "commander";
import type { Language } from "../../checker/index.js";
import { comparePlans } from "../../planning/explain/compare.js";
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
      const found = comparePlans(problem, plan, other, flags.lang);
      process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
      process.exitCode = found.a.valid && found.b.valid ? EXIT.done : EXIT.invalid;
    });
}
