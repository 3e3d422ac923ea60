/** Every plan is checked, the largest days too. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import type { Problem } from "../../src/contracts/index.js";
import { randomPlan } from "../support/randomPlan.js";
import { hasShared, readShared } from "../support/shared.js";
import { seededSource } from "../support/source.js";

const DAY = ["data", "days", "porto-960.json.gz"];

describe.skipIf(!hasShared(...DAY))("the checker's speed", () => {
  it("judges 960 visits in under 50 ms", () => {
    const problem = readShared(...DAY) as Problem;
    const plan = randomPlan(problem, seededSource(1), { unservedPercent: 0 });
    expect(plan.unserved.length).toBeLessThan(500);
    // The best of ten tells the program's speed; the others tell what else the machine does.
    const milliseconds = Array.from({ length: 10 }, () => {
      const before = performance.now();
      checkPlan(problem, plan);
      return performance.now() - before;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(50);
  });
});
