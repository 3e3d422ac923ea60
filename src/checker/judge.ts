/** Puts a verdict together: follows the plan once, asks every rule, counts every cost. */
import { costOf } from "./cost/total.js";
import { type Day, readDay } from "./day.js";
import type { Plan, Problem } from "./documents.js";
import { checkAbility } from "./rules/ability.js";
import { checkBreaks } from "./rules/breaks.js";
import { checkLimits } from "./rules/limits.js";
import { checkLinks } from "./rules/links.js";
import { checkMovement } from "./rules/movement.js";
import { checkOverlap } from "./rules/overlap.js";
import { checkPins } from "./rules/pins.js";
import { checkPlacement } from "./rules/placement.js";
import { checkProviders } from "./rules/providers.js";
import { checkService } from "./rules/service.js";
import { checkShiftHours } from "./rules/shiftHours.js";
import type { FactValue, Verdict, Violation } from "./verdict.js";
import { type Fail, RULE_OF, type ViolationCode, type ViolationFacts } from "./violations.js";
import { sentence } from "./words.js";

/** Every check with the file's name; several of them make up rules 1 and 8. */
export const CHECKS = {
  placement: checkPlacement,
  providers: checkProviders,
  ability: checkAbility,
  service: checkService,
  movement: checkMovement,
  shiftHours: checkShiftHours,
  breaks: checkBreaks,
  overlap: checkOverlap,
  pins: checkPins,
  links: checkLinks,
  limits: checkLimits,
} as const satisfies Record<string, (day: Day, fail: Fail) => void>;

/** For tests that prove each check needed; never reachable through the folder's door. */
export interface JudgeOptions {
  /** Breaches that are overlooked. */
  readonly overlook?: (code: ViolationCode) => boolean;
}

export function judge(problem: Problem, plan: Plan, { overlook }: JudgeOptions = {}): Verdict {
  const day = readDay(problem, plan);
  const violations: Violation[] = [];
  const fail: Fail = (code, facts) => {
    if (overlook?.(code) !== true) violations.push(violationOf(code, facts));
  };
  for (const check of Object.values(CHECKS)) check(day, fail);
  return {
    valid: violations.length === 0,
    violations,
    cost: costOf(day),
    facts: { visits: day.placements.size, unserved: plan.unserved.length, routes: day.routes.length },
  };
}

function violationOf<Code extends ViolationCode>(code: Code, facts: ViolationFacts[Code]): Violation {
  const ids: Record<string, string> = {};
  const values: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(facts) as [string, FactValue][]) {
    if (name.endsWith("Id") && typeof value === "string") ids[name] = value;
    else values[name] = value;
  }
  const found = { rule: RULE_OF[code], message: "", code, ...ids, values };
  return { ...found, message: sentence(found, "en") };
}
