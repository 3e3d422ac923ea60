/**
 * Best places already priced, by visit and shift. A route that has not changed since (same
 * stamp) and a visit with the same bounds give the same answer, so most of the tests of a
 * step are looked up: a step touches a few routes only.
 */
import { FAR } from "../../model/model.js";
import type { State } from "../state.js";

export class PlaceCache {
  private readonly stamps: Int32Array;
  private readonly costs: Float64Array;
  private readonly positions: Int32Array;
  /** Where no cost is known: none is below this. */
  private readonly limits: Float64Array;
  private readonly lo: Float64Array;
  private readonly hi: Float64Array;
  private readonly width: number;
  pos = 0;

  constructor(private readonly state: State) {
    const { visits, shiftCount } = state.model;
    this.width = shiftCount;
    this.stamps = new Int32Array(visits * shiftCount).fill(-1);
    this.costs = new Float64Array(visits * shiftCount);
    this.positions = new Int32Array(visits * shiftCount);
    this.limits = new Float64Array(visits * shiftCount);
    this.lo = new Float64Array(visits).fill(-FAR);
    this.hi = new Float64Array(visits).fill(FAR);
  }

  /** Call when a visit's bounds may have changed: forgets its row if they have. */
  sync(v: number): void {
    const { bounds } = this.state;
    if (this.lo[v] === bounds.lo[v] && this.hi[v] === bounds.hi[v]) return;
    this.lo[v] = bounds.lo[v];
    this.hi[v] = bounds.hi[v];
    this.stamps.fill(-1, v * this.width, (v + 1) * this.width);
  }

  /** No place of `v` on route `r` adds less than this; the exact best where that is known. */
  bound(v: number, r: number): number {
    const k = v * this.width + r;
    const route = this.state.routes[r];
    if (this.stamps[k] !== route.stamp) {
      this.stamps[k] = route.stamp;
      this.costs[k] = Infinity;
      this.limits[k] = this.state.inserter.scan(route, v);
    }
    return this.costs[k] < Infinity ? this.costs[k] : this.limits[k];
  }

  /** Added cost of the best place of `v` on route `r` if below `limit`, else Infinity; leaves `pos`. */
  best(v: number, r: number, limit: number): number {
    const k = v * this.width + r;
    const route = this.state.routes[r];
    if (this.stamps[k] === route.stamp) {
      const cost = this.costs[k];
      if (cost < Infinity) {
        this.pos = this.positions[k];
        return cost < limit ? cost : Infinity;
      }
      if (this.limits[k] >= limit) return Infinity;
    }
    const place = this.state.inserter.best(route, v, limit);
    this.stamps[k] = route.stamp;
    this.costs[k] = place.cost;
    this.positions[k] = place.pos;
    this.limits[k] = place.complete ? Infinity : limit;
    this.pos = place.pos;
    return place.cost;
  }
}
