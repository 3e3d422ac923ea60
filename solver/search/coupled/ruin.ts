/**
 * Takes strings of neighbouring stops out of routes near a seed visit, with the visits bound
 * to them. Source: Christiaens and Vanden Berghe (2020), sections 5.1-5.2.
 */
import type { Rng } from "../../support/rng.js";
import type { CoupledPlan } from "./plan.js";
import type { CoupledTuning } from "./tuning.js";

export class Ruin {
  readonly list: Int32Array;
  count = 0;
  private readonly taken: Uint8Array;
  private readonly cut: Uint8Array;

  constructor(
    private readonly plan: CoupledPlan,
    private readonly rng: Rng,
    private readonly tuning: CoupledTuning,
    /** By visit: nearest visits by travel alone, and by travel and time together. */
    private readonly nearest: readonly Int32Array[],
    private readonly related: readonly Int32Array[],
  ) {
    const { visits, shifts } = plan.layout;
    this.list = new Int32Array(visits);
    this.taken = new Uint8Array(visits);
    this.cut = new Uint8Array(shifts);
  }

  /** Chooses what to take out: `list`, the first `count`. */
  choose(): void {
    const { plan, rng, tuning, list, taken, cut } = this;
    for (let i = 0; i < this.count; i++) taken[list[i]] = 0;
    this.count = 0;
    cut.fill(0);
    const { visits, shifts } = plan.layout;
    let used = 0;
    for (let s = 0; s < shifts; s++) if (plan.stops[s] > 0) used++;
    if (used === 0) return;
    const longest = Math.min(tuning.longest, (visits - plan.absentCount) / used);
    const most = (4 * tuning.average) / (1 + longest) - 1;
    const strings = Math.floor(rng.float() * most + 1);
    const seed = rng.below(visits);
    const near = (rng.float() < tuning.relatedShare ? this.related : this.nearest)[seed];
    let done = 0;
    for (let i = -1; i < near.length && done < strings; i++) {
      const v = i < 0 ? seed : near[i];
      const r = plan.route[v];
      if (r < 0 || cut[r]) continue;
      cut[r] = 1;
      done++;
      const total = plan.stops[r];
      const length = Math.floor(rng.float() * Math.min(total, longest) + 1);
      if (length > 1 && length < total && rng.float() < tuning.splitShare) {
        let spare = 1;
        while (length + spare < total && rng.float() > tuning.splitGrow) spare++;
        const gap = rng.below(length + 1);
        this.walk(v, length + spare, gap, gap + spare);
      } else this.walk(v, length, 0, 0);
    }
  }

  /** Takes a run of `length` stops that holds `v`, sparing those from `gap` to `till` in it. */
  private walk(v: number, length: number, gap: number, till: number): void {
    const { plan, rng } = this;
    const n = plan.layout.visits;
    let from = v;
    for (let back = rng.below(length); back > 0 && plan.prev[from] < n; back--) from = plan.prev[from];
    // Where the route ends too soon, begin earlier.
    let ahead = 1;
    for (let u = from; ahead < length && plan.next[u] < n; u = plan.next[u]) ahead++;
    for (; ahead < length && plan.prev[from] < n; ahead++) from = plan.prev[from];
    let u = from;
    for (let k = 0; k < length && u < n; k++, u = plan.next[u]) if (k < gap || k >= till) this.take(u);
  }

  private take(v: number): void {
    if (this.taken[v]) return;
    this.taken[v] = 1;
    this.list[this.count++] = v;
    const mates = this.plan.layout.mates[v];
    for (let k = 0; k < mates.length; k++) {
      const m = mates[k];
      if (this.taken[m] || this.plan.route[m] < 0 || this.rng.float() >= this.tuning.mateShare) continue;
      this.taken[m] = 1;
      this.list[this.count++] = m;
    }
  }
}
