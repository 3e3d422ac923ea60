/** Five dates of over 120 visits each in one problem: planned together, valid, movable visits on days of their own. */
import { expect, it } from "vitest";
import { DemoWeek, WEEK_DAYS } from "../../../bench/support/demoWeek.js";
import { checkPlan } from "../../../src/checker/index.js";
import { createLpEngine } from "../../../src/lp/index.js";
import { solveDay } from "../../../src/planning/solveDay.js";

it("a week of over 600 visits is one problem, and its plan keeps the days of movable visits apart", () => {
  const { problem, origins } = new DemoWeek(40).problem();
  expect(problem.visits.length).toBeGreaterThanOrEqual(120 * WEEK_DAYS);
  const { plan } = solveDay(problem, { seed: 1, iterations: 20 }, { lp: createLpEngine() });
  expect(checkPlan(problem, plan).violations).toEqual([]);
  const dateOf = new Map(
    plan.routes.flatMap(({ stops }) =>
      stops.flatMap((stop) =>
        stop.kind === "visit" ? [[stop.visitId, stop.start.slice(0, 10)] as const] : [],
      ),
    ),
  );
  // Most are served, on all five dates and in the night after them.
  expect(dateOf.size).toBeGreaterThan(0.8 * problem.visits.length);
  expect(new Set(dateOf.values()).size).toBeGreaterThanOrEqual(WEEK_DAYS);
  const days = new Map<string, string[]>();
  for (const { visitId, requirementId, date } of origins) {
    const on = dateOf.get(visitId);
    if (date === null && on !== undefined) days.set(requirementId, [...(days.get(requirementId) ?? []), on]);
  }
  expect(days.size).toBeGreaterThan(30);
  for (const [requirementId, list] of days)
    expect([requirementId, new Set(list).size]).toEqual([requirementId, list.length]);
}, 300_000);
