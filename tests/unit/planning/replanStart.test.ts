/** What of a published plan the rest of a day starts from, and what happens where that leads nowhere. */
import { describe, expect, it } from "vitest";
import { parseProblem, type Plan, type Problem } from "../../../src/contracts/index.js";
import { epochSeconds } from "../../../src/domain/instant.js";
import { type DaySolver, replanProblem, replanStart, solveRest } from "../../../src/planning/life/index.js";
import { solveDay } from "../../../src/planning/solveDay.js";
import { officeDay } from "../../api/support/life.js";

/** Two nurses, and a visit that takes both. */
function day(): Problem {
  const whole = officeDay();
  return {
    ...whole,
    shifts: whole.shifts.filter(({ id }) => id !== "c"),
    visits: whole.visits.map((visit) => (visit.id === "v2" ? { ...visit, crewSize: 2 } : visit)),
  };
}

function read(problem: Problem): Problem {
  const parsed = parseProblem(problem);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.problem;
}

const base = read(day());
const { plan } = solveDay(base, { seed: 1, iterations: 40 });
const crewStart = plan.routes
  .flatMap(({ stops }) => stops)
  .find((stop) => stop.kind === "visit" && stop.visitId === "v2")!.start;
const rest = (shiftId: string): Problem =>
  read(replanProblem({ problem: base, plan }, { now: crewStart, events: [{ kind: "absence", shiftId }] }));
const visitsOf = (of: Plan, shiftId: string): string[] =>
  of.routes
    .filter((route) => route.shiftId === shiftId)
    .flatMap(({ stops }) => stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : [])));

describe("the start of a re-plan", () => {
  it("keeps what has begun on the round of who is away, and nothing that she can no more do", () => {
    for (const shiftId of ["a", "b"]) {
      const problem = rest(shiftId);
      const shift = problem.shifts.find(({ id }) => id === shiftId)!;
      const start = replanStart(problem, plan);
      const begun = problem.visits
        .filter(({ pin }) => pin?.begun === true && pin.shiftIds?.includes(shiftId) === true)
        .map(({ id }) => id);
      expect(begun).toContain("v2");
      expect(visitsOf(start, shiftId).toSorted()).toEqual(begun.toSorted());
      expect(visitsOf(plan, shiftId).length).toBeGreaterThan(begun.length);
      const route = start.routes.find((one) => one.shiftId === shiftId)!;
      expect(epochSeconds(route.return)).toBeLessThanOrEqual(epochSeconds(shift.to));
      const other = shiftId === "a" ? "b" : "a";
      expect(visitsOf(start, other)).toEqual(visitsOf(plan, other));
      expect(solveDay(problem, { seed: 1, iterations: 10, start }).verdict.valid).toBe(true);
    }
  });

  it("is the plan itself where nothing has changed", () => {
    expect(replanStart(base, plan)).toEqual(plan);
  });

  it("need not be cut down: the optimiser keeps what has begun of a round that no longer fits", async () => {
    for (const shiftId of ["a", "b"]) {
      const problem = rest(shiftId);
      expect(solveDay(problem, { seed: 1, iterations: 0, start: plan }).verdict.valid).toBe(true);
    }
    const asked: (Plan | null)[] = [];
    const solver: DaySolver = {
      solve(_problem, { start }) {
        asked.push(start);
        return Promise.resolve({
          ok: false,
          error: { code: "pins-conflict", message: "no", todo: "nothing" },
        });
      },
    };
    await solveRest(solver, base, { seed: 1, iterations: 1, seconds: null }, plan);
    expect(asked).toEqual([plan]);
  });
});
