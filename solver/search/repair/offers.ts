/** The routes that may take an absent lone visit, most promising first. */
import { twinsOf } from "../../model/twins.js";
import type { State } from "../state.js";
import { nursesAllow } from "./links.js";
import type { PlaceCache } from "./placeCache.js";
import type { Reach } from "./reach.js";

export class Offers {
  private readonly open: Int32Array;
  private readonly bound: Float64Array;
  private count = 0;
  /** By shift its first twin, and by first twin the last gathering that asked an empty one of them. */
  private readonly twin: Int32Array;
  private readonly askedTwin: Int32Array;
  private round = 0;

  constructor(
    private readonly state: State,
    private readonly cache: PlaceCache,
    private readonly reach: Reach,
  ) {
    const { model } = state;
    this.open = new Int32Array(model.shiftCount);
    this.bound = new Float64Array(model.shiftCount);
    this.twin = twinsOf(model);
    this.askedTwin = new Int32Array(model.shiftCount);
  }

  /**
   * Looks which routes may take `v` for less than `limit`. `fresh`: it was on a route a moment ago.
   * `twins` false: of empty shifts that are the same, one is enough. `stays`: only its former nurses.
   */
  gather(v: number, fresh: boolean, limit: number, twins: boolean, stays: boolean): void {
    const { state, cache, open, bound } = this;
    const { model } = state;
    state.openBounds(v);
    cache.sync(v);
    const linked = model.nurseLinksOf[v].length > 0;
    const list = this.reach.shiftsFor(v, fresh);
    const shifts = this.reach.count;
    const round = ++this.round;
    let count = 0;
    for (let i = 0; i < shifts; i++) {
      const r = list[i];
      if (!twins && state.routes[r].length === 0 && !linked) {
        if (this.askedTwin[this.twin[r]] === round) continue;
        this.askedTwin[this.twin[r]] = round;
      }
      if (linked && !nursesAllow(state, v, model.shifts[r].nurse)) continue;
      if (stays && !state.isFormer(v, model.shifts[r].nurse)) continue;
      const least = cache.bound(v, r);
      if (least >= limit) continue;
      open[count] = r;
      bound[count++] = least;
    }
    this.count = count;
  }

  /** The most promising route left, taken off the list; -1: no other takes the visit for less than `limit`. */
  next(limit: number): number {
    const { open, bound } = this;
    if (this.count === 0) return -1;
    let k = 0;
    for (let i = 1; i < this.count; i++) if (bound[i] < bound[k]) k = i;
    if (bound[k] >= limit) return -1;
    const r = open[k];
    this.count--;
    open[k] = open[this.count];
    bound[k] = bound[this.count];
    return r;
  }
}
