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
import type { ChangedLimit } from "./changed.js";
import type { Offers } from "./offers.js";
import { outsideCost, providerFor } from "./outside.js";
import type { PlaceCache } from "./placeCache.js";
import type { Reach } from "./reach.js";

/**
 * Chance to pass over a route in a wild run. Where one visit alone does not pay, or only in
 * another order, cheapest places never lead there. Small problems have steps to spare for it.
 */
const WILD_BLINK = 0.4;
const SMALL = 30;

/** About so many of the visits that have been out for long are tried in a step. */
const TRIED_ABSENT = 16;

export class GreedyRepair {
  private readonly order: Int32Array;
  private readonly keys: Float64Array;
  /** Cost of the last placing, and of all of this run. */
  private added = 0;
  private spent = 0;
  /** In this run routes are passed over often, and a visit may cost more than leaving it out. */
  private wild = false;
  private readonly wildShare: number;
  constructor(
    private readonly state: State,
    private readonly cache: PlaceCache,
    private readonly rng: Rng,
    private readonly blink: number,
    private readonly reach: Reach,
    private readonly offers: Offers,
    private readonly limit: ChangedLimit,
  ) {
    this.order = new Int32Array(state.model.visits);
    this.keys = new Float64Array(state.model.visits);
    this.wildShare = state.model.visits <= SMALL ? 0.25 : 0.01;
  }

  /**
   * Puts back what it can of the absent visits; `fresh` marks those just taken out, `first` is tried before all others.
   * False: what was put back, or left out, so far costs more than `budget`; the rest was not tried.
   */
  run(fresh: Uint8Array, first = -1, budget = Infinity): boolean {
    const { state, order, rng } = this;
    const { model } = state;
    this.wild = rng.float() < this.wildShare;
    state.siblings?.shake(rng);
    let count = 0;
    let skipped = 0;
    const tryShare =
      first < 0 && budget === Infinity ? 1 : Math.min(1, TRIED_ABSENT / Math.max(1, state.absentCount));
    for (let i = 0; i < state.absentCount; i++) {
      const v = state.absent[i];
      // Crews are dear to place, and where many are out most find nothing: not all are tried.
      if (
        !state.isOpen(v) ||
        (!fresh[v] && v !== first && rng.float() > (model.crew[v] > 1 ? 0.1 : 1) * tryShare)
      ) {
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
      this.spent += this.place(v, fresh[v] === 1) ? this.added : model.unservedCost[v];
      if (this.spent > budget) return false;
    }
    return true;
  }

  /** Puts the absent crew visits in, those marked in `fresh` only where it is given; pinned ones first. */
  placeCrews(fresh?: Uint8Array): void {
    const { state } = this;
    const { model } = state;
    const crews = Array.from(state.crewVisits).filter(
      (v) => state.where[v] === OUT && (!fresh || fresh[v] === 1),
    );
    crews.sort((a, b) => model.unservedCost[b] - model.unservedCost[a] || a - b);
    for (const v of crews) this.place(v);
  }

  /** Puts one absent visit at its cheapest place, or with a provider, where that beats leaving it out. */
  place(v: number, fresh = false): boolean {
    const { state, cache, rng } = this;
    const { model } = state;
    const provider = providerFor(state, v);
    const stays = this.limit.mustStay(v);
    const limit = stays || (this.wild && rng.float() < 0.5) ? Infinity : outsideCost(state, v, provider);
    if (model.crew[v] > 1) {
      this.added = 0;
      const asked = this.reach.shiftsFor(v, fresh);
      let shifts = Array.from(asked.subarray(0, this.reach.count));
      if (stays) shifts = shifts.filter((r) => state.isFormer(v, model.shifts[r].nurse));
      if (insertCrewBest(state, cache, v, limit, rng, shifts)) return true;
    } else {
      let best = limit;
      let bestRoute = -1;
      let bestPos = 0;
      this.offers.gather(v, fresh, limit, false, stays);
      for (let r = this.offers.next(best); r >= 0; r = this.offers.next(best)) {
        const cost = cache.best(v, r, best);
        if (cost >= best || rng.float() < (this.wild ? WILD_BLINK : this.blink)) continue;
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
