/** `solve PROBLEM --out PLAN`: plans one day. */
import { Command } from "commander";
import { readProblem } from "../documents.js";
import { onInterrupt } from "../interrupt.js";
import { mustBeWritable, writeDocument } from "../io/write.js";
import { DEFAULT_SECONDS, DEFAULT_SEED, roadServers, secondsValue, wholeNumber } from "../options.js";
import { solving } from "../solving.js";
import { filled } from "../travel.js";
import type { OsrmModeConfig } from "../../travel/index.js";

const DESCRIPTION = `Plans one day and writes the plan. Prints one line of JSON:
{"valid", "cost", "unserved", "iterations", "seconds"}.

Stops at --seconds or --iterations, whichever comes first; with neither, after
${DEFAULT_SECONDS} s. With --iterations alone no clock decides anything: the same seed,
iterations and threads give the same plan, byte for byte, on any machine.
Ctrl-C writes the best plan so far and ends with exit code 0.`;

const EXAMPLES = `
Examples:
  kotikierros solve day.json --out plan.json --seconds 30
  kotikierros solve day.json.gz --out plan.json.gz --iterations 20000 --seed 7
  kotikierros solve day.json --out plan.json --osrm car=http://127.0.0.1:5301 --write-problem filled.json`;

interface SolveFlags {
  readonly out: string;
  readonly seconds?: number;
  readonly iterations?: number;
  readonly seed: number;
  readonly threads: number;
  readonly osrm?: Readonly<Record<string, OsrmModeConfig>>;
  readonly estimate?: boolean;
  readonly writeProblem?: string;
}

export function solveCommand(): Command {
  return new Command("solve")
    .summary("plan one day")
    .description(DESCRIPTION)
    .argument("<problem>", "problem file")
    .requiredOption("--out <file>", "where the plan goes")
    .option("--seconds <s>", "time limit, counted from the start of the process", secondsValue("--seconds"))
    .option("--iterations <n>", "work limit of each thread", wholeNumber("--iterations", 0, 1_000_000_000))
    .option(
      "--seed <n>",
      "start of the random numbers",
      wholeNumber("--seed", 0, 2_147_483_647),
      DEFAULT_SEED,
    )
    .option(
      "--threads <n>",
      "searches side by side, each with a seed of its own",
      wholeNumber("--threads", 1, 64),
      1,
    )
    .option("--osrm <mode=url,...>", "road servers that fill in missing travel times", roadServers)
    .option("--estimate", "fill in missing travel times from coordinates")
    .option("--write-problem <file>", "store the problem with its travel times filled in")
    .addHelpText("after", EXAMPLES)
    .action(solve);
}

async function solve(problemFile: string, flags: SolveFlags): Promise<void> {
  mustBeWritable(flags.out);
  if (flags.writeProblem !== undefined) mustBeWritable(flags.writeProblem);
  const interrupt = onInterrupt();
  const problem = await filled(readProblem(problemFile), { ...flags, signal: interrupt.signal });
  if (flags.writeProblem !== undefined) writeDocument(flags.writeProblem, problem, 0);
  const seconds = flags.seconds ?? (flags.iterations === undefined ? DEFAULT_SECONDS : undefined);
  const { plan, verdict, iterations } = await solving(problem, {
    seed: flags.seed,
    threads: flags.threads,
    ...(seconds === undefined ? {} : { seconds }),
    ...(flags.iterations === undefined ? {} : { iterations: flags.iterations }),
    signal: interrupt.signal,
  });
  writeDocument(flags.out, plan, 1);
  interrupt.done();
  const summary = {
    valid: verdict.valid,
    cost: verdict.cost.total,
    unserved: plan.unserved.length,
    iterations,
    seconds: Math.round(process.uptime() * 1000) / 1000,
  };
  process.stdout.write(`${JSON.stringify(summary)}\n`);
}
