import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/contracts/index.js";
import { createLpEngine } from "../../src/lp/index.js";
import { solveDay } from "../../src/planning/solveDay.js";
import { randomProblem } from "../support/smallProblem.js";

const ALLOWED = [
  "severalWindows",
  "preferred",
  "skills",
  "people",
  "overtime",
  "useCost",
  "remote",
  "modes",
  "breaks",
  "gaps",
  "crews",
  "weights",
  "providers",
] as const;

const SEEDS = Array.from({ length: 25 }, (_, i) => 100 + i);

function solved(problem: Problem, seed = 1) {
  return solveDay(problem, { seed, iterations: 1200 }, { lp: createLpEngine() });
}

const day = (seed: number): Problem => randomProblem(seed, { allowed: ALLOWED, minVisits: 2, maxVisits: 4 });

/** Every text value that is an instant, moved by whole weeks; the offset stays. */
function shifted(problem: Problem, weeks: number): Problem {
  const move = (text: string): string => {
    const [local, offset] = [text.slice(0, 19), text.slice(19)];
    const moved = new Date(Date.parse(`${local}Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 19);
    return moved + offset;
  };
  return JSON.parse(JSON.stringify(problem), (_, value: unknown) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) ? move(value) : value,
  ) as Problem;
}

/** Another name for every visit, wherever it is named. */
function renamed(problem: Problem): Problem {
  const names = new Map(problem.visits.map(({ id }, i) => [id, `visit ${problem.visits.length - i}`]));
  const copy = structuredClone(problem) as {
    visits: { id: string }[];
    links?: Record<string, unknown>[];
  };
  for (const visit of copy.visits) visit.id = names.get(visit.id)!;
  for (const link of copy.links ?? [])
    for (const key of ["first", "second"])
      if (typeof link[key] === "string") link[key] = names.get(link[key]);
  return copy as unknown as Problem;
}

describe("laws of the optimum on small days", () => {
  it("other names cost the same", () => {
    for (const seed of SEEDS) {
      const problem = day(seed);
      expect([seed, solved(renamed(problem)).verdict.cost]).toEqual([seed, solved(problem).verdict.cost]);
    }
  });

  it("a day a week later has the same plan a week later", () => {
    for (const seed of SEEDS) {
      const problem = day(seed);
      const now = solved(problem).plan.routes.map(({ shiftId, stops }) => [shiftId, stops.length]);
      const then = solved(shifted(problem, 1));
      expect([seed, then.plan.routes.map(({ shiftId, stops }) => [shiftId, stops.length])]).toEqual([
        seed,
        now,
      ]);
      expect(then.verdict.cost).toEqual(solved(problem).verdict.cost);
    }
  });

  it("the order of visits and shifts does not change the least cost", () => {
    for (const seed of SEEDS) {
      const problem = day(seed);
      const turned = {
        ...problem,
        visits: problem.visits.toReversed(),
        shifts: problem.shifts.toReversed(),
      } as Problem;
      expect([seed, solved(turned).verdict.cost.total]).toEqual([seed, solved(problem).verdict.cost.total]);
    }
  });

  it("one nurse more never costs more", () => {
    for (const seed of SEEDS) {
      const problem = day(seed);
      const nurse = { ...problem.nurses[0]!, id: "one more" };
      const shift = { ...problem.shifts[0]!, id: "one more", nurseId: "one more" };
      const more = {
        ...problem,
        nurses: [...problem.nurses, nurse],
        shifts: [...problem.shifts, shift],
      } as Problem;
      expect(solved(more).verdict.cost.total, `seed ${seed}`).toBeLessThanOrEqual(
        solved(problem).verdict.cost.total,
      );
    }
  });

  it("the same seed gives the same plan, whatever the clock says", () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const problem = day(seed);
      let ticks = 0;
      const clocked = solveDay(
        problem,
        { seed: 3, iterations: 300 },
        { lp: createLpEngine(), clock: () => (ticks += 0.01) },
      );
      const plain = solveDay(problem, { seed: 3, iterations: 300 }, { lp: createLpEngine() });
      expect(clocked.plan).toEqual(plain.plan);
    }
  });
});
