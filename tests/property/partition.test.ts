import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { LpEngine, SolveOptions, SolveResult } from "../../solver/index.js";
import { Model } from "../../solver/model/model.js";
import { finish } from "../../solver/search/finish.js";
import { Search } from "../../solver/search/search.js";
import { State } from "../../solver/search/state.js";
import { DEFAULT_TUNING } from "../../solver/search/tuning.js";
import type { Problem } from "../../src/contracts/index.js";
import { loadMipEngine } from "../../src/lp/index.js";
import { type CompiledProblem } from "../../src/planning/compile.js";
import { solveDay } from "../../src/planning/solveDay.js";
import { randomProblem } from "../support/smallProblem.js";

let highs: LpEngine;
beforeAll(async () => {
  highs = await loadMipEngine();
});

/** How often choosing among routes has made a plan cheaper. */
let gains = 0;

/** A search that chooses among its routes every so many steps. */
function searchAndChoose(steps: number, every: number) {
  return (data: CompiledProblem["data"], { seed }: SolveOptions): SolveResult => {
    const model = new Model(data);
    const search = new Search(model, seed, DEFAULT_TUNING, true);
    search.construct(
      undefined,
      () => false,
      () => {},
    );
    for (let i = 1; i <= steps; i++) {
      search.step(0.2);
      if (i % every !== 0) continue;
      const before = search.bestCost;
      const found = search.partition(highs, { work: 50 });
      expect(found ? search.bestCost < before : search.bestCost === before).toBe(true);
      if (!found) continue;
      gains++;
      const fresh = new State(model);
      fresh.load(search.best);
      if (model.data.weights.worstLate === 0) expect(fresh.total()).toBeCloseTo(search.bestCost, 6);
    }
    const left = search.pinnedOutside();
    if (left.length > 0) {
      const conflicts = [{ visits: left, facts: [], provider: null, smallest: false }];
      return { kind: "pins-conflict", conflicts, proved: false };
    }
    const changed = search.changedPastLimit();
    if (changed > 0) return { kind: "limits-conflict", changedClients: changed, allowed: model.changedLimit };
    search.end();
    const { solution } = finish(model, search.best, undefined);
    return {
      kind: "solved",
      solution,
      cost: Math.round(search.bestCost),
      iterations: search.iteration,
      stoppedBy: "iterations",
    };
  };
}

describe("plans chosen from a pool of routes", () => {
  it("are valid and never dearer than before, on small days with every feature", () => {
    let valid = 0;
    for (let seed = 1; seed <= 60; seed++) {
      try {
        const { verdict } = solveDay(
          randomProblem(seed, { maxVisits: 9 }),
          { seed, iterations: 60, seconds: null },
          { solve: searchAndChoose(60, 20) },
        );
        expect(verdict.valid).toBe(true);
        valid++;
      } catch (error) {
        // Days whose pins or limits this short search does not meet have no plan to look at.
        if (!(error instanceof Error) || !/Conflict/.test(error.name)) throw error;
      }
    }
    expect(valid).toBeGreaterThan(50);
  }, 240_000);

  for (const day of ["all-features-60", "porto-48"]) {
    it(`are valid on ${day}, and sometimes cheaper`, () => {
      const file = new URL(`../../fixtures/days/${day}.json.gz`, import.meta.url);
      const problem = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Problem;
      gains = 0;
      for (const seed of [1, 2, 3]) {
        const { verdict } = solveDay(
          problem,
          { seed, iterations: 600, seconds: null },
          { solve: searchAndChoose(600, 50) },
        );
        expect(verdict.valid).toBe(true);
      }
      if (day === "porto-48") expect(gains).toBeGreaterThan(0);
    }, 240_000);
  }
});
