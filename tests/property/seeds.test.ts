import { describe, expect, it } from "vitest";
import { Model } from "../../solver/model/model.js";
import { Ruin } from "../../solver/search/destroy/ruin.js";
import { Hunt } from "../../solver/search/hunt.js";
import { nearestVisits, relatedVisits } from "../../solver/search/neighbours.js";
import { Search } from "../../solver/search/search.js";
import type { State } from "../../solver/search/state.js";
import { DEFAULT_TUNING } from "../../solver/search/tuning.js";
import { Rng } from "../../solver/support/rng.js";
import { compileProblem } from "../../src/planning/compile.js";
import { randomProblem } from "../support/smallProblem.js";

const DRAWS = 400;

function greedyState(problemSeed: number): State {
  const model = new Model(compileProblem(randomProblem(problemSeed, { maxVisits: 8 })).data);
  const search = new Search(model, problemSeed, DEFAULT_TUNING);
  search.construct(
    undefined,
    () => false,
    () => {},
  );
  return search.state;
}

/** Mean of what times cost a visit of the routes of the seeds drawn; seeds on no route count nothing. */
function meanStrain(state: State, strainedShare: number): number {
  const { model } = state;
  const ruin = new Ruin(state, nearestVisits(model), relatedVisits(model), new Rng(1));
  let sum = 0;
  let routed = 0;
  for (let i = 0; i < DRAWS; i++) {
    const v = ruin.seed(0, strainedShare);
    expect(v >= 0 && v < model.visits).toBe(true);
    const r = state.where[v]!;
    if (r < 0) continue;
    const { timing, length } = state.routes[r]!;
    sum += timing / length;
    routed++;
  }
  return routed === 0 ? 0 : sum / routed;
}

describe("seeds of ruins", () => {
  it("lie more often where times cost more, wherever routes differ in that", () => {
    let differing = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const state = greedyState(seed);
      const strains = state.routes.filter((r) => r.length > 0).map((r) => r.timing / r.length);
      if (Math.max(...strains) - Math.min(...strains) < 1) continue;
      differing++;
      expect(meanStrain(state, 1), `problem ${seed}`).toBeGreaterThan(meanStrain(state, 0));
    }
    expect(differing).toBeGreaterThan(10);
  });
});

describe("hunts", () => {
  it("are for visits on no route that enough nurses could serve", () => {
    let hunted = 0;
    let hopeless = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const state = greedyState(seed);
      const { visits, candidates, crew } = state.model;
      const hunt = new Hunt(state, DEFAULT_TUNING.huntPrice);
      hunt.list();
      const listed = new Set(hunt.unrouted.subarray(0, hunt.unroutedCount));
      for (let v = 0; v < visits; v++) {
        const possible = candidates[v]!.length >= crew[v]!;
        expect(listed.has(v), `problem ${seed}, visit ${v}`).toBe(state.where[v]! < 0 && possible);
        if (listed.has(v)) hunted++;
        else if (!possible) hopeless++;
      }
    }
    expect(Math.min(hunted, hopeless)).toBeGreaterThan(10);
  });
});
