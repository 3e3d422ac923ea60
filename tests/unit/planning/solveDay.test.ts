import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../src/checker/index.js";
import { parsePlan } from "../../../src/contracts/index.js";
import { ENGINE_VERSION } from "../../../src/planning/engineVersion.js";
import { PinsConflict, PlanRefused } from "../../../src/planning/errors.js";
import { findDay, solveDay, writeDay, type DayDeps } from "../../../src/planning/solveDay.js";
import { day, examplePlan, exampleProblem } from "../contracts/fixtures.js";

type Solve = NonNullable<DayDeps["solve"]>;

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** An optimiser that gives back what it was told to start from. */
const echo: Solve = (_, options) => ({
  kind: "solved",
  solution: options.start ?? { routes: [], bought: [], unserved: [] },
  cost: 0,
  iterations: 3,
  stoppedBy: "done",
});

describe("planning a day", () => {
  it.each(["example", "porto-48", "all-features-60"])(
    "makes a valid plan of %s, the same each time",
    (name) => {
      const problem = name === "example" ? exampleProblem() : day(name);
      const [first, second] = [1, 2].map(() => solveDay(problem, { seed: 5, iterations: 30 }));
      expect(checkPlan(problem, first!.plan).valid).toBe(true);
      expect(first!.plan.cost).toEqual(first!.verdict.cost);
      expect(parsePlan(JSON.parse(JSON.stringify(first!.plan))).ok).toBe(true);
      expect(JSON.stringify(second!.plan)).toBe(JSON.stringify(first!.plan));
      expect(first!.plan.solver).toEqual({
        engineVersion: ENGINE_VERSION,
        seed: 5,
        threads: 1,
        iterations: 30,
        stoppedBy: "iterations",
      });
    },
  );

  it("plans an empty day", () => {
    const { plan } = solveDay({ ...exampleProblem(), visits: [], links: [] }, { seed: 1, iterations: 10 });
    expect(plan).toMatchObject({ routes: [], bought: [], unserved: [], cost: { total: 0 } });
  });

  it("hands limits and watchers to the optimiser, and the start plan without what is unknown", () => {
    const seen: unknown[] = [];
    const solve: Solve = (data, options) => {
      seen.push({ ...options, start: options.start?.routes.length });
      return echo(data, options);
    };
    const clock = (): number => 0;
    const start = { ...examplePlan(), unserved: [{ visitId: "v77", reasons: [] }] };
    const { dropped, plan } = solveDay(
      exampleProblem(),
      { seed: 1, iterations: 9, seconds: 2, start },
      { solve, clock },
    );
    expect(seen).toEqual([{ seed: 1, iterations: 9, seconds: 2, clock, start: 2 }]);
    expect(dropped).toEqual([{ what: "visit", id: "v77" }]);
    expect(plan.routes).toHaveLength(2);
  });

  it("writes the facts of all threads into the best one's plan", () => {
    const found = findDay(exampleProblem(), { seed: 4, start: examplePlan() }, { solve: echo });
    const { plan } = writeDay(found, { seed: 4, threads: 2, iterations: 11 });
    expect(plan.solver).toMatchObject({ seed: 4, threads: 2, iterations: 11 });
  });

  it("refuses a plan that the checker refuses, naming what is wrong", () => {
    const start = examplePlan();
    start.routes[0]!.departure = "2026-11-23T06:30:00+02:00";
    const error = thrown(() => solveDay(exampleProblem(), { seed: 1, start }, { solve: echo }));
    expect(error).toBeInstanceOf(PlanRefused);
    expect(error).toMatchObject({ code: "plan-refused", message: expect.stringContaining("rules 5") });
    expect((error as PlanRefused).verdict.valid).toBe(false);
    expect((error as PlanRefused).todo).not.toBe("");
  });

  it("names the visits whose pins cannot all hold", () => {
    const problem = exampleProblem();
    const start = "2026-11-23T08:10:00+02:00";
    problem.visits[0]!.pin = { shiftId: "s2", start };
    problem.visits[1]!.pin = { shiftIds: ["s2"], start };
    const error = thrown(() => solveDay(problem, { seed: 1, iterations: 20 }));
    expect(error).toBeInstanceOf(PinsConflict);
    expect(error).toMatchObject({ code: "pins-conflict" });
    expect((error as PinsConflict).visitIds).toEqual(["v1", "v2"]);
    expect((error as PinsConflict).message).toBe(
      "These pins cannot all hold: visit v1 on shift s2 at 08:10; visit v2 on shift s2 at 08:10.",
    );
    expect((error as PinsConflict).faults).toMatchObject([{ code: "pins-conflict", path: "/visits/0/pin" }]);
  });
});

describe("the engine's version", () => {
  it("is the package's", () => {
    const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
    expect(ENGINE_VERSION).toBe((JSON.parse(text) as { version: string }).version);
  });
});
