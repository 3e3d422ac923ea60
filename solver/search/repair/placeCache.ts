/**
 * Best places already priced, by visit and shift. A route that has not changed since (same
 * stamp) and a visit with the same bounds give the same answer, so most of the tests of a
 * step are looked up: a step touches a few routes only.
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
    this.bounded.stamps.fill(-1, v * this.width, (v + 1) * this.width);
  }

  /** No place of `v` on route `r` adds less than this; the exact best where that is known. */
  bound(v: number, r: number): number {
    const k = v * this.width + r;
    const route = this.state.routes[r];
    const { free } = this;
    let prices = free;
    if (!this.isFree(v)) {
      prices = this.bounded;
      // Bounds only make a place dearer.
      if (prices.stamps[k] !== route.stamp && free.stamps[k] === route.stamp) return free.least(k);
    }
    if (prices.stamps[k] !== route.stamp) {
      prices.stamps[k] = route.stamp;
      prices.costs[k] = Infinity;
      prices.limits[k] = this.state.inserter.scan(route, v);
    }
    return prices.least(k);
  }

  /** Added cost of the best place of `v` on route `r` if below `limit`, else Infinity; leaves `pos`. */
  best(v: number, r: number, limit: number): number {
    const k = v * this.width + r;
    const route = this.state.routes[r];
    const prices = this.isFree(v) ? this.free : this.bounded;
    if (prices.stamps[k] === route.stamp) {
      const cost = prices.costs[k];
      if (cost < Infinity) {
        this.pos = prices.positions[k];
        return cost < limit ? cost : Infinity;
      }
      if (prices.limits[k] >= limit) return Infinity;
    }
    const place = this.state.inserter.best(route, v, limit);
    prices.stamps[k] = route.stamp;
    prices.costs[k] = place.cost;
    prices.positions[k] = place.pos;
    prices.limits[k] = place.complete ? Infinity : limit;
    this.pos = place.pos;
    return place.cost;
  }
}

class Prices {
  /** Stamp of the route that was priced. */
  readonly stamps: Int32Array;
  readonly costs: Float64Array;
  readonly positions: Int32Array;
  /** Where no cost is known: none is below this. */
  readonly limits: Float64Array;

  constructor(size: number) {
    this.stamps = new Int32Array(size).fill(-1);
    this.costs = new Float64Array(size);
    this.positions = new Int32Array(size);
    this.limits = new Float64Array(size);
  }

  least(k: number): number {
    return this.costs[k] < Infinity ? this.costs[k] : this.limits[k];
  }
}
