/** HiGHS (WebAssembly) as an LpEngine, for single programs with or without whole numbers. */
import highsModule, { type Highs } from "highs";
import type { LinearProgram, LpAnswer, LpEngine, LpLimits } from "../../solver/lp/engine.js";

// The package's types describe its CommonJS face; as an ES module its default export is the
// loader itself.
const loadHighs = highsModule as unknown as () => Promise<Highs>;

/** Loads the library once; the engine it returns works synchronously. */
export async function highsLpEngine(): Promise<LpEngine> {
  const highs = await loadHighs();
  return { name: "highs", solve: (program, limits) => solve(highs, program, limits) };
}

function solve(highs: Highs, program: LinearProgram, limits: LpLimits = {}): LpAnswer {
  const rows = program.rows.length;
  const rowStart = new Int32Array(rows + 1);
  program.rows.forEach((row, r) => (rowStart[r + 1] = rowStart[r] + row.index.length));
  const index = new Int32Array(rowStart[rows]);
  const value = new Float64Array(rowStart[rows]);
  program.rows.forEach((row, r) => {
    index.set(row.index, rowStart[r]);
    value.set(row.value, rowStart[r]);
  });
  const whole = program.integer?.some((flag) => flag !== 0) === true;
  const model = highs.createModel({
    numCols: program.columns,
    numRows: rows,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: Float64Array.from(program.rows, (row) => row.lower),
    rowUpper: Float64Array.from(program.rows, (row) => row.upper),
    matrix: {
      format: "csr",
      numRows: rows,
      numCols: program.columns,
      starts: rowStart,
      indices: index,
      values: value,
    },
    ...(whole && program.integer !== undefined ? { integrality: Int32Array.from(program.integer) } : {}),
  });
  try {
    model.options.set("output_flag", false);
    if (limits.seconds !== undefined) model.options.set("time_limit", limits.seconds);
    if (limits.work !== undefined) {
      model.options.set(whole ? "mip_max_nodes" : "simplex_iteration_limit", limits.work);
    }
    if (whole && program.start !== undefined) model.setSolution({ colValue: program.start });
    model.run();
    return answerOf(highs, model, whole);
  } finally {
    model.dispose();
  }
}

function answerOf(highs: Highs, model: ReturnType<Highs["createModel"]>, whole: boolean): LpAnswer {
  const codes = highs.constants.modelStatus;
  const status = model.getModelStatus();
  const none = new Float64Array(0);
  if (status === codes.infeasible) return { status: "infeasible", x: none, objective: Infinity };
  if (status === codes.unbounded) return { status: "unbounded", x: none, objective: -Infinity };
  const { colValue, rowDual } = model.getSolution();
  const objective = model.getObjectiveValue();
  if (status === codes.optimal) {
    return { status: "optimal", x: colValue, objective, ...(whole ? {} : { duals: rowDual }) };
  }
  // Stopped by a limit: an integer program may still have a point; callers check it.
  if (whole && colValue.length > 0 && Number.isFinite(objective)) {
    return { status: "feasible", x: colValue, objective };
  }
  return { status: "stopped", x: none, objective: Number.NaN };
}
