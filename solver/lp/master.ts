/**
 * The door to a growing linear program: columns are added round by round, row limits may
 * change, and each solve starts from the basis of the one before. Column generation needs
 * dual values, which {@link import("./engine.js").LpEngine} does not promise.
 *
 * Answers are never trusted: bounds are computed from the duals in whole numbers, and are
 * valid whatever the duals are.
 */

/** Columns to add, as compressed sparse columns. All arrays are copied. */
export interface MasterColumns {
  /** One a column. */
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  /** Infinity allowed. */
  readonly upper: Float64Array;
  /** Length columns + 1; entries of column c are `start[c] .. start[c + 1] - 1`. */
  readonly start: Int32Array;
  /** Rows of the entries, ascending within a column. */
  readonly row: Int32Array;
  readonly value: Float64Array;
}

export interface MasterAnswer {
  readonly status: "optimal" | "infeasible" | "stopped";
  readonly objective: number;
  /** One a column; empty when the library gives none. */
  readonly primal: Float64Array;
  /** One a row: change of the objective by one more unit of the row's active limit. */
  readonly duals: Float64Array;
}

/** One program that grows; minimises. Column indices are given in order of addition. */
export interface MasterLp {
  readonly rows: number;
  readonly columns: number;
  addColumns(columns: MasterColumns): void;
  /** Forbids (false) or allows (true) columns by setting their upper limit to 0 or infinity. */
  allowColumns(columns: Int32Array, allowed: boolean): void;
  setRowBounds(row: number, lower: number, upper: number): void;
  /** One row more; entries of columns that stand already, ascending. Columns added later may hold it too. */
  addRow(lower: number, upper: number, columns: Int32Array, values: Float64Array): void;
  solve(): MasterAnswer;
  /** Frees what the library holds; no call may follow. */
  dispose(): void;
}

/** Makes empty programs with the given row limits (-Infinity and Infinity allowed). */
export interface MasterEngine {
  readonly name: string;
  create(rowLower: Float64Array, rowUpper: Float64Array): MasterLp;
}
