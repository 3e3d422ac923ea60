/** The smallest sets of pins that cannot hold agree with brute force, and no conflict is told where there is a plan. */
import { describe, expect, it } from "vitest";
import { PinsConflict } from "../../src/planning/errors.js";
import { solveDay } from "../../src/planning/solveDay.js";
import { randomPlan } from "../support/randomPlan.js";
import { pinHarshly, pinsHold } from "../support/harshPins.js";
import { FEATURES, randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

describe("pins that cannot all hold", () => {
  it("are named in smallest sets, as brute force finds them", { timeout: 300_000 }, () => {
    const sizes = new Map<number, number>();
    let held = 0;
    let unproved = 0;
    let notSmallest = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const problem = randomProblem(seed, { maxVisits: 3, maxShifts: 2, allowed: FEATURES });
      delete problem.limits?.changedClients;
      pinHarshly(problem, seededSource(seed));
      const pinned = problem.visits.flatMap(({ id, pin }) => (pin === undefined ? [] : [id]));
      const possible = pinsHold(problem, pinned);
      let conflict: PinsConflict | null = null;
      try {
        expect(solveDay(problem, { seed: 1, iterations: 30 }).verdict.valid).toBe(true);
      } catch (error) {
        if (!(error instanceof PinsConflict)) throw error;
        conflict = error;
      }
      expect(conflict === null, `${seed}: ${conflict?.message}`).toBe(possible);
      if (conflict === null) {
        held += 1;
        // A start that pays no heed to the pins must not lose them.
        const free = structuredClone(problem);
        for (const visit of free.visits) delete visit.pin;
        const start = randomPlan(free, seededSource(seed), { unservedPercent: 10 });
        const again = solveDay(problem, { seed: 1, iterations: 0, start });
        expect(again.verdict.valid).toBe(true);
        continue;
      }
      if (conflict.message.includes("not proved")) {
        unproved += 1;
        continue;
      }
      for (const { visitIds, text, smallest } of conflict.sets) {
        sizes.set(visitIds.length, (sizes.get(visitIds.length) ?? 0) + 1);
        expect(pinsHold(problem, visitIds), `${seed}: ${text}`).toBe(false);
        if (!smallest) notSmallest += 1;
        if (visitIds.length === 1 || !smallest) continue;
        for (const id of visitIds) {
          const others = visitIds.filter((other) => other !== id);
          expect(pinsHold(problem, others), `${seed}: ${text}, without ${id}`).toBe(true);
        }
      }
    }
    expect(held).toBeGreaterThan(10);
    expect(sizes.get(1)).toBeGreaterThan(10);
    expect(sizes.get(2)).toBeGreaterThan(5);
    expect(unproved).toBeLessThan(6);
    expect(notSmallest).toBeLessThan(5);
  });
});
