/**
 * Where does a visit fit on a route, and what does it add? Travel in constant time first,
 * then the hard limits from the curves' ends, exact timing only where these leave a chance.
 */
import { FAR, NO_LEG, type Model } from "../model/model.js";
import type { StartBounds } from "./bounds.js";
import { Arena } from "./curve.js";
import { Route } from "./route.js";

/** The best place found by the last {@link Inserter.best}. */
export interface Place {
  /** Added cost; Infinity: none below the limit. */
  cost: number;
  /** Position that the visit would take, 1..length + 1. */
  pos: number;
  /** False: places at or above the limit were not priced; none is below it. */
  complete: boolean;
}

export class Inserter {
  readonly place: Place = { cost: Infinity, pos: 0, complete: true };
  private readonly curves = new Arena();
  private offsets = new Int32Array(16);
  /** By position, from the last scan: bound, cost besides times, added travel, needs a trial. */
  private low = new Float64Array(32);
  private flatCost = new Float64Array(32);
  private added = new Float64Array(32);
  private byTrial = new Uint8Array(32);
  private readonly trials: (Route | undefined)[];
  /** The last {@link scan} found the very cost, at {@link scanPos}; no exact timing is needed. */
  scanExact = false;
  scanPos = 0;

  constructor(
    private readonly model: Model,
    private readonly bounds: StartBounds,
  ) {
    this.trials = model.shifts.map(() => undefined);
  }

  /** Best place of visit `v` on `route` that adds less than `limit`. */
  best(route: Route, v: number, limit: number): Place {
    const { place, low, added, byTrial } = this;
    place.cost = Infinity;
    place.pos = 0;
    place.complete = true;
    const scanned = this.scan(route, v);
    if (scanned === Infinity) return place;
    if (this.scanExact) {
      if (scanned < limit) {
        place.cost = scanned;
        place.pos = this.scanPos;
      } else place.complete = false;
      return place;
    }
    const { model } = this;
    const P = model.places;
    const { shift, length: n } = route;
    const timed = !route.flat || (model.soft[v] === 1 && model.crew[v] === 1);
    const settled = route.timing + model.wWait * (route.travel + route.work + model.seconds[v]);
    let bound = limit;
    for (;;) {
      // The most promising place that is left.
      let pos = 0;
      let least = Infinity;
      for (let p = 1; p <= n + 1; p++) {
        if (low[p] < least) {
          least = low[p];
          pos = p;
        }
      }
      if (pos === 0) break;
      if (least >= bound) {
        if (bound === limit) place.complete = false;
        break;
      }
      low[pos] = Infinity;
      let cost = least;
      if (byTrial[pos]) cost = this.trial(route, pos, v);
      else {
        const before = pos === 1 ? 0 : model.seconds[route.seq[pos - 1]];
        const there = model.remote[v] ? route.place[pos - 1] : model.place[v];
        const in1 = shift.legs[route.place[pos - 1] * P + there];
        const out1 = this.legOut(route, pos, there);
        if (!this.fits(route, pos, v, before, in1, out1)) continue;
        if (timed) {
          const timing = this.timing(route, pos, v, before, in1, out1);
          if (timing === Infinity) continue;
          cost = this.flatCost[pos] + timing - settled - model.wWait * added[pos];
          if (shift.relative && cost < bound) {
            // The curves tell a bound only; dear trials wait until no other place promises more.
            low[pos] = cost;
            byTrial[pos] = 1;
            continue;
          }
        }
      }
      if (cost < bound) {
        place.cost = cost;
        place.pos = pos;
        bound = cost;
      } else if (cost < Infinity && bound === limit) place.complete = false;
    }
    return place;
  }

  /**
   * No place of `v` on `route` adds less than this; Infinity: none fits. Constant time a
   * position. Leaves what it finds by position for {@link best}.
   */
  scan(route: Route, v: number): number {
    const { model } = this;
    const { shift, length: n } = route;
    this.scanExact = false;
    if (route.load + model.load[v] > shift.capacity) return Infinity;
    if (this.low.length < n + 2) this.grow(n + 2);
    if (route.flat && !model.anyRemote && !route.hasInside && !(model.soft[v] === 1 && model.crew[v] === 1))
      return this.scanFlat(route, v);
    const { low, byTrial, flatCost, added } = this;
    const P = model.places;
    const legs = shift.legs;
    const remote = model.remote[v] === 1;
    const at = model.place[v];
    const seconds = model.seconds[v];
    const lastStart = Math.min(this.bounds.hi[v], model.own.to[model.pieceStart[v + 1] - 1]);
    const firstStart = Math.max(this.bounds.lo[v], model.own.from[model.pieceStart[v]]);
    const assign = model.assignCost[v * model.shiftCount + shift.index] + (n === 0 ? shift.useCost : 0);
    const lonely = route.hasInside && n <= 1;
    const overBefore = Math.max(0, route.travel + route.work - shift.target);
    const timed = !route.flat || (model.soft[v] === 1 && model.crew[v] === 1);
    const settled = route.timing + model.wWait * (route.travel + route.work + seconds);
    let least = Infinity;
    for (let pos = 1; pos <= n + 1; pos++) {
      low[pos] = Infinity;
      const soonest = route.soonest[pos - 1];
      if (soonest > lastStart) {
        for (let p = pos + 1; p <= n + 1; p++) low[p] = Infinity;
        break;
      }
      if ((soonest > firstStart ? soonest : firstStart) + seconds > route.latest[pos]) continue;
      const here = route.place[pos - 1];
      const there = remote ? here : at;
      const in1 = legs[here * P + there];
      if (in1 >= NO_LEG) continue;
      if (lonely || (!remote && pos <= n && model.remote[route.seq[pos]] === 1)) {
        // Travel behind the visit changes in ways that the curves do not tell.
        byTrial[pos] = 1;
        low[pos] = -FAR;
        least = -FAR;
        continue;
      }
      const out1 = this.legOut(route, pos, there);
      if (out1 >= NO_LEG) continue;
      // The ends of the curves over all break states: no sooner, no later.
      const start = soonest + in1 > firstStart ? soonest + in1 : firstStart;
      if (start > lastStart || start + seconds + out1 > route.latest[pos]) continue;
      const more = in1 + out1 - (n === 0 ? 0 : route.leg[pos]);
      const over = Math.max(0, route.travel + more + route.work + seconds - shift.target) - overBefore;
      const flat = assign + model.wTravel * more + model.wOverload * over;
      byTrial[pos] = 0;
      flatCost[pos] = flat;
      added[pos] = more;
      const bound = timed
        ? flat + this.leastTiming(route, pos, v, start, start + seconds + out1) - settled - model.wWait * more
        : flat;
      low[pos] = bound;
      if (bound < least) least = bound;
    }
    return least;
  }

  /** {@link scan} where times cost nothing: only travel counts, and without breaks and several windows it is exact. */
  private scanFlat(route: Route, v: number): number {
    const { model, low, byTrial, flatCost, added } = this;
    const { shift, length: n, place, leg, soonest, latest } = route;
    const row = model.place[v] * model.places;
    const { legs, legsTo } = shift;
    const seconds = model.seconds[v];
    const first = model.pieceStart[v];
    const last = model.pieceStart[v + 1] - 1;
    const lastStart = Math.min(this.bounds.hi[v], model.own.to[last]);
    const firstStart = Math.max(this.bounds.lo[v], model.own.from[first]);
    const assign = model.assignCost[v * model.shiftCount + shift.index] + (n === 0 ? shift.useCost : 0);
    const worked = route.travel + route.work + seconds - shift.target;
    const overBefore = Math.max(0, route.travel + route.work - shift.target);
    const wTravel = model.wTravel;
    const exact = route.states === 1 && first === last;
    let least = Infinity;
    let at = 0;
    for (let pos = 1; pos <= n + 1; pos++) {
      low[pos] = Infinity;
      const ready = soonest[pos - 1];
      if (ready > lastStart) {
        for (let p = pos + 1; p <= n + 1; p++) low[p] = Infinity;
        break;
      }
      const until = latest[pos] - seconds;
      if ((ready > firstStart ? ready : firstStart) > until) continue;
      const in1 = legsTo[row + place[pos - 1]];
      const start = ready + in1 > firstStart ? ready + in1 : firstStart;
      if (start > lastStart) continue;
      const out1 = legs[row + place[pos]];
      if (start + out1 > until || in1 >= NO_LEG || out1 >= NO_LEG) continue;
      const more = in1 + out1 - (n === 0 ? 0 : leg[pos]);
      let cost = assign + wTravel * more;
      if (worked + more > 0) cost += model.wOverload * (worked + more - overBefore);
      else if (overBefore > 0) cost -= model.wOverload * overBefore;
      byTrial[pos] = 0;
      flatCost[pos] = cost;
      added[pos] = more;
      low[pos] = cost;
      if (cost < least) {
        least = cost;
        at = pos;
      }
    }
    this.scanExact = exact;
    this.scanPos = at;
    return least;
  }

  /** Leg seconds from `there`, where the visit would stand at `pos`, to what follows. */
  private legOut(route: Route, pos: number, there: number): number {
    const { model } = this;
    if (pos > route.length) return route.shift.legs[there * model.places + route.shift.endPlace];
    const next = route.seq[pos];
    return model.remote[next] ? 0 : route.shift.legs[there * model.places + model.place[next]];
  }

  private grow(size: number): void {
    this.low = new Float64Array(2 * size);
    this.flatCost = new Float64Array(2 * size);
    this.added = new Float64Array(2 * size);
    this.byTrial = new Uint8Array(2 * size);
  }

  /** Added cost by really doing it on a copy. */
  private trial(route: Route, pos: number, v: number): number {
    const index = route.shift.index;
    let copy = this.trials[index];
    if (!copy) {
      copy = new Route(this.model, index, this.bounds);
      this.trials[index] = copy;
    }
    copy.copyFrom(route);
    copy.insert(pos, v);
    return copy.cost === Infinity ? Infinity : copy.cost - route.cost;
  }

  /** Hard limits only: does the visit fit between positions pos - 1 and pos? */
  private fits(route: Route, pos: number, v: number, before: number, in1: number, out1: number): boolean {
    const firstStart = this.bounds.lo[v];
    const { f, fOff, states: S, shift, length: n } = route;
    const base = (pos - 1) * S;
    const q = n + 1 - pos;
    for (let m = 0; m < S; m++) {
      const a = fOff[base + m];
      if (a === fOff[base + m + 1]) continue;
      const end = f.t[a] + before;
      const ready = end + in1;
      if (this.leaves(route, pos, q, m, this.startFrom(v, ready > firstStart ? ready : firstStart), v, out1))
        return true;
      const steps = shift.transitions[m];
      for (let i = 0; i < steps.length; i++) {
        const step = steps[i];
        if (end > step.endBy || !route.stepAllowed(step, pos, n + 1)) continue;
        const later = Math.max(step.notBefore, ready + step.rest, firstStart);
        if (this.leaves(route, pos, q, step.to, this.startFrom(v, later), v, out1)) return true;
      }
    }
    return false;
  }

  private leaves(
    route: Route,
    pos: number,
    q: number,
    m: number,
    start: number,
    v: number,
    out1: number,
  ): boolean {
    if (start === Infinity) return false;
    const { b, bOff, states: S, shift, length: n } = route;
    const end = start + this.model.seconds[v];
    const a = bOff[q * S + m];
    if (a < bOff[q * S + m + 1] && end + out1 <= -b.t[a]) return true;
    const steps = shift.transitions[m];
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      if (end > step.endBy || !route.stepAllowed(step, pos + 1, n + 1)) continue;
      const x = bOff[q * S + step.to];
      if (x < bOff[q * S + step.to + 1] && Math.max(step.notBefore, end + out1 + step.rest) <= -b.t[x])
        return true;
    }
    return false;
  }

  /** First allowed start of `v` from `t` on; Infinity: none. */
  private startFrom(v: number, t: number): number {
    const { model } = this;
    const hi = this.bounds.hi[v];
    for (let k = model.windowStart[v]; k < model.windowStart[v + 1]; k++) {
      if (model.windowTo[k] < t) continue;
      const s = model.windowFrom[k] > t ? model.windowFrom[k] : t;
      return s <= hi ? s : Infinity;
    }
    return Infinity;
  }

  /**
   * No timing with the visit at `pos` costs less: the stops before at their best, the visit
   * no sooner than `start`, the stops behind from `next` on at their best.
   */
  private leastTiming(route: Route, pos: number, v: number, start: number, next: number): number {
    const { model } = this;
    const { b, bOff, states: S } = route;
    let suffix = Infinity;
    const q = route.length + 1 - pos;
    for (let m = 0; m < S; m++) {
      const x = bOff[q * S + m];
      let y = bOff[q * S + m + 1] - 1;
      while (y >= x && b.t[y] > -next) y--;
      if (y >= x) {
        const value = b.v[y] + b.s[y] * (-next - b.t[y]);
        if (value < suffix) suffix = value;
      }
    }
    let own = 0;
    if (model.soft[v] && model.crew[v] === 1 && start > model.idealTo[v]) own = model.startPrice(v, start);
    return route.cheapest[pos - 1] + own + suffix;
  }

  /** Least timing cost of the route with the visit at `pos`; waiting not yet settled. */
  private timing(route: Route, pos: number, v: number, before: number, in1: number, out1: number): number {
    const { curves, model } = this;
    const S = route.states;
    if (this.offsets.length < S + 1) this.offsets = new Int32Array(S + 1);
    curves.n = 0;
    const n = route.length;
    const steps = route.shift.transitions;
    route.arrive(
      route.f,
      route.fOff,
      (pos - 1) * S,
      before,
      in1,
      pos,
      n + 1,
      v,
      curves,
      this.offsets,
      0,
      steps,
    );
    return route.join(curves, this.offsets, 0, model.seconds[v], out1, pos + 1, n + 1, n + 1 - pos);
  }
}
