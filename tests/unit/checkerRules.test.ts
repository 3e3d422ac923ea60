/** Each way of breaking a plan is named; each rule, once overlooked, lets a broken plan pass. */
import { describe, expect, it } from "vitest";
import { RULE_OF, type ViolationCode, checkPlan } from "../../src/checker/index.js";
import { judge } from "../../src/checker/judge.js";
import { contractVerdicts, hasContractChecker } from "../support/contractChecker.js";
import { samplePlan, sampleProblem } from "../support/sampleDay.js";
import { BROKEN_PLANS } from "../support/sampleDay/brokenPlans.js";

const CODES = Object.keys(RULE_OF) as ViolationCode[];

describe("the checker", () => {
  it("accepts the sample plan, and leaves both documents as they were", () => {
    const [problem, plan] = [sampleProblem(), samplePlan()];
    expect(checkPlan(problem, plan).violations).toEqual([]);
    expect([problem, plan]).toEqual([sampleProblem(), samplePlan()]);
  });

  it.each(BROKEN_PLANS)("finds $codes: $what", ({ codes, problem, plan }) => {
    const { valid, violations } = checkPlan(problem, plan);
    expect(valid).toBe(false);
    expect(violations.map(({ code }) => code)).toEqual(codes);
    for (const { code, rule } of violations) expect(rule).toBe(RULE_OF[code]);
  });

  it("has a broken plan for every code", () => {
    const covered = new Set(BROKEN_PLANS.flatMap(({ codes }) => codes));
    expect([...covered].toSorted()).toEqual(CODES.toSorted());
  });

  it.skipIf(!hasContractChecker())("names the rules that the contract's checker names", () => {
    const verdicts = contractVerdicts(BROKEN_PLANS.map(({ problem, plan }) => ({ problem, plans: [plan] })));
    BROKEN_PLANS.forEach(({ codes, what }, index) => {
      const rules = verdicts[index]!.violations.map(({ rule }) => rule).toSorted();
      expect(rules, what).toEqual(codes.map((code) => RULE_OF[code]).toSorted());
    });
  });
});

describe("a check that is switched off", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)("rule %i: a broken plan is wrongly accepted", (rule) => {
    const accepted = BROKEN_PLANS.filter(
      ({ problem, plan }) => judge(problem, plan, { overlook: (code) => RULE_OF[code] === rule }).valid,
    );
    expect(accepted.length).toBeGreaterThan(0);
    for (const { codes } of accepted) expect(RULE_OF[codes[0]!]).toBe(rule);
  });

  // These never stand alone: a visit twice in a route never has its crew of different nurses.
  const neverAlone: readonly ViolationCode[] = ["visit-twice-in-route"];

  it.each(CODES.filter((code) => !neverAlone.includes(code)))(
    "%s: a broken plan is wrongly accepted",
    (code) => {
      const accepted = BROKEN_PLANS.some(
        ({ problem, plan }) => judge(problem, plan, { overlook: (one) => one === code }).valid,
      );
      expect(accepted).toBe(true);
    },
  );
});
