/**
 * What one visit costs where it stands, and what moving it alone would save: quick answers about
 * a plan whose other visits stay. Every saving told is that of a plan that is there to be had.
 */
import type { ProblemData } from "../model/problem.js";
import type { Solution } from "../model/solution.js";
import { emptyPlan, type PlanCopy } from "../search/planCopy.js";
import { OUT } from "../search/state.js";
import { PartCounter } from "./parts.js";
import { placesFor } from "./places.js";
import { loadPlan, type LoadedPlan } from "./planState.js";

export class Relief {
  private readonly loaded: LoadedPlan;
  private readonly counter: PartCounter;
  private readonly copy: PlanCopy;
  /** Points of the plan, its orders kept and times at their best. */
  readonly total: number;

  constructor(data: ProblemData, solution: Solution) {
    this.loaded = loadPlan(data, solution);
    const { state, model } = this.loaded;
    this.counter = new PartCounter(state);
    this.copy = emptyPlan(model);
    state.save(this.copy);
    this.total = state.total();
  }

  /** False: the plan breaks rules of this problem, so what is told of it means nothing. */
  get whole(): boolean {
    return this.loaded.dropped.length === 0;
  }

  /** Points that the plan would save if the visit needed nobody: no change of its rules alone saves more. */
  weight(v: number): number {
    const { state, model } = this.loaded;
    if (state.where[v] === OUT) return model.unservedCost[v];
    state.begin();
    const weight = this.without(v);
    state.rollback();
    return weight;
  }

  /** Points saved by the best other place for this visit alone; 0: it stands best where it is. */
  bestMove(v: number): number {
    const { state, model } = this.loaded;
    const paid = state.where[v] === OUT ? model.unservedCost[v] : this.without(v);
    const [place] = placesFor(state, v, this.counter);
    state.load(this.copy);
    return place === undefined ? 0 : Math.max(0, paid - place.extra);
  }

  /** Takes the visit off; the points that it has cost. */
  private without(v: number): number {
    const { state, model } = this.loaded;
    state.remove([v], 1);
    return this.total - (state.total() - model.unservedCost[v]);
  }
}
