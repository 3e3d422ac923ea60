/**
 * Set partitioning in the search: the cheapest choice among routes of the pool, put together to
 * a plan. What coupled visits (crews, gaps, shifts of one nurse) have agreed on in the best
 * plan stays as it is, so that the routes of any choice fit to each other.
 */
import {
  choosePartition,
  type PartitionProblem,
  type PoolOutside,
  type PoolRoute,
} from "../columns/setPartition.js";
import type { LpEngine, LpLimits } from "../lp/engine.js";
import { FAR, type Model } from "../model/model.js";
import { Route } from "../schedule/route.js";
import type { PlanCopy } from "./planCopy.js";
import { crewAllows, nursesAllow } from "./repair/links.js";
import type { RoutePool } from "./routePool.js";
import { DEFAULT_TUNING } from "./tuning.js";
import { boughtFrom, OUT, type State } from "./state.js";

/**
 * Is a run with these limits long enough for the choice to pay? On shorter ones the same time
 * spent on the search finds better plans.
 */
export function choosesRoutes(iterations: number | null, seconds: number | null): boolean {
  if (iterations !== null) return iterations >= DEFAULT_TUNING.partitionSteps;
  return seconds !== null && seconds >= DEFAULT_TUNING.partitionSeconds;
}

/**
 * A plan cheaper than the one in `state`, made of routes of the pool; null: none was found.
 * `state` must hold the best plan; it holds the new one afterwards, or else the one given.
 */
export function partition(
  state: State,
  best: PlanCopy,
  pool: RoutePool,
  engine: LpEngine,
  limits: LpLimits,
): boolean {
  const { model } = state;
  const before = state.total();
  const problem = problemOf(state, pool);
  const chosen = choosePartition(problem, engine, limits, incumbentOf(problem, state));
  if (chosen === null) return false;
  const plan = assemble(model, best, pool, problem, chosen);
  state.load(plan);
  if (state.total() < before - 1e-6 && holds(state)) return true;
  state.load(best);
  return false;
}

/** A visit that others depend on, and that is on no route: it must stay there, since nothing has been agreed on for it. */
function mustStayOut(state: State, v: number): boolean {
  const { model } = state;
  return state.where[v] < 0 && (model.crew[v] > 1 || model.gapsOf[v].length > 0);
}

function problemOf(state: State, pool: RoutePool): PartitionProblem {
  const { model } = state;
  const routes: PoolRoute[] = [];
  // The plan's own routes come first, so that the incumbent is always among them.
  state.routes.forEach((route, s) => {
    if (route.length === 0) return;
    const visits = Array.from(route.seq.subarray(1, route.length + 1));
    routes.push({ shift: pool.classOf[s], visits, cost: route.cost });
  });
  const own = new Set(routes.map((r) => `${r.shift}:${r.visits.join()}`));
  const trials: Route[] = [];
  for (const { kind, visits } of pool.routes) {
    if (visits.some((v) => mustStayOut(state, v)) || own.has(`${kind}:${visits.join()}`)) continue;
    const shift = pool.members[kind][0];
    // Where a nurse has several shifts, what each may do hangs on the others: they stay as they are.
    if (model.siblings.some((pair) => pair.includes(shift))) continue;
    const trial = (trials[kind] ??= new Route(model, shift, state.bounds));
    trial.setSequence(visits);
    if (trial.cost === Infinity || trial.lonely) continue;
    routes.push({ shift: kind, visits, cost: trial.cost });
  }
  const outside: PoolOutside[] = [];
  for (let v = 0; v < model.visits; v++) {
    outside.push({ visit: v, provider: null, cost: model.unservedCost[v] });
    for (const p of model.providersOf[v])
      outside.push({ visit: v, provider: p, cost: model.providerCost[p] });
  }
  return {
    crew: model.crew,
    shiftCount: Int32Array.from(pool.members, (list) => list.length),
    providerMost: model.providerMax,
    routes,
    outside,
  };
}

function incumbentOf(problem: PartitionProblem, state: State): { routes: number[]; outside: number[] } {
  const used = state.routes.filter((r) => r.length > 0).length;
  const outside: number[] = [];
  problem.outside.forEach((one, i) => {
    const where = state.where[one.visit];
    if (where === (one.provider === null ? OUT : boughtFrom(one.provider))) outside.push(i);
  });
  return { routes: Array.from({ length: used }, (_, i) => i), outside };
}

function assemble(
  model: Model,
  best: PlanCopy,
  pool: RoutePool,
  problem: PartitionProblem,
  chosen: { readonly routes: readonly number[]; readonly outside: readonly number[] },
): PlanCopy {
  const next = pool.members.map(() => 0);
  const plan: PlanCopy = {
    sequences: model.shifts.map((): number[] => []),
    where: new Int32Array(model.visits).fill(OUT),
    crewAt: Array.from({ length: model.visits }, (): number[] => []),
    lo: best.lo.slice(),
    hi: best.hi.slice(),
    gaps: { bound: best.gaps.bound.slice(), at: best.gaps.at.slice() },
    siblings: { order: best.siblings.order.slice(), cut: best.siblings.cut.slice() },
  };
  for (const r of chosen.routes) {
    const { shift: kind, visits } = problem.routes[r];
    const s = pool.members[kind][next[kind]++];
    plan.sequences[s] = [...visits];
    for (const v of visits) {
      if (plan.where[v] === OUT) plan.where[v] = s;
      if (model.crew[v] > 1) plan.crewAt[v].push(s);
    }
  }
  for (const o of chosen.outside) {
    const { visit, provider } = problem.outside[o];
    if (provider !== null) plan.where[visit] = boughtFrom(provider);
  }
  // Whoever has left the routes is bound to nothing any more.
  for (let v = 0; v < model.visits; v++) {
    if (plan.where[v] >= 0 || !model.coupled[v]) continue;
    plan.lo[v] = -FAR;
    plan.hi[v] = FAR;
    for (const g of model.gapsOf[v]) plan.gaps.bound[g] = 0;
  }
  return plan;
}

/** What the partition does not look at: whole routes, nurses of crews and links. */
function holds(state: State): boolean {
  const { model } = state;
  if (!state.proper() || state.routes.some((r) => r.cost === Infinity)) return false;
  for (let v = 0; v < model.visits; v++) {
    if (state.where[v] < 0) continue;
    const shifts = state.shiftsOf(v);
    const nurses = shifts.map((s) => model.shifts[s].nurse);
    if (new Set(nurses).size < nurses.length) return false;
    if (model.nurseLinksOf[v].length === 0) continue;
    if (!nurses.every((nurse) => nursesAllow(state, v, nurse)) || !crewAllows(state, v, shifts)) return false;
  }
  return true;
}
