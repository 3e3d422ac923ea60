/** A helper thread changes nothing but the time. */
import { expect, it } from "vitest";
import { type BoundResult, createBound } from "../../solver/columns/index.js";
import { PricingHelperThread } from "../../src/jobs/pricingTeam.js";
import { highsMasterEngine } from "../../src/lp/highsMaster.js";
import { compileProblem } from "../../src/planning/compile.js";
import { randomProblem } from "../support/smallProblem.js";

it("two threads prove what one proves", { timeout: 60_000 }, async () => {
  const lp = await highsMasterEngine();
  let helped = 0;
  for (let seed = 3; seed < 9; seed += 1) {
    const { data } = compileProblem(randomProblem(seed, { minVisits: 6, maxVisits: 8, maxShifts: 4 }));
    const alone: BoundResult = createBound(data, { lp });
    const helper = new PricingHelperThread(data);
    await helper.started;
    const together = createBound(data, { lp, team: (pricing) => helper.team(pricing) });
    helped += helper.answered;
    helper.end();
    expect(together, `seed ${seed}`).toEqual(alone);
  }
  expect(helped).toBeGreaterThan(0);
});
