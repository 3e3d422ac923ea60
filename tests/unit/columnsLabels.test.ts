/** Parts of the pricing problem on their own. */
import { describe, expect, it } from "vitest";
import { LabelPool } from "../../solver/columns/labelPool.js";
import { boundByCount, pointsUp } from "../../solver/columns/lagrangian.js";
import { NgSets } from "../../solver/columns/ngSets.js";
import { type Source, seededSource } from "../support/source.js";

/** A random convex falling cost function as label `l` of the pool. */
function label(pool: LabelPool, source: Source): number {
  pool.reserve(1, 4);
  const l = pool.count++;
  pool.start[l] = source.int(0, 10);
  pool.startCost[l] = source.int(0, 40);
  pool.pieceFrom[l] = pool.pieceCount;
  const pieces = source.int(0, 3);
  pool.pieces[l] = pieces;
  const slopes = Array.from({ length: pieces }, () => -source.int(1, 5)).sort((a, b) => a - b);
  let at = pool.start[l]!;
  let cost = pool.startCost[l]!;
  for (const slope of slopes) {
    const length = source.int(1, 4);
    at += length;
    cost += slope * length;
    pool.pieceEnd[pool.pieceCount] = at;
    pool.pieceSlope[pool.pieceCount++] = slope;
  }
  pool.endCost[l] = cost;
  return l;
}

describe("labels of the pricing problem", () => {
  it("compare cost functions as their values at every second do", () => {
    const source = seededSource(5);
    const pool = new LabelPool();
    let covered = 0;
    for (let number = 0; number < 20_000; number += 1) {
      pool.clear();
      const a = label(pool, source);
      const b = label(pool, source);
      const extra = source.int(0, 3);
      let all = pool.start[a]! <= pool.start[b]!;
      for (let t = pool.start[b]!; all && t <= 30; t += 1) {
        if (pool.costAt(a, t) + extra > pool.costAt(b, t)) all = false;
      }
      expect(pool.coversCost(a, b, extra)).toBe(all);
      if (all) covered += 1;
    }
    expect(covered).toBeGreaterThan(1000);
  });

  it("remember what neighbourhoods keep", () => {
    const ng = new NgSets(4);
    expect(ng.allows([0, 1, 0])).toBe(true);
    expect(ng.add(1, 0)).toBe(true);
    expect(ng.add(1, 0)).toBe(false);
    expect(ng.allows([0, 1, 0])).toBe(false);
    expect(ng.allows([0, 2, 0])).toBe(true);
    expect(ng.allows([0, 1, 2, 0])).toBe(true);
    ng.add(2, 0);
    expect(ng.allows([0, 1, 2, 0])).toBe(false);
    expect(ng.allows([0, 0])).toBe(false);
  });
});

describe("the Lagrangian bound", () => {
  const outside = {
    unserved: Float64Array.of(100, 300, Infinity),
    providers: [[0], [], []],
    providerCost: Float64Array.of(40),
    providerMost: Float64Array.of(1),
    crew: Int32Array.of(1, 2, 1),
  };

  it("adds up shares by number of unserved visits", () => {
    const prices = { visit: Float64Array.of(50, 20, 10), provider: Float64Array.of(-5) };
    const bound = boundByCount(outside, prices, [-7, 3], [2, 4]);
    // Prices 50 + 2 x 20 + 10, two routes at -7, the provider's row 1 x -5, visit 0 bought: 40 + 5 - 50.
    expect(bound[0]).toBe(50 + 40 + 10 - 14 - 5 - 5);
    // Leaving visit 0 out costs 100 - 50 instead of -5; visit 1 300 - 40; visit 2 must be served.
    expect(bound[1]).toBe(bound[0]! + 55);
    expect(bound[2]).toBe(bound[1]! + 260);
    expect(bound[3]).toBe(Infinity);
  });

  it("rounds up to whole points and no further", () => {
    expect(pointsUp(64, 32)).toBe(2);
    expect(pointsUp(65, 32)).toBe(3);
    expect(pointsUp(95, 32)).toBe(3);
    expect(pointsUp(-33, 32)).toBe(-1);
    expect(pointsUp(Infinity, 32)).toBe(Infinity);
  });
});
