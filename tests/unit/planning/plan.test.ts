import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../src/checker/index.js";
import { parsePlan, type Plan, type Problem } from "../../../src/contracts/index.js";
import { compileProblem } from "../../../src/planning/compile.js";
import { fromPlan, type Dropped } from "../../../src/planning/fromPlan.js";
import { toPlan, withCost } from "../../../src/planning/plan.js";
import { examplePlan, exampleProblem } from "../contracts/fixtures.js";

const FACTS = { engineVersion: "1.2.3", seed: 7, threads: 2 };

/** A plan read and written again. */
function rewritten(problem: Problem, plan: Plan, report?: (dropped: Dropped) => void): Plan {
  const { data, origin } = compileProblem(problem);
  const solution = fromPlan(problem, data, origin, plan, report);
  return toPlan(problem, data, origin, { solution, iterations: 50, stoppedBy: "iterations" }, FACTS);
}

describe("the plan document", () => {
  it("is the contract's example again, with the product's additions", () => {
    const problem = exampleProblem();
    const plan = withCost(rewritten(problem, examplePlan()), checkPlan(problem, examplePlan()).cost);
    expect(parsePlan(plan).ok).toBe(true);
    const [first, second] = plan.routes;
    expect(first!.stops.map((stop) => stop.kind === "visit" && stop.travel)).toEqual([
      { seconds: 750, metres: 950 },
      { seconds: 0, metres: 0 },
    ]);
    expect(first!.returnTravel).toEqual({ seconds: 750, metres: 950 });
    // The video visit v4 is done where v2 was, and the way goes on from there.
    expect(second!.stops.map((stop) => (stop.kind === "visit" ? stop.travel : "break"))).toEqual([
      { seconds: 350, metres: 930 },
      { seconds: 310, metres: 760 },
      { seconds: 0, metres: 0 },
      "break",
      { seconds: 380, metres: 1060 },
    ]);
    expect(plan.solver).toEqual({ ...FACTS, iterations: 50, stoppedBy: "iterations" });
    expect(plan.travelSource).toEqual({ walk: { kind: "given" }, bike: { kind: "given" } });
    expect(plan.cost?.parts.travel).toBe(750 + 750 + 350 + 310 + 380 + second!.returnTravel!.seconds);

    const bare = JSON.parse(
      JSON.stringify(plan, (key, value: unknown) => {
        return ["travel", "returnTravel", "cost", "solver", "travelSource"].includes(key) &&
          typeof value === "object"
          ? undefined
          : value;
      }),
    ) as Plan;
    expect(bare).toEqual(examplePlan());
  });

  it("says where the travel times came from, and leaves metres out where there are none", () => {
    const problem = exampleProblem();
    const walk = problem.travel.modes["walk"]!;
    walk.source = { kind: "osrm", profile: "foot", mapVersion: "2026-11" };
    delete walk.distances;
    const plan = rewritten(problem, examplePlan());
    expect(plan.travelSource).toEqual({ walk: walk.source, bike: { kind: "given" } });
    expect(plan.routes[0]!.returnTravel).toEqual({ seconds: 750 });
    expect(parsePlan(plan).ok).toBe(true);
  });

  it("reads a distance of -1 as 0 and tells no travel where there is no way", () => {
    const problem = exampleProblem();
    problem.travel.modes["walk"]!.distances![0]![2] = -1;
    problem.travel.modes["walk"]!.durations![2]![0] = null;
    const [route] = rewritten(problem, examplePlan()).routes;
    expect(route!.stops[0]).toMatchObject({ travel: { seconds: 750, metres: 0 } });
    expect(route).not.toHaveProperty("returnTravel");
  });

  it("stands in the order of the problem, whatever the order of the solution", () => {
    const plan = examplePlan();
    plan.routes.reverse();
    expect(rewritten(exampleProblem(), plan).routes.map(({ shiftId }) => shiftId)).toEqual(["s1", "s2"]);
  });

  it("is the same text for the same solution and facts", () => {
    const texts = [1, 2].map(() => JSON.stringify(rewritten(exampleProblem(), examplePlan())));
    expect(texts[0]).toBe(texts[1]);
  });

  it.each([
    [
      "2026-03-28T22:00:00+02:00",
      [3, 5, 6, 8],
      ["01:00:00+02:00", "04:00:00+03:00", "05:00:00+03:00", "07:00:00+03:00"],
    ],
    [
      "2026-10-24T22:00:00+03:00",
      [3, 5, 6, 8],
      ["01:00:00+03:00", "03:00:00+03:00", "03:00:00+02:00", "05:00:00+02:00"],
    ],
  ])("writes a night with a clock change from %s in the clock of the place", (from, hours, clocks) => {
    const problem = exampleProblem();
    problem.shifts[0]!.from = from;
    const { data, origin } = compileProblem({
      ...problem,
      shifts: [problem.shifts[0]!],
      clients: problem.clients.map(({ id, placeId }) => ({ id, placeId })),
    });
    const stops = hours.map((hour) => ({
      kind: "break" as const,
      break: 0,
      start: hour * 3600,
      end: hour * 3600,
    }));
    const solution = { routes: [{ shift: 0, departure: 0, return: 0, stops }], bought: [], unserved: [] };
    const plan = toPlan(problem, data, origin, { solution, iterations: 0, stoppedBy: "done" }, FACTS);
    expect(plan.routes[0]!.departure).toBe(from);
    expect(plan.routes[0]!.stops.map(({ start }) => start.slice(11))).toEqual(clocks);
    expect(fromPlan(problem, data, origin, plan)).toEqual(solution);
  });
});

describe("reading a plan for a problem that has changed", () => {
  it("leaves out what the problem does not know, and tells it", () => {
    const problem = exampleProblem();
    problem.visits = problem.visits.filter(({ id }) => id !== "v3" && id !== "v5");
    problem.links = [];
    problem.shifts[1]!.breaks = [];
    problem.providers = [];
    const plan = examplePlan();
    plan.routes.push({ ...plan.routes[0]!, shiftId: "s9" }, plan.routes[0]!);
    plan.unserved.push({ visitId: "v8", reasons: ["no room"] });
    const dropped: Dropped[] = [];
    const again = rewritten(problem, plan, (item) => void dropped.push(item));
    expect(dropped).toEqual([
      { what: "visit", id: "v3" },
      { what: "break", id: "meal" },
      { what: "shift", id: "s9" },
      { what: "second-route", id: "s1" },
      { what: "provider", id: "fysio-oy" },
      { what: "visit", id: "v5" },
      { what: "visit", id: "v8" },
    ]);
    expect(
      again.routes.map(({ stops }) =>
        stops.map((stop) => (stop.kind === "visit" ? stop.visitId : stop.breakId)),
      ),
    ).toEqual([["v2"], ["v1", "v2", "v4", "v6"]]);
    expect([again.bought, again.unserved]).toEqual([[], []]);
  });

  it("keeps the product's reasons and drops another program's words", () => {
    const plan = examplePlan();
    plan.bought = [];
    plan.unserved = [
      { visitId: "v5", reasons: ["far away", { kind: "impossible", rule: "skill", shifts: 2 }] },
    ];
    expect(rewritten(exampleProblem(), plan).unserved).toEqual([
      { visitId: "v5", reasons: [{ kind: "impossible", rule: "skill", shifts: 2 }] },
    ]);
  });
});
