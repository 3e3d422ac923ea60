/**
 * Breaks a plan in one to three random ways, to see whether a checker notices. Some results
 * are still valid (a visit moved within its slack): what counts is that checkers agree.
 */
import type { Plan, Problem } from "../../src/contracts/index.js";
import type { Break } from "./breakPlan/edit.js";
import { LIST_BREAKS } from "./breakPlan/lists.js";
import { PLACE_BREAKS } from "./breakPlan/place.js";
import { TIME_BREAKS } from "./breakPlan/time.js";
import { type Source, pick } from "./source.js";

/** Every way of breaking, by name. */
export const BREAKS: Readonly<Record<string, Break>> = { ...TIME_BREAKS, ...PLACE_BREAKS, ...LIST_BREAKS };

export interface Broken {
  readonly plan: Plan;
  /** Names of the ways, in the order they were taken. */
  readonly ways: readonly string[];
}

/** A broken copy; the given plan stays as it is. */
export function breakPlan(problem: Problem, plan: Plan, source: Source): Broken {
  const names = Object.keys(BREAKS);
  const broken = structuredClone(plan);
  const ways: string[] = [];
  const wanted = source.int(1, 3);
  while (ways.length < wanted) {
    const name = pick(source, names);
    if (BREAKS[name]!({ plan: broken, problem, source })) ways.push(name);
  }
  return { plan: broken, ways };
}
