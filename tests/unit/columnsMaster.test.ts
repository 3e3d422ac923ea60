/** The two engines of the growing master program agree. */
import { describe, expect, it } from "vitest";
import type { MasterColumns, MasterEngine } from "../../solver/lp/master.js";
import { highsMasterEngine } from "../../src/lp/highsMaster.js";
import { javascriptMasterEngine } from "../../src/lp/javascriptMaster.js";
import { type Source, seededSource } from "../support/source.js";

const ROWS = 6;

function columnsOf(source: Source, count: number): MasterColumns {
  const start = [0];
  const row: number[] = [];
  const value: number[] = [];
  for (let c = 0; c < count; c += 1) {
    for (let r = 0; r < ROWS; r += 1) {
      if (source.int(0, 2) > 0) continue;
      row.push(r);
      value.push(source.int(1, 2));
    }
    start.push(row.length);
  }
  return {
    cost: Float64Array.from({ length: count }, () => source.int(1, 100)),
    lower: new Float64Array(count),
    upper: new Float64Array(count).fill(Infinity),
    start: Int32Array.from(start),
    row: Int32Array.from(row),
    value: Float64Array.from(value),
  };
}

/** Every row can be covered alone, at a price. */
function slack(): MasterColumns {
  return {
    cost: new Float64Array(ROWS).fill(150),
    lower: new Float64Array(ROWS),
    upper: new Float64Array(ROWS).fill(Infinity),
    start: Int32Array.from({ length: ROWS + 1 }, (_, c) => c),
    row: Int32Array.from({ length: ROWS }, (_, c) => c),
    value: new Float64Array(ROWS).fill(1),
  };
}

function values(engine: MasterEngine, seed: number): { objectives: number[]; dualValues: number[] } {
  const source = seededSource(seed);
  const lower = Float64Array.from({ length: ROWS }, (_, r) => (r < 4 ? source.int(1, 3) : -Infinity));
  const upper = Float64Array.from({ length: ROWS }, (_, r) => (r < 4 ? Infinity : source.int(2, 5)));
  const master = engine.create(lower, upper);
  const objectives: number[] = [];
  const dualValues: number[] = [];
  master.addColumns(slack());
  const solve = () => {
    const answer = master.solve();
    expect(answer.status).toBe("optimal");
    expect(answer.primal.length).toBe(master.columns);
    objectives.push(answer.objective);
    let dual = 0;
    answer.duals.forEach((y, r) => (dual += y * (r < 4 ? lower[r]! : upper[r]!)));
    dualValues.push(dual);
  };
  solve();
  for (let round = 0; round < 4; round += 1) {
    master.addColumns(columnsOf(source, 3));
    solve();
  }
  master.allowColumns(Int32Array.of(ROWS, ROWS + 1), false);
  solve();
  lower[0]! += 2;
  master.setRowBounds(0, lower[0]!, Infinity);
  solve();
  master.dispose();
  return { objectives, dualValues };
}

describe("the growing master program", () => {
  it("has one value in both libraries, and duals that prove it", async () => {
    const highs = await highsMasterEngine();
    for (let seed = 0; seed < 40; seed += 1) {
      const a = values(highs, seed);
      const b = values(javascriptMasterEngine(), seed);
      for (let k = 0; k < a.objectives.length; k += 1) {
        expect(b.objectives[k], `seed ${seed}`).toBeCloseTo(a.objectives[k]!, 5);
        expect(a.dualValues[k], `seed ${seed}`).toBeCloseTo(a.objectives[k]!, 5);
        expect(b.dualValues[k], `seed ${seed}`).toBeCloseTo(a.objectives[k]!, 5);
      }
    }
  });
});
