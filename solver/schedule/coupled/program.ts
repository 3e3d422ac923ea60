/** Differences as a linear program, and its answer as whole seconds that were checked. */
import type { LinearRow, LpEngine } from "../../lp/engine.js";
import { type Differences, ORIGIN } from "./differences.js";

export interface Timed {
  /** By node. */
  readonly at: Float64Array;
  /** Added up from the times, in whole numbers. */
  readonly cost: number;
}

/**
 * Least-cost times by the engine. Null where it finds none, or where its answer, rounded to
 * seconds, breaks an arc.
 */
export function solveDifferences(d: Differences, lp: LpEngine): Timed | null {
  const earliest = d.earliest();
  if (!earliest) return null;
  // Column j is node j + 1; then the seconds short of each priced arc.
  const clocks = d.nodes - 1;
  const columns = clocks + d.priced.length;
  const cost = new Float64Array(columns);
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns).fill(Infinity);
  for (let j = 0; j < clocks; j++) lower[j] = earliest[j + 1];
  const rows: LinearRow[] = [];
  for (let a = 0; a < d.hardLeast.length; a++) {
    const from = d.hardFrom[a];
    const to = d.hardTo[a];
    const least = d.hardLeast[a];
    if (from === ORIGIN) continue;
    if (to === ORIGIN) upper[from - 1] = Math.min(upper[from - 1], -least);
    else rows.push(row([to - 1, from - 1], [1, -1], least));
  }
  d.priced.forEach(({ from, to, least, price }, k) => {
    const short = clocks + k;
    cost[short] = price;
    const index = [short];
    const value = [1];
    if (to !== ORIGIN) {
      index.push(to - 1);
      value.push(1);
    }
    if (from !== ORIGIN) {
      index.push(from - 1);
      value.push(-1);
    }
    rows.push(row(index, value, least));
  });
  const answer = lp.solve({ columns, cost, lower, upper, rows });
  if (answer.status !== "optimal" && answer.status !== "feasible") return null;
  const at = new Float64Array(d.nodes);
  for (let j = 0; j < clocks; j++) at[j + 1] = Math.round(answer.x[j]);
  return d.holds(at) ? { at, cost: d.cost(at) } : null;
}

function row(index: number[], value: number[], lower: number): LinearRow {
  return { index: Int32Array.from(index), value: Float64Array.from(value), lower, upper: Infinity };
}
