/** Between which starts can a visit move on its route while the route's cost stays least? */
import type { Route } from "./route.js";
import { appendShifted, Arena, EQUAL, leastSum, leastSumAt, valueAt } from "./curve.js";

export interface StartRange {
  earliest: number;
  latest: number;
}

const shifted = new Arena();

/** Sets `into` to the least and the greatest start of position `p` in any best timing. */
export function bestStarts(route: Route, p: number, into: StartRange): void {
  into.earliest = earliestBest(route, p);
  into.latest = latestBest(route, p);
  if (into.latest < into.earliest) into.latest = into.earliest;
}

function earliestBest(route: Route, p: number): number {
  const { f, fOff, b, bOff, states: S, length: n, shift, model } = route;
  const before = model.seconds[route.seq[p]];
  const q = n - p;
  const leg = before + route.leg[p + 1];
  let best = Infinity;
  let earliest = 0;
  const consider = (m: number, sum: number, value: number): void => {
    if (sum > best + EQUAL) return;
    const t = firstAt(f, fOff[p * S + m], fOff[p * S + m + 1], value);
    if (sum < best - EQUAL || t < earliest) earliest = t;
    if (sum < best) best = sum;
  };
  for (let m = 0; m < S; m++) {
    const a = fOff[p * S + m];
    const z = fOff[p * S + m + 1];
    if (a === z) continue;
    const same = leastSum(f, a, z, b, bOff[q * S + m], bOff[q * S + m + 1], leg);
    if (same < Infinity) consider(m, same, valueAt(f, a, z, leastSumAt.time));
    for (const step of shift.transitions[m]) {
      if (!route.stepAllowed(step, p + 1, n)) continue;
      shifted.n = 0;
      appendShifted(f, a, z, shifted, leg + step.rest, step.notBefore, step.endBy - before);
      const sum = leastSum(shifted, 0, shifted.n, b, bOff[q * S + step.to], bOff[q * S + step.to + 1], 0);
      if (sum < Infinity) consider(m, sum, valueAt(shifted, 0, shifted.n, leastSumAt.time));
    }
  }
  return earliest;
}

function latestBest(route: Route, p: number): number {
  const { f, fOff, b, bOff, states: S, length: n, shift, model } = route;
  const before = p === 1 ? 0 : model.seconds[route.seq[p - 1]];
  const q = n + 1 - p;
  const leg = before + route.leg[p];
  const base = (p - 1) * S;
  let best = Infinity;
  let latest = 0;
  const consider = (m: number, sum: number, value: number): void => {
    if (sum > best + EQUAL) return;
    const t = -firstAt(b, bOff[q * S + m], bOff[q * S + m + 1], value);
    if (sum < best - EQUAL || t > latest) latest = t;
    if (sum < best) best = sum;
  };
  for (let m = 0; m < S; m++) {
    const a = fOff[base + m];
    const z = fOff[base + m + 1];
    if (a === z) continue;
    const bs = bOff[q * S + m];
    const be = bOff[q * S + m + 1];
    const same = leastSum(f, a, z, b, bs, be, leg);
    if (same < Infinity) consider(m, same, valueAt(b, bs, be, -(leastSumAt.time + leg)));
    for (const step of shift.transitions[m]) {
      if (!route.stepAllowed(step, p, n)) continue;
      const x = bOff[q * S + step.to];
      const y = bOff[q * S + step.to + 1];
      shifted.n = 0;
      appendShifted(f, a, z, shifted, leg + step.rest, step.notBefore, step.endBy - before);
      const sum = leastSum(shifted, 0, shifted.n, b, x, y, 0);
      if (sum < Infinity) consider(step.to, sum, valueAt(b, x, y, -leastSumAt.time));
    }
  }
  return latest;
}

/** First whole time at which a falling curve is down to `value`. */
export function firstAt(c: Arena, a: number, b: number, value: number): number {
  for (let k = a; k < b; k++) {
    if (c.v[k] <= value + EQUAL) return Math.ceil(c.t[k] - EQUAL);
    const next = k + 1 < b ? c.t[k + 1] : Infinity;
    if (c.s[k] < 0) {
      const t = c.t[k] + (value - c.v[k]) / c.s[k];
      if (t < next) return Math.ceil(t - EQUAL);
    }
  }
  return b > a ? Math.ceil(c.t[b - 1] - EQUAL) : 0;
}
