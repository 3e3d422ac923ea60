/** A finished plan as the optimiser's state, orders as given and times at their best. */
import { Model } from "../model/model.js";
import type { ProblemData } from "../model/problem.js";
import type { Solution } from "../model/solution.js";
import { OUT, State } from "../search/state.js";
import { loadSolution } from "../search/warm.js";

export interface LoadedPlan {
  readonly model: Model;
  readonly state: State;
  /** Visits that the plan serves or buys and the optimiser could not keep: the plan breaks a rule there. */
  readonly dropped: readonly number[];
}

export function loadPlan(data: ProblemData, solution: Solution): LoadedPlan {
  const model = new Model(data);
  model.lateThreshold = worstLate(data, solution);
  if (model.lateThreshold > 0 && data.weights.worstLate > 0) model.buildPieces();
  const state = new State(model);
  loadSolution(state, solution);
  const placed = new Set(solution.bought.map(({ visit }) => visit));
  for (const route of solution.routes)
    for (const stop of route.stops) if (stop.kind === "visit") placed.add(stop.visit);
  return { model, state, dropped: [...placed].filter((v) => state.where[v] === OUT).sort((a, b) => a - b) };
}

/** Largest late seconds: as long as nothing is later, `worstLate` stays as it is. */
function worstLate(data: ProblemData, solution: Solution): number {
  let worst = 0;
  for (const route of solution.routes)
    for (const stop of route.stops)
      if (stop.kind === "visit") worst = Math.max(worst, lateSeconds(data, stop.visit, stop.start));
  return worst;
}

export function lateSeconds(data: ProblemData, visit: number, start: number): number {
  const { preferred } = data.visits[visit];
  return preferred ? Math.max(0, start - preferred.to) : 0;
}

/** Visits by shift, in order. */
export function sequencesOf(state: State): number[][] {
  return state.routes.map((r) => Array.from(r.seq.subarray(1, r.length + 1)));
}
