/** Two plans compared: totals add up exactly, and the other way round only signs change. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import { comparePlans } from "../../src/planning/explain/compare.js";
import { randomPlan } from "../support/randomPlan.js";
import { FEATURES, randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const sum = (list: readonly { readonly difference: number }[]): number =>
  list.reduce((total, { difference }) => total + difference, 0);

describe("comparing two plans", () => {
  it("adds up by part, and by nurse, visit and the whole; and is symmetrical", () => {
    let different = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const problem = randomProblem(seed, { allowed: FEATURES });
      const [one, two] = [1, 2].map((n) =>
        randomPlan(problem, seededSource(seed * 7 + n), { unservedPercent: 15 * n }),
      );
      const there = comparePlans(problem, one!, two!, "en");
      const back = comparePlans(problem, two!, one!, "en");
      const costs = [one!, two!].map((plan) => checkPlan(problem, plan).cost.total);
      expect(there.difference, `seed ${seed}`).toBe(costs[1]! - costs[0]!);
      expect(sum(there.parts), `seed ${seed}`).toBe(there.difference);
      const owners = [...there.nurses, ...there.visits].map(({ cost }) => cost);
      expect(sum([...owners, there.whole]), `seed ${seed}`).toBe(there.difference);
      expect(back.difference).toBe(0 - there.difference);
      expect(back.visits.map(({ visitId }) => visitId)).toEqual(there.visits.map(({ visitId }) => visitId));
      for (const [i, visit] of there.visits.entries()) {
        const other = back.visits[i]!;
        expect([other.a, other.b, other.change]).toEqual([visit.b, visit.a, visit.change]);
      }
      for (const [i, nurse] of there.nurses.entries()) {
        const other = back.nurses[i]!;
        expect([other.onlyA, other.onlyB]).toEqual([nurse.onlyB, nurse.onlyA]);
        expect([other.cost.a, other.cost.b]).toEqual([nurse.cost.b, nurse.cost.a]);
      }
      if (there.visits.length > 0) different += 1;
      const same = comparePlans(problem, one!, one!, "fi");
      expect([same.difference, same.visits, same.nurses]).toEqual([0, [], []]);
    }
    expect(different).toBeGreaterThan(200);
  });
});
