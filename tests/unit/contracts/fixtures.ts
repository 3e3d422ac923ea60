/** The documents that these tests start from. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Plan, Problem } from "../../../src/contracts/index.js";

/** A document as JSON.parse gives it, to be broken in ways that the types forbid. */
export type Free = ReturnType<typeof JSON.parse>;

function read(path: string): unknown {
  const bytes = readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url));
  return JSON.parse((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

/** A fresh copy of a day under fixtures/days; the tests of parseProblem show that it is one. */
export function day(name: string): Problem {
  return read(`days/${name}.json.gz`) as Problem;
}

export function exampleProblem(): Problem {
  return read("contract/example-problem.json") as Problem;
}

export function examplePlan(): Plan {
  return read("contract/example-plan.json") as Plan;
}

/** A text of the repository. */
export function repositoryFile(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
}

/**
 * Milliseconds that only work without end takes, or work that grows with the square of its input:
 * far more than the slowest machine needs for the rest. How fast it is, `bench -- reading` tells.
 */
export const ENDLESS = 30_000;

/**
 * Milliseconds that a piece of work takes: the lesser of wall clock and this process's own
 * processor time, so that other work on the machine does not count against it.
 */
export function millisecondsOf(work: () => void): number {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  work();
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  return Math.min(wall, (user + system) / 1000);
}
