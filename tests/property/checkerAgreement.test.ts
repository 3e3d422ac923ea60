/** The checker and the contract's own one judge thousands of plans alike. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { BREAKS, breakPlan } from "../support/breakPlan.js";
import { type ContractVerdict, contractVerdicts, hasContractChecker } from "../support/contractChecker.js";
import { randomPlan } from "../support/randomPlan.js";
import { readShared } from "../support/shared.js";
import { randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

interface Case {
  readonly label: string;
  readonly plan: Plan;
}
interface Cases {
  readonly problem: Problem;
  readonly cases: readonly Case[];
}

/** Judges all cases by both checkers and counts them; every difference fails, with its label. */
function compare(batches: readonly Cases[]) {
  const contract = contractVerdicts(
    batches.map(({ problem, cases }) => ({ problem, plans: cases.map(({ plan }) => plan) })),
  );
  const count = { plans: 0, valid: 0, rules: new Map<number, number>() };
  for (const { problem, cases } of batches) {
    for (const { label, plan } of cases) {
      const theirs = contract[count.plans]!;
      count.plans += 1;
      const ours = checkPlan(problem, plan);
      expect(summary(ours), label).toEqual(summary(theirs));
      if (ours.valid) count.valid += 1;
      for (const { rule } of ours.violations) count.rules.set(rule, (count.rules.get(rule) ?? 0) + 1);
    }
  }
  return count;
}

/** Costs are compared on broken plans too: both count what they can. */
function summary({ valid, violations, cost, facts }: ContractVerdict) {
  return { valid, rules: violations.map(({ rule }) => rule).toSorted((a, b) => a - b), cost, facts };
}

const DAY = ["data", "days", "all-features-60.json.gz"];

describe.skipIf(!hasContractChecker())("agreement with the contract's checker", () => {
  it("on the contract's example and on plans of another program", () => {
    const given: [string[], string[]][] = [
      [
        ["contract", "example-problem.json"],
        ["contract", "example-plan.json"],
      ],
      ...["porto-240-plain", "liechtenstein-150-plain"].map((day): [string[], string[]] => [
        ["data", "days", `${day}.json.gz`],
        ["data", "days", `${day}.vroom.json.gz`],
      ]),
    ];
    const batches = given.map(([problem, plan]) => ({
      problem: readShared(...problem) as Problem,
      cases: [{ label: plan.join("/"), plan: readShared(...plan) as Plan }],
    }));
    expect(compare(batches)).toMatchObject({ plans: 3, valid: 3 });
  });

  it("on random plans for a day that uses every feature", () => {
    const problem = readShared(...DAY) as Problem;
    const cases = Array.from({ length: 60 }, (_, seed) => ({
      label: `all-features-60, seed ${seed}`,
      plan: randomPlan(problem, seededSource(seed)),
    }));
    const { plans, valid } = compare([{ problem, cases }]);
    expect(plans).toBe(60);
    expect(valid).toBeGreaterThan(30);
  });

  it("on random plans for small problems with every feature", () => {
    const batches = Array.from({ length: 400 }, (_, seed) => {
      const problem = randomProblem(seed);
      return { problem, cases: [{ label: `seed ${seed}`, plan: randomPlan(problem, seededSource(seed)) }] };
    });
    const { plans, valid } = compare(batches);
    expect(plans).toBe(400);
    expect(valid).toBeGreaterThan(200);
  });

  it("on 1,500 randomly broken plans, each rule broken many times", () => {
    const ways = new Set<string>();
    const brokenOf = (problem: Problem, seed: number, count: number): Cases => {
      const source = seededSource(1_000_000 + seed);
      const plan = randomPlan(problem, source);
      const cases = Array.from({ length: count }, (_, turn) => {
        const broken = breakPlan(problem, plan, source);
        for (const way of broken.ways) ways.add(way);
        return { label: `seed ${seed}, turn ${turn}: ${broken.ways.join(", ")}`, plan: broken.plan };
      });
      return { problem, cases };
    };
    const day = readShared(...DAY) as Problem;
    const batches = [
      ...Array.from({ length: 30 }, (_, seed) => brokenOf(day, seed, 20)),
      ...Array.from({ length: 300 }, (_, seed) => brokenOf(randomProblem(seed), seed, 3)),
    ];
    const { plans, valid, rules } = compare(batches);
    expect(plans).toBe(1500);
    expect(valid).toBeLessThan(500);
    for (const rule of [1, 2, 3, 4, 5, 6, 7, 8]) expect(rules.get(rule), `rule ${rule}`).toBeGreaterThan(30);
    expect([...ways].toSorted()).toEqual(Object.keys(BREAKS).toSorted());
  });
});
