/** Several dates planned together: visits whose day is free to choose, and what is the same as of single dates. */
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/contracts/index.js";
import type { StandingRecords } from "../../../src/contracts/standing/index.js";
import { createLpEngine } from "../../../src/lp/index.js";
import {
  generateProblem,
  type GenerateWish,
  type StandingData,
} from "../../../src/planning/generate/index.js";
import { solveDay } from "../../../src/planning/solveDay.js";
import { smallStanding } from "../../api/support/standing.js";

type Requirement = StandingRecords["requirements"];

const WISH: GenerateWish = {
  timeZone: "Europe/Helsinki",
  from: "2026-11-23",
  to: "2026-11-25",
  areas: null,
  acceptOverdue: [],
  remote: "where-allowed",
};

function movable(more: Partial<Requirement> = {}): Requirement {
  return {
    id: "m",
    decisionId: "d-c1",
    validFrom: "2026-01-01",
    typeId: "basic",
    minutes: 40,
    rhythm: { kind: "any-days", daysAWeek: 3, weekdays: ["MO", "TU", "WE"] },
    windows: [{ from: "08:00", to: "12:00" }],
    ...more,
  };
}

function week(requirement: Requirement, wish: Partial<GenerateWish> = {}, more: Partial<StandingData> = {}) {
  return generateProblem(
    smallStanding(() => ({ requirements: [requirement], ...more })),
    { ...WISH, ...wish },
  );
}

/** Ten minutes from anywhere to anywhere. */
function withTravel(problem: Problem): Problem {
  const table = problem.places.map((_, row) =>
    problem.places.map((__, column) => (row === column ? 0 : 600)),
  );
  const modes = Object.fromEntries(
    Object.keys(problem.travel.modes).map((mode) => [mode, { durations: table }]),
  );
  return { ...problem, travel: { modes } };
}

function startsOf(problem: Problem): string[] {
  const { plan } = solveDay(withTravel(problem), { seed: 1, iterations: 2000 }, { lp: createLpEngine() });
  expect(plan.unserved).toEqual([]);
  return plan.routes
    .flatMap((route) => route.stops.flatMap((stop) => (stop.kind === "visit" ? [stop.start] : [])))
    .toSorted();
}

describe("visits whose day is free to choose", () => {
  it("have a window on every open day and come on different days", () => {
    const { problem, origins } = week(movable());
    expect(problem!.visits.map(({ id }) => id)).toEqual([
      "m:2026-11-23:any1",
      "m:2026-11-23:any2",
      "m:2026-11-23:any3",
    ]);
    for (const visit of problem!.visits) {
      expect(visit.windows.map(({ from }) => from.slice(0, 10))).toEqual([
        "2026-11-23",
        "2026-11-24",
        "2026-11-25",
      ]);
    }
    expect(origins.every(({ date }) => date === null)).toBe(true);
    expect(startsOf(problem!).map((start) => start.slice(0, 10))).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
    ]);
  });

  it("let the planner choose the day: with one nurse on two days, two visits come on these", () => {
    const shifts = smallStanding().shifts.filter(
      ({ nurseId, date }) => nurseId === "aino" && date !== "2026-11-24",
    );
    const requirement = movable({ rhythm: { kind: "any-days", daysAWeek: 2, weekdays: ["MO", "TU", "WE"] } });
    const { problem } = week(requirement, {}, { shifts });
    expect(startsOf(problem!).map((start) => start.slice(0, 10))).toEqual(["2026-11-23", "2026-11-25"]);
  });

  it("come n times on one day where they are n times a day", () => {
    const { problem } = week(
      movable({
        rhythm: { kind: "any-days", daysAWeek: 2, weekdays: ["MO", "TU", "WE"], timesADay: 2 },
        windows: [
          { from: "08:00", to: "09:00" },
          { from: "12:00", to: "13:00" },
        ],
      }),
    );
    const dates = startsOf(problem!).map((start) => start.slice(0, 10));
    expect(dates).toHaveLength(4);
    expect(new Set(dates).size).toBe(2);
    expect([dates[0], dates[2]]).toEqual([dates[1], dates[3]]);
  });

  it("leave out days on which the client is away, and are as many as of single dates", () => {
    const away = { "away-periods": [{ id: "a", clientId: "c1", from: "2026-11-24", to: "2026-11-24" }] };
    const two = movable({ rhythm: { kind: "any-days", daysAWeek: 2, weekdays: ["MO", "TU", "WE"] } });
    const { problem } = week(two, {}, away);
    expect(problem!.visits[0]!.windows.map(({ from }) => from.slice(8, 10))).toEqual(["23", "25"]);
    for (const daysAWeek of [1, 2, 3, 5, 7]) {
      const any = movable({ rhythm: { kind: "any-days", daysAWeek } });
      const wholeWeek = { from: "2026-11-23", to: "2026-11-29" };
      const single = ["23", "24", "25", "26", "27", "28", "29"].map((day) => {
        const date = `2026-11-${day}`;
        return week(any, { from: date, to: date }).problem?.visits.length ?? 0;
      });
      expect(single.reduce((a, b) => a + b, 0)).toBe(daysAWeek);
      expect(week(any, wholeWeek).problem!.visits).toHaveLength(daysAWeek);
      const parts = [
        ["2026-11-23", "2026-11-25"],
        ["2026-11-26", "2026-11-29"],
      ].map(([from, to]) => week(any, { from: from!, to: to! }).problem?.visits.length ?? 0);
      expect(parts[0]! + parts[1]!).toBe(daysAWeek);
    }
  });
});

describe("dates planned together", () => {
  it("have the visits with a day of their own, the shifts and the nights of all of them", () => {
    const together = generateProblem(smallStanding(), WISH).problem!;
    const single = ["2026-11-23", "2026-11-24", "2026-11-25"].map(
      (date) => generateProblem(smallStanding(), { ...WISH, from: date, to: date }).problem!,
    );
    const ids = (problems: Problem[]) =>
      problems.flatMap(({ visits }) => visits.map(({ id }) => id)).toSorted();
    expect(ids([together])).toEqual(ids(single));
    expect(together.shifts).toHaveLength(12);
  });

  it("count a permit that runs out on one of them on none, and tell it", () => {
    const { problem, warnings } = generateProblem(smallStanding(), WISH);
    expect(problem!.nurses.find(({ id }) => id === "bo")).not.toHaveProperty("skills");
    expect(warnings).toContainEqual(expect.objectContaining({ code: "qualification-ends", nurseId: "bo" }));
  });
});
