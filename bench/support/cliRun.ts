/** Solves a day through the command line, as a user would, and judges the plan from outside. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { CHECK_PLAN, CLI } from "./paths.js";

export interface CliOptions {
  readonly seconds?: number;
  readonly iterations?: number;
  readonly seed: number;
  readonly threads: number;
}

export interface CliRun {
  readonly iterations: number;
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** Greatest resident memory, MB; null where the system does not tell. */
  readonly megabytes: number | null;
}

/** @throws Error with the command's own words when it fails. */
export async function solveByCli(problem: string, plan: string, options: CliOptions): Promise<CliRun> {
  const limits = [
    ...(options.seconds === undefined ? [] : ["--seconds", String(options.seconds)]),
    ...(options.iterations === undefined ? [] : ["--iterations", String(options.iterations)]),
  ];
  const fixed = ["--seed", String(options.seed), "--threads", String(options.threads)];
  const began = performance.now();
  const { stdout, megabytes } = await run(process.execPath, [
    CLI,
    "solve",
    problem,
    "--out",
    plan,
    ...limits,
    ...fixed,
  ]);
  const seconds = Math.round(performance.now() - began) / 1000;
  const summary = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as { iterations: number };
  return { iterations: summary.iterations, seconds, megabytes };
}

export interface OutsideVerdict {
  readonly valid: boolean;
  readonly violations: readonly unknown[];
  readonly cost: { readonly total: number; readonly parts: Readonly<Record<string, number>> };
  readonly facts: { readonly visits: number; readonly unserved: number; readonly routes: number };
}

/**
 * The contract's own checker (Python) where it is at hand, else the product's.
 *
 * @throws Error when the checker cannot read the documents.
 */
export async function checkPlanFile(
  problem: string,
  plan: string,
): Promise<OutsideVerdict & { checker: string }> {
  const outside = existsSync(CHECK_PLAN);
  const [command, first] = outside ? ["python3", [CHECK_PLAN]] : [process.execPath, [CLI, "check"]];
  const { stdout, stderr } = await run(command, [...first, problem, plan], [0, 1]);
  if (stdout.trim() === "") throw new Error(`the checker said nothing of ${plan}: ${stderr}`);
  return {
    ...(JSON.parse(stdout) as OutsideVerdict),
    checker: outside ? "check_plan.py" : "kotikierros check",
  };
}

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly megabytes: number | null;
}

/** @throws Error when the program ends with another code than those allowed. */
export function run(
  command: string,
  args: readonly string[],
  allowed: readonly number[] = [0],
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    let megabytes: number | null = null;
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const watch = setInterval(() => (megabytes = peakMemory(child.pid) ?? megabytes), 100);
    child.on("error", (error) => {
      clearInterval(watch);
      reject(error);
    });
    child.on("close", (code) => {
      clearInterval(watch);
      if (allowed.includes(code ?? -1)) resolve({ stdout, stderr, megabytes });
      else
        reject(new Error(`${command} ${args.join(" ")} ended with ${code}: ${stderr.trim().slice(-2000)}`));
    });
  });
}

/** The kernel's high-water mark (Linux); null elsewhere or once the process has gone. */
function peakMemory(pid: number | undefined): number | null {
  const path = `/proc/${pid}/status`;
  if (pid === undefined || !existsSync(path)) return null;
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(path, "utf8"));
    return line === null ? null : Math.round(Number(line[1]) / 1024);
  } catch (error) {
    // The process ended between the two looks at it.
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
