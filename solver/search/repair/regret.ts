/**
 * Puts absent visits back by regret: next comes the visit that would lose most if its best routes
 * were taken by others. Dearer than greedy repair, and better where room is short.
 * Source: Potvin and Rousseau (1993); regret-3 as in Ropke and Pisinger (2006).
 */
import { OUT, type State } from "../state.js";
import { mustStay } from "./changed.js";
import type { Offers } from "./offers.js";
import { outsideCost, providerFor } from "./outside.js";
import type { PlaceCache } from "./placeCache.js";

/** What a visit misses when it has no third, or no second, route that takes it. */
const NO_OTHER = 50_000;

export class RegretRepair {
  private readonly open: Int32Array;
  /** Best place found by the last {@link regretOf}. */
  private route = OUT;
  private pos = 0;

  constructor(
    private readonly state: State,
    private readonly cache: PlaceCache,
    private readonly offers: Offers,
  ) {
    this.open = new Int32Array(state.model.visits);
  }

  /**
   * Places the absent lone visits, most regret first; those that cost more than staying out, or fit
   * nowhere, stay absent. `fresh` marks those just taken out. `ended` is asked before each visit.
   */
  run(fresh: Uint8Array, ended: () => boolean = never): void {
    const { state, open } = this;
    const { model } = state;
    let count = 0;
    for (let i = 0; i < state.absentCount; i++) {
      const v = state.absent[i];
      if (model.crew[v] === 1 && model.servable(v)) open[count++] = v;
    }
    while (count > 0 && !ended()) {
      let chosen = -1;
      let route = OUT;
      let pos = 0;
      let most = -Infinity;
      for (let i = 0; i < count; i++) {
        const v = open[i];
        const regret = this.regretOf(v, fresh[v] === 1);
        // Room never grows by putting visits in: what fits nowhere now is asked no more.
        if (regret === -Infinity) open[i--] = open[--count];
        else if (regret > most) {
          most = regret;
          chosen = i;
          ({ route, pos } = this);
        }
      }
      if (chosen < 0) return;
      const v = open[chosen];
      open[chosen] = open[--count];
      state.insert(v, route, pos);
    }
  }

  /** What the visit loses where others take its best routes; -Infinity: no route takes it below the price of staying out. */
  private regretOf(v: number, fresh: boolean): number {
    const { state, cache, offers } = this;
    const { model } = state;
    const outside = outsideCost(state, v, providerFor(state, v));
    offers.gather(v, fresh, Infinity, true, mustStay(state, v));
    let first = Infinity;
    let second = Infinity;
    let third = Infinity;
    for (let r = offers.next(third); r >= 0; r = offers.next(third)) {
      const cost = cache.best(v, r, third);
      if (cost < first) {
        third = second;
        second = first;
        first = cost;
        this.route = r;
        this.pos = cache.pos;
      } else if (cost < second) {
        third = second;
        second = cost;
      } else if (cost < third) third = cost;
    }
    if (first >= outside) return -Infinity;
    const weight = model.pinned[v] ? 1e9 : model.unservedCost[v] / 1e3;
    const missing = (c: number): number => (c === Infinity ? NO_OTHER : Math.min(NO_OTHER, c - first));
    return missing(second) + missing(third) + weight - first * 0.1;
  }
}

const never = (): boolean => false;
