/** Prices of promises on a small day, measured, and wishes as curves. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/checker/index.js";
import type { Problem } from "../../src/contracts/index.js";
import { promisesView } from "../../src/contracts/study/index.js";
import { solveDay } from "../../src/planning/solveDay.js";
import { promisesOf, studyPromises, studySaid } from "../../src/planning/study/index.js";
import { officeDay } from "../api/support/life.js";

const TOOLS = { clock: () => 0, cancelled: () => false, progress: () => {} };
const ASK = { language: "en", dearest: 10, resolve: true, iterations: 80, seconds: 60, curves: [] } as const;

/** A client who refuses all but the nurse with the costly shift, and a visit pinned to her as well. */
function dearDay(): Problem {
  const day = officeDay();
  const [first, ...rest] = day.clients;
  return {
    ...day,
    clients: [{ ...first!, refusedNurseIds: ["aino", "bo"] }, ...rest],
    visits: day.visits.map((visit) => (visit.id === "v5" ? { ...visit, pin: { shiftId: "b" } } : visit)),
  };
}

describe("the price of promises", () => {
  const problem = dearDay();
  const { plan } = solveDay(problem, { seed: 1, iterations: 100 });
  const found = studyPromises({ problem, plan }, ASK, TOOLS);

  it("finds what makes the day dear, measured and in words", () => {
    expect(promisesView.parse(found)).toEqual(found);
    const [dearest] = found.promises;
    expect(dearest).toMatchObject({ kind: "ban", of: { clientId: "c1" }, basis: "measured" });
    // Without the refusals the shift that costs 20,000 is not used.
    expect(dearest!.points).toBeGreaterThan(19_000);
    expect(dearest!.parts).toMatchObject({ use: 20_000 });
    expect(dearest!.said.map(({ text }) => text)).toEqual([
      "The nurses whom client c1 refuses.",
      studySaid(
        "price-measured",
        { points: dearest!.points, travelNet: 0 - Math.round(dearest!.travelSeconds! / 60) },
        "en",
      ).text,
    ]);
    expect(found.complete).toBe(true);
  });

  it("says so where time ran out, and then has estimates only", () => {
    let clock = 0;
    const early = studyPromises({ problem, plan }, ASK, { ...TOOLS, clock: () => (clock += 10) });
    expect(early.complete).toBe(false);
    expect(early.promises.every(({ basis }) => basis === "estimate")).toBe(true);
  });

  it("without solving tells estimates, dearest first, and what no other can exceed", () => {
    const quick = studyPromises({ problem, plan }, { ...ASK, dearest: 3, resolve: false }, TOOLS);
    expect(promisesView.parse(quick)).toEqual(quick);
    expect(quick.promises.map(({ basis }) => basis)).toEqual(["estimate", "estimate", "estimate"]);
    const points = quick.promises.map((one) => one.points);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    expect(quick.othersAtMost).toBeLessThanOrEqual(points.at(-1)!);
    expect(quick.cost).toBe(checkPlan(problem, plan).cost.total);
    expect(quick.promises[0]!.said.at(-1)!.text).toBe(
      studySaid("price-estimate", { points: points[0]! }, "en").text,
    );
    const all = studyPromises({ problem, plan }, { ...ASK, dearest: 200, resolve: false }, TOOLS);
    expect(all.promises.slice(0, 3).map((one) => one.points)).toEqual(points);
    expect(all.estimated).toBe(all.counted);
  });

  it("draws lateness, continuity and disturbance against the rest: more of the one for less of the other", () => {
    const start = problem.visits.find(({ id }) => id === "v6")!.windows[0]!.from;
    const known = { ...problem, previous: { visits: { v6: { shiftIds: ["c"], start } } } };
    const asked = { ...ASK, curves: ["late", "unfamiliar", "moved"] as const };
    const { curves } = studyPromises({ problem: known, plan }, asked, TOOLS);
    expect(curves.map(({ weight }) => weight)).toEqual(asked.curves);
    for (const { points } of curves) {
      expect(points.length).toBeGreaterThan(0);
      expect(points.length).toBeLessThanOrEqual(5);
      const amounts = points.map(({ amount }) => amount);
      const rests = points.map(({ rest }) => rest);
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
      expect(rests).toEqual(rests.toSorted((a, b) => a - b));
    }
    // Where a change costs nothing the visit goes to whoever is cheapest.
    expect(curves.find(({ weight }) => weight === "moved")!.points[0]!.amount).toBe(1);
  });

  it("counts windows, pins, pools, refusals, skills, breaks and weights", () => {
    const kinds = new Set(promisesOf(problem).map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(["ban", "break", "familiar", "pin", "skill", "weight", "window"]);
  });
});
