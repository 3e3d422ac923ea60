/** Two ways to the best clock times of one route: the dynamic programme and the linear one. */
import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { StartBounds } from "../../solver/schedule/bounds.js";
import { solveDifferences } from "../../solver/schedule/coupled/program.js";
import { Timetable } from "../../solver/schedule/coupled/timetable.js";
import { Route } from "../../solver/schedule/route.js";
import { timesOf } from "../../solver/schedule/times.js";
import { createLpEngine } from "../../src/lp/index.js";
import { compileProblem } from "../../src/planning/compile.js";
import { randomProblem } from "../support/smallProblem.js";
import { seededSource } from "../support/source.js";

const DAYS = 800;

/** Some visits that shift `s` may take alone, in any order. */
function orderFor(model: Model, s: number, source: ReturnType<typeof seededSource>): number[] {
  const open = model.data.visits.flatMap((_, v) =>
    model.able[v * model.shiftCount + s] === 1 && model.crew[v] === 1 && model.gapsOf[v]!.length === 0
      ? [v]
      : [],
  );
  const order: number[] = [];
  const wanted = source.int(1, 5);
  while (order.length < wanted && open.length > 0)
    order.push(...open.splice(source.int(0, open.length - 1), 1));
  return order;
}

describe("times of a lone route", () => {
  it("cost the same by the dynamic programme, by the linear one, and by adding up", () => {
    const lp = createLpEngine();
    let routes = 0;
    let priced = 0;
    for (let seed = 1; seed <= DAYS; seed++) {
      const { data } = compileProblem(randomProblem(seed, { maxVisits: 8 }));
      // The greatest lateness is the whole plan's; here one route stands alone.
      const model = new Model({ ...data, weights: { ...data.weights, worstLate: 0 } });
      const source = seededSource(seed);
      for (let s = 0; s < model.shiftCount; s++) {
        const order = orderFor(model, s, source);
        if (order.length === 0) continue;
        const route = new Route(model, s, new StartBounds(model.visits));
        route.setSequence(order);
        if (route.cost === Infinity || route.lonely) continue;
        const table = new Timetable(model, [timesOf(route)], []);
        const d = table.differences;
        const now = table.now();
        const told = `day ${seed}, shift ${s}, order ${order.join(" ")}`;
        expect(d.holds(now), told).toBe(true);
        expect(d.cost(now), told).toBeCloseTo(route.timing, 6);
        const timed = solveDifferences(d, lp);
        expect(timed, told).not.toBeNull();
        expect(timed!.cost, told).toBeCloseTo(route.timing, 6);
        routes++;
        if (route.timing > 0) priced++;
      }
    }
    expect(routes).toBeGreaterThan(DAYS);
    expect(priced).toBeGreaterThan(DAYS / 8);
  }, 120_000);
});
