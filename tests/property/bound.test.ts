/** The bound never exceeds what any plan costs. */
import { beforeAll, describe, expect, it } from "vitest";
import { convertHhcrsp } from "../../bench/hhcrsp/convert.js";
import { readHhcrsp } from "../../bench/hhcrsp/instance.js";
import type { BoundResult, IncumbentCost } from "../../solver/columns/index.js";
import { createBound } from "../../solver/columns/index.js";
import type { MasterEngine } from "../../solver/lp/master.js";
import { checkPlan } from "../../src/checker/index.js";
import type { Problem } from "../../src/contracts/index.js";
import { highsMasterEngine } from "../../src/lp/highsMaster.js";
import { compileProblem } from "../../src/planning/compile.js";
import { cheapestPlan } from "../support/oracle.js";
import { randomPlan } from "../support/randomPlan.js";
import { hasShared, readShared, sharedPath } from "../support/shared.js";
import { randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

let lp: MasterEngine;
beforeAll(async () => {
  lp = await highsMasterEngine();
});

/** Ends by convergence, or after so many polls: no clock, so that every run is the same. */
function boundOf(problem: Problem, incumbent?: IncumbentCost, polls = Infinity): BoundResult {
  let left = polls;
  return createBound(compileProblem(problem).data, {
    lp,
    cancelled: () => (left -= 1) < 0,
    ...(incumbent === undefined ? {} : { incumbent }),
  });
}

describe("the bound on small problems with every feature", () => {
  it("leaves no plan below it, as the exact oracle finds", { timeout: 600_000 }, () => {
    for (let seed = 0; seed < 400; seed += 1) {
      // Larger coupled problems take the oracle minutes.
      const problem = randomProblem(seed, { maxVisits: 5, maxShifts: 3 });
      const { lowerBound } = boundOf(problem);
      expect(cheapestPlan(problem, lowerBound), `seed ${seed}, bound ${lowerBound}`).toBeNull();
    }
  });

  it("is raised by gaps, and still leaves no plan below it", { timeout: 600_000 }, () => {
    let raised = 0;
    let equal = 0;
    let all = 0;
    for (let seed = 5000; seed < 5150; seed += 1) {
      const problem = randomProblem(seed, {
        minVisits: 3,
        maxVisits: 5,
        maxShifts: 2,
        allowed: ["gaps", "crews", "severalWindows", "preferred", "overtime", "breaks", "cheapUnserved"],
        always: ["gaps", "preferred"],
      });
      const { links, ...loose } = problem;
      if (links === undefined) continue;
      const best = cheapestPlan(problem);
      const { lowerBound } = boundOf(problem);
      if (best === null) continue;
      expect(lowerBound, `seed ${seed}`).toBeLessThanOrEqual(best.cost);
      all += 1;
      if (lowerBound > boundOf(loose).lowerBound) raised += 1;
      if (lowerBound === best.cost) equal += 1;
    }
    expect(all).toBeGreaterThan(80);
    expect(raised / all).toBeGreaterThan(0.2);
    expect(equal / all).toBeGreaterThan(0.5);
  });

  it(
    "is the optimum on most problems with crews that start together, and never above it",
    { timeout: 600_000 },
    () => {
      let equal = 0;
      let all = 0;
      for (let seed = 7000; seed < 7200; seed += 1) {
        const problem = randomProblem(seed, {
          minVisits: 2,
          // Four coupled visits may take the oracle minutes.
          maxVisits: 3,
          maxShifts: 3,
          allowed: ["crews", "gaps", "people", "preferred", "severalWindows", "overtime", "cheapUnserved"],
          always: ["crews", "preferred", "people"],
        });
        const best = cheapestPlan(problem);
        if (best === null || !problem.visits.some(({ crewSize }) => (crewSize ?? 1) > 1)) continue;
        const { lowerBound } = boundOf(problem);
        expect(lowerBound, `seed ${seed}`).toBeLessThanOrEqual(best.cost);
        all += 1;
        if (lowerBound === best.cost) equal += 1;
      }
      expect(all).toBeGreaterThan(60);
      expect(equal / all).toBeGreaterThan(0.5);
    },
  );

  it(
    "is raised by visits for different nurses, and still leaves no plan below it",
    { timeout: 600_000 },
    () => {
      let raised = 0;
      let all = 0;
      for (let seed = 8000; seed < 8150; seed += 1) {
        const problem = randomProblem(seed, {
          minVisits: 2,
          maxVisits: 5,
          maxShifts: 2,
          allowed: ["nurseLinks", "preferred", "skills", "overtime", "useCost", "target", "breaks"],
          always: ["nurseLinks"],
        });
        const { links, ...loose } = problem;
        if (links?.some(({ kind }) => kind === "different-nurse") !== true) continue;
        const { lowerBound } = boundOf(problem);
        expect(cheapestPlan(problem, lowerBound), `seed ${seed}, bound ${lowerBound}`).toBeNull();
        all += 1;
        if (lowerBound > boundOf(loose).lowerBound) raised += 1;
      }
      expect(all).toBeGreaterThan(40);
      expect(raised / all).toBeGreaterThan(0.1);
    },
  );

  it("is the optimum on most problems without coupling", { timeout: 300_000 }, () => {
    let equal = 0;
    let all = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const problem = randomProblem(seed, {
        minVisits: 3,
        maxVisits: 6,
        maxShifts: 3,
        allowed: [
          "severalWindows",
          "preferred",
          "skills",
          "people",
          "overtime",
          "useCost",
          "target",
          "providers",
        ],
      });
      const best = cheapestPlan(problem);
      if (best === null) continue;
      const { lowerBound } = boundOf(problem);
      expect(lowerBound).toBeLessThanOrEqual(best.cost);
      all += 1;
      if (lowerBound === best.cost) equal += 1;
    }
    expect(equal / all).toBeGreaterThan(0.7);
  });

  it(
    "holds for the rest of every plan that leaves out as much, and when cut short",
    { timeout: 600_000 },
    () => {
      for (let seed = 1000; seed < 1120; seed += 1) {
        const problem = randomProblem(seed, { minVisits: 2 });
        const plans = valid(problem, seed);
        const incumbent = plans[seed % Math.max(1, plans.length)];
        const found = boundOf(problem, incumbent, seed % 3 === 0 ? seed % 40 : Infinity);
        for (const plan of plans) {
          expect(found.lowerBound, `seed ${seed}`).toBeLessThanOrEqual(plan.cost);
          if (plan.unserved < found.unservedAtLeast || plan.unservedCost > found.unservedCost) continue;
          expect(found.restLowerBound, `seed ${seed}`).toBeLessThanOrEqual(plan.cost - plan.unservedCost);
        }
        if (incumbent !== undefined && found.unservedProven) {
          for (const plan of plans) {
            if (plan.cost <= incumbent.cost)
              expect(plan.unserved).toBeGreaterThanOrEqual(found.unservedAtLeast);
          }
        }
      }
    },
  );
});

describe("the bound on shared days", () => {
  const days: readonly [string, IncumbentCost][] = [
    ["espoo-small", { cost: 560_784, unservedCost: 500_000, unserved: 5 }],
    ["liechtenstein-150-plain", { cost: 257_859, unservedCost: 200_000, unserved: 2 }],
    ["porto-240-plain", { cost: 68_970, unservedCost: 0, unserved: 0 }],
  ];
  it.each(days)("%s: at most the best known cost, cut short", { timeout: 300_000 }, (name, best) => {
    if (!hasShared("data", "days", `${name}.json.gz`)) return;
    const problem = readShared("data", "days", `${name}.json.gz`) as Problem;
    const found = boundOf(problem, best, 150);
    expect(found.lowerBound).toBeLessThanOrEqual(best.cost);
    expect(found.restLowerBound).toBeLessThanOrEqual(best.cost - best.unservedCost);
    // The instant bound at least: a positive number.
    expect(found.lowerBound).toBeGreaterThan(0.05 * (best.cost - best.unservedCost));
  });
});

describe("the bound on published home-care instances", () => {
  // By the table of the set, these are optima; its costs have three decimals.
  const optima: readonly [string, number][] = [
    ["A1", 218.199],
    ["A3", 305.858],
    ["A5", 189.543],
  ];
  it.each(optima)("%s: at most the optimum, and not far from it", { timeout: 300_000 }, (name, best) => {
    if (!hasShared("data", "hhcrsp", "mankowska", `${name}.json.gz`)) return;
    const { data, scale } = convertHhcrsp(
      readHhcrsp(sharedPath("data", "hhcrsp", "mankowska", `${name}.json.gz`)),
    );
    const { lowerBound } = createBound(data, { lp });
    expect(lowerBound / scale / 3).toBeLessThan(best + 0.001);
    expect(lowerBound / scale / 3).toBeGreaterThan(0.85 * best);
  });
});

/** Costs of valid random plans; none may be. */
function valid(problem: Problem, seed: number): IncumbentCost[] {
  const found: IncumbentCost[] = [];
  for (let number = 0; number < 30; number += 1) {
    const plan = randomPlan(problem, seededSource(seed * 100 + number), {
      unservedPercent: [0, 10, 40][number % 3]!,
      buyPercent: [60, 0, 100][number % 3]!,
    });
    const verdict = checkPlan(problem, plan);
    if (!verdict.valid) continue;
    found.push({
      cost: verdict.cost.total,
      unservedCost: (problem.weights?.unserved ?? 1) * verdict.cost.parts.unserved,
      unserved: plan.unserved.length,
    });
  }
  return found;
}
