/**
 * One shift's route with the curves that make insertion tests cheap: for each position and
 * break state the least cost of the stops up to it (forward) and from it on (backward), as
 * functions of its start. Position 0 is the departure, 1..length the visits, length + 1
 * the return.
 */
import { FAR, NO_LEG, type Model } from "../model/model.js";
import type { BreakTransition } from "../model/breaks.js";
import { Arena, appendLower, appendShifted, appendStop, leastOf, leastSum } from "./curve.js";
import type { StartBounds } from "./bounds.js";
import { departureCost } from "./departure.js";
import { flatBackward, flatForward } from "./flat.js";
import { addReturn } from "./returnPrice.js";
import { RouteStore } from "./routeStore.js";

const scratch = [new Arena(), new Arena()];

export class Route extends RouteStore {
  constructor(
    model: Model,
    shift: number,
    readonly bounds: StartBounds,
    /** False: the general curves even where times cost nothing, to compare with. */
    private readonly mayBeFlat = true,
  ) {
    super(model, shift);
    this.rebuild();
  }

  /** Puts a visit at position `pos` (1..length + 1) and brings everything up to date. */
  insert(pos: number, visit: number): void {
    this.reserve(this.length + 1);
    for (let p = this.length; p >= pos; p--) this.seq[p + 1] = this.seq[p];
    for (let p = this.length + 1; p >= pos; p--) this.latest[p + 1] = this.latest[p];
    this.seq[pos] = visit;
    this.length++;
    this.refresh(pos, pos);
  }

  /** Takes the visits marked in `gone` out. The bounds of the others must be as they were. */
  removeMarked(gone: Uint8Array): void {
    const n = this.length;
    let to = 0;
    let first = 0;
    let behind = 0;
    for (let p = 1; p <= n; p++) {
      const v = this.seq[p];
      if (gone[v]) {
        if (first === 0) first = p;
        // The stops from the next one on keep their curves.
        behind = to;
        continue;
      }
      this.seq[++to] = v;
    }
    if (to === n) return;
    for (let p = behind + 1; p <= to + 1; p++) this.latest[p] = this.latest[p + n - to];
    this.length = to;
    this.refresh(first, behind);
  }

  setSequence(visits: readonly number[]): void {
    this.reserve(visits.length);
    visits.forEach((v, i) => (this.seq[i + 1] = v));
    this.length = visits.length;
    this.rebuild();
  }

  /** Narrows or widens the time between departure and return. */
  setWindow(from: number, end: number): void {
    this.from = from;
    this.end = end;
    this.rebuild();
  }

  positionOf(visit: number): number {
    for (let p = 1; p <= this.length; p++) if (this.seq[p] === visit) return p;
    return 0;
  }

  rebuild(): void {
    this.refresh(1, this.length + 1);
  }

  /** Brings the route up to date after the bounds of the visit at `pos` have changed. */
  retime(pos: number): void {
    this.refresh(pos, pos);
  }

  /**
   * Brings places, legs, curves and costs up to date after a change: positions before
   * `from` keep their forward curves, positions after `to` their backward ones.
   */
  private refresh(from: number, to: number): void {
    const { model, shift } = this;
    const P = model.places;
    const n = this.length;
    let travel = 0;
    let work = 0;
    let assign = 0;
    let load = 0;
    let here = shift.startPlace;
    this.place[0] = here;
    let back = to;
    let flat =
      this.mayBeFlat && !(shift.relative || model.wWait > 0 || (shift.end > shift.to && model.wOvertime > 0));
    for (let p = 1; p <= n; p++) {
      const v = this.seq[p];
      const next = model.remote[v] ? here : model.place[v];
      const leg = shift.legs[here * P + next];
      // A remote visit behind the change stands elsewhere now: its curve is stale.
      if (p > back && model.remote[v]) back = p;
      this.leg[p] = leg;
      this.place[p] = next;
      travel += leg;
      work += model.seconds[v];
      if (model.soft[v] && model.crew[v] === 1) flat = false;
      load += model.load[v];
      assign += model.assignCost[v * model.shiftCount + shift.index];
      here = next;
    }
    this.place[n + 1] = shift.endPlace;
    this.leg[n + 1] = shift.legs[here * P + shift.endPlace];
    travel += this.leg[n + 1];
    this.travel = n === 0 ? 0 : travel;
    this.work = work;
    this.assign = assign;
    this.load = load;
    this.flat = flat;
    const all = n <= 2 && this.hasInside;
    this.lonely = false;
    this.forward(all ? 1 : from);
    this.backward(all ? n + 1 : Math.min(back, n + 1));
    this.price();
    if (n > 1 || !this.hasInside || this.cost < Infinity) return;
    this.lonely = true;
    this.forward(1);
    this.backward(n + 1);
    this.price();
  }

  /** An `inside` break is taken neither on the first nor on the last leg, but on a lone visit's that waits for a second. */
  stepAllowed(step: BreakTransition, legTo: number, length: number): boolean {
    return !step.inside || (legTo > 1 && legTo <= length) || (length === 1 && this.lonely);
  }

  private forward(from: number): void {
    const { model, shift, f, states: S } = this;
    const n = this.length;
    if (from <= 1) {
      f.n = 0;
      // Departure: any time from the shift's start; with a price on waiting, later is better.
      for (let m = 0; m < S; m++) {
        this.fOff[m] = f.n;
        if (m > 0) continue;
        f.add(this.from, -model.wWait * this.from, -model.wWait);
        if (model.wWait > 0 && this.end > this.from) f.add(this.end, -model.wWait * this.end, 0);
      }
      this.fOff[S] = f.n;
      this.soonest[0] = this.from;
      this.cheapest[0] = f.v[f.n - 1];
      from = 1;
    } else f.n = this.fOff[from * S];
    if (this.flat) return flatForward(this, from);
    for (let p = from; p <= n; p++) {
      const v = this.seq[p];
      const before = p === 1 ? 0 : model.seconds[this.seq[p - 1]];
      this.arrive(
        f,
        this.fOff,
        (p - 1) * S,
        before,
        this.leg[p],
        p,
        n,
        v,
        f,
        this.fOff,
        p * S,
        shift.transitions,
      );
      let soonest = FAR;
      let cheapest = Infinity;
      for (let m = 0; m < S; m++) {
        const a = this.fOff[p * S + m];
        const z = this.fOff[p * S + m + 1];
        if (a === z) continue;
        if (f.t[a] < soonest) soonest = f.t[a];
        if (f.v[z - 1] < cheapest) cheapest = f.v[z - 1];
      }
      this.soonest[p] = soonest + model.seconds[v];
      this.cheapest[p] = cheapest;
    }
  }

  /**
   * Curves of visit `v` behind stops whose curves are (`src`, `off` from `base`), written to
   * (`out`, `outOff` from `outBase`). `before` is the length of the stop before, `leg` the
   * seconds to v and `legTo` the position that v has or would have.
   */
  arrive(
    src: Arena,
    off: Int32Array,
    base: number,
    before: number,
    leg: number,
    legTo: number,
    length: number,
    v: number,
    out: Arena,
    outOff: Int32Array,
    outBase: number,
    steps: readonly (readonly BreakTransition[])[],
  ): void {
    const { model, states: S, bounds } = this;
    const priced = model.crew[v] === 1 && model.soft[v] === 1;
    const pieces = model.own;
    const { release, deadline } = this.shift;
    const from = pieces.from[model.pieceStart[v]];
    const to = pieces.to[model.pieceStart[v + 1] - 1];
    for (let m = 0; m < S; m++) {
      outOff[outBase + m] = out.n;
      if (leg >= NO_LEG) continue;
      const lo = release[m] > bounds.lo[v] ? release[m] : bounds.lo[v];
      const last = deadline[m] - model.seconds[v];
      const hi = last < bounds.hi[v] ? last : bounds.hi[v];
      if (lo > to || hi < from) continue;
      const g = this.gather(src, off, base, m, before, leg, legTo, length, steps);
      if (g === null)
        appendStop(
          src,
          off[base + m],
          off[base + m + 1],
          out,
          pieces,
          model.pieceStart[v],
          model.pieceStart[v + 1],
          lo,
          hi,
          priced,
          before + leg,
        );
      else
        appendStop(g, 0, g.n, out, pieces, model.pieceStart[v], model.pieceStart[v + 1], lo, hi, priced, 0);
    }
    outOff[outBase + S] = out.n;
  }

  /**
   * The curve of being ready for a stop in state m: over all ways to take breaks on its leg.
   * Null: no break can be taken there, the curve before it is only shifted.
   */
  gather(
    src: Arena,
    off: Int32Array,
    base: number,
    m: number,
    before: number,
    leg: number,
    legTo: number,
    length: number,
    steps: readonly (readonly BreakTransition[])[],
  ): Arena | null {
    let g: Arena | null = null;
    for (let from = 0; from < m; from++) {
      const a = off[base + from];
      const z = off[base + from + 1];
      if ((from & m) !== from || a === z) continue;
      const list = steps[from];
      for (let i = 0; i < list.length; i++) {
        const step = list[i];
        const clamp = step.endBy - before;
        if (step.to !== m || src.t[a] > clamp || !this.stepAllowed(step, legTo, length)) continue;
        if (g === null) {
          g = scratch[0];
          g.n = 0;
          appendShifted(src, off[base + m], off[base + m + 1], g, before + leg, -FAR, FAR);
        }
        if (g.n === 0) {
          appendShifted(src, a, z, g, before + leg + step.rest, step.notBefore, clamp);
          continue;
        }
        one.n = 0;
        appendShifted(src, a, z, one, before + leg + step.rest, step.notBefore, clamp);
        const spare: Arena = g === scratch[0] ? scratch[1] : scratch[0];
        spare.n = 0;
        appendLower(g, 0, g.n, one, 0, one.n, spare);
        g = spare;
      }
    }
    return g;
  }

  private backward(to: number): void {
    const { model, shift, b, states: S } = this;
    const n = this.length;
    if (to > n) {
      b.n = 0;
      for (let m = 0; m < S; m++) {
        this.bOff[m] = b.n;
        if (!shift.endStates[m]) continue;
        // Return at u = -t: overtime past the shift's end, wait up to the return.
        addReturn(b, model, shift, m, this.end);
      }
      this.bOff[S] = b.n;
      this.latest[n + 1] = this.end;
      to = n;
    } else b.n = this.bOff[(n + 1 - to) * S];
    if (this.flat) return flatBackward(this, to);
    const { own, ownReversed: pieces } = model;
    const { release, deadline } = shift;
    for (let p = to; p >= 1; p--) {
      const v = this.seq[p];
      const q = n + 1 - p;
      const base = (q - 1) * S;
      const out = q * S;
      const leg = this.leg[p + 1];
      const seconds = model.seconds[v];
      const priced = model.crew[v] === 1 && model.soft[v] === 1;
      const first = own.from[model.pieceStart[v]];
      const behind = own.to[model.pieceStart[v + 1] - 1];
      let late = -FAR;
      for (let m = 0; m < S; m++) {
        this.bOff[out + m] = b.n;
        if (leg >= NO_LEG) continue;
        const lo = release[m] > this.bounds.lo[v] ? release[m] : this.bounds.lo[v];
        const last = deadline[m] - seconds;
        const hi = last < this.bounds.hi[v] ? last : this.bounds.hi[v];
        if (lo > behind || hi < first) continue;
        const g = this.gatherBack(base, m, seconds, leg, p + 1);
        if (g === null)
          appendStop(
            b,
            this.bOff[base + m],
            this.bOff[base + m + 1],
            b,
            pieces,
            model.pieceStart[v],
            model.pieceStart[v + 1],
            -hi,
            -lo,
            priced,
            seconds + leg,
          );
        else
          appendStop(g, 0, g.n, b, pieces, model.pieceStart[v], model.pieceStart[v + 1], -hi, -lo, priced, 0);
        const a = this.bOff[out + m];
        if (a < b.n && -b.t[a] > late) late = -b.t[a];
      }
      this.latest[p] = late;
      this.bOff[out + S] = b.n;
    }
  }

  /** In reversed time: the curve of leaving for position `legTo` in state m after a stop of `seconds`. */
  private gatherBack(base: number, m: number, seconds: number, leg: number, legTo: number): Arena | null {
    const { b, bOff } = this;
    let g: Arena | null = null;
    const list = this.shift.transitions[m];
    for (let i = 0; i < list.length; i++) {
      const step = list[i];
      const a = bOff[base + step.to];
      const z = bOff[base + step.to + 1];
      if (a === z || b.t[a] > -step.notBefore || !this.stepAllowed(step, legTo, this.length)) continue;
      if (g === null) {
        g = scratch[0];
        g.n = 0;
        appendShifted(b, bOff[base + m], bOff[base + m + 1], g, seconds + leg, -FAR, FAR);
      }
      if (g.n === 0) {
        appendShifted(b, a, z, g, seconds + leg + step.rest, seconds - step.endBy, -step.notBefore);
        continue;
      }
      one.n = 0;
      appendShifted(b, a, z, one, seconds + leg + step.rest, seconds - step.endBy, -step.notBefore);
      const spare: Arena = g === scratch[0] ? scratch[1] : scratch[0];
      spare.n = 0;
      appendLower(g, 0, g.n, one, 0, one.n, spare);
      g = spare;
    }
    return g;
  }

  /** Least timing cost over the leg into position `pos`, from forward curves given. */
  join(
    src: Arena,
    off: Int32Array,
    base: number,
    before: number,
    leg: number,
    legTo: number,
    length: number,
    q: number,
  ): number {
    const { b, bOff, states: S } = this;
    if (leg >= NO_LEG) return Infinity;
    let best = Infinity;
    const shift = before + leg;
    for (let m = 0; m < S; m++) {
      const a = off[base + m];
      const z = off[base + m + 1];
      if (a === z) continue;
      const low = leastOf(src, a, z);
      const same = bOff[q * S + m];
      const sameEnd = bOff[q * S + m + 1];
      if (same < sameEnd && low + leastOf(b, same, sameEnd) < best) {
        const c = leastSum(src, a, z, b, same, sameEnd, shift);
        if (c < best) best = c;
      }
      const list = this.shift.transitions[m];
      for (let i = 0; i < list.length; i++) {
        const step = list[i];
        const x = bOff[q * S + step.to];
        const y = bOff[q * S + step.to + 1];
        if (x === y || low + leastOf(b, x, y) >= best || !this.stepAllowed(step, legTo, length)) continue;
        one.n = 0;
        appendShifted(src, a, z, one, shift + step.rest, step.notBefore, step.endBy - before);
        const c = leastSum(one, 0, one.n, b, x, y, 0);
        if (c < best) best = c;
      }
    }
    return best;
  }

  private price(): void {
    const { model, shift } = this;
    const n = this.length;
    this.stamp = ++stamps.last;
    if (n === 0) {
      this.timing = 0;
      this.cost = 0;
      this.lonely = false;
      return;
    }
    const last = model.seconds[this.seq[n]];
    let timing = this.join(this.f, this.fOff, n * this.states, last, this.leg[n + 1], n + 1, n, 0);
    if (shift.relative && timing < Infinity) timing = departureCost(this);
    if (model.wWait > 0) timing -= model.wWait * (this.travel + this.work);
    this.timing = timing;
    const over = this.travel + this.work - shift.target;
    this.cost =
      timing +
      this.assign +
      model.wTravel * this.travel +
      (over > 0 ? model.wOverload * over : 0) +
      shift.useCost +
      (this.lonely ? LONELY_PRICE : 0);
  }
}

/** Price, inside the search only, of a route whose inside break lacks a visit on one side. */
export const LONELY_PRICE = 20000;

const one = new Arena();
const stamps = { last: 0 };
