/** How runs of the search of coupled services are shared out, and that coolings anew change nothing that holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveDay } from "../../src/planning/solveDay.js";
import { solve } from "../../solver/index.js";
import { Rounds } from "../../solver/search/coupled/rounds.js";
import { COUPLED_TUNING } from "../../solver/search/coupled/tuning.js";
import { arbitraryCoupled, arbitraryCoupledDay } from "../support/coupledProblem.js";

const { leastRound, bestFrom, learnShare, roundSteps } = COUPLED_TUNING;

/** What is begun in a run of `steps`, with the step and where the cooling stands then. */
function follow(steps: number, visits: number, iterations: number | null) {
  const rounds = new Rounds(COUPLED_TUNING, visits, 0, iterations);
  const begun: { what: string; step: number; cooled: number; meets: boolean }[] = [];
  const cooled: number[] = [];
  let warmer = 0;
  for (let step = 0; step < steps; step++) {
    const what = rounds.update(step / steps, step);
    if (what !== null) begun.push({ what, step, cooled: rounds.cooled, meets: rounds.meets });
    else if (rounds.cooled < (cooled.at(-1) ?? 0)) warmer++;
    cooled.push(rounds.cooled);
  }
  expect(warmer).toBe(0);
  return { begun, cooled };
}

describe("rounds of a run", () => {
  it("are one cooling where a run is short for the size of the problem", () => {
    const { begun, cooled } = follow(leastRound, 100, leastRound);
    expect(begun).toEqual([]);
    expect(cooled[0]).toBe(0);
    expect(cooled.at(-1)).toBeCloseTo(1, 2);
  });

  it("are several coolings from new plans, then one from the best, where it is long", () => {
    const steps = 10 * leastRound;
    const { begun, cooled } = follow(steps, 5, steps);
    expect(begun.map(({ what }) => what)).toEqual([...Array.from({ length: 8 }, () => "anew"), "best"]);
    expect(begun.slice(0, -1).every((one) => one.cooled < 0.01 && !one.meets)).toBe(true);
    expect(begun.at(-1)!.cooled).toBeCloseTo(bestFrom, 2);
    expect(begun.at(-1)!.meets).toBe(true);
    expect(cooled.every((x) => x >= 0 && x <= 1)).toBe(true);
    expect(cooled.at(-1)).toBeCloseTo(1, 2);
  });

  it("are foreseen from the pace of the run where the clock ends it", () => {
    const steps = 10 * leastRound;
    const { begun } = follow(steps, 5, null);
    expect(begun.map(({ what }) => what)).toEqual([...Array.from({ length: 8 }, () => "anew"), "best"]);
    expect(begun[0]!.step).toBeGreaterThan(learnShare * steps);
  });

  it("of one cooling take the other threads' plans, but late where others have several", () => {
    const visits = 100;
    const short = Math.min(...roundSteps) * visits ** 3;
    const takes = (steps: number, progress: number): boolean => {
      const rounds = new Rounds(COUPLED_TUNING, visits, 0, steps);
      expect(rounds.update(progress, progress * steps)).toBeNull();
      return rounds.meets;
    };
    expect([0, 0.5, 1].map((progress) => takes(short, progress))).toEqual([true, true, true]);
    expect([0, 0.5, 0.84, 0.86].map((progress) => takes(2.6 * short, progress))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it("leave a plan that the checker passes, the same every time, and not dearer than before them", () => {
    const iterations = 4 * leastRound;
    fc.assert(
      fc.property(arbitraryCoupledDay(), fc.nat(1000), (problem, seed) => {
        expect(solveDay(problem, { seed, iterations }, {}).verdict.valid).toBe(true);
      }),
      { seed: 7, numRuns: 5 },
    );
    fc.assert(
      fc.property(arbitraryCoupled(), fc.nat(1000), (data, seed) => {
        const costs: number[] = [];
        const run = () => solve(data, { seed, iterations, onProgress: (p) => costs.push(p.bestCost) });
        const one = run();
        expect(costs).toEqual(costs.toSorted((a, b) => b - a));
        expect(run()).toEqual(one);
      }),
      { seed: 8, numRuns: 5 },
    );
  });
});
