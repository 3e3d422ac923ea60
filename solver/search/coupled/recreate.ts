/**
 * Puts absent visits back, each at its cheapest place by the exact cost of the whole plan;
 * two visits bound by a gap go in together. Places are tried in the order of a lower bound,
 * until the bound passes the best exact cost found.
 */
import type { Rng } from "../../support/rng.js";
import type { CoupledPlan } from "./plan.js";
import { Places } from "./places.js";
import type { Slack } from "./slack.js";
import type { CoupledTuning } from "./tuning.js";

export class Recreate {
  private readonly own: Places;
  private readonly other: Places;
  /** Combined places of a pair, cheapest first. */
  private matches = 0;
  private readonly matchPrice: Float64Array;
  private readonly matchOwn: Int32Array;
  private readonly matchOther: Int32Array;
  private readonly order: Int32Array;
  private readonly key: Float64Array;
  /** What each visit last cost to put in: a guess of how dear a place is worth looking at. */
  private readonly lastPrice: Float64Array;
  private readonly unserved: Float64Array;
  /** Result of the last search for a place. */
  private bestAfter = -1;

  constructor(
    private readonly plan: CoupledPlan,
    private readonly slack: Slack,
    private readonly rng: Rng,
    private readonly tuning: CoupledTuning,
    /** By order, by visit: what to sort by. */
    private readonly keys: readonly Float64Array[],
  ) {
    const { layout } = plan;
    this.own = new Places(layout, slack);
    this.other = new Places(layout, slack);
    this.matchPrice = new Float64Array(tuning.pairTries);
    this.matchOwn = new Int32Array(tuning.pairTries);
    this.matchOther = new Int32Array(tuning.pairTries);
    this.order = new Int32Array(layout.visits);
    this.key = new Float64Array(layout.visits);
    this.lastPrice = new Float64Array(layout.visits);
    this.unserved = layout.model.unservedCost;
  }

  /** Puts in what can go in. False: the cost comes to `limit`, and the plan is to be undone. */
  run(limit: number): boolean {
    const { plan, order, unserved } = this;
    const { mates } = plan.layout;
    const n = this.sortAbsent();
    let rest = 0;
    for (let i = 0; i < n; i++) rest += unserved[order[i]];
    for (let i = 0; i < n; i++) {
      const v = order[i];
      if (plan.route[v] >= 0) continue;
      const list = mates[v];
      const mate = list.length === 1 && plan.route[list[0]] < 0 ? list[0] : -1;
      rest -= unserved[v];
      this.slack.update();
      // Whatever is still out will cost something, so the plan can only become dearer.
      if (mate < 0) this.single(v, limit + rest);
      else {
        const had = rest;
        rest -= unserved[mate];
        this.pair(v, mate, limit + rest);
        if (plan.route[mate] < 0) rest = had;
        // Where both cannot be served, one may.
        if (plan.route[v] < 0) this.single(v, limit + rest);
      }
      if (plan.cost() - rest >= limit) return false;
    }
    if (plan.cost() >= limit) return false;
    this.slack.update();
    return true;
  }

  private single(v: number, limit: number): void {
    const { plan } = this;
    const before = plan.cost();
    const best = this.bestSingle(v, Math.min(before, limit), this.own, 1);
    if (best === Infinity) return;
    plan.insert(v, this.bestAfter, Infinity);
    this.lastPrice[v] = best - (before - this.unserved[v]);
  }

  /** Cheapest plan with `v` put in that costs less than `limit`, or Infinity; its place is `bestAfter`. */
  private bestSingle(v: number, limit: number, places: Places, level: number): number {
    const { plan, tuning } = this;
    const base = plan.cost() - this.unserved[v];
    const most = limit - base;
    const guess = 2 * this.lastPrice[v] + tuning.guess * plan.layout.meanLeg;
    let best = limit;
    let found = Infinity;
    for (let wide = guess >= most; ; wide = true) {
      if (!wide) best = base + guess;
      places.find(plan, v, wide ? most : guess, this.rng, tuning.blink);
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
      if (wide || found < Infinity) return found;
      best = limit;
    }
  }

  /** Both visits of a pair, at the places that are cheapest together. */
  private pair(v: number, mate: number, limit: number): void {
    const { plan, own, other, tuning, unserved } = this;
    const before = plan.cost();
    const base = before - unserved[v] - unserved[mate];
    let best = Math.min(before, limit);
    own.find(plan, v, best - base, this.rng, tuning.blink);
    if (own.count === 0) return;
    own.sort(tuning.pairPlaces);
    other.find(plan, mate, best - base - own.bound[0], this.rng, tuning.blink);
    other.sort(tuning.pairPlaces);
    this.match(v, mate, best - base);
    let mine = -1;
    let its = -1;
    for (let k = 0; k < this.matches; k++) {
      if (base + this.matchPrice[k] >= best) break;
      plan.mark(1);
      if (plan.insert(v, this.matchOwn[k], best + unserved[mate])) {
        if (plan.insert(mate, this.matchOther[k], best)) {
          best = plan.cost();
          mine = this.matchOwn[k];
          its = this.matchOther[k];
        }
      }
      plan.undo(1);
    }
    if (mine < 0) return;
    plan.insert(v, mine, Infinity);
    plan.insert(mate, its, Infinity);
    const price = (best - base) / 2;
    this.lastPrice[v] = price;
    this.lastPrice[mate] = price;
  }

  /** The cheapest ways to combine a place of `v` with one of `mate`, by estimate, below `limit`. */
  private match(v: number, mate: number, limit: number): void {
    const { plan, own, other, matchPrice, matchOwn, matchOther } = this;
    const { arcStart, arcTo, arcSeconds, apart, nurse } = plan.layout;
    let there = -Infinity;
    let back = -Infinity;
    for (let k = arcStart[v]; k < arcStart[v + 1]; k++)
      if (arcTo[k] === mate && arcSeconds[k] > there) there = arcSeconds[k];
    for (let k = arcStart[mate]; k < arcStart[mate + 1]; k++)
      if (arcTo[k] === v && arcSeconds[k] > back) back = arcSeconds[k];
    const parted = apart[v].includes(mate);
    const most = matchPrice.length;
    let n = 0;
    let bar = limit;
    for (let i = 0; i < own.count; i++) {
      if (own.bound[i] + other.bound[0] >= bar) break;
      const by = nurse[plan.route[own.after[i]]];
      for (let j = 0; j < other.count; j++) {
        if (own.bound[i] + other.bound[j] >= bar) break;
        if (parted && nurse[plan.route[other.after[j]]] === by) continue;
        const t = Math.max(own.time[i], other.time[j] + back);
        const u = Math.max(other.time[j], t + there);
        const price =
          (t > own.time[i] ? own.priceAt(plan, v, i, t) : own.bound[i]) +
          (u > other.time[j] ? other.priceAt(plan, mate, j, u) : other.bound[j]);
        if (price >= bar) continue;
        let k = n < most ? n++ : most - 1;
        for (; k > 0 && matchPrice[k - 1] > price; k--) {
          matchPrice[k] = matchPrice[k - 1];
          matchOwn[k] = matchOwn[k - 1];
          matchOther[k] = matchOther[k - 1];
        }
        matchPrice[k] = price;
        matchOwn[k] = own.after[i];
        matchOther[k] = other.after[j];
        if (n === most && matchPrice[most - 1] < bar) bar = matchPrice[most - 1];
      }
    }
    this.matches = n;
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
