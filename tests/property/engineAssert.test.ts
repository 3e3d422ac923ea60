import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { emptyPlan } from "../../solver/search/planCopy.js";
import { Search } from "../../solver/search/search.js";
import { State } from "../../solver/search/state.js";
import { DEFAULT_TUNING } from "../../solver/search/tuning.js";
import type { Problem } from "../../src/contracts/index.js";
import { compileProblem } from "../../src/planning/compile.js";
import { randomProblem } from "../support/smallProblem.js";

/** Whole-number costs summed in another order: equal to this. */
const EQUAL = 1e-6;

/** Runs the search and, after every step, counts everything again from the bare plan. */
function runAsserting(problem: Problem, seed: number, steps: number, every = 1): void {
  const model = new Model(compileProblem(problem).data);
  const search = new Search(model, seed, DEFAULT_TUNING);
  search.construct(
    undefined,
    () => false,
    () => {},
  );
  const copy = emptyPlan(model);
  for (let i = 0; i < steps; i++) {
    search.step(i / steps);
    if (i % every !== 0) continue;
    const { state } = search;
    state.save(copy);
    const fresh = new State(model);
    fresh.load(copy);
    expect(Math.abs(fresh.total() - state.total()), `total after step ${i}`).toBeLessThan(EQUAL);
    for (const [shift, route] of state.routes.entries()) {
      const again = fresh.routes[shift]!;
      expect(Math.abs(again.cost - route.cost), `route ${shift} after step ${i}`).toBeLessThan(EQUAL);
      expect([again.travel, again.work, again.length]).toEqual([route.travel, route.work, route.length]);
    }
    expect(fresh.absentCount).toBe(state.absentCount);
    cutsKeepGaps(model, state);
  }
}

/** Whatever the routes do inside their bounds, every gap between served visits holds. */
function cutsKeepGaps(model: Model, state: State): void {
  const { lo, hi } = state.bounds;
  for (const { first, second, min, max } of model.gaps) {
    if (state.where[first]! < 0 || state.where[second]! < 0) continue;
    expect(lo[second]! - hi[first]!).toBeGreaterThanOrEqual(min);
    expect(hi[second]! - lo[first]!).toBeLessThanOrEqual(Math.max(max, 1e11) === max ? Infinity : max);
  }
}

describe("what the search counts step by step is what counting again gives", () => {
  it("on small days with every feature", () => {
    for (let seed = 1; seed <= 60; seed++) runAsserting(randomProblem(seed, { maxVisits: 7 }), seed, 60);
  }, 240_000);

  for (const day of ["all-features-60", "porto-48"]) {
    it(`on ${day}`, () => {
      const file = new URL(`../../fixtures/days/${day}.json.gz`, import.meta.url);
      const problem = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Problem;
      runAsserting(problem, 5, 200, 4);
    }, 240_000);
  }
});
