/** The search of coupled services: plans that the checker passes, least cost, same plan for the same seed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveDay } from "../../src/planning/solveDay.js";
import { type Exchange, type ProblemData, solve } from "../../solver/index.js";
import { Model } from "../../solver/model/model.js";
import { arbitraryCoupled, arbitraryCoupledDay } from "../support/coupledProblem.js";
import { scratchPlan, type Sequences } from "../support/coupledScratch.js";

/** Least cost over all subsets, splits and orders of the visits. */
function leastCost(data: ProblemData): number {
  const model = new Model(data);
  const routes: number[][] = data.shifts.map(() => []);
  let best = Infinity;
  const place = (v: number): void => {
    if (v === data.visits.length) {
      const scratch = scratchPlan(data, routes as Sequences);
      if (scratch !== null) best = Math.min(best, scratch.cost);
      return;
    }
    place(v + 1);
    for (const s of model.candidates[v]!) {
      const barred = model.nurseLinks.some((link) => {
        const other = link.a === v ? link.b : link.b === v ? link.a : -1;
        return routes.some(
          (order, r) => order.includes(other) && data.shifts[r]!.nurse === data.shifts[s]!.nurse,
        );
      });
      if (barred) continue;
      for (let at = 0; at <= routes[s]!.length; at++) {
        routes[s]!.splice(at, 0, v);
        place(v + 1);
        routes[s]!.splice(at, 1);
      }
    }
  };
  place(0);
  return best;
}

describe("search of coupled services", () => {
  it("makes plans that the checker passes, at the cost that it counts", () => {
    fc.assert(
      fc.property(arbitraryCoupledDay(), fc.nat(1000), (problem, seed) => {
        const { verdict } = solveDay(problem, { seed, iterations: 60 }, {});
        expect(verdict.valid).toBe(true);
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  it("finds the least cost of small problems, never less", () => {
    fc.assert(
      fc.property(arbitraryCoupled({ maxVisits: 4, maxShifts: 3 }), fc.nat(1000), (data, seed) => {
        const result = solve(data, { seed, iterations: 400 });
        if (result.kind !== "solved") throw new Error(result.kind);
        expect(result.cost).toBe(leastCost(data));
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("gives the same plan for the same seed and iterations, and keeps a good start", () => {
    fc.assert(
      fc.property(arbitraryCoupled(), fc.nat(1000), (data, seed) => {
        const one = solve(data, { seed, iterations: 80 });
        const two = solve(data, { seed, iterations: 80, seconds: 1e-9, clock: () => 0 });
        expect(two).toEqual(one);
        if (one.kind !== "solved") throw new Error(one.kind);
        const again = solve(data, { seed: seed + 1, iterations: 0, start: one.solution });
        if (again.kind !== "solved") throw new Error(again.kind);
        expect(again.cost).toBeLessThanOrEqual(one.cost);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it("goes on from a better plan that another thread brings to a meeting", () => {
    fc.assert(
      fc.property(arbitraryCoupled(), fc.nat(1000), (data, seed) => {
        let brought: { cost: number; plan: Float64Array } | undefined;
        const one = solve(data, {
          seed,
          iterations: 120,
          exchange: {
            thread: 0,
            gather(_, cost, plan) {
              brought = { cost, plan: plan.slice() };
              return [brought];
            },
          },
        });
        if (one.kind !== "solved" || brought === undefined) throw new Error(one.kind);
        const { cost, plan } = brought;
        const exchange: Exchange = {
          thread: 0,
          gather: (_, own, mine) => [
            { cost: own, plan: mine },
            { cost, plan },
          ],
        };
        const two = solve(data, { seed: seed + 1, iterations: 12, exchange });
        if (two.kind !== "solved") throw new Error(two.kind);
        expect(two.cost).toBeLessThanOrEqual(Math.round(cost));
      }),
      { seed: 6, numRuns: 40 },
    );
  });
});
