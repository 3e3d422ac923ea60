import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { emptyPlan, type PlanCopy } from "../../solver/search/planCopy.js";
import { Search } from "../../solver/search/search.js";
import { State } from "../../solver/search/state.js";
import {
  confinesOf,
  type Division,
  NOBODY,
  takeShare,
  Territories,
} from "../../solver/search/territories.js";
import { DEFAULT_TUNING } from "../../solver/search/tuning.js";
import type { Problem } from "../../src/contracts/index.js";
import { compileProblem } from "../../src/planning/compile.js";
import { randomProblem } from "../support/smallProblem.js";

/** Whole-number costs summed in another order: equal to this. */
const EQUAL = 1e-6;
const THREADS = 2;

const never = (): boolean => false;

function fixture(day: string): Problem {
  const file = new URL(`../../fixtures/days/${day}.json.gz`, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Problem;
}

/** A first plan; all of one model are the same. */
function planned(model: Model): Search {
  const search = new Search(model, 1, DEFAULT_TUNING);
  search.construct(undefined, never, () => {});
  return search;
}

/** What thread `thread` makes of its territory in some steps. */
function worked(model: Model, division: Division, thread: number, steps: number): Search {
  const search = planned(model);
  // Other chances than the others'.
  for (let i = 0; i <= thread; i++) search.rng.float();
  search.state.part = confinesOf(division, thread);
  search.state.fenced = search.state.part.outside;
  for (let i = 0; i < steps; i++) search.step(i / steps);
  return search;
}

/** What `plan` says of everything that is not `thread`'s. */
function rest(model: Model, plan: PlanCopy, { shifts, visits }: Division, thread: number): unknown {
  return {
    sequences: plan.sequences.filter((_, s) => shifts[s] !== thread),
    where: plan.where.filter((_, v) => visits[v] !== thread),
    bounds: [...model.coupled.keys()]
      .filter((v) => model.coupled[v] === 1 && visits[v] !== thread)
      .map((v) => [plan.lo[v], plan.hi[v]]),
  };
}

/** True: there was something to gain on both sides. */
function check(problem: Problem, steps: number, seed: number): boolean {
  const model = new Model(compileProblem(problem).data);
  if (!Territories.supports(model) || model.visits === 0 || model.shiftCount === 0) return false;
  const start = planned(model);
  const base = start.best;
  const division = new Territories(model).divide(base, THREADS, seed);
  expect(division).toEqual(new Territories(model).divide(base, THREADS, seed));
  for (const [a, b] of model.siblings) expect(division.shifts[a]).toBe(division.shifts[b]);
  const whole = emptyPlan(model);
  start.state.load(base);
  start.state.save(whole);
  let expected = start.bestCost;
  let gainers = 0;
  for (let thread = 0; thread < THREADS; thread++) {
    const { best, bestCost } = worked(model, division, thread, steps);
    expect(rest(model, best, division, thread)).toEqual(rest(model, base, division, thread));
    takeShare(whole, best, division, thread, model);
    expected += bestCost - start.bestCost;
    if (bestCost < start.bestCost) gainers++;
  }
  const together = new State(model);
  together.load(whole);
  // Room with providers is the one thing that both may take; the search looks at that itself.
  if (together.providerUsed.every((used, p) => used <= model.providerMax[p]!)) {
    expect(together.proper()).toBe(true);
    expect(Math.abs(together.total() - expected)).toBeLessThan(EQUAL);
  }
  return gainers === THREADS;
}

describe("territories", () => {
  it("add up, on small days with every feature", () => {
    for (let seed = 1; seed <= 150; seed++) check(randomProblem(seed, { maxVisits: 9 }), 60, seed);
  }, 240_000);

  for (const day of ["porto-48", "espoo-small", "liechtenstein-150-plain"])
    it(`add up, with gains on both sides, on ${day}`, () => {
      const gained = [1, 2, 3].map((seed) => check(fixture(day), 300, seed));
      expect(gained).toContain(true);
    }, 240_000);

  it("leave what several threads serve as it is, and nothing else to nobody", () => {
    const model = new Model(compileProblem(fixture("porto-48")).data);
    const { best } = planned(model);
    const { shifts, visits } = new Territories(model).divide(best, THREADS, 1);
    expect(new Set(shifts)).toEqual(new Set([0, 1]));
    for (let v = 0; v < model.visits; v++) {
      const own = model.crew[v]! > 1 ? best.crewAt[v]! : best.where[v]! < 0 ? [] : [best.where[v]!];
      const owners = new Set(own.map((s) => shifts[s]!));
      if (owners.size > 1) expect(visits[v]).toBe(NOBODY);
      else if (visits[v] !== NOBODY)
        expect([...owners, visits[v]!]).toEqual(own.length > 0 ? [visits[v], visits[v]] : [visits[v]]);
      else expect(model.coupled[v] === 1 || model.nurseLinksOf[v]!.length > 0).toBe(true);
    }
  });
});
