/** All weights of a problem: its own, and the contract's for those it leaves out. */
import { DEFAULT_WEIGHTS } from "../../checker/index.js";
import type { CostPart, Problem } from "../../contracts/index.js";

export function weightsOf(problem: Problem): Record<CostPart, number> {
  return { ...DEFAULT_WEIGHTS, ...problem.weights };
}
