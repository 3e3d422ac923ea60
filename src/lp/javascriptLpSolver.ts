/**
 * javascript-lp-solver as an LpEngine. It knows variables that are zero or more only, so
 * every column is shifted to its lower bound; a column without one is split in two.
 */
import lpModule, { type SolverAPI } from "javascript-lp-solver";
import type { LinearProgram, LpAnswer, LpEngine } from "../../solver/lp/engine.js";

// The package's types describe its CommonJS face; as an ES module its default export is the
// solver itself.
const solver = lpModule as unknown as SolverAPI;

interface Constraint {
  min?: number;
  max?: number;
  equal?: number;
}

export function createJavascriptLpSolver(): LpEngine {
  return { name: "javascript-lp-solver", solve };
}

function solve(program: LinearProgram): LpAnswer {
  const { columns: n, cost, lower, upper, rows } = program;
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, Constraint> = {};
  const shift = new Float64Array(n);
  let constant = 0;
  for (let j = 0; j < n; j++) {
    const split = lower[j] === -Infinity;
    shift[j] = split ? 0 : lower[j];
    constant += cost[j] * shift[j];
    variables[`x${j}`] = { cost: cost[j] };
    if (split) variables[`y${j}`] = { cost: -cost[j] };
    if (upper[j] < Infinity) {
      variables[`x${j}`][`u${j}`] = 1;
      if (split) variables[`y${j}`][`u${j}`] = -1;
      constraints[`u${j}`] = { max: upper[j] - shift[j] };
    }
  }
  rows.forEach((row, i) => {
    let moved = 0;
    for (let k = 0; k < row.index.length; k++) {
      const j = row.index[k];
      moved += row.value[k] * shift[j];
      variables[`x${j}`][`r${i}`] = row.value[k];
      if (lower[j] === -Infinity) variables[`y${j}`][`r${i}`] = -row.value[k];
    }
    if (row.lower === row.upper) constraints[`r${i}`] = { equal: row.lower - moved };
    else {
      const c: Constraint = {};
      if (row.lower > -Infinity) c.min = row.lower - moved;
      if (row.upper < Infinity) c.max = row.upper - moved;
      constraints[`r${i}`] = c;
    }
  });
  const ints: Record<string, 1> = {};
  program.integer?.forEach((flag, j) => {
    if (flag) ints[`x${j}`] = 1;
  });
  const answer = solver.Solve({ optimize: "cost", opType: "min", constraints, variables, ints }) as Record<
    string,
    number | boolean | undefined
  >;
  const none = new Float64Array(0);
  if (answer["bounded"] === false) return { status: "unbounded", x: none, objective: -Infinity };
  if (answer["feasible"] !== true) return { status: "infeasible", x: none, objective: Infinity };
  const x = new Float64Array(n);
  for (let j = 0; j < n; j++) x[j] = shift[j] + Number(answer[`x${j}`] ?? 0) - Number(answer[`y${j}`] ?? 0);
  return { status: "optimal", x, objective: constant + Number(answer["result"] ?? 0) };
}
