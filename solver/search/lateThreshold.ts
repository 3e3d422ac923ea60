/**
 * `worstLate` prices the greatest lateness of the whole plan, which no route knows alone.
 * Each visit pays for the part of its lateness past a threshold, and the plan for the
 * threshold itself: never less than the true price, and just that where the threshold is the
 * plan's greatest lateness. The search goes from threshold to threshold, so that the one of
 * the best plan is among them.
 */
import type { Model } from "../model/model.js";
import type { Rng } from "../support/rng.js";
import { timesOf } from "../schedule/times.js";
import type { PlanCopy } from "./planCopy.js";
import type { State } from "./state.js";

export class LateThreshold {
  /** Iterations with one threshold. */
  readonly every: number;
  private turns = 0;
  /** Greatest lateness of the best plan. */
  private bestWorst = 0;

  constructor(
    private readonly state: State,
    private readonly rng: Rng,
  ) {
    this.every = state.model.visits <= 30 ? 50 : 500;
  }

  /** Does the problem need it? */
  static supports(model: Model): boolean {
    return model.data.weights.worstLate > 0 && model.data.visits.some((v) => v.preferred);
  }

  /** The cost of the state as the contract counts it, in the times that the threshold chose; notes it as the best. */
  costOfBest(total: number): number {
    const { model } = this.state;
    const rate = model.data.weights.worstLate;
    let worst = 0;
    let past = 0;
    for (const late of latenesses(this.state)) {
      worst = Math.max(worst, late);
      past += Math.max(0, late - model.lateThreshold);
    }
    this.bestWorst = worst;
    return total + rate * (worst - model.lateThreshold - past);
  }

  /** Goes on with another threshold: the best plan's own, none, or one between. */
  turn(): void {
    const u = this.rng.float();
    const shares = [1, u, 0, u * u];
    this.set(Math.round(this.bestWorst * shares[this.turns++ % shares.length]));
  }

  /** The threshold of the best plan, for its final times. */
  settle(best: PlanCopy): void {
    this.set(this.bestWorst);
    this.state.load(best);
  }

  private set(threshold: number): void {
    const { state } = this;
    if (state.model.lateThreshold === threshold) return;
    state.model.lateThreshold = threshold;
    state.model.buildPieces();
    for (const route of state.routes) route.rebuild();
  }
}

/** Seconds by which served visits start after their preferred time, one number a visit. */
function latenesses(state: State): number[] {
  const { model } = state;
  const late = new Map<number, number>();
  for (const route of state.routes) {
    if (route.length === 0) continue;
    for (const stop of timesOf(route).stops) {
      if (stop.kind !== "visit") continue;
      const preferred = model.data.visits[stop.visit].preferred;
      if (preferred && stop.start > preferred.to) late.set(stop.visit, stop.start - preferred.to);
    }
  }
  return [...late.values()];
}
