/**
 * Best places already priced, by visit and shift. A route that has not changed since (same
 * stamp) and a visit with the same bounds give the same answer, so most of the tests of a
 * step are looked up: a step touches a few routes only. Most steps are taken back, so two
 * prices are kept: one of the route as it stood before the step, one of what the step makes of it.
 */
import { FAR } from "../../model/model.js";
import type { State } from "../state.js";

export class PlaceCache {
  /** Prices without bounds from other routes, and with the bounds in `lo`, `hi`. */
  private readonly free: Prices;
  private readonly bounded: Prices;
  private readonly lo: Float64Array;
  private readonly hi: Float64Array;
  private readonly width: number;
  pos = 0;

  constructor(private readonly state: State) {
    const { visits, shiftCount } = state.model;
    this.width = shiftCount;
    this.free = new Prices(visits * shiftCount);
    // Only visits with gaps ever have bounds.
    this.bounded = new Prices(state.model.gaps.length > 0 ? visits * shiftCount : 0);
    this.lo = new Float64Array(visits).fill(-FAR);
    this.hi = new Float64Array(visits).fill(FAR);
  }

  private isFree(v: number): boolean {
    const { bounds } = this.state;
    return bounds.lo[v] <= -FAR && bounds.hi[v] >= FAR;
  }

  /** Call when a visit's bounds may have changed: forgets its bounded prices if they have. */
  sync(v: number): void {
    const { bounds } = this.state;
    if (this.isFree(v) || (this.lo[v] === bounds.lo[v] && this.hi[v] === bounds.hi[v])) return;
    this.lo[v] = bounds.lo[v];
    this.hi[v] = bounds.hi[v];
    this.bounded.stamps.fill(-1, 2 * v * this.width, 2 * (v + 1) * this.width);
  }

  /** No place of `v` on route `r` adds less than this; the exact best where that is known. */
  bound(v: number, r: number): number {
    const pair = v * this.width + r;
    const { stamp } = this.state.routes[r];
    const { free } = this;
    let prices = free;
    let k = -1;
    if (!this.isFree(v)) {
      prices = this.bounded;
      k = prices.find(pair, stamp);
      // Bounds only make a place dearer.
      if (k < 0) {
        const same = free.find(pair, stamp);
        if (same >= 0) return free.least(same);
      }
    } else k = free.find(pair, stamp);
    if (k < 0) {
      k = 2 * pair + (this.state.isTouched(r) ? 1 : 0);
      const { inserter } = this.state;
      const least = inserter.scan(this.state.routes[r], v);
      prices.stamps[k] = stamp;
      prices.costs[k] = inserter.scanExact ? least : Infinity;
      prices.positions[k] = inserter.scanPos;
      prices.limits[k] = least;
    }
    return prices.least(k);
  }

  /** Added cost of the best place of `v` on route `r` if below `limit`, else Infinity; leaves `pos`. */
  best(v: number, r: number, limit: number): number {
    const pair = v * this.width + r;
    const route = this.state.routes[r];
    const prices = this.isFree(v) ? this.free : this.bounded;
    let k = prices.find(pair, route.stamp);
    if (k >= 0) {
      const cost = prices.costs[k];
      if (cost < Infinity) {
        this.pos = prices.positions[k];
        return cost < limit ? cost : Infinity;
      }
      if (prices.limits[k] >= limit) return Infinity;
    } else k = 2 * pair + (this.state.isTouched(r) ? 1 : 0);
    const place = this.state.inserter.best(route, v, limit);
    prices.stamps[k] = route.stamp;
    prices.costs[k] = place.cost;
    prices.positions[k] = place.pos;
    prices.limits[k] = place.complete ? Infinity : limit;
    this.pos = place.pos;
    return place.cost;
  }
}

/** Two entries for each pair of visit and shift. */
class Prices {
  /** Stamp of the route that was priced. */
  readonly stamps: Int32Array;
  readonly costs: Float64Array;
  readonly positions: Int32Array;
  /** Where no cost is known: none is below this. */
  readonly limits: Float64Array;

  constructor(pairs: number) {
    this.stamps = new Int32Array(2 * pairs).fill(-1);
    this.costs = new Float64Array(2 * pairs);
    this.positions = new Int32Array(2 * pairs);
    this.limits = new Float64Array(2 * pairs);
  }

  /** The entry of the pair that was priced on the route with this stamp; -1: none. */
  find(pair: number, stamp: number): number {
    const k = 2 * pair;
    if (this.stamps[k] === stamp) return k;
    return this.stamps[k + 1] === stamp ? k + 1 : -1;
  }

  least(k: number): number {
    return this.costs[k] < Infinity ? this.costs[k] : this.limits[k];
  }
}
