/** The generator of small problems: everything in it, all of it by the contract. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import { type Problem, parseProblem } from "../../src/contracts/index.js";
import { randomPlan } from "../support/randomPlan.js";
import { FEATURES, type Feature, arbitraryProblem, randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const PROBLEMS = Array.from({ length: 1000 }, (_, seed) => randomProblem(seed));

function shareOf(holds: (problem: Problem) => boolean): number {
  return PROBLEMS.filter(holds).length / PROBLEMS.length;
}

/** What shows in the document that a feature is there. */
const SHOWS: Readonly<Record<Feature, (problem: Problem) => boolean>> = {
  severalWindows: ({ visits }) => visits.some(({ windows }) => windows.length > 1),
  preferred: ({ visits }) => visits.some(({ preferred }) => preferred !== undefined),
  skills: ({ nurses }) => nurses.some(({ skills }) => skills !== undefined),
  refusals: ({ clients }) => clients.some(({ refusedNurseIds = [] }) => refusedNurseIds.length > 0),
  people: ({ clients }) =>
    clients.some(({ languages, areaId }) => languages !== undefined && areaId !== undefined),
  crews: ({ visits }) => visits.some(({ crewSize = 1 }) => crewSize > 1),
  gaps: ({ links = [] }) => links.some(({ kind }) => kind === "gap"),
  nurseLinks: ({ links = [] }) => links.some(({ kind }) => kind !== "gap"),
  breaks: ({ shifts }) => shifts.some(({ breaks = [] }) => breaks.length > 0),
  overtime: ({ shifts }) => shifts.some(({ maxOvertimeMinutes = 0 }) => maxOvertimeMinutes > 0),
  useCost: ({ shifts }) => shifts.some(({ useCost = 0 }) => useCost > 0),
  target: ({ shifts }) => shifts.some(({ targetMinutes }) => targetMinutes !== undefined),
  secondShifts: ({ shifts, nurses }) => shifts.length > nurses.length,
  remote: ({ visits }) => visits.some(({ remote }) => remote === true),
  providers: ({ providers = [] }) => providers.length > 0,
  pins: ({ visits }) => visits.some(({ pin }) => pin !== undefined),
  previous: ({ previous }) => previous !== undefined,
  limits: ({ limits }) => limits !== undefined,
  weights: ({ weights }) => weights !== undefined,
  modes: ({ travel }) => Object.keys(travel.modes).length > 1,
  stopSeconds: ({ places }) => places.some(({ setupSeconds }) => setupSeconds !== undefined),
  noWay: ({ travel }) => travel.modes["car"]!.durations!.flat().includes(null),
  oddInstants: ({ visits }) =>
    visits.some(({ windows }) => windows.some(({ from }) => !from.includes(":00+02:00"))),
  cheapUnserved: ({ visits }) => visits.some(({ unservedCost = 9999 }) => unservedCost < 9999),
};

describe("small random problems", () => {
  it("parse by the contract, every one", () => {
    const faults = PROBLEMS.flatMap((problem, seed) => {
      const parsed = parseProblem(problem);
      return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `seed ${seed} ${path}: ${message}`);
    });
    expect(faults).toEqual([]);
  });

  it("hold every feature in a fair share", () => {
    for (const feature of FEATURES) {
      expect(shareOf(SHOWS[feature]), feature).toBeGreaterThan(0.1);
      expect(shareOf(SHOWS[feature]), feature).toBeLessThan(0.75);
    }
  });

  it("hold every kind of break and of pin", () => {
    const breaks = PROBLEMS.flatMap(({ shifts }) => shifts.flatMap((shift) => shift.breaks ?? []));
    for (const key of ["afterMinutes", "earliestAfterMinutes", "latestAfterMinutes", "inside"] as const) {
      expect(breaks.filter((spec) => spec[key] !== undefined).length, key).toBeGreaterThan(50);
    }
    const pins = PROBLEMS.flatMap(({ visits }) => visits.flatMap(({ pin }) => pin ?? []));
    for (const key of ["shiftId", "shiftIds", "start", "begun", "providerId"] as const) {
      expect(pins.filter((pin) => pin[key] !== undefined).length, key).toBeGreaterThan(15);
    }
  });

  it("mostly have something to serve and someone to serve it", () => {
    const served = PROBLEMS.map((problem, seed) => {
      const plan = randomPlan(problem, seededSource(seed), { unservedPercent: 0 });
      return checkPlan(problem, plan).facts.routes;
    });
    expect(served.filter((routes) => routes > 0).length).toBeGreaterThan(700);
    expect(served.filter((routes) => routes > 1).length).toBeGreaterThan(300);
  });

  it("are the same for the same seed, and keep to their options", () => {
    expect(randomProblem(7)).toEqual(randomProblem(7));
    expect(randomProblem(7)).not.toEqual(randomProblem(8));
    for (let seed = 0; seed < 200; seed += 1) {
      const problem = randomProblem(seed, {
        minVisits: 3,
        maxVisits: 4,
        maxShifts: 2,
        allowed: ["preferred"],
        always: ["crews"],
      });
      expect([3, 4]).toContain(problem.visits.length);
      expect(problem.shifts.length).toBeLessThan(3);
      for (const feature of FEATURES) {
        if (feature !== "preferred" && feature !== "crews")
          expect(SHOWS[feature](problem), feature).toBe(false);
      }
    }
  });

  it("parse on the days of both clock changes too", () => {
    for (const dayStart of ["2026-03-28T22:00:00Z", "2026-10-24T21:00:00Z"]) {
      for (let seed = 0; seed < 50; seed += 1) {
        expect(parseProblem(randomProblem(seed, { dayStart, offsetMinutes: 180 })).ok).toBe(true);
      }
    }
  });

  it("shrink by fast-check to a small case", () => {
    const run = fc.check(
      fc.property(arbitraryProblem(), ({ visits }) => visits.every(({ crewSize = 1 }) => crewSize === 1)),
      { seed: 3, numRuns: 200 },
    );
    expect(run.failed).toBe(true);
    const [problem] = run.counterexample!;
    expect(parseProblem(problem).ok).toBe(true);
    expect(problem.visits.length).toBeLessThan(4);
  });

  it("give plans whose wait and travel are never negative when valid", () => {
    fc.assert(
      fc.property(arbitraryProblem(), fc.nat(), (problem, seed) => {
        const { valid, cost } = checkPlan(problem, randomPlan(problem, seededSource(seed)));
        return !valid || Object.values(cost.parts).every((part) => part >= 0);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
