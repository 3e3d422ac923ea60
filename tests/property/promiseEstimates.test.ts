/** An estimated price is there to be had: without the promise some plan is cheaper by so much. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import { Estimator } from "../../src/planning/study/promises/price.js";
import { promisesOf } from "../../src/planning/study/index.js";
import { cheapestPlan } from "../support/oracle.js";
import { randomPlan } from "../support/randomPlan.js";
import { randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

describe("estimated prices of promises", () => {
  it("are never more than the exact optimum without the promise allows", { timeout: 300_000 }, () => {
    let above = 0;
    for (let seed = 0; seed < 60; seed++) {
      const problem = randomProblem(seed, { maxVisits: 4, maxShifts: 3 });
      const before = JSON.stringify(problem);
      const plan = randomPlan(problem, seededSource(seed), {});
      if (!checkPlan(problem, plan).valid) continue;
      const estimator = new Estimator(problem, plan);
      const { total } = checkPlan(problem, plan).cost;
      for (const promise of promisesOf(problem)) {
        const points = estimator.estimate(promise);
        if (points === null || points === 0) continue;
        above++;
        // What the plan costs with its times at their best is no more than its cost.
        const best = cheapestPlan(promise.without(problem), total - points + 1);
        expect(best, `seed ${seed}, ${promise.kind} ${JSON.stringify(promise.of)}: ${points}`).not.toBeNull();
      }
      expect(JSON.stringify(problem)).toBe(before);
    }
    expect(above).toBeGreaterThan(40);
  });
});
