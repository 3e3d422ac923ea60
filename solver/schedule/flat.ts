/**
 * The curves of a route whose times cost nothing: each is one piece of value 0, so the earliest
 * start of a stop by break state is all there is to know of what lies before it, and the latest
 * start of what lies behind. The same as the general curves give (`route.ts`), in less time.
 */
import { FAR, NO_LEG } from "../model/model.js";
import type { Pieces } from "../model/pieces.js";
import type { Route } from "./route.js";

/** Earliest starts of positions `from` and behind; those before are kept. */
export function flatForward(route: Route, from: number): void {
  const { model, shift, f, fOff, states: S, bounds, length: n } = route;
  const { own, pieceStart, seconds } = model;
  const { release, deadline, transitions } = shift;
  for (let p = from; p <= n; p++) {
    const v = route.seq[p];
    const leg = route.leg[p];
    const before = p === 1 ? 0 : seconds[route.seq[p - 1]];
    const base = (p - 1) * S;
    let soonest = FAR;
    for (let m = 0; m < S; m++) {
      fOff[p * S + m] = f.n;
      if (leg >= NO_LEG) continue;
      let ready = FAR;
      if (fOff[base + m] < fOff[base + m + 1]) ready = f.t[fOff[base + m]] + before + leg;
      for (let x = 0; x < m; x++) {
        const a = fOff[base + x];
        if ((x & m) !== x || a === fOff[base + x + 1]) continue;
        const steps = transitions[x];
        for (let i = 0; i < steps.length; i++) {
          const step = steps[i];
          if (step.to !== m || f.t[a] > step.endBy - before || !route.stepAllowed(step, p, n)) continue;
          let then = f.t[a] + before + leg + step.rest;
          if (then < step.notBefore) then = step.notBefore;
          if (then < ready) ready = then;
        }
      }
      if (ready >= FAR) continue;
      const last = deadline[m] - seconds[v];
      const hi = last < bounds.hi[v] ? last : bounds.hi[v];
      if (ready < release[m]) ready = release[m];
      if (ready < bounds.lo[v]) ready = bounds.lo[v];
      for (let k = pieceStart[v]; k < pieceStart[v + 1]; k++) {
        const start = own.from[k] > ready ? own.from[k] : ready;
        if (start > own.to[k] || start > hi) continue;
        f.add(start, 0, 0);
        if (start < soonest) soonest = start;
        break;
      }
    }
    fOff[(p + 1) * S] = f.n;
    route.soonest[p] = soonest + seconds[v];
    route.cheapest[p] = soonest < FAR ? 0 : Infinity;
  }
}

/** Latest starts of positions `to` and before; those behind are kept. */
export function flatBackward(route: Route, to: number): void {
  const { model, shift, b, bOff, states: S, bounds, length: n } = route;
  const { own, pieceStart } = model;
  const { release, deadline, transitions } = shift;
  for (let p = to; p >= 1; p--) {
    const v = route.seq[p];
    const q = n + 1 - p;
    const base = (q - 1) * S;
    const leg = route.leg[p + 1];
    const seconds = model.seconds[v];
    let late = -FAR;
    for (let m = 0; m < S; m++) {
      bOff[q * S + m] = b.n;
      if (leg >= NO_LEG) continue;
      let by = bOff[base + m] < bOff[base + m + 1] ? -b.t[bOff[base + m]] - leg - seconds : -FAR;
      const steps = transitions[m];
      for (let i = 0; i < steps.length; i++) {
        const step = steps[i];
        const a = bOff[base + step.to];
        if (a === bOff[base + step.to + 1] || -b.t[a] < step.notBefore) continue;
        if (!route.stepAllowed(step, p + 1, n)) continue;
        let then = -b.t[a] - leg - seconds - step.rest;
        if (then > step.endBy - seconds) then = step.endBy - seconds;
        if (then > by) by = then;
      }
      if (by <= -FAR) continue;
      const last = deadline[m] - seconds;
      const lo = release[m] > bounds.lo[v] ? release[m] : bounds.lo[v];
      if (by > last) by = last;
      if (by > bounds.hi[v]) by = bounds.hi[v];
      const start = lastAllowed(own, pieceStart[v], pieceStart[v + 1], by);
      if (start <= -FAR || start < lo) continue;
      b.add(-start, 0, 0);
      if (start > late) late = start;
    }
    route.latest[p] = late;
    bOff[(q + 1) * S] = b.n;
  }
}

/** Last allowed start of a visit with these pieces up to `by`; -FAR: none. */
function lastAllowed(own: Pieces, first: number, behind: number, by: number): number {
  for (let k = behind - 1; k >= first; k--) {
    const start = own.to[k] < by ? own.to[k] : by;
    if (start >= own.from[k]) return start;
  }
  return -FAR;
}
