/**
 * Where does a visit fit on a route, and what does it add? Travel in constant time first,
 * then the hard limits from the curves' ends, exact timing only where these leave a chance.
 */
import { NO_LEG, type Model } from "../model/model.js";
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
  private readonly trials: (Route | undefined)[];

  constructor(
    private readonly model: Model,
    private readonly bounds: StartBounds,
  ) {
    this.trials = model.shifts.map(() => undefined);
  }

  /** Best place of visit `v` on `route` that adds less than `limit`. */
  best(route: Route, v: number, limit: number): Place {
    const { model, place } = this;
    const { shift, length: n } = route;
    const P = model.places;
    const legs = shift.legs;
    place.cost = Infinity;
    place.pos = 0;
    place.complete = true;
    if (route.load + model.load[v] > shift.capacity) return place;
    const remote = model.remote[v] === 1;
    const at = model.place[v];
    const seconds = model.seconds[v];
    const lastStart = Math.min(this.bounds.hi[v], model.own.to[model.pieceStart[v + 1] - 1]);
    const firstStart = Math.max(this.bounds.lo[v], model.own.from[model.pieceStart[v]]);
    const assign = model.assignCost[v * model.shiftCount + shift.index] + (n === 0 ? shift.useCost : 0);
    const trialOnly = shift.insideForced && n <= 1;
    const over0 = Math.max(0, route.travel + route.work - shift.target);
    const emptyTravel = n === 0 ? 0 : -1;
    let bound = limit;
    for (let pos = 1; pos <= n + 1; pos++) {
      const before = pos === 1 ? 0 : model.seconds[route.seq[pos - 1]];
      const soonest = route.soonest[pos - 1];
      if (soonest > lastStart) break;
      const here = route.place[pos - 1];
      const there = remote ? here : at;
      const in1 = legs[here * P + there];
      const nextRemote = pos <= n && model.remote[route.seq[pos]] === 1;
      let exact = trialOnly;
      let out1 = 0;
      let added = 0;
      if (nextRemote) {
        if (!remote) exact = true;
      } else {
        const to = pos <= n ? model.place[route.seq[pos]] : shift.endPlace;
        out1 = legs[there * P + to];
        added = in1 + out1 - (emptyTravel === 0 ? 0 : route.leg[pos]);
      }
      if (in1 >= NO_LEG || out1 >= NO_LEG) continue;
      // The ends of the curves over all break states: no sooner, no later.
      const start = soonest + in1 > firstStart ? soonest + in1 : firstStart;
      if (start > lastStart || (!exact && start + seconds + out1 > route.latest[pos])) continue;
      if (!exact || !nextRemote) {
        const over = Math.max(0, route.travel + added + route.work + seconds - shift.target) - over0;
        const low = assign + model.wTravel * added + model.wOverload * over;
        if (!exact && low >= bound) {
          if (low >= limit) place.complete = false;
          continue;
        }
        if (!exact) {
          if (!this.fits(route, pos, v, before, in1, out1, firstStart)) continue;
          let cost = low;
          if (!route.flat || (model.soft[v] && model.crew[v] === 1)) {
            const timing = this.timing(route, pos, v, before, in1, out1);
            if (timing === Infinity) continue;
            cost += timing - model.wWait * (route.travel + added + route.work + seconds) - route.timing;
          }
          if (cost >= bound) {
            if (cost >= limit) place.complete = false;
            continue;
          }
          if (!shift.relative) {
            place.cost = cost;
            place.pos = pos;
            bound = cost;
            continue;
          }
          exact = true;
        }
      }
      const cost = this.trial(route, pos, v);
      if (cost < bound) {
        place.cost = cost;
        place.pos = pos;
        bound = cost;
      } else if (cost < Infinity && cost >= limit) place.complete = false;
    }
    return place;
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
  private fits(
    route: Route,
    pos: number,
    v: number,
    before: number,
    in1: number,
    out1: number,
    firstStart: number,
  ): boolean {
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
