/** Two plans compared: totals add up exactly, and the other way round only signs change. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { sayDifference } from "../../src/planning/explain/sayDifference.js";
import { comparePlans } from "../../src/planning/life/index.js";
import { randomPlan } from "../support/randomPlan.js";
import { FEATURES, randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const sum = (list: readonly { readonly difference: number }[]): number =>
  list.reduce((total, { difference }) => total + difference, 0);

const compare = (problem: Problem, from: Plan, to: Plan, other = problem) =>
  comparePlans(
    { id: "from", problem, plan: from, verdict: checkPlan(problem, from) },
    { id: "to", problem: other, plan: to, verdict: checkPlan(other, to) },
  );

function expectAddedUp(found: ReturnType<typeof compare>, seed: number): void {
  const { cost, nurses, visits, costOnly } = found;
  expect(sum(Object.values(cost.parts)), `seed ${seed}`).toBe(cost.difference);
  const owners = [...nurses, ...visits, ...costOnly].map((one) => one.cost);
  expect(sum([...owners, cost.whole]), `seed ${seed}`).toBe(cost.difference);
}

describe("comparing two plans", () => {
  it("adds up by part, and by nurse, visit and the whole; and is symmetrical", () => {
    let different = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const problem = randomProblem(seed, { allowed: FEATURES });
      const [one, two] = [1, 2].map((n) =>
        randomPlan(problem, seededSource(seed * 7 + n), { unservedPercent: 15 * n }),
      );
      const there = compare(problem, one!, two!);
      const back = compare(problem, two!, one!);
      expectAddedUp(there, seed);
      const costs = [one!, two!].map((plan) => checkPlan(problem, plan).cost.total);
      expect(there.cost.difference, `seed ${seed}`).toBe(costs[1]! - costs[0]!);
      expect(back.cost.difference).toBe(0 - there.cost.difference);
      expect(back.visits.map(({ visitId }) => visitId)).toEqual(there.visits.map(({ visitId }) => visitId));
      for (const [i, visit] of there.visits.entries()) {
        const other = back.visits[i]!;
        expect([other.from, other.to, other.moved]).toEqual([visit.to, visit.from, visit.moved]);
      }
      for (const [i, nurse] of there.nurses.entries()) {
        const other = back.nurses[i]!;
        expect([other.gets, other.loses]).toEqual([nurse.loses, nurse.gets]);
        expect([other.cost.from, other.cost.to]).toEqual([nurse.cost.to, nurse.cost.from]);
      }
      expect([back.figures.from, back.figures.to]).toEqual([there.figures.to, there.figures.from]);
      const said = sayDifference(there, "sv");
      expect([said.nurses.length, said.visits.length]).toEqual([there.nurses.length, there.visits.length]);
      if (there.visits.length > 0) different += 1;
      const same = compare(problem, one!, one!);
      expect([same.cost.difference, same.visits, same.nurses]).toEqual([0, [], []]);
    }
    expect(different).toBeGreaterThan(200);
  });

  it("counts breaches by rule, where a route was lost", () => {
    let seen = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const problem = randomProblem(seed, { allowed: FEATURES });
      const from = randomPlan(problem, seededSource(seed), {});
      const to = { ...from, routes: from.routes.slice(1) };
      const breaches = (plan: Plan, rule: number): number =>
        checkPlan(problem, plan).violations.filter((one) => one.rule === rule).length;
      const there = compare(problem, from, to);
      const back = compare(problem, to, from);
      for (const { rule, difference, ...counts } of there.rules) {
        expect(counts).toEqual({ from: breaches(from, rule), to: breaches(to, rule) });
        expect(difference).toBe(counts.to - counts.from);
        expect(back.rules.find((one) => one.rule === rule)?.difference).toBe(0 - difference);
        seen += 1;
      }
      expect(back.rules.length).toBe(there.rules.length);
    }
    expect(seen).toBeGreaterThan(30);
  });

  it("adds up for plans of two problems, too: other weights, visits gone and come", () => {
    let different = 0;
    for (let seed = 0; seed < 150; seed += 1) {
      const problem = randomProblem(seed, { allowed: FEATURES });
      const [gone] = problem.visits;
      const other: Problem = {
        ...problem,
        visits: problem.visits.slice(1).map((visit) => ({ ...visit, unservedCost: 777 })),
        links: [],
        weights: { ...problem.weights, travel: 3, late: 5, worstLate: 2 },
      };
      const from = randomPlan(problem, seededSource(seed * 5 + 1), { unservedPercent: 20 });
      const to = randomPlan(other, seededSource(seed * 5 + 2), { unservedPercent: 40 });
      const found = compare(problem, from, to, other);
      expectAddedUp(found, seed);
      if (gone !== undefined) expect(found.visits.map(({ visitId }) => visitId)).toContain(gone.id);
      if (found.costOnly.length > 0) different += 1;
    }
    expect(different).toBeGreaterThan(20);
  });
});
