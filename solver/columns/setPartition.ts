/**
 * The best choice from a pool of routes: each shift (or class of equal shifts) at most its
 * number of routes, each visit served by its whole crew, bought, or left out. An integer
 * program, started from the incumbent. The answer is checked with whole numbers here and
 * is never worse than the incumbent; an engine that fails costs nothing but its time.
 *
 * Times of crews and gaps between routes are not looked at: whoever adopts a choice times
 * it again.
 */
import type { LinearProgram, LinearRow, LpEngine, LpLimits } from "../lp/engine.js";

/** One route of the pool; `cost` in whole points, everything in it. */
export interface PoolRoute {
  /** Shift, or class of equal shifts. */
  readonly shift: number;
  readonly visits: readonly number[];
  readonly cost: number;
}

/** A visit that stands outside, at a price. */
export interface PoolOutside {
  readonly visit: number;
  /** Null: unserved. */
  readonly provider: number | null;
  readonly cost: number;
}

export interface PartitionProblem {
  /** By visit: nurses it needs. */
  readonly crew: ArrayLike<number>;
  /** By shift or class: most routes. */
  readonly shiftCount: ArrayLike<number>;
  /** By provider: most visits; Infinity allowed. */
  readonly providerMost: ArrayLike<number>;
  readonly routes: readonly PoolRoute[];
  readonly outside: readonly PoolOutside[];
}

/** Positions in `routes` and `outside`. */
export interface Partition {
  readonly routes: readonly number[];
  readonly outside: readonly number[];
  readonly cost: number;
}

/** How far from 0 or 1 an answer's value may lie to be taken for it. */
const NEARLY = 1e-5;

/**
 * A valid choice cheaper than the incumbent, or null. `incumbent` must be a valid choice
 * itself, else it is ignored.
 */
export function choosePartition(
  problem: PartitionProblem,
  engine: LpEngine,
  limits: LpLimits,
  incumbent?: { readonly routes: readonly number[]; readonly outside: readonly number[] },
): Partition | null {
  const known = incumbent === undefined ? null : priced(problem, incumbent.routes, incumbent.outside);
  const { routes, outside } = problem;
  const columns = routes.length + outside.length;
  const cost = Float64Array.from([...routes, ...outside], (column) => column.cost);
  const program: LinearProgram = {
    columns,
    cost,
    lower: new Float64Array(columns),
    upper: new Float64Array(columns).fill(1),
    rows: rowsOf(problem),
    integer: new Uint8Array(columns).fill(1),
    ...(known === null ? {} : { start: startOf(columns, routes.length, known) }),
  };
  const answer = engine.solve(program, limits);
  if (answer.x.length !== columns) return null;
  const chosen: [number[], number[]] = [[], []];
  for (let c = 0; c < columns; c++) {
    const value = answer.x[c] as number;
    if (value > 1 - NEARLY) {
      if (c < routes.length) chosen[0].push(c);
      else chosen[1].push(c - routes.length);
    } else if (!(value < NEARLY)) return null;
  }
  const found = priced(problem, chosen[0], chosen[1]);
  if (found === null || (known !== null && found.cost >= known.cost)) return null;
  return found;
}

/** The choice with its cost, or null if it breaks a rule. */
export function priced(
  problem: PartitionProblem,
  routes: readonly number[],
  outside: readonly number[],
): Partition | null {
  const need = Int32Array.from({ length: problem.crew.length }, (_, v) => problem.crew[v] as number);
  const shifts = new Int32Array(problem.shiftCount.length);
  const providers = new Int32Array(problem.providerMost.length);
  let cost = 0;
  for (const r of routes) {
    const route = problem.routes[r];
    if (route === undefined) return null;
    const used = (shifts[route.shift] ?? 0) + 1;
    shifts[route.shift] = used;
    if (used > (problem.shiftCount[route.shift] as number)) return null;
    for (const v of route.visits) need[v] = (need[v] as number) - 1;
    cost += route.cost;
  }
  for (const o of outside) {
    const one = problem.outside[o];
    if (one === undefined) return null;
    if (one.provider !== null) {
      const taken = (providers[one.provider] ?? 0) + 1;
      providers[one.provider] = taken;
      if (taken > (problem.providerMost[one.provider] as number)) return null;
    }
    need[one.visit] = (need[one.visit] as number) - (problem.crew[one.visit] as number);
    cost += one.cost;
  }
  if (need.some((left) => left !== 0)) return null;
  return { routes: [...routes], outside: [...outside], cost };
}

function rowsOf(problem: PartitionProblem): LinearRow[] {
  const visits = problem.crew.length;
  const shifts = problem.shiftCount.length;
  const count = visits + shifts + problem.providerMost.length;
  const index: number[][] = Array.from({ length: count }, () => []);
  const value: number[][] = Array.from({ length: count }, () => []);
  const put = (row: number, column: number, amount: number): void => {
    index[row]?.push(column);
    value[row]?.push(amount);
  };
  problem.routes.forEach((route, c) => {
    for (const v of route.visits) put(v, c, 1);
    put(visits + route.shift, c, 1);
  });
  problem.outside.forEach((one, o) => {
    const c = problem.routes.length + o;
    put(one.visit, c, problem.crew[one.visit] as number);
    if (one.provider !== null) put(visits + shifts + one.provider, c, 1);
  });
  return index.map((columns, row) => {
    const isVisit = row < visits;
    const most = isVisit
      ? (problem.crew[row] as number)
      : row < visits + shifts
        ? (problem.shiftCount[row - visits] as number)
        : (problem.providerMost[row - visits - shifts] as number);
    return {
      index: Int32Array.from(columns),
      value: Float64Array.from(value[row] as number[]),
      lower: isVisit ? most : -Infinity,
      upper: most,
    };
  });
}

function startOf(columns: number, routes: number, known: Partition): Float64Array {
  const start = new Float64Array(columns);
  for (const r of known.routes) start[r] = 1;
  for (const o of known.outside) start[routes + o] = 1;
  return start;
}
