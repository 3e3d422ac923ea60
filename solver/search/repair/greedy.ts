/**
 * Puts absent visits back, one after another, each at its cheapest place. Now and then a
 * route is passed over ("blink"), so that the same ruin does not always end the same way.
 * Source: Christiaens and Vanden Berghe, "Slack induction by string removals", Transp.
 * Sci. 54 (2020); passing over a whole route instead of a position is our own change, it
 * keeps the prices of places reusable.
 */
import type { Rng } from "../../support/rng.js";
import { OUT, type State } from "../state.js";
import { insertCrewBest } from "./crew.js";
import { nursesAllow } from "./links.js";
import type { PlaceCache } from "./placeCache.js";

export class GreedyRepair {
  private readonly order: Int32Array;
  private readonly keys: Float64Array;
  /** Cost of the last placing, and of all of this run. */
  private added = 0;
  private spent = 0;
  private readonly open: Int32Array;
  private readonly openBound: Float64Array;

  constructor(
    private readonly state: State,
    private readonly cache: PlaceCache,
    private readonly rng: Rng,
    private readonly blink: number,
  ) {
    this.order = new Int32Array(state.model.visits);
    this.keys = new Float64Array(state.model.visits);
    this.open = new Int32Array(state.model.shiftCount);
    this.openBound = new Float64Array(state.model.shiftCount);
  }

  /**
   * Puts back what it can of the absent visits; `fresh` marks those just taken out, `first` is tried before all others.
   * False: what was put back, or left out, so far costs more than `budget`; the rest was not tried.
   */
  run(fresh: Uint8Array, first = -1, budget = Infinity): boolean {
    const { state, order, rng } = this;
    const { model } = state;
    let count = 0;
    let skipped = 0;
    for (let i = 0; i < state.absentCount; i++) {
      const v = state.absent[i];
      // Crews are dear to place: one that has been out for long is tried now and then only.
      if (model.crew[v] > 1 && !fresh[v] && rng.float() > 0.1) {
        skipped += model.unservedCost[v];
        continue;
      }
      order[count++] = v;
    }
    this.sort(count, first);
    this.spent = skipped;
    for (let i = 0; i < count; i++) {
      const v = order[i];
      if (state.where[v] !== OUT) continue;
      this.spent += this.place(v) ? this.added : model.unservedCost[v];
      if (this.spent > budget) return false;
    }
    return true;
  }

  /** Puts one absent visit at its cheapest place, or with a provider, where that beats leaving it out. */
  place(v: number): boolean {
    const { state, cache, rng } = this;
    const { model } = state;
    let limit = model.unservedCost[v];
    let provider = -1;
    for (const p of model.providersOf[v]) {
      if (state.providerUsed[p] >= model.providerMax[p]) continue;
      if (model.providerCost[p] < limit) {
        limit = model.providerCost[p];
        provider = p;
      }
      break;
    }
    if (model.crew[v] > 1) {
      this.added = 0;
      if (insertCrewBest(state, v, limit, rng)) return true;
    } else {
      state.openBounds(v);
      cache.sync(v);
      const linked = model.nurseLinksOf[v].length > 0;
      let best = limit;
      let bestRoute = -1;
      let bestPos = 0;
      const list = model.candidates[v];
      let count = 0;
      for (let i = 0; i < list.length; i++) {
        const r = list[i];
        if (linked && !nursesAllow(state, v, model.shifts[r].nurse)) continue;
        const bound = cache.bound(v, r);
        if (bound >= limit) continue;
        this.open[count] = r;
        this.openBound[count++] = bound;
      }
      // Most promising route first; the rest falls away once no bound is below the best.
      while (count > 0) {
        let k = 0;
        for (let i = 1; i < count; i++) if (this.openBound[i] < this.openBound[k]) k = i;
        if (this.openBound[k] >= best) break;
        const r = this.open[k];
        count--;
        this.open[k] = this.open[count];
        this.openBound[k] = this.openBound[count];
        const cost = cache.best(v, r, best);
        if (cost >= best || rng.float() < this.blink) continue;
        best = cost;
        bestRoute = r;
        bestPos = cache.pos;
      }
      this.added = best;
      if (bestRoute >= 0) return state.insert(v, bestRoute, bestPos);
    }
    if (provider >= 0) {
      this.added = model.providerCost[provider];
      state.buy(v, provider);
      return true;
    }
    return false;
  }

  /** Dear ones first, then by a criterion drawn anew each time. */
  private sort(count: number, first: number): void {
    const { order, keys, rng } = this;
    const { model } = this.state;
    const draw = rng.below(12);
    for (let i = 0; i < count; i++) {
      const v = order[i];
      const window = model.windowStart[v];
      let key: number;
      if (draw < 4) key = rng.float();
      else if (draw < 6) key = -model.seconds[v];
      else if (draw < 8) key = model.own.to[model.pieceStart[v + 1] - 1] - model.windowFrom[window];
      else if (draw < 10) key = model.windowFrom[window];
      else if (draw < 11) key = -model.windowFrom[window];
      else key = model.candidates[v].length;
      keys[v] = v === first ? -Infinity : key - 1e9 * model.crew[v];
    }
    sortByKey(order, count, keys);
  }
}

/** Insertion sort: lists are short, and ties keep their order. */
export function sortByKey(order: Int32Array, count: number, keys: Float64Array): void {
  if (count > 64) {
    const sorted = Array.from(order.subarray(0, count)).sort((a, b) => keys[a] - keys[b]);
    for (let i = 0; i < count; i++) order[i] = sorted[i];
    return;
  }
  for (let i = 1; i < count; i++) {
    const v = order[i];
    const k = keys[v];
    let j = i - 1;
    while (j >= 0 && keys[order[j]] > k) {
      order[j + 1] = order[j];
      j--;
    }
    order[j + 1] = v;
  }
}
