/**
 * Gaps between visits on different routes. Where both ends are served they are bound: cuts on both
 * sides keep the gap whatever the two routes do on their own, so that routes stay independent.
 */
import { FAR, type Model } from "../model/model.js";
import type { StartBounds } from "../schedule/bounds.js";
import { bestStarts, type StartRange } from "../schedule/range.js";
import type { Route } from "../schedule/route.js";

/** What a plan has agreed on, by gap. */
export interface GapCuts {
  /** 1 where both ends are served and bound to each other. */
  readonly bound: Uint8Array;
  /** Four a gap: first <= [0], second >= [1], first >= [2], second <= [3]. */
  readonly at: Float64Array;
}

export function noGapCuts(model: Model): GapCuts {
  return { bound: new Uint8Array(model.gaps.length), at: new Float64Array(4 * model.gaps.length) };
}

export function copyGapCuts(from: GapCuts, into: GapCuts): void {
  into.bound.set(from.bound);
  into.at.set(from.at);
}

/** What Gaps needs of the plan. */
export interface BoundPlan {
  readonly bounds: StartBounds;
  readonly where: Int32Array;
  readonly routes: readonly Route[];
  /** The route, ready to be changed. */
  touch(r: number): Route;
}

export class Gaps {
  readonly cuts: GapCuts;
  private readonly range: StartRange = { earliest: 0, latest: 0 };

  constructor(
    private readonly model: Model,
    private readonly plan: BoundPlan,
  ) {
    this.cuts = noGapCuts(model);
  }

  isBound(g: number): boolean {
    return this.cuts.bound[g] === 1;
  }

  /** Unbinds gap `g`, whose end `v` leaves; the other end's route is to be timed anew. */
  release(g: number, v: number, gone: Uint8Array, loosened: number[]): void {
    if (!this.cuts.bound[g]) return;
    this.cuts.bound[g] = 0;
    const link = this.model.gaps[g];
    const u = link.first === v ? link.second : link.first;
    if (this.plan.where[u] < 0 || gone[u]) return;
    const { lo, hi } = this.plan.bounds;
    const was = lo[u];
    const till = hi[u];
    this.refreshBounds(u);
    if ((lo[u] !== was || hi[u] !== till) && !loosened.includes(this.plan.where[u]))
      loosened.push(this.plan.where[u]);
  }

  /** Sets the bounds of an absent visit from where its served neighbours can go for nothing. */
  open(v: number): void {
    const { model } = this;
    const { bounds } = this.plan;
    let lo = -FAR;
    let hi = FAR;
    for (const g of model.gapsOf[v]) {
      const link = model.gaps[g];
      const u = link.first === v ? link.second : link.first;
      if (this.plan.where[u] < 0) continue;
      const { earliest, latest } = this.startRange(u);
      if (link.second === v) {
        lo = Math.max(lo, earliest + link.min);
        hi = Math.min(hi, latest + link.max);
      } else {
        hi = Math.min(hi, latest - link.min);
        lo = Math.max(lo, earliest - link.max);
      }
    }
    bounds.lo[v] = lo;
    bounds.hi[v] = hi;
  }

  /**
   * Binds the gaps of a visit just put in: each side gets a cut that keeps the gap whatever
   * the two routes do on their own, with half of the slack for each.
   */
  bind(v: number, route: Route): boolean {
    const { model } = this;
    const { bounds } = this.plan;
    const { at } = this.cuts;
    let early: number;
    let late: number;
    if (model.crew[v] > 1) early = late = bounds.lo[v];
    else {
      bestStarts(route, route.positionOf(v), this.range);
      early = this.range.earliest;
      late = this.range.latest;
    }
    let pulls = 0;
    for (const g of model.gapsOf[v]) {
      const link = model.gaps[g];
      const u = link.first === v ? link.second : link.first;
      if (this.plan.where[u] >= 0) pulls |= link.first === v ? 1 : 2;
    }
    if (pulls === 0) {
      this.refreshBounds(v);
      return true;
    }
    const own = pulls === 1 ? early : pulls === 2 ? late : Math.floor((early + late) / 2);
    let ok = true;
    for (const g of model.gapsOf[v]) {
      const link = model.gaps[g];
      const isFirst = link.first === v;
      const u = isFirst ? link.second : link.first;
      if (this.plan.where[u] < 0) continue;
      const r = this.startRange(u);
      const first = isFirst ? own : clamp(own - middle(link.min, link.max), r.earliest, r.latest);
      const second = isFirst ? clamp(own + middle(link.min, link.max), r.earliest, r.latest) : own;
      const slack = Math.max(0, second - first - link.min);
      const firstHi =
        model.crew[link.first] > 1 ? first : first + (model.crew[link.second] > 1 ? slack : slack >> 1);
      at[g * 4] = firstHi;
      at[g * 4 + 1] = firstHi + link.min;
      if (link.max < FAR) {
        const room = Math.max(0, link.max - (second - first));
        const firstLo =
          model.crew[link.first] > 1 ? first : first - (model.crew[link.second] > 1 ? room : room >> 1);
        at[g * 4 + 2] = firstLo;
        at[g * 4 + 3] = firstLo + link.max;
      } else {
        at[g * 4 + 2] = -FAR;
        at[g * 4 + 3] = FAR;
      }
      this.cuts.bound[g] = 1;
      ok = this.rebound(u) && ok;
    }
    ok = this.rebound(v) && ok;
    if (ok && model.crew[v] > 1) ok = this.crewGapsHold(v);
    return ok;
  }

  /** A crew visit's start is fixed: its cuts must leave it where it is. */
  private crewGapsHold(v: number): boolean {
    const { model } = this;
    const { bounds } = this.plan;
    const { at } = this.cuts;
    const t = bounds.lo[v];
    for (const g of model.gapsOf[v]) {
      if (!this.cuts.bound[g]) continue;
      const isFirst = model.gaps[g].first === v;
      if (t > at[g * 4 + (isFirst ? 0 : 3)] || t < at[g * 4 + (isFirst ? 2 : 1)]) return false;
    }
    return true;
  }
  /** Refreshes the bounds of a served visit and times its route anew. False: it has no times left. */
  private rebound(u: number): boolean {
    const { bounds } = this.plan;
    const lo = bounds.lo[u];
    const hi = bounds.hi[u];
    this.refreshBounds(u);
    if (bounds.lo[u] === lo && bounds.hi[u] === hi) return true;
    const route = this.plan.touch(this.plan.where[u]);
    route.retime(route.positionOf(u));
    return route.cost < Infinity;
  }

  private refreshBounds(u: number): void {
    const { model } = this;
    const { bounds } = this.plan;
    const { at } = this.cuts;
    if (model.crew[u] > 1) return;
    let lo = -FAR;
    let hi = FAR;
    for (const g of model.gapsOf[u]) {
      if (!this.cuts.bound[g]) continue;
      const isFirst = model.gaps[g].first === u;
      lo = Math.max(lo, at[g * 4 + (isFirst ? 2 : 1)]);
      hi = Math.min(hi, at[g * 4 + (isFirst ? 0 : 3)]);
    }
    bounds.lo[u] = lo;
    bounds.hi[u] = hi;
  }

  private startRange(u: number): StartRange {
    if (this.model.crew[u] > 1) {
      this.range.earliest = this.range.latest = this.plan.bounds.lo[u];
      return this.range;
    }
    const route = this.plan.routes[this.plan.where[u]];
    bestStarts(route, route.positionOf(u), this.range);
    return this.range;
  }
}

/** Half way between the least and the greatest gap; the least where there is no greatest. */
function middle(min: number, max: number): number {
  return max >= FAR ? min : Math.floor((min + max) / 2);
}

function clamp(x: number, lo: number, hi: number): number {
  return x < lo ? lo : x > hi ? hi : x;
}
