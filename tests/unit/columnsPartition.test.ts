/** Choosing from a pool of routes: right, and never worse than what is known. */
import { beforeAll, describe, expect, it } from "vitest";
import { choosePartition, type PartitionProblem, priced } from "../../solver/columns/setPartition.js";
import type { LpEngine } from "../../solver/lp/engine.js";
import { highsLpEngine } from "../../src/lp/highsLp.js";
import { seededSource } from "../support/source.js";

let highs: LpEngine;
beforeAll(async () => {
  highs = await highsLpEngine();
});

const VISITS = 6;

function poolOf(seed: number): PartitionProblem {
  const source = seededSource(seed);
  const routes = Array.from({ length: 10 }, () => {
    const visits = Array.from({ length: VISITS }, (_, v) => v).filter(() => source.int(0, 2) === 0);
    return { shift: source.int(0, 2), visits, cost: source.int(10, 60) };
  });
  const outside = Array.from({ length: VISITS }, (_, visit) => ({
    visit,
    provider: null as number | null,
    cost: 100,
  }));
  for (let k = 0; k < 3; k += 1) {
    outside.push({ visit: source.int(0, VISITS - 1), provider: 0, cost: source.int(20, 70) });
  }
  const crew = Array.from({ length: VISITS }, () => (source.int(0, 4) === 0 ? 2 : 1));
  return { crew, shiftCount: [1, 1, 2], providerMost: [1], routes, outside };
}

/** Every subset of routes with every way to leave the others out. */
function cheapest(problem: PartitionProblem): number {
  let best = Infinity;
  const goOutside = (routes: number[], from: number, outside: number[]): void => {
    const found = priced(problem, routes, outside);
    if (found !== null) best = Math.min(best, found.cost);
    for (let o = from; o < problem.outside.length; o += 1) goOutside(routes, o + 1, [...outside, o]);
  };
  for (let set = 0; set < 1 << problem.routes.length; set += 1) {
    const routes = problem.routes.flatMap((_, r) => ((set >> r) & 1 ? [r] : []));
    const served = new Int32Array(VISITS);
    for (const r of routes) for (const v of problem.routes[r]!.visits) served[v]! += 1;
    const possible = served.every((n, v) => n === 0 || n === problem.crew[v]);
    if (possible) goOutside(routes, 0, []);
  }
  return best;
}

const nobody = { routes: [], outside: Array.from({ length: VISITS }, (_, v) => v) };

describe("choosing from a pool of routes", () => {
  it("finds the cheapest choice", () => {
    for (let seed = 0; seed < 25; seed += 1) {
      const problem = poolOf(seed);
      const best = cheapest(problem);
      expect(choosePartition(problem, highs, {})?.cost).toBe(best);
      const start = priced(problem, nobody.routes, nobody.outside)!.cost;
      const better = choosePartition(problem, highs, {}, nobody);
      if (best < start) expect(better?.cost).toBe(best);
      else expect(better).toBeNull();
    }
  });

  it("does not believe fractions, broken rules or an engine without an answer", () => {
    const problem: PartitionProblem = {
      crew: [1, 1],
      shiftCount: [1],
      providerMost: [],
      routes: [
        { shift: 0, visits: [0], cost: 1 },
        { shift: 0, visits: [1], cost: 1 },
      ],
      outside: [
        { visit: 0, provider: null, cost: 9 },
        { visit: 1, provider: null, cost: 9 },
      ],
    };
    const saying = (...x: number[]): LpEngine => ({
      name: "fake",
      solve: () => ({ status: "optimal", x: Float64Array.from(x), objective: 0 }),
    });
    expect(choosePartition(problem, saying(0.5, 0.5, 0.5, 0.5), {})).toBeNull();
    expect(choosePartition(problem, saying(1, 1, 0, 0), {})).toBeNull();
    expect(choosePartition(problem, saying(1, 0, 0, 0), {})).toBeNull();
    expect(choosePartition(problem, saying(), {})).toBeNull();
    expect(choosePartition(problem, saying(1, 0, 0, 1), {})?.cost).toBe(10);
    const incumbent = { routes: [0], outside: [1] };
    expect(choosePartition(problem, saying(1, 0, 0, 1), {}, incumbent)).toBeNull();
  });
});
