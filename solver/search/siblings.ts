/**
 * Shifts of one nurse that could overlap as used (rule 7). Where both of a pair are used,
 * one is to be back by a cut and the other leaves no sooner; the cut moves as the search goes on.
 * Beside a used one the other, unused, may use what the first leaves free before or behind it.
 */
import type { Model } from "../model/model.js";
import { bestSpan, type Span } from "../schedule/span.js";
import type { Route } from "../schedule/route.js";
import type { Rng } from "../support/rng.js";

/** Which of a pair goes first. */
const NONE = 0;
const AS_LISTED = 1;
export const SWAPPED = 2;

/** What a plan has agreed on, by pair. */
export interface SiblingCuts {
  readonly order: Uint8Array;
  readonly cut: Float64Array;
}

export function noCuts(model: Model): SiblingCuts {
  return { order: new Uint8Array(model.siblings.length), cut: new Float64Array(model.siblings.length) };
}

export function copyCuts(from: SiblingCuts, into: SiblingCuts): void {
  into.order.set(from.order);
  into.cut.set(from.cut);
}

/** What Siblings needs of the plan. */
export interface Routes {
  readonly routes: readonly Route[];
  /** The route, ready to be changed. */
  touch(r: number): Route;
}

export class Siblings {
  readonly cuts: SiblingCuts;
  private readonly pairs: Model["siblings"];
  /** Pairs of each shift. */
  private readonly pairsOf: readonly (readonly number[])[];
  /** Shifts whose route has changed since their siblings last looked at it. */
  private readonly changed: Uint8Array;
  private anyChanged = false;
  /** Pairs whose unused shift goes where there is less room. */
  private readonly contrary: Uint8Array;
  private readonly span: Span = { departure: 0, return: 0 };

  constructor(
    private readonly model: Model,
    private readonly plan: Routes,
  ) {
    this.pairs = model.siblings;
    this.cuts = noCuts(model);
    this.pairsOf = model.shifts.map((_, s) => this.pairs.flatMap((pair, i) => (pair.includes(s) ? [i] : [])));
    this.changed = new Uint8Array(model.shiftCount);
    this.contrary = new Uint8Array(this.pairs.length);
  }

  /** Notes a change of route `r`. */
  note(r: number): void {
    if (this.pairsOf[r].length === 0) return;
    this.changed[r] = 1;
    this.anyChanged = true;
  }

  /** Brings all pairs up to date with the routes as they are. */
  sync(): void {
    if (!this.anyChanged) return;
    this.anyChanged = false;
    for (let r = 0; r < this.changed.length; r++) {
      if (!this.changed[r]) continue;
      for (const pair of this.pairsOf[r]) this.agree(pair);
    }
    for (let r = 0; r < this.changed.length; r++) {
      if (!this.changed[r]) continue;
      for (const pair of this.pairsOf[r]) for (const s of this.pairs[pair]) this.applyWindow(s);
    }
    this.changed.fill(0);
    this.anyChanged = false;
  }

  /** Moves cuts within what both routes can do for nothing, and offers other sides. */
  shake(rng: Rng): void {
    this.pairs.forEach((pair, i) => {
      this.contrary[i] = rng.float() < 0.25 ? 1 : 0;
      const [a, b] = this.cuts.order[i] === SWAPPED ? [pair[1], pair[0]] : pair;
      const { routes } = this.plan;
      this.note(pair[0]);
      if (this.cuts.order[i] === NONE || routes[a].length === 0 || routes[b].length === 0) return;
      if (routes[a].cost === Infinity || routes[b].cost === Infinity) return;
      bestSpan(routes[a], this.span);
      const from = this.span.return;
      bestSpan(routes[b], this.span);
      const to = this.span.departure;
      if (to > from) this.cuts.cut[i] = from + [0, to - from, rng.below(to - from + 1)][rng.below(3)];
    });
    this.sync();
  }

  /** A pair after a change: bound while both are used, offered while one is, else free. */
  private agree(i: number): void {
    const { cuts, plan } = this;
    const [a, b] = this.pairs[i];
    const usedA = plan.routes[a].length > 0;
    const usedB = plan.routes[b].length > 0;
    if (usedA && usedB) {
      if (cuts.order[i] === NONE) this.bindAnew(i);
      return;
    }
    cuts.order[i] = NONE;
    if (usedA || usedB) this.offer(i, usedA ? a : b, usedA ? b : a);
  }

  /** The side of `used` on which `other` would have more room (or less, for a change). */
  private offer(i: number, used: number, other: number): void {
    const { cuts, plan, model } = this;
    const route = plan.routes[used];
    if (route.cost === Infinity) return;
    bestSpan(route, this.span);
    const behind = model.shifts[other].end - Math.max(model.shifts[other].from, this.span.return);
    const before = Math.min(model.shifts[other].end, this.span.departure) - model.shifts[other].from;
    const goesBehind = behind > before !== (this.contrary[i] === 1 && behind > 0 && before > 0);
    const usedFirst = goesBehind ? used : other;
    cuts.order[i] = this.pairs[i][0] === usedFirst ? AS_LISTED : SWAPPED;
    cuts.cut[i] = goesBehind ? this.span.return : this.span.departure;
  }

  /** Two used shifts that came without a cut, from a given plan: the cheaper of both orders. */
  private bindAnew(i: number): void {
    const { cuts, plan } = this;
    const [a, b] = this.pairs[i];
    let best = Infinity;
    const chosen = { order: AS_LISTED, cut: this.model.shifts[b].from };
    for (const order of [AS_LISTED, SWAPPED]) {
      const [first, second] = order === AS_LISTED ? [a, b] : [b, a];
      const lead = plan.touch(first);
      if (lead.cost === Infinity) continue;
      bestSpan(lead, this.span);
      const follow = plan.touch(second);
      const { from, end } = follow;
      follow.setWindow(Math.max(from, this.span.return), end);
      const cost = follow.cost;
      follow.setWindow(from, end);
      if (cost >= best) continue;
      best = cost;
      chosen.order = order;
      chosen.cut = this.span.return;
    }
    cuts.order[i] = chosen.order;
    cuts.cut[i] = chosen.cut;
  }

  /** Sets the window of shift `s` from its pairs: those bound, and those offered to it while it is unused. */
  private applyWindow(s: number): void {
    const { model, cuts, plan } = this;
    let { from, end } = model.shifts[s];
    const used = plan.routes[s].length > 0;
    for (const i of this.pairsOf[s]) {
      const [a, b] = this.pairs[i];
      if (cuts.order[i] === NONE || (used && plan.routes[s === a ? b : a].length === 0)) continue;
      const first = cuts.order[i] === AS_LISTED ? a : b;
      if (s === first) end = Math.min(end, cuts.cut[i]);
      else from = Math.max(from, cuts.cut[i]);
    }
    const route = plan.routes[s];
    if (route.from !== from || route.end !== end) plan.touch(s).setWindow(from, end);
  }
}
