import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { Ruin } from "../../solver/search/destroy/ruin.js";
import { removeStrings } from "../../solver/search/destroy/strings.js";
import { nearestVisits, relatedVisits } from "../../solver/search/neighbours.js";
import { Part } from "../../solver/search/part.js";
import { emptyPlan } from "../../solver/search/planCopy.js";
import { Search } from "../../solver/search/search.js";
import { State } from "../../solver/search/state.js";
import { DEFAULT_TUNING } from "../../solver/search/tuning.js";
import { Rng } from "../../solver/support/rng.js";
import type { Problem } from "../../src/contracts/index.js";
import { compileProblem } from "../../src/planning/compile.js";

const SIZE = 2;
const tuning = { ...DEFAULT_TUNING, partRoutes: SIZE };

/** A day that is short of nurses: half of its shifts are gone. */
function shortOfNurses(day: string): Model {
  const file = new URL(`../../fixtures/days/${day}.json.gz`, import.meta.url);
  const problem = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Problem;
  const shifts = problem.shifts.filter((_, i) => i % 2 === 0);
  return new Model(compileProblem({ ...problem, shifts }).data);
}

function planned(model: Model): Search {
  const search = new Search(model, 1, tuning);
  const never = (): boolean => false;
  search.construct(undefined, never, () => {});
  return search;
}

describe("a part of the day", () => {
  it("has as many routes as asked for, all that stand on them, and is all that strings are taken from", () => {
    const model = shortOfNurses("porto-48");
    const { state } = planned(model);
    expect(state.absentCount).toBeGreaterThan(0);
    const related = relatedVisits(model);
    const part = new Part(state, related, SIZE);
    const ruin = new Ruin(state, nearestVisits(model), related, new Rng(3));
    for (let v = 0; v < model.visits; v++) {
      part.choose(v, null);
      const inside = [...part.outside.keys()].filter((r) => part.outside[r] === 0);
      expect(inside.length).toBeLessThanOrEqual(SIZE);
      expect(part.open[v]).toBe(1);
      for (const r of inside)
        for (let p = 1; p <= state.routes[r]!.length; p++)
          expect(part.open[state.routes[r]!.seq[p]!]).toBe(1);
      state.part = part;
      ruin.clear();
      removeStrings(ruin, v, related[v]!, tuning.strings);
      for (let i = 0; i < ruin.count; i++)
        expect(state.shiftsOf(ruin.list[i]!).some((s) => part.outside[s] === 0)).toBe(true);
    }
  });

  it("is hunted on without losing count, and never for a dearer plan", () => {
    const model = shortOfNurses("porto-48");
    const search = planned(model);
    const copy = emptyPlan(model);
    for (let round = 0; round < 6; round++) {
      const before = search.bestCost;
      search.hunt(40, () => false);
      expect(search.bestCost).toBeLessThanOrEqual(before);
      search.state.save(copy);
      const again = new State(model);
      again.load(copy);
      expect(Math.abs(again.total() - search.state.total())).toBeLessThan(1e-6);
      again.load(search.best);
      expect(Math.abs(again.total() - search.bestCost)).toBeLessThan(1e-6);
    }
  });
});
