/**
 * Puts absent visits back, each at its cheapest place by the exact cost of the whole plan;
 * two visits bound by a gap go in together. Places are tried in the order of a lower bound,
 * until the bound passes the best exact cost found.
 */
import type { Rng } from "../../support/rng.js";
import type { CoupledPlan } from "./plan.js";
import { Places } from "./places.js";
import type { CoupledTuning } from "./tuning.js";

export class Recreate {
  private readonly own: Places;
  private readonly other: Places;
  private readonly order: Int32Array;
  private readonly key: Float64Array;
  private bestAfter = -1;

  constructor(
    private readonly plan: CoupledPlan,
    private readonly rng: Rng,
    private readonly tuning: CoupledTuning,
    /** By visit: keys of the orders to insert in. */
    private readonly keys: readonly Float64Array[],
  ) {
    const { layout } = plan;
    this.own = new Places(layout);
    this.other = new Places(layout);
    this.order = new Int32Array(layout.visits);
    this.key = new Float64Array(layout.visits);
  }

  /** Puts in what can go in. False: the cost came to `limit`, and the plan is to be undone. */
  run(limit: number): boolean {
    const { plan, order } = this;
    const n = this.sortAbsent();
    const { mates } = plan.layout;
    for (let i = 0; i < n; i++) {
      const v = order[i];
      if (plan.route[v] >= 0) continue;
      const list = mates[v];
      const mate = list.length === 1 && plan.route[list[0]] < 0 ? list[0] : -1;
      if (mate < 0) this.single(v);
      else this.pair(v, mate);
    }
    return plan.cost() < limit;
  }

  /** Exact best place of one visit; it stays out where that is cheaper or nothing fits. */
  private single(v: number): void {
    const { plan, own } = this;
    const best = this.bestSingle(v, plan.cost(), own, 1);
    if (best < Infinity) plan.insert(v, this.bestAfter, Infinity);
  }

  /** Cheapest plan with `v` put in that costs less than `limit`, or Infinity; its place is `bestAfter`. */
  private bestSingle(v: number, limit: number, places: Places, level: number): number {
    const { plan, tuning } = this;
    const out = plan.layout.model.unservedCost[v];
    const base = plan.cost() - out;
    let best = limit;
    let found = Infinity;
    places.find(plan, v, best - base, this.rng, tuning.blink);
    for (;;) {
      const k = places.least();
      if (k < 0 || base + places.bound[k] >= best) break;
      const after = places.after[k];
      places.drop(k);
      plan.mark(level);
      if (plan.insert(v, after, best)) {
        best = found = plan.cost();
        this.bestAfter = after;
      }
      plan.undo(level);
    }
    return found;
  }

  /** Both visits of a pair: the first at its few best places, the other exactly behind each. */
  private pair(v: number, mate: number): void {
    const { plan, own, other, tuning } = this;
    const { unservedCost } = plan.layout.model;
    const start = plan.cost();
    const base = start - unservedCost[v] - unservedCost[mate];
    let best = start;
    let mine = -1;
    let its = -1;
    own.find(plan, v, best - base, this.rng, tuning.blink);
    for (let tries = 0; tries < tuning.pairTries; tries++) {
      const k = own.least();
      if (k < 0 || base + own.bound[k] >= best) break;
      const after = own.after[k];
      own.drop(k);
      plan.mark(1);
      if (plan.insert(v, after, best + unservedCost[mate])) {
        const cost = this.bestSingle(mate, best, other, 2);
        if (cost < best) {
          best = cost;
          mine = after;
          its = this.bestAfter;
        }
      }
      plan.undo(1);
    }
    if (mine < 0) return;
    plan.insert(v, mine, Infinity);
    plan.insert(mate, its, Infinity);
  }

  private sortAbsent(): number {
    const { plan, rng, order, key, keys, tuning } = this;
    const n = plan.absentCount;
    let draw = rng.float() * tuning.orderTotal;
    let which = -1;
    for (let k = 0; k < tuning.orders.length; k++) {
      if (draw < tuning.orders[k]) {
        which = k;
        break;
      }
      draw -= tuning.orders[k];
    }
    for (let i = 0; i < n; i++) {
      const v = plan.absent[i];
      order[i] = v;
      key[v] = which < 0 ? rng.float() : keys[which][v];
    }
    // Insertion sort: lists are short.
    for (let i = 1; i < n; i++) {
      const v = order[i];
      let j = i - 1;
      while (j >= 0 && (key[order[j]] > key[v] || (key[order[j]] === key[v] && order[j] > v))) {
        order[j + 1] = order[j];
        j--;
      }
      order[j + 1] = v;
    }
    return n;
  }
}
