/**
 * Crews whose start gives way while a step puts visits back: each of their routes then moves it as suits it best,
 * within what all of them can do. In the end one start is chosen again, at which they cost least together. So a
 * visit fits where a start that stands still would leave no room for it.
 */
import { FAR } from "../model/model.js";
import { valueAt } from "../schedule/curve.js";
import type { Route } from "../schedule/route.js";
import type { State } from "./state.js";

export class LooseCrews {
  /** Crew visits whose start gives way now. */
  private readonly list: number[] = [];

  constructor(private readonly state: State) {}

  /** Loosens the crews of all routes that have changed since the step began. */
  loosenTouched(): void {
    const { state, list } = this;
    list.length = 0;
    for (const v of state.crewVisits) {
      if (state.where[v] < 0 || !state.isOpen(v)) continue;
      if (state.crewAt[v].some((r) => state.isTouched(r)) && state.loosen(v)) list.push(v);
    }
  }

  /** Chooses one start again for each; false: the routes of one cannot meet. */
  settle(): boolean {
    for (const v of this.list) {
      if (this.state.loose[v] === 0) continue;
      const t = this.bestStart(v);
      if (t === -FAR || !this.state.tighten(v, t)) return false;
    }
    return true;
  }

  /** Where all routes of the crew cost least together; -FAR: nowhere. */
  private bestStart(v: number): number {
    const { state } = this;
    const { model } = state;
    const routes = state.crewAt[v].map((r) => state.routes[r]);
    const places = routes.map((route) => route.positionOf(v));
    const { lo, hi } = state.bounds;
    let best = Infinity;
    let at = -FAR;
    const attempt = (t: number): void => {
      if (t < lo[v] || t > hi[v] || !model.startsAt(v, t)) return;
      let cost = model.startPrice(v, t);
      for (let i = 0; i < routes.length && cost < best; i++) cost += through(routes[i], places[i], t);
      if (cost < best) {
        best = cost;
        at = t;
      }
    };
    for (let i = 0; i < routes.length; i++) {
      const { f, fOff, b, bOff, states: S, length } = routes[i];
      const p = places[i] * S;
      for (let k = fOff[p]; k < fOff[p + S]; k++) attempt(Math.ceil(f.t[k]));
      const q = (length + 1 - places[i]) * S;
      for (let k = bOff[q]; k < bOff[q + S]; k++) attempt(Math.floor(-b.t[k]));
    }
    for (let k = model.pieceStart[v]; k < model.pieceStart[v + 1]; k++) {
      attempt(model.own.from[k]);
      attempt(model.own.to[k]);
    }
    return at;
  }
}

/** What the times of a route cost with the stop at `p` started at `t`; a bound where breaks depend on the departure. */
function through(route: Route, p: number, t: number): number {
  const { f, fOff, b, bOff, states: S, length } = route;
  const q = (length + 1 - p) * S;
  let least = Infinity;
  for (let m = 0; m < S; m++) {
    const before = valueAt(f, fOff[p * S + m], fOff[p * S + m + 1], t);
    if (before >= least) continue;
    const cost = before + valueAt(b, bOff[q + m], bOff[q + m + 1], -t);
    if (cost < least) least = cost;
  }
  return least;
}
