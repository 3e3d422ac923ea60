/** Orders without valid times: who may break limits, and who keeps them. */
import { expect, it } from "vitest";
import { PLAN_FORMAT, type Problem } from "../../../src/contracts/index.js";
import { type Edit, type EditedDay, editPlan } from "../../../src/planning/life/index.js";
import { officeDay } from "../../api/support/life.js";

/** The office with a gap of an hour from one visit to another. */
const withGap = (first: string, second: string): Problem => ({
  ...officeDay(),
  links: [{ kind: "gap", first, second, minMinutes: 60 }],
});

function editedTo(problem: Problem, orders: Readonly<Record<string, readonly string[]>>) {
  const unserved = problem.visits.map(({ id }) => ({ visitId: id, reasons: [] }));
  const moves = Object.entries(orders).flatMap(([shiftId, visits]) =>
    visits.map((visitId): Edit => ({ kind: "move", visitId, shiftId })),
  );
  const base: EditedDay = { problem, plan: { format: PLAN_FORMAT, routes: [], unserved }, pins: {} };
  const { unfitShiftIds, verdict } = editPlan(base, moves);
  const { violations } = verdict;
  return {
    unfit: unfitShiftIds.toSorted(),
    codes: [...new Set(violations.map(({ code }) => code))],
    visits: violations.map(({ visitId }) => visitId).toSorted(),
  };
}

it("a round that cannot keep its windows leaves those of the round bound to it as they are", () => {
  // Visit 6 starts from 12 on, visit 1 until 8:30.
  const { unfit, codes, visits } = editedTo(withGap("v2", "v3"), { a: ["v2", "v6", "v1"], b: ["v3"] });
  expect(unfit).toEqual(["a"]);
  expect(codes).toEqual(["outside-window"]);
  expect(visits.length).toBeGreaterThan(0);
  expect(visits).not.toContain("v3");
});

it("rounds that can keep theirs only apart from each other may both break them, and the gap holds", () => {
  // Visit 3 starts until 11.
  const { unfit, codes, visits } = editedTo(withGap("v6", "v3"), { a: ["v6"], b: ["v3"] });
  expect(unfit).toEqual(["a", "b"]);
  expect(codes).toEqual(["outside-window"]);
  expect(visits.length).toBeGreaterThan(0);
});

it("so may both where one of them cannot keep its own, nor the other beside it", () => {
  // Visit 6 starts from 12 on, visit 3 until 11; visit 5 until 12, five hours after visit 3.
  const late: Problem = {
    ...officeDay(),
    links: [{ kind: "gap", first: "v3", second: "v5", minMinutes: 300 }],
  };
  const { unfit, codes } = editedTo(late, { a: ["v6", "v3"], b: ["v5"] });
  expect(unfit).toEqual(["a", "b"]);
  expect(codes).toContain("outside-window");
  expect(codes).not.toContain("gap-short");
});
