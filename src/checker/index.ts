/**
 * The independent judge of a plan: every rule and every cost part of the contract, in
 * code that shares nothing with the optimiser. What it refuses is never stored as valid.
 */
import type { Plan, Problem } from "./documents.js";
import { judge } from "./judge.js";
import type { Verdict } from "./verdict.js";

/**
 * Judges a plan against its problem.
 *
 * Ids in the plan that the problem lacks are violations like any other. All instants are
 * compared in whole seconds; intervals include both ends. Neither document is changed.
 *
 * @param problem a problem with its matrices filled in, as stored
 * @throws NotCheckable if a document cannot be read at all: an unknown format, a text that
 *   is no instant, a problem without travel times or with a reference to nothing
 */
export function checkPlan(problem: Problem, plan: Plan): Verdict {
  return judge(problem, plan);
}

export { NOT_CHECKABLE_CODES, NotCheckable, type NotCheckableCode } from "./notCheckable.js";
export { COST_PARTS, type CostPart, type CostParts, type Verdict, type Violation } from "./verdict.js";
export { type Rule, RULE_OF, type ViolationCode, type ViolationFacts } from "./violations.js";
export { DEFAULT_WEIGHTS } from "./cost/total.js";
export { type Language, LANGUAGES, type SentenceOptions, sentence } from "./words.js";
