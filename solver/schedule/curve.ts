import type { Pieces } from "../model/pieces.js";

/**
 * Cost curves: piecewise-linear, never rising functions of time, kept end to end in one
 * growing arena so that the inner loops allocate nothing.
 *
 * A curve is a range [a, b) of pieces; piece k holds from t[k] (included) to t[k+1]
 * (excluded), the last one for ever, with value v[k] + s[k] * (time - t[k]). It may jump
 * down at a piece's start. Left of t[a] the curve is infinite; an empty range is infinite
 * everywhere. Curve C(t) reads "least cost so far if the stop starts no later than t".
 * For suffixes of a route the same is used with time reversed (u = -t).
 *
 * Source of the idea: Ibaraki et al. 2005, 2008; Vidal, Crainic, Gendreau, Prins,
 * "Timing problems and algorithms", Networks 65 (2015).
 */
export class Arena {
  t = new Float64Array(64);
  v = new Float64Array(64);
  s = new Float64Array(64);
  n = 0;

  /** Adds a piece; one that starts where the last one starts replaces it. */
  add(t: number, v: number, s: number): void {
    if (this.n === this.t.length) this.grow();
    const n = this.n++;
    this.t[n] = t;
    this.v[n] = v;
    this.s[n] = s;
  }

  private grow(): void {
    const more = (x: Float64Array): Float64Array<ArrayBuffer> => {
      const y = new Float64Array(x.length * 2);
      y.set(x);
      return y;
    };
    this.t = more(this.t);
    this.v = more(this.v);
    this.s = more(this.s);
  }

  copyFrom(o: Arena): void {
    while (this.t.length < o.n) this.grow();
    const { t, v, s } = this;
    for (let i = 0; i < o.n; i++) {
      t[i] = o.t[i];
      v[i] = o.v[i];
      s[i] = o.s[i];
    }
    this.n = o.n;
  }
}

/** Costs are sums of whole numbers and of fractions of them; equal means equal to this. */
export const EQUAL = 1e-6;

/** Value of curve [a, b) at time x; Infinity left of it. */
export function valueAt(c: Arena, a: number, b: number, x: number): number {
  let k = b - 1;
  while (k >= a && c.t[k] > x) k--;
  return k < a ? Infinity : c.v[k] + c.s[k] * (x - c.t[k]);
}

/** Least value of a curve: its value far to the right. */
export function leastOf(c: Arena, a: number, b: number): number {
  return a === b ? Infinity : c.v[b - 1];
}

/**
 * Appends to `o` the curve of what follows a leg: x -> c(min(x - shift, clamp)) for
 * x >= start; nothing where the clamp leaves nothing.
 */
export function appendShifted(
  c: Arena,
  a: number,
  b: number,
  o: Arena,
  shift: number,
  start: number,
  clamp: number,
): void {
  if (a === b || c.t[a] > clamp) return;
  let k = a;
  const first = start - shift;
  // Pieces that end before the first allowed time are dropped.
  while (k + 1 < b && c.t[k + 1] <= first && c.t[k + 1] <= clamp) k++;
  if (c.t[k] < first) {
    const x = first < clamp ? first : clamp;
    const flat = x === clamp;
    o.add(start, c.v[k] + c.s[k] * (x - c.t[k]), flat ? 0 : c.s[k]);
    if (flat) return;
    if (c.s[k] !== 0 && (k + 1 === b || c.t[k + 1] > clamp)) {
      o.add(clamp + shift, c.v[k] + c.s[k] * (clamp - c.t[k]), 0);
      return;
    }
    k++;
  }
  for (; k < b && c.t[k] <= clamp; k++) {
    const slope = c.s[k];
    const t = c.t[k];
    if (slope !== 0 && (k + 1 === b || c.t[k + 1] > clamp)) {
      if (clamp > t) {
        o.add(t + shift, c.v[k], slope);
        o.add(clamp + shift, c.v[k] + slope * (clamp - t), 0);
      } else o.add(t + shift, c.v[k], 0);
      return;
    }
    o.add(t + shift, c.v[k], slope);
  }
}

/** Appends to `o` the lower of two curves, x and y, at every time. */
export function appendLower(
  x: Arena,
  xa: number,
  xb: number,
  y: Arena,
  ya: number,
  yb: number,
  o: Arena,
): void {
  let i = xa;
  let j = ya;
  if (i === xb || j === yb) {
    for (; i < xb; i++) o.add(x.t[i], x.v[i], x.s[i]);
    for (; j < yb; j++) o.add(y.t[j], y.v[j], y.s[j]);
    return;
  }
  // Walk over the union of the piece starts; i, j point past the pieces in force.
  while (i < xb || j < yb) {
    const ti = i < xb ? x.t[i] : Infinity;
    const tj = j < yb ? y.t[j] : Infinity;
    const t = ti < tj ? ti : tj;
    if (ti === t) i++;
    if (tj === t) j++;
    const next = Math.min(i < xb ? x.t[i] : Infinity, j < yb ? y.t[j] : Infinity);
    const xv = i > xa ? x.v[i - 1] + x.s[i - 1] * (t - x.t[i - 1]) : Infinity;
    const yv = j > ya ? y.v[j - 1] + y.s[j - 1] * (t - y.t[j - 1]) : Infinity;
    const xs = i > xa ? x.s[i - 1] : 0;
    const ys = j > ya ? y.s[j - 1] : 0;
    const xLower = xv < yv || (xv === yv && xs <= ys);
    if (xLower) {
      o.add(t, xv, xs);
      if (yv < Infinity && ys < xs) {
        const cross = t + (yv - xv) / (xs - ys);
        if (cross < next) o.add(cross, yv + ys * (cross - t), ys);
      }
    } else {
      o.add(t, yv, ys);
      if (xv < Infinity && xs < ys) {
        const cross = t + (xv - yv) / (ys - xs);
        if (cross < next) o.add(cross, xv + xs * (cross - t), xs);
      }
    }
  }
}

/**
 * Appends to `o` the curve after a stop: x -> min over starts s <= x in the pieces
 * (cut to [lo, hi]) of c(s - shift) + price(s). `priced` false: the pieces only allow, they cost
 * nothing.
 */
export function appendStop(
  c: Arena,
  a: number,
  b: number,
  o: Arena,
  p: Pieces,
  pa: number,
  pb: number,
  lo: number,
  hi: number,
  priced: boolean,
  shift: number,
): void {
  if (a === b) return;
  const begin = o.n;
  const first = c.t[a] + shift;
  let best = Infinity;
  let k = a;
  for (let q = pa; q < pb; q++) {
    let from = p.from[q] > lo ? p.from[q] : lo;
    const to = p.to[q] < hi ? p.to[q] : hi;
    if (from < first) from = first;
    if (from > to) continue;
    const price = priced ? p.value[q] + p.slope[q] * (from - p.from[q]) : 0;
    const rise = priced ? p.slope[q] : 0;
    while (k + 1 < b && c.t[k + 1] + shift <= from) k++;
    // Within this piece of price, walk over the pieces of the curve.
    for (let x = from; ;) {
      const next = k + 1 < b ? c.t[k + 1] + shift : Infinity;
      const end = next <= to ? next : to;
      const slope = c.s[k] + rise;
      const value = c.v[k] + c.s[k] * (x - c.t[k] - shift) + price + rise * (x - from);
      if (value < best) {
        if (slope < 0 && end > x) {
          pushPiece(o, begin, x, value, slope);
          best = value + slope * (end - x);
          pushPiece(o, begin, end, best, 0);
        } else {
          pushPiece(o, begin, x, value, 0);
          best = value;
        }
      } else if (slope < 0) {
        const low = value + slope * (end - x);
        if (low < best) {
          const cross = x + (value - best) / -slope;
          pushPiece(o, begin, cross, best, slope);
          best = low;
          pushPiece(o, begin, end, best, 0);
        }
      }
      if (end === to) {
        // A jump of the curve right at the end of the piece still counts.
        if (next === to) {
          const v = c.v[k + 1] + price + rise * (to - from);
          if (v < best) {
            best = v;
            pushPiece(o, begin, to, v, 0);
          }
        }
        break;
      }
      x = end;
      k++;
    }
  }
}

/** Adds a piece, merging with the last where it starts at the same time or goes straight on. */
function pushPiece(o: Arena, begin: number, t: number, v: number, s: number): void {
  if (o.n > begin) {
    const l = o.n - 1;
    if (o.t[l] === t) {
      o.v[l] = v;
      o.s[l] = s;
      if (l > begin && o.s[l - 1] === s && o.v[l - 1] + o.s[l - 1] * (t - o.t[l - 1]) === v) o.n--;
      return;
    }
    if (o.s[l] === s && o.v[l] + s * (t - o.t[l]) === v) return;
  }
  o.add(t, v, s);
}

/** Where the last {@link leastSum} found its least sum (the earliest such time). */
export const leastSumAt = { time: 0 };

/**
 * Least of c(x) + d(-(x + shift)) over all x: the join of a prefix curve with a suffix
 * curve (time reversed) over a leg of `shift` seconds. Infinity where none fits.
 */
export function leastSum(
  c: Arena,
  ca: number,
  cb: number,
  d: Arena,
  da: number,
  db: number,
  shift: number,
): number {
  if (ca === cb || da === db) return Infinity;
  const lo = c.t[ca];
  const hi = -d.t[da] - shift;
  if (lo > hi) return Infinity;
  // The best of both at once.
  const cBest = c.t[cb - 1];
  if (cBest <= -d.t[db - 1] - shift) {
    leastSumAt.time = cBest > lo ? cBest : lo;
    return c.v[cb - 1] + d.v[db - 1];
  }
  let best = Infinity;
  let at = lo;
  // Candidates: starts of the prefix's pieces ...
  let j = db - 1;
  for (let k = ca; k < cb; k++) {
    const x = c.t[k];
    if (x > hi) break;
    const u = -(x + shift);
    while (j > da && d.t[j] > u) j--;
    const sum = c.v[k] + d.v[j] + d.s[j] * (u - d.t[j]);
    if (sum < best) {
      best = sum;
      at = x;
    }
  }
  // ... and starts of the suffix's.
  let k = cb - 1;
  for (let i = da; i < db; i++) {
    const x = -d.t[i] - shift;
    if (x < lo) break;
    while (k > ca && c.t[k] > x) k--;
    const sum = c.v[k] + c.s[k] * (x - c.t[k]) + d.v[i];
    if (sum < best || (sum === best && x < at)) {
      best = sum;
      at = x;
    }
  }
  leastSumAt.time = at;
  return best;
}
