/**
 * Which routes are worth asking for a visit. On large days most routes run elsewhere: only
 * those with one of the visit's nearest neighbours on them, and the unused ones, are asked.
 * Sources: granular neighbourhoods, Toth and Vigo (2003).
 */
import type { State } from "../state.js";

/** With no more candidates than this all are asked. */
const FEW = 60;
/** How many neighbours are looked at. */
const NEIGHBOURS = 60;

export class Reach {
  /** Shifts found by the last {@link shiftsFor}. */
  count = 0;
  private readonly list: Int32Array;
  private readonly seen: Int32Array;
  private round = 0;

  constructor(
    private readonly state: State,
    private readonly related: readonly Int32Array[],
  ) {
    this.list = new Int32Array(state.model.shiftCount);
    this.seen = new Int32Array(state.model.shiftCount);
  }

  /**
   * Shifts to ask for `v`, the first `count` of the array given back. `fresh` visits were on
   * a route a moment ago; others, left out for long, ask everywhere.
   */
  shiftsFor(v: number, fresh: boolean): Int32Array {
    const { state, list, seen } = this;
    const { model, fenced } = state;
    const all = model.candidates[v];
    if (!fresh || all.length <= FEW) {
      if (!fenced) {
        this.count = all.length;
        return all;
      }
      this.count = 0;
      for (let i = 0; i < all.length; i++) if (fenced[all[i]] === 0) list[this.count++] = all[i];
      return list;
    }
    const round = ++this.round;
    let n = 0;
    const near = this.related[v];
    const reach = Math.min(near.length, NEIGHBOURS);
    for (let i = 0; i < reach; i++) {
      const r = state.where[near[i]];
      if (r < 0 || seen[r] === round || fenced?.[r] === 1) continue;
      seen[r] = round;
      if (model.able[v * model.shiftCount + r]) list[n++] = r;
    }
    for (let i = 0; i < all.length; i++) {
      const r = all[i];
      if (state.routes[r].length === 0 && seen[r] !== round && fenced?.[r] !== 1) list[n++] = r;
    }
    this.count = n;
    return list;
  }
}
