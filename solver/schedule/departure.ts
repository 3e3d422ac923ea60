/**
 * Routes whose breaks depend on the departure (counted from it, or left out on short
 * routes): the general curves relax that; here the departure is chosen and the rest timed
 * exactly for it.
 */
import { transitionsIn, windowsAt, type BreakTransition } from "../model/breaks.js";
import { FAR } from "../model/model.js";
import { Arena, EQUAL, leastSum } from "./curve.js";
import { addReturn } from "./returnPrice.js";
import type { Route } from "./route.js";

/** Forward curves of one route for one departure. */
export class PrefixCurves {
  readonly arena = new Arena();
  off = new Int32Array(64);
  steps: readonly (readonly BreakTransition[])[] = [];
  departure = 0;

  build(route: Route, departure: number): void {
    const { shift, model, states: S } = route;
    const n = route.length;
    if (this.off.length < (n + 1) * S + 1) this.off = new Int32Array((n + 8) * 2 * S + 1);
    this.departure = departure;
    const breaks = model.data.shifts[shift.index].breaks;
    this.steps = transitionsIn(breaks, windowsAt(breaks, departure));
    const { arena, off } = this;
    arena.n = 0;
    off[0] = 0;
    arena.add(departure, -model.wWait * departure, 0);
    for (let m = 1; m <= S; m++) off[m] = arena.n;
    for (let p = 1; p <= n; p++) {
      const before = p === 1 ? 0 : model.seconds[route.seq[p - 1]];
      route.arrive(
        arena,
        off,
        (p - 1) * S,
        before,
        route.leg[p],
        p,
        n,
        route.seq[p],
        arena,
        off,
        p * S,
        this.steps,
      );
    }
  }

  /** Least timing cost of the whole route; Infinity where it has none. */
  cost(route: Route): number {
    const { model, states: S } = route;
    const n = route.length;
    const before = model.seconds[route.seq[n]];
    let best = Infinity;
    for (let m = 0; m < S; m++) {
      const last = latestReturn(route, m, this.departure);
      if (last <= -FAR) continue;
      end.n = 0;
      addReturn(end, model, route.shift, m, last);
      const g = route.gather(this.arena, this.off, n * S, m, before, route.leg[n + 1], n + 1, n, this.steps);
      const a = this.off[n * S + m];
      const z = this.off[n * S + m + 1];
      const c =
        g === null
          ? leastSum(this.arena, a, z, end, 0, end.n, before + route.leg[n + 1])
          : leastSum(g, 0, g.n, end, 0, end.n, 0);
      if (c < best) best = c;
    }
    return best;
  }
}

/** Last return in break state `m`; -Infinity where the state may not end a route. */
export function latestReturn(route: Route, m: number, departure: number): number {
  const breaks = route.model.data.shifts[route.shift.index].breaks;
  let last = route.end;
  for (let i = 0; i < breaks.length; i++) {
    if (m & (1 << i)) continue;
    if (breaks[i].afterSeconds === 0) return -Infinity;
    last = Math.min(last, departure + breaks[i].afterSeconds);
  }
  return last;
}

const end = new Arena();
const curves = new PrefixCurves();
const tried: number[] = [];
const leastAt: number[] = [];
/** A prefix of the departure alone: one piece in the state of no break taken, no other state. */
const start = new Arena();
let startOff = new Int32Array(17).fill(1, 1);

/** Least timing cost over the departures worth trying. */
export function departureCost(route: Route): number {
  return bestDeparture(route, curves);
}

/**
 * As {@link departureCost}; leaves in `into` the curves of the departure chosen, the latest of equally
 * good ones: nobody wants to leave early and wait.
 */
export function bestDeparture(route: Route, into: PrefixCurves): number {
  const relaxed = relaxedCost(route);
  let best = Infinity;
  let bestAt = -Infinity;
  const tryAll = (list: number[]): void => {
    for (let i = 0; i < list.length; i++) leastAt[i] = leastLeaving(route, list[i]);
    // Dear to time: the most promising first, and none that promises less than what stands.
    for (;;) {
      let k = -1;
      for (let i = 0; i < list.length; i++) {
        if (leastAt[i] > best + EQUAL || (leastAt[i] > best - EQUAL && list[i] < bestAt)) continue;
        if (k < 0 || leastAt[i] < leastAt[k] || (leastAt[i] === leastAt[k] && list[i] > list[k])) k = i;
      }
      if (k < 0 || leastAt[k] === Infinity) return;
      const departure = list[k];
      leastAt[k] = Infinity;
      into.build(route, departure);
      const c = into.cost(route);
      if (c > best || (c === best && departure < bestAt)) continue;
      best = c;
      bestAt = departure;
    }
  };
  tryAll(departures(route));
  if (best > relaxed) tryAll(departuresOfBreaks(route));
  if (best < Infinity && into.departure !== bestAt) into.build(route, bestAt);
  return best;
}

/** No timing that leaves at `departure` costs less: breaks as if any departure's edges held. */
function leastLeaving(route: Route, departure: number): number {
  if (startOff.length < route.states + 1) startOff = new Int32Array(route.states + 1).fill(1, 1);
  start.n = 0;
  start.add(departure, -route.model.wWait * departure, 0);
  return route.join(start, startOff, 0, 0, route.leg[1], 1, route.length, route.length);
}

function relaxedCost(route: Route): number {
  const n = route.length;
  return route.join(
    route.f,
    route.fOff,
    n * route.states,
    route.model.seconds[route.seq[n]],
    route.leg[n + 1],
    n + 1,
    n,
    0,
  );
}

/** Departures at which something changes: the shift's start, just in time, the latest ones, breaks' edges. */
function departures(route: Route): number[] {
  const { shift, f, fOff, b, bOff, states: S, length: n } = route;
  tried.length = 0;
  let latest = -Infinity;
  const add = (d: number): void => {
    const x = Math.max(route.from, Math.min(d, latest));
    if (!tried.includes(x)) tried.push(x);
  };
  const q = n * S;
  for (let m = 0; m < S; m++) {
    if (bOff[q + m] === bOff[q + m + 1]) continue;
    const rest = shift.restOf[m];
    latest = Math.max(latest, -b.t[bOff[q + m]] - route.leg[1] - rest);
  }
  if (latest < route.from) return tried;
  for (let m = 0; m < S; m++) {
    const rest = shift.restOf[m];
    if (fOff[S + m] < fOff[S + m + 1]) add(f.t[fOff[S + m]] - route.leg[1] - rest);
    if (bOff[q + m] < bOff[q + m + 1]) {
      for (let k = bOff[q + m + 1] - 1; k >= bOff[q + m]; k--) add(-b.t[k] - route.leg[1] - rest);
    }
  }
  add(route.from);
  let soonest = Infinity;
  for (let m = 0; m < S; m++) {
    const at = n * S + m;
    if (fOff[at] < fOff[at + 1])
      soonest = Math.min(soonest, f.t[fOff[at]] + route.model.seconds[route.seq[n]] + route.leg[n + 1]);
  }
  for (const x of route.model.data.shifts[shift.index].breaks) {
    if (x.latestAfter !== null) {
      add(x.from - x.latestAfter);
      add(x.to - x.latestAfter);
    }
    if (x.earliestAfter > 0) add(x.to - x.earliestAfter);
    if (x.afterSeconds > 0) add(soonest - x.afterSeconds);
  }
  return tried;
}

/**
 * Departures at which a break counted from the departure just ends before some stop, or just
 * begins behind one, at a start of that stop where something changes; those that
 * {@link departures} has just found left out.
 */
function departuresOfBreaks(route: Route): number[] {
  const { shift, model, f, fOff, b, bOff, states: S, length: n } = route;
  const known = new Set(tried);
  const more = new Set<number>();
  const latest = Math.max(route.from, ...tried);
  const add = (d: number): void => {
    if (d > route.from && d < latest && !known.has(d)) more.add(d);
  };
  const breaks = model.data.shifts[shift.index].breaks;
  for (let i = 0; i < breaks.length; i++) {
    const { earliestAfter, latestAfter, seconds } = breaks[i];
    for (let p = 1; p <= n; p++) {
      const q = n + 1 - p;
      if (earliestAfter > 0)
        for (let k = bOff[q * S]; k < bOff[(q + 1) * S]; k++)
          for (let rest = 0; rest < S; rest++)
            if (!(rest & (1 << i))) add(-b.t[k] - shift.restOf[rest] - seconds - earliestAfter);
      if (latestAfter !== null)
        for (let k = fOff[p * S]; k < fOff[(p + 1) * S]; k++)
          for (let rest = 0; rest < S; rest++)
            if (!(rest & (1 << i)))
              add(f.t[k] + model.seconds[route.seq[p]] + shift.restOf[rest] - latestAfter);
    }
  }
  return [...more];
}
