/**
 * The door to linear programming. The optimiser states small programs; an adapter in
 * `src/lp` answers with some library. Answers are never trusted: callers check
 * feasibility (and integrality) with their own whole-number arithmetic.
 */

/** Minimise `cost . x` with `lower <= x <= upper` and rows `rowLower <= A x <= rowUpper`. */
export interface LinearProgram {
  readonly columns: number;
  readonly cost: Float64Array;
  /** Least value of each column; -Infinity allowed. */
  readonly lower: Float64Array;
  /** Greatest value of each column; Infinity allowed. */
  readonly upper: Float64Array;
  /** Rows as sparse lists. */
  readonly rows: readonly LinearRow[];
  /** Columns that must be whole numbers; absent: none. */
  readonly integer?: Uint8Array;
  /** Values to start from (for integer programs), one a column. */
  readonly start?: Float64Array;
}

export interface LinearRow {
  readonly index: Int32Array;
  readonly value: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

export interface LpLimits {
  /** Greatest number of simplex iterations or nodes, where the engine knows it. */
  readonly work?: number;
  /** Seconds; only for runs that are limited by time. */
  readonly seconds?: number;
}

export type LpStatus = "optimal" | "feasible" | "infeasible" | "unbounded" | "stopped";

export interface LpAnswer {
  readonly status: LpStatus;
  /** Values by column; empty when there are none. */
  readonly x: Float64Array;
  readonly objective: number;
  /** Dual values by row, where the engine gives them. */
  readonly duals?: Float64Array;
}

export interface LpEngine {
  readonly name: string;
  solve(program: LinearProgram, limits?: LpLimits): LpAnswer;
}
