/** Every cost part, counted by hand on the sample day. */
import { describe, expect, it } from "vitest";
import { COST_PARTS, type CostPart, DEFAULT_WEIGHTS, checkPlan } from "../../src/checker/index.js";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { at, samplePlan, sampleProblem } from "../support/sampleDay.js";

function costAfter(change: (problem: Problem, plan: Plan) => void) {
  const [problem, plan] = [sampleProblem(), samplePlan()];
  change(problem, plan);
  const { violations, cost } = checkPlan(problem, plan);
  expect(violations).toEqual([]);
  return cost;
}

function visitOf(problem: Problem, id: string) {
  return problem.visits.find((visit) => visit.id === id)!;
}

const SAMPLE = {
  // s1 goes five legs, s2 two: the video visit takes none.
  travel: 7 * 600,
  // s1 is out 280 min: 50 travel, 100 visits, 30 lunch. s2 is out 50: 20 travel, 30 visits.
  wait: 100 * 60,
  early: 0,
  late: 0,
  worstLate: 0,
  overtime: 0,
  // v1 and v4 are c1's, who knows n2 only.
  unfamiliar: 2,
  // c1 lives in east, c2 in west, n1 serves west; n2 serves all.
  outsideArea: 2,
  // c1 speaks Swedish, n1 Finnish.
  language: 2,
  // s1: 50 min of travel and 100 of visits against 120.
  overload: 30 * 60,
  use: 700,
  bought: 9000,
  // v3 went from s1 and s4 to s1 and s2; v6 and v7 are with no nurse.
  moved: 1,
  // v1 from 08:10 to 08:00.
  shifted: 600,
  unserved: 100_000,
};

describe("the cost of a plan", () => {
  it("has every part of the sample day as counted by hand", () => {
    expect(costAfter(() => {}).parts).toEqual(SAMPLE);
  });

  it("is the weighted sum, with the contract's defaults", () => {
    const points = COST_PARTS.reduce((sum, part) => sum + DEFAULT_WEIGHTS[part] * SAMPLE[part], 0);
    expect(points).toBe(4200 + 2 * 600 + 2 * 300 + 2 * 900 + 1800 + 700 + 9000 + 100_000);
    expect(costAfter(() => {}).total).toBe(points);
  });

  it.each(COST_PARTS)("weighs %s by its own weight, zero too", (part) => {
    const weights = Object.fromEntries(COST_PARTS.map((one) => [one, one === part ? 7 : 0]));
    expect(costAfter((problem) => Object.assign(problem, { weights })).total).toBe(7 * SAMPLE[part]);
  });

  const changes: [CostPart, number, string, (problem: Problem, plan: Plan) => void][] = [
    [
      "early",
      1800,
      "half an hour before the preferred time",
      (problem) => {
        visitOf(problem, "v2").preferred = { from: at("09:30"), to: at("10:00") };
      },
    ],
    [
      "late",
      900,
      "a crew's lateness once",
      (problem) => {
        visitOf(problem, "v3").preferred = { from: at("09:00"), to: at("09:45") };
      },
    ],
    [
      "late",
      0,
      "at the very end of the preferred time",
      (problem) => {
        visitOf(problem, "v3").preferred = { from: at("09:00"), to: at("10:00") };
      },
    ],
    [
      "worstLate",
      1800,
      "only the latest visit",
      (problem) => {
        visitOf(problem, "v2").preferred = { from: at("08:00"), to: at("08:30") };
        visitOf(problem, "v3").preferred = { from: at("09:00"), to: at("09:45") };
      },
    ],
    [
      "overtime",
      1800,
      "the seconds past the shift's end",
      (problem) => {
        problem.shifts[0]!.to = at("12:00");
      },
    ],
    [
      "unfamiliar",
      0,
      "an empty list of familiar nurses",
      (problem) => {
        problem.clients[0]!.familiarNurseIds = [];
      },
    ],
    [
      "outsideArea",
      3,
      "a nurse whose own areas are none",
      (problem) => {
        problem.nurses[0]!.areaIds = [];
      },
    ],
    [
      "language",
      0,
      "a nurse who names no language",
      (problem) => {
        problem.nurses[0]!.languages = [];
      },
    ],
    [
      "overload",
      0,
      "no target",
      (problem) => {
        delete problem.shifts[0]!.targetMinutes;
      },
    ],
    [
      "overload",
      30 * 60 + 50 * 60,
      "shift by shift",
      (problem) => {
        problem.shifts[1]!.targetMinutes = 0;
      },
    ],
    [
      "travel",
      7 * 690 + 2 * 5,
      "stops' seconds on every leg, setup on arrival only",
      (problem) => {
        problem.travel.modes["car"]!.perStopSeconds = 90;
        problem.places[0]!.setupSeconds = 5;
      },
    ],
    [
      "unserved",
      0,
      "a visit that costs nothing to leave",
      (problem) => {
        visitOf(problem, "v7").unservedCost = 0;
      },
    ],
    [
      "moved",
      1,
      "a served visit whose former shift is gone",
      (problem) => {
        problem.previous = { visits: { v2: { shiftIds: ["gone"], start: at("09:00") } } };
      },
    ],
    [
      "moved",
      0,
      "visits that are gone, unserved or bought",
      (problem) => {
        const start = at("09:00");
        const former = { shiftIds: ["s1"], start };
        problem.previous = { visits: { v6: former, v7: former, gone: former } };
      },
    ],
    [
      "shifted",
      0,
      "the same instant at another offset",
      (problem) => {
        problem.previous = { visits: { v2: { shiftIds: ["s1"], start: "2026-11-23T11:00:00+02:00" } } };
      },
    ],
  ];

  it.each(changes)("%s %i: %s", (part, expected, _what, change) => {
    // Later starts where setup makes the way longer: only travel is looked at there.
    const [problem, plan] = [sampleProblem(), samplePlan()];
    change(problem, plan);
    expect(checkPlan(problem, plan).cost.parts[part]).toBe(expected);
  });
});
