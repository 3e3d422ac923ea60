/** `bound PROBLEM [--plan PLAN]`: how far a plan can be from the best one there is. */
import { Command } from "commander";
import { compileProblem } from "../../planning/compile.js";
import { gapOf, incumbentOf } from "../../planning/study/index.js";
import { boundInThread } from "../boundThread.js";
import { readProblem, readProblemAndPlan } from "../documents.js";
import { EXIT } from "../faults.js";
import { onInterrupt } from "../interrupt.js";
import { roadServers, secondsValue } from "../options.js";
import { filled } from "../travel.js";
import type { OsrmModeConfig } from "../../travel/index.js";

const DEFAULT_SECONDS = 60;

const DESCRIPTION = `Proves a number that no plan of the day can cost less than. Prints one line of JSON:
{"lowerBound", "cost", "gap", "unservedAtLeast", "restLowerBound", "restGap", "method", "seconds"}.

The price of unserved visits drowns the rest, so there are two statements. No plan costs less
than lowerBound. And of the plans that leave out unservedAtLeast visits or more, worth no more
than the plan's, none costs less than restLowerBound besides them. cost, gap and restGap need
--plan; they are null without one. Ctrl-C prints what is proved so far.`;

interface BoundFlags {
  readonly plan?: string;
  readonly seconds: number;
  readonly osrm?: Readonly<Record<string, OsrmModeConfig>>;
  readonly estimate?: boolean;
}

export function boundCommand(): Command {
  return new Command("bound")
    .summary("prove how good a plan can be at best")
    .description(DESCRIPTION)
    .argument("<problem>", "problem file")
    .option("--plan <file>", "a plan to compare with")
    .option(
      "--seconds <s>",
      "time limit, counted from the start of the process",
      secondsValue("--seconds"),
      DEFAULT_SECONDS,
    )
    .option("--osrm <mode=url,...>", "road servers that fill in missing travel times", roadServers)
    .option("--estimate", "fill in missing travel times from coordinates")
    .action(bound);
}

async function bound(problemFile: string, flags: BoundFlags): Promise<void> {
  const interrupt = onInterrupt();
  const read =
    flags.plan === undefined
      ? { problem: readProblem(problemFile), plan: null }
      : readProblemAndPlan(problemFile, flags.plan);
  const problem = await filled(read.problem, { ...flags, signal: interrupt.signal });
  const incumbent = read.plan === null ? null : incumbentOf(problem, read.plan);
  if (read.plan !== null && incumbent === null) {
    // The cost of a plan that breaks rules says nothing about how good a plan can be.
    process.stderr.write("warning: the plan breaks rules (see check); the bound stands without it\n");
    process.exitCode = EXIT.invalid;
  }
  const { data } = compileProblem(problem);
  const gone = process.uptime();
  const result = await boundInThread({ data, incumbent, seconds: flags.seconds, gone }, interrupt.signal);
  interrupt.done();
  const rest = incumbent === null ? null : incumbent.cost - incumbent.unservedCost;
  const line = {
    lowerBound: result.lowerBound,
    cost: incumbent?.cost ?? null,
    gap: gapOf(incumbent?.cost ?? null, result.lowerBound),
    unservedAtLeast: result.unservedAtLeast,
    restLowerBound: result.restLowerBound,
    restGap: gapOf(rest, result.restLowerBound),
    unservedProven: result.unservedProven,
    unservedCost: result.unservedCost,
    complete: result.complete,
    method: result.method,
    seconds: Math.round(process.uptime() * 1000) / 1000,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
