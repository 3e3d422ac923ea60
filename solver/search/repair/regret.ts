/**
 * Puts absent visits back by regret: next comes the visit that would lose most if its best routes
 * were taken by others. Dearer than greedy repair, and better where room is short. Once priced, a visit
 * is priced again only on the routes that have changed.
 * Source: Potvin and Rousseau (1993); regret-3 as in Ropke and Pisinger (2006).
 */
import type { State } from "../state.js";
import type { ChangedLimit } from "./changed.js";
import type { Offers } from "./offers.js";
import { outsideCost, providerFor } from "./outside.js";
import type { PlaceCache } from "./placeCache.js";

/** What a visit misses when it has no third, or no second, route that takes it. */
const NO_OTHER = 50_000;
/** Routes that a visit's regret looks at. */
const BEST = 3;

export class RegretRepair {
  private readonly open: Int32Array;
  private count = 0;
  /** By visit its {@link BEST} cheapest routes, cheapest first: cost (Infinity: none), route, and place on the first. */
  private readonly costs: Float64Array;
  private readonly routes: Int32Array;
  private readonly places: Int32Array;
  /** Stamps of the routes when visits were last priced, and the routes that have changed since. */
  private readonly stamps: Int32Array;
  private readonly changed: number[] = [];

  constructor(
    private readonly state: State,
    private readonly cache: PlaceCache,
    private readonly offers: Offers,
    private readonly limit: ChangedLimit,
  ) {
    const { visits, shiftCount } = state.model;
    this.open = new Int32Array(visits);
    this.costs = new Float64Array(BEST * visits);
    this.routes = new Int32Array(BEST * visits);
    this.places = new Int32Array(visits);
    this.stamps = new Int32Array(shiftCount);
  }

  /**
   * Places the absent lone visits, most regret first; those that cost more than staying out, or fit
   * nowhere, stay absent. `fresh` marks those just taken out. `ended` is asked before each visit.
   */
  run(fresh: Uint8Array, ended: () => boolean = never): void {
    const { state, open } = this;
    const { model } = state;
    state.siblings?.sync();
    this.noteStamps();
    this.count = 0;
    for (let i = 0; i < state.absentCount; i++) {
      const v = state.absent[i];
      if (model.crew[v] > 1 || !model.servable(v) || !state.isOpen(v)) continue;
      this.priceAll(v, fresh[v] === 1);
      open[this.count++] = v;
    }
    while (!ended()) {
      const i = this.mostRegretted();
      if (i < 0) return;
      const v = open[i];
      open[i] = open[--this.count];
      state.insert(v, this.routes[BEST * v], this.places[v]);
      state.siblings?.sync();
      this.noteStamps();
      for (let k = 0; k < this.count; k++) this.priceAgain(open[k], v, fresh[open[k]] === 1);
    }
  }

  /** Which of the open visits has most regret; -1: none fits anywhere. Takes off the list those that fit nowhere. */
  private mostRegretted(): number {
    const { open } = this;
    let chosen = -1;
    let most = -Infinity;
    for (let i = 0; i < this.count; i++) {
      const regret = this.regretOf(open[i]);
      // Room never grows by putting visits in: what fits nowhere now is asked no more.
      if (regret === -Infinity) open[i--] = open[--this.count];
      else if (regret > most) {
        most = regret;
        chosen = i;
      }
    }
    return chosen;
  }

  /** What the visit loses where others take its best routes; -Infinity: no route takes it below the price of staying out. */
  private regretOf(v: number): number {
    const { state, costs } = this;
    const { model } = state;
    const first = costs[BEST * v];
    if (first >= outsideCost(state, v, providerFor(state, v))) return -Infinity;
    const weight = model.pinned[v] ? 1e9 : model.unservedCost[v] / 1e3;
    const missing = (c: number): number => (c === Infinity ? NO_OTHER : Math.min(NO_OTHER, c - first));
    return missing(costs[BEST * v + 1]) + missing(costs[BEST * v + 2]) + weight - first * 0.1;
  }

  /** Looks which routes have changed since the last call. */
  private noteStamps(): void {
    const { stamps, changed } = this;
    const { routes } = this.state;
    changed.length = 0;
    for (let r = 0; r < stamps.length; r++) {
      if (stamps[r] === routes[r].stamp) continue;
      stamps[r] = routes[r].stamp;
      changed.push(r);
    }
  }

  private priceAll(v: number, fresh: boolean): void {
    const { offers, costs } = this;
    const worst = BEST * v + BEST - 1;
    costs.fill(Infinity, BEST * v, worst + 1);
    offers.gather(v, fresh, Infinity, true, this.limit.mustStay(v));
    for (let r = offers.next(costs[worst]); r >= 0; r = offers.next(costs[worst])) this.offer(v, r);
  }

  /** Prices `v` again after `placed` has been put in. */
  private priceAgain(v: number, placed: number, fresh: boolean): void {
    const { state, cache, changed, costs, routes } = this;
    const { model } = state;
    if (model.hasChangedLimit || this.isBoundTo(v, placed)) return this.priceAll(v, fresh);
    for (const r of changed)
      for (let k = BEST * v; k < BEST * (v + 1); k++)
        if (routes[k] === r && costs[k] < Infinity) return this.priceAll(v, fresh);
    state.openBounds(v);
    cache.sync(v);
    for (const r of changed)
      if (model.able[v * model.shiftCount + r] && cache.bound(v, r) < costs[BEST * v + BEST - 1])
        this.offer(v, r);
  }

  /** Does where `v` may go hang on `placed`, or on a visit whose route has changed? */
  private isBoundTo(v: number, placed: number): boolean {
    const { model, where } = this.state;
    for (const g of model.gapsOf[v]) {
      const { first, second } = model.gaps[g];
      const other = first === v ? second : first;
      if (other === placed || this.changed.includes(where[other])) return true;
    }
    return model.nurseLinksOf[v].length > 0;
  }

  /** Takes route `r` among the best of `v` where it is one of them. */
  private offer(v: number, r: number): void {
    const { cache, costs, routes } = this;
    const base = BEST * v;
    let k = base + BEST - 1;
    const cost = cache.best(v, r, costs[k]);
    if (cost >= costs[k]) return;
    for (; k > base && costs[k - 1] > cost; k--) {
      costs[k] = costs[k - 1];
      routes[k] = routes[k - 1];
    }
    costs[k] = cost;
    routes[k] = r;
    if (k === base) this.places[v] = cache.pos;
  }
}

const never = (): boolean => false;
