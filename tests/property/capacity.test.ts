/** A shortage is claimed only where no plan serves all: held against plans that do, and against starved days. */
import { describe, expect, it } from "vitest";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { createLpEngine } from "../../src/lp/index.js";
import { capacityOf } from "../../src/planning/capacity/index.js";
import { solveDay } from "../../src/planning/solveDay.js";
import { randomProblem } from "../support/smallProblem.js";

const ALLOWED = [
  "severalWindows",
  "preferred",
  "skills",
  "people",
  "overtime",
  "remote",
  "modes",
  "breaks",
  "gaps",
  "crews",
  "providers",
] as const;

const SEEDS = Array.from({ length: 60 }, (_, index) => 4100 + index);

function planOf(problem: Problem): Plan {
  return solveDay(problem, { seed: 1, iterations: 300 }, { lp: createLpEngine() }).plan;
}

/** The problem made as tight as the plan allows: windows shrunk to the starts that it has. */
function tightened(problem: Problem, plan: Plan): Problem {
  const starts = new Map(
    plan.routes.flatMap((route) =>
      route.stops.flatMap((stop) => (stop.kind === "visit" ? [[stop.visitId, stop.start] as const] : [])),
    ),
  );
  return {
    ...problem,
    visits: problem.visits.map((visit) => {
      const start = starts.get(visit.id);
      return start === undefined ? visit : { ...visit, windows: [{ from: start, to: start }] };
    }),
  };
}

describe("capacity", () => {
  it("claims no shortage where a plan serves all, be the windows as tight as its starts", () => {
    let served = 0;
    for (const seed of SEEDS) {
      const problem = randomProblem(seed, { allowed: ALLOWED, minVisits: 2, maxVisits: 7 });
      const plan = planOf(problem);
      if (plan.unserved.length > 0) continue;
      served++;
      expect([seed, capacityOf(problem).shortages]).toEqual([seed, []]);
      expect([seed, capacityOf(tightened(problem, plan)).shortages]).toEqual([seed, []]);
    }
    // Otherwise the test would look at nothing.
    expect(served).toBeGreaterThan(15);
  });

  it("claims one where the very plan's nurses are too few at its very times", () => {
    let claimed = 0;
    for (const seed of SEEDS) {
      const problem = randomProblem(seed, { allowed: ["skills"], minVisits: 2, maxVisits: 5 });
      const plan = planOf(problem);
      if (plan.unserved.length > 0 || plan.routes.length === 0) continue;
      const nobody: Problem = { ...tightened(problem, plan), shifts: [] };
      const { shortages } = capacityOf(nobody);
      expect([seed, shortages.length > 0]).toEqual([seed, true]);
      for (const shortage of shortages) expect(shortage.supplyMinutes).toBeLessThan(shortage.needMinutes);
      claimed++;
    }
    expect(claimed).toBeGreaterThan(10);
  });
});
