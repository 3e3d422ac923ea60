/**
 * The growing linear program on javascript-lp-solver, which keeps no basis and gives no
 * duals: every solve states the dual program anew (a variable a row, a constraint a column)
 * and takes its solution for the duals, and states the program itself for its values.
 * For comparison with HiGHS; only rows with one limit, or none, are known.
 */
import type { LpEngine } from "../../solver/lp/engine.js";
import type { MasterAnswer, MasterColumns, MasterEngine, MasterLp } from "../../solver/lp/master.js";
import { createJavascriptLpSolver } from "./javascriptLpSolver.js";

interface Column {
  readonly cost: number;
  row: Int32Array;
  value: Float64Array;
  allowed: boolean;
}

class JavascriptMaster implements MasterLp {
  private readonly list: Column[] = [];

  constructor(
    private readonly engine: LpEngine,
    private lower: Float64Array,
    private upper: Float64Array,
  ) {}

  get rows(): number {
    return this.lower.length;
  }

  get columns(): number {
    return this.list.length;
  }

  addColumns(add: MasterColumns): void {
    add.cost.forEach((cost, c) => {
      const from = add.start[c];
      const to = add.start[c + 1];
      const column = { cost, row: add.row.slice(from, to), value: add.value.slice(from, to), allowed: true };
      this.list.push(column);
    });
  }

  allowColumns(columns: Int32Array, allowed: boolean): void {
    for (const c of columns) this.list[c].allowed = allowed;
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    this.lower[row] = lower;
    this.upper[row] = upper;
  }

  addRow(lower: number, upper: number, columns: Int32Array, values: Float64Array): void {
    const row = this.rows;
    this.lower = Float64Array.of(...this.lower, lower);
    this.upper = Float64Array.of(...this.upper, upper);
    columns.forEach((c, k) => {
      const column = this.list[c];
      column.row = Int32Array.of(...column.row, row);
      column.value = Float64Array.of(...column.value, values[k]);
    });
  }

  solve(): MasterAnswer {
    const active = this.list.flatMap((column, index) => (column.allowed ? [{ column, index }] : []));
    const count = active.length;
    // Dual: maximise limits . y, y >= 0 on lower limits, <= 0 on upper ones, A' y <= cost.
    const dual = this.engine.solve({
      columns: this.rows,
      cost: Float64Array.from(this.lower, (low, r) => -(low > -Infinity ? low : this.limit(r))),
      lower: Float64Array.from(this.lower, (low, r) =>
        low > -Infinity ? 0 : this.upper[r] < Infinity ? -Infinity : 0,
      ),
      upper: Float64Array.from(this.lower, (low) => (low > -Infinity ? Infinity : 0)),
      rows: active.map(({ column }) => ({
        index: column.row,
        value: column.value,
        lower: -Infinity,
        upper: column.cost,
      })),
    });
    const primal = this.engine.solve({
      columns: count,
      cost: Float64Array.from(active, ({ column }) => column.cost),
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(Infinity),
      rows: this.rowsOf(active.map(({ column }) => column)),
    });
    if (dual.status !== "optimal" || primal.status !== "optimal") {
      const none = new Float64Array(0);
      const status = primal.status === "infeasible" ? "infeasible" : "stopped";
      return { status, objective: Number.NaN, primal: none, duals: none };
    }
    const values = new Float64Array(this.list.length);
    active.forEach(({ index }, k) => (values[index] = primal.x[k]));
    return { status: "optimal", objective: primal.objective, primal: values, duals: dual.x };
  }

  private limit(row: number): number {
    return this.upper[row] < Infinity ? this.upper[row] : 0;
  }

  private rowsOf(columns: readonly Column[]) {
    const index: number[][] = Array.from({ length: this.rows }, () => []);
    const value: number[][] = Array.from({ length: this.rows }, () => []);
    columns.forEach((column, c) => {
      column.row.forEach((r, k) => {
        index[r].push(c);
        value[r].push(column.value[k]);
      });
    });
    return index.map((list, r) => ({
      index: Int32Array.from(list),
      value: Float64Array.from(value[r]),
      lower: this.lower[r],
      upper: this.upper[r],
    }));
  }

  dispose(): void {
    this.list.length = 0;
  }
}

export function javascriptMasterEngine(): MasterEngine {
  const engine = createJavascriptLpSolver();
  return {
    name: engine.name,
    create: (lower, upper) => new JavascriptMaster(engine, lower.slice(), upper.slice()),
  };
}
