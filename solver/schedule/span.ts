/** How early can a route be back, and how late can it leave, while its cost stays least? */
import { appendShifted, Arena, EQUAL, leastSum, leastSumAt } from "./curve.js";
import { addReturn } from "./returnPrice.js";
import type { Route } from "./route.js";
import { timesOf } from "./times.js";

export interface Span {
  /** Latest departure in any best timing. */
  departure: number;
  /** Earliest return in any best timing. */
  return: number;
}

const shifted = new Arena();
const end = new Arena();

/** Sets `into` for a route with visits and a finite cost; the two ends need not belong to one timing. */
export function bestSpan(route: Route, into: Span): void {
  if (route.shift.relative) {
    const times = timesOf(route);
    into.departure = times.departure;
    into.return = times.return;
    return;
  }
  into.departure = latestDeparture(route);
  into.return = earliestReturn(route);
}

function earliestReturn(route: Route): number {
  const { f, fOff, shift, model, length: n, states: S } = route;
  const before = model.seconds[route.seq[n]];
  const leg = before + route.leg[n + 1];
  let best = Infinity;
  let time = Infinity;
  const consider = (from: number, to: number, rest: number, notBefore: number, clamp: number): void => {
    const a = fOff[n * S + from];
    const z = fOff[n * S + from + 1];
    if (!shift.endStates[to] || a === z) return;
    end.n = 0;
    addReturn(end, model, shift, to, route.end);
    shifted.n = 0;
    appendShifted(f, a, z, shifted, leg + rest, notBefore, clamp);
    const sum = leastSum(shifted, 0, shifted.n, end, 0, end.n, 0);
    if (sum > best + EQUAL || sum === Infinity) return;
    time = sum < best - EQUAL ? leastSumAt.time : Math.min(time, leastSumAt.time);
    best = Math.min(best, sum);
  };
  for (let m = 0; m < S; m++) {
    consider(m, m, 0, -1e12, 1e12);
    for (const step of shift.transitions[m])
      if (route.stepAllowed(step, n + 1, n))
        consider(m, step.to, step.rest, step.notBefore, step.endBy - before);
  }
  return Math.ceil(time - EQUAL);
}

function latestDeparture(route: Route): number {
  const { f, fOff, b, bOff, shift, length: n, states: S } = route;
  const leg = route.leg[1];
  let best = Infinity;
  let time = Infinity;
  const consider = (m: number, rest: number, notBefore: number, clamp: number): void => {
    const a = bOff[n * S + m];
    const z = bOff[n * S + m + 1];
    if (a === z) return;
    shifted.n = 0;
    appendShifted(b, a, z, shifted, leg + rest, notBefore, clamp);
    const sum = leastSum(shifted, 0, shifted.n, f, fOff[0], fOff[1], 0);
    if (sum > best + EQUAL || sum === Infinity) return;
    time = sum < best - EQUAL ? leastSumAt.time : Math.min(time, leastSumAt.time);
    best = Math.min(best, sum);
  };
  consider(0, 0, -1e12, 1e12);
  for (const step of shift.transitions[0])
    if (route.stepAllowed(step, 1, n)) consider(step.to, step.rest, -step.endBy, -step.notBefore);
  return Math.floor(-time + EQUAL);
}
