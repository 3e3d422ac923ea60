/** Small random problems that the search of coupled services takes. */
import type fc from "fast-check";
import type { Problem } from "../../src/contracts/index.js";
import { compileProblem } from "../../src/planning/compile.js";
import type { ProblemData } from "../../solver/index.js";
import { Model } from "../../solver/model/model.js";
import { supportsCoupled } from "../../solver/search/coupled/supports.js";
import { type Feature, type SmallProblemOptions, arbitraryProblem } from "./smallProblem.js";

const ALLOWED: readonly Feature[] = [
  "severalWindows",
  "preferred",
  "skills",
  "refusals",
  "people",
  "nurseLinks",
  "overtime",
  "useCost",
  "weights",
  "modes",
  "stopSeconds",
  "noWay",
  "oddInstants",
  "cheapUnserved",
];

export function arbitraryCoupledDay(options: SmallProblemOptions = {}): fc.Arbitrary<Problem> {
  return arbitraryProblem({ minVisits: 3, allowed: ALLOWED, always: ["gaps"], ...options }).filter(
    (problem) => supportsCoupled(new Model(compileProblem(problem).data)),
  );
}

export function arbitraryCoupled(options: SmallProblemOptions = {}): fc.Arbitrary<ProblemData> {
  return arbitraryCoupledDay(options).map((problem) => compileProblem(problem).data);
}
