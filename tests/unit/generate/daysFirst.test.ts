/** Several dates taken apart by date, planned one by one, and joined as a start for all of them. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../src/checker/index.js";
import type { Plan, Problem } from "../../../src/contracts/index.js";
import type { ParallelOptions, ParallelResult } from "../../../src/jobs/index.js";
import { solveDaysFirst } from "../../../src/jobs/solveDaysFirst.js";
import type { ProblemInput } from "../../../src/jobs/protocol.js";
import { createLpEngine } from "../../../src/lp/index.js";
import { solveDay } from "../../../src/planning/solveDay.js";
import { dayProblems, joinPlans } from "../../../src/planning/week/index.js";

const PLACES = ["office", "h1", "h2"];

/** Two nurses on three days; a visit each day, and one of any two days. */
function threeDays(): Problem {
  const table = PLACES.map((_, row) => PLACES.map((__, column) => (row === column ? 0 : 600)));
  const days = ["2026-11-23", "2026-11-24", "2026-11-25"];
  const window = (date: string) => ({ from: `${date}T08:00:00+02:00`, to: `${date}T11:00:00+02:00` });
  return {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places: PLACES.map((id, at) => ({ id, lat: 60 + at / 100, lon: 25 })),
    travel: { modes: { walk: { durations: table } } },
    visitTypes: [{ id: "basic" }],
    clients: [
      { id: "c1", placeId: "h1" },
      { id: "c2", placeId: "h2" },
    ],
    visits: [
      ...days.map((date) => ({
        id: `d-${date}`,
        clientId: "c1",
        typeId: "basic",
        minutes: 30,
        windows: [window(date)],
      })),
      ...["any1", "any2"].map((id) => ({
        id,
        clientId: "c2",
        typeId: "basic",
        minutes: 30,
        windows: days.map(window),
      })),
    ],
    links: [{ kind: "gap", first: "any1", second: "any2", minMinutes: 241 }],
    nurses: [{ id: "n1" }],
    shifts: days.map((date) => ({
      id: `s-${date}`,
      nurseId: "n1",
      from: `${date}T07:00:00+02:00`,
      to: `${date}T15:00:00+02:00`,
      startPlaceId: "office",
      endPlaceId: "office",
      mode: "walk",
    })),
  };
}

function solveHere(problem: Problem, iterations: number, start: Plan | null = null): Plan {
  return solveDay(problem, { seed: 1, iterations, start }, { lp: createLpEngine() }).plan;
}

describe("dates planned one by one, then together", () => {
  it("each have their shifts and visits, movable ones on different dates", () => {
    const days = dayProblems(threeDays())!;
    expect(days.map(({ shifts }) => shifts.length)).toEqual([1, 1, 1]);
    const ids = days.flatMap(({ visits }) => visits.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(
      threeDays()
        .visits.map(({ id }) => id)
        .toSorted(),
    );
    const first = days.findIndex(({ visits }) => visits.some(({ id }) => id === "any1"));
    const second = days.findIndex(({ visits }) => visits.some(({ id }) => id === "any2"));
    expect(second).toBeGreaterThan(first);
    for (const day of days) for (const { windows } of day.visits) expect(windows).toHaveLength(1);
  });

  it("join to a valid plan of all of them", () => {
    const problem = threeDays();
    const plan = joinPlans(dayProblems(problem)!.map((day) => solveHere(day, 50)));
    expect(checkPlan(problem, plan)).toMatchObject({ valid: true, facts: { unserved: 0 } });
  });

  it("are the start of the search over all of them, within the same limits", async () => {
    const calls: { visits: number; iterations: number | null; seconds: number | null; start: boolean }[] = [];
    const solve = async (input: ProblemInput, options: ParallelOptions): Promise<ParallelResult> => {
      if (!("problem" in input)) throw new Error("the problem comes as it is");
      const { problem } = input;
      const { iterations = null, seconds = null, start = null } = options;
      calls.push({ visits: problem.visits.length, iterations, seconds, start: start !== null });
      const plan = solveHere(problem, 40, start);
      return { plan: JSON.stringify(plan), iterations: 40 } as ParallelResult;
    };
    const problem = threeDays();
    const { plan } = await solveDaysFirst(solve, { problem }, { seed: 1, iterations: 600, seconds: 60 });
    expect(checkPlan(problem, JSON.parse(plan) as Plan)).toMatchObject({
      valid: true,
      facts: { unserved: 0 },
    });
    expect(calls.map(({ iterations, seconds }) => [iterations, seconds])).toEqual([
      [100, 10],
      [100, 10],
      [100, 10],
      [300, 30],
    ]);
    expect(calls.map(({ start }) => start)).toEqual([false, false, false, true]);
    expect(calls.at(-1)!.visits).toBe(5);
  });

  it("are not taken apart where there is one date, or where pins or limits bind them", () => {
    const problem = threeDays();
    expect(dayProblems({ ...problem, shifts: problem.shifts.slice(0, 1) })).toBeNull();
    expect(dayProblems({ ...problem, limits: { changedClients: 1 } })).toBeNull();
    const [visit, ...others] = problem.visits;
    const pinned = { ...visit!, pin: { shiftId: problem.shifts[0]!.id } };
    expect(dayProblems({ ...problem, visits: [pinned, ...others] })).toBeNull();
  });
});
