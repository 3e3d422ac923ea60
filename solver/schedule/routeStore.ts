/** The arrays and figures of one route, and how they are copied and grown. */
import type { Model, ShiftModel } from "../model/model.js";
import { Arena } from "./curve.js";

export class RouteStore {
  readonly model: Model;
  readonly shift: ShiftModel;
  readonly states: number;
  length = 0;
  /** Visits at positions 1..length (index 0 unused). */
  seq = new Int32Array(16);
  /** Place after each position; of the return, its own. */
  place = new Int32Array(16);
  /** Leg seconds into each position, 1..length + 1. */
  leg = new Int32Array(17);
  /** Forward curves; those of position p, state m are [fOff[p*states+m], fOff[p*states+m+1]). */
  readonly f = new Arena();
  fOff: Int32Array;
  /** Backward curves in reversed time, by q = length + 1 - position. */
  readonly b = new Arena();
  bOff: Int32Array;
  /** Earliest end of the stop at a position (0: departure), over all break states; FAR: none. */
  soonest = new Float64Array(17);
  /** Least cost of the stops up to a position, over all break states and starts; Infinity: they do not fit. */
  cheapest = new Float64Array(17);
  /** Latest start at a position, over all break states; -FAR: none. */
  latest = new Float64Array(17);
  travel = 0;
  work = 0;
  load = 0;
  /** Prices of visits by shift. */
  assign = 0;
  /** Early, late, overtime, wait and shifted prices with the best times. Infinity: no times. */
  timing = 0;
  /** All of this route's weighted cost. */
  cost = 0;
  /** Times cost nothing on this route, only their limits matter. */
  flat = true;
  /** Changes with every change of the content; equal stamps mean equal routes. */
  stamp = 0;
  /** First departure and last return: the shift's own, or less beside another shift of the nurse. */
  from: number;
  end: number;
  /** Some break needs a visit before and after it. */
  readonly hasInside: boolean;
  /** An inside break that cannot be left out lacks its second visit: allowed for a while, at a price. */
  lonely = false;

  constructor(model: Model, shift: number) {
    this.model = model;
    this.shift = model.shifts[shift];
    this.states = this.shift.states;
    this.hasInside = model.data.shifts[shift].breaks.some((b) => b.inside);
    this.from = this.shift.from;
    this.end = this.shift.end;
    this.fOff = new Int32Array(17 * this.states + 1);
    this.bOff = new Int32Array(17 * this.states + 1);
  }

  copyFrom(o: RouteStore): void {
    const n = o.length;
    this.reserve(n);
    for (let p = 0; p <= n + 1; p++) {
      this.seq[p] = o.seq[p];
      this.place[p] = o.place[p];
      this.leg[p] = o.leg[p];
      this.soonest[p] = o.soonest[p];
      this.cheapest[p] = o.cheapest[p];
      this.latest[p] = o.latest[p];
    }
    const S = this.states;
    for (let i = (n + 1) * S; i >= 0; i--) {
      this.fOff[i] = o.fOff[i];
      this.bOff[i] = o.bOff[i];
    }
    this.f.copyFrom(o.f);
    this.b.copyFrom(o.b);
    this.length = n;
    this.travel = o.travel;
    this.work = o.work;
    this.load = o.load;
    this.assign = o.assign;
    this.timing = o.timing;
    this.cost = o.cost;
    this.flat = o.flat;
    this.stamp = o.stamp;
    this.lonely = o.lonely;
    this.from = o.from;
    this.end = o.end;
  }

  /** Makes room for so many visits. */
  protected reserve(length: number): void {
    if (length + 2 <= this.seq.length) return;
    const size = Math.max(length + 2, this.seq.length * 2);
    const more = (x: Int32Array, n: number): Int32Array<ArrayBuffer> => {
      const y = new Int32Array(n);
      y.set(x);
      return y;
    };
    this.seq = more(this.seq, size);
    this.place = more(this.place, size);
    this.leg = more(this.leg, size + 1);
    const moreTimes = (x: Float64Array): Float64Array<ArrayBuffer> => {
      const y = new Float64Array(size + 1);
      y.set(x);
      return y;
    };
    this.soonest = moreTimes(this.soonest);
    this.cheapest = moreTimes(this.cheapest);
    this.latest = moreTimes(this.latest);
    this.fOff = more(this.fOff, (size + 1) * this.states + 1);
    this.bOff = more(this.bOff, (size + 1) * this.states + 1);
  }
}
