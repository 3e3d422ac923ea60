/** `check PROBLEM PLAN`: the independent judgement of a plan, whoever made it. */
import { Command } from "commander";
import { checkPlan, NotCheckable, type Verdict } from "../../checker/index.js";
import type { Fault } from "../../contracts/index.js";
import { readProblemAndPlan } from "../documents.js";
import { BadInput, EXIT } from "../faults.js";

const DESCRIPTION = `Judges a plan against its problem, by rules that share no code with the optimiser.
Prints {"valid", "violations", "cost", "facts"}; each violation names the contract's rule.`;

export function checkCommand(): Command {
  return new Command("check")
    .summary("judge a plan against its problem")
    .description(DESCRIPTION)
    .argument("<problem>", "problem file")
    .argument("<plan>", "plan file")
    .action((problemFile: string, planFile: string) => {
      const verdict = judge(problemFile, planFile);
      process.stdout.write(`${JSON.stringify(verdict, null, 1)}\n`);
      process.exitCode = verdict.valid ? EXIT.done : EXIT.invalid;
    });
}

/** @throws BadInput; what no checker can judge is said on stdout too, as rule 0 */
function judge(problemFile: string, planFile: string): Verdict {
  try {
    const { problem, plan } = readProblemAndPlan(problemFile, planFile);
    return checkPlan(problem, plan);
  } catch (error) {
    const bad = error instanceof NotCheckable ? new BadInput([notCheckable(error)]) : error;
    if (bad instanceof BadInput) {
      const violations = bad.faults.map(({ message }) => ({ rule: 0, message }));
      process.stdout.write(`${JSON.stringify({ valid: false, violations }, null, 1)}\n`);
    }
    throw bad;
  }
}

function notCheckable(error: NotCheckable): Fault {
  return { code: error.code, path: error.path, message: error.message, todo: error.todo };
}
