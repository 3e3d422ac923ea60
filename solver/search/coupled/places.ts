/**
 * Where an absent visit could go, each place with an estimate of its price: travel, the visit's
 * own lateness, and what the delays of the next stop and of the visits bound to it cost by
 * their lists (slack.ts). Found in constant time a place. Below the true price, but where two
 * delays reach the same visits.
 */
import { NO_LEG } from "../../model/model.js";
import type { Rng } from "../../support/rng.js";
import { allowedFrom, type Layout } from "./layout.js";
import type { CoupledPlan } from "./plan.js";
import { DEPTH, type Slack } from "./slack.js";

export class Places {
  count = 0;
  /** Node to stand behind. */
  readonly after: Int32Array;
  readonly bound: Float64Array;
  /** Earliest start there, and the part of the price that no time changes. */
  readonly time: Float64Array;
  readonly fixed: Float64Array;

  constructor(
    private readonly layout: Layout,
    private readonly slack: Slack,
  ) {
    this.after = new Int32Array(layout.nodes);
    this.bound = new Float64Array(layout.nodes);
    this.time = new Float64Array(layout.nodes);
    this.fixed = new Float64Array(layout.nodes);
  }

  /** Lists the places of `v` with a bound below `limit`; about one in 1/`blink` is passed over. */
  find(plan: CoupledPlan, v: number, limit: number, rng: Rng, blink: number): void {
    const { layout, after, bound, time, fixed, slack } = this;
    const { delay, who, worst: worstAt, hard } = slack;
    const {
      model,
      place,
      places: P,
      seconds,
      due,
      rate,
      first,
      last,
      worstRate,
      travelRate,
      visits,
    } = layout;
    const { next, ahead, start, route } = plan;
    const { inStart, inFrom, inSeconds, arcStart, arcTo, arcSeconds } = layout;
    const candidates = model.candidates[v];
    const apart = layout.apart[v];
    const worst = plan.worst();
    const row = place[v] * P;
    // Every place is passed over with the same chance, at one draw for many places.
    const span = blink > 0 ? Math.floor(2 / blink) : 0;
    let pass = span > 0 ? rng.below(span) : -1;
    let soonest = first[v];
    for (let k = inStart[v]; k < inStart[v + 1]; k++) {
      const from = inFrom[k];
      if (route[from] >= 0 && start[from] + inSeconds[k] > soonest) soonest = start[from] + inSeconds[k];
    }
    const bindsLater = arcStart[v] < arcStart[v + 1];
    let n = 0;
    for (let c = 0; c < candidates.length; c++) {
      const r = candidates[c];
      let barred = false;
      for (let k = 0; k < apart.length; k++) {
        const other = route[apart[k]];
        if (other >= 0 && layout.nurse[other] === layout.nurse[r]) barred = true;
      }
      if (barred) continue;
      const legsOn = layout.legs[r];
      const legsTo = layout.legsTo[r];
      const assign = model.assignCost[v * layout.shifts + r];
      const empty = plan.stops[r] === 0;
      const base = assign + (empty ? model.shifts[r].useCost : 0);
      let p = visits + r;
      const end = visits + layout.shifts + r;
      while (p !== end) {
        const q = next[p];
        const behind = p;
        p = q;
        if (pass-- === 0) {
          pass = rng.below(span);
          continue;
        }
        const free = start[behind] + seconds[behind];
        if (free - due[v] > 0 && rate[v] * (free - due[v]) >= limit) break;
        const least = soonest + seconds[v] - (start[q] > due[q] ? start[q] : due[q]);
        if (least > 0 && rate[q] * least >= limit) continue;
        const out = legsTo[row + place[behind]];
        const t0 = free + out;
        let price = base;
        let t = t0 > soonest ? t0 : soonest;
        if (layout.several[v]) t = allowedFrom(model, v, t);
        let high = worst;
        if (t > due[v]) {
          const late = t - due[v];
          price += rate[v] * late;
          if (late > high) high = late;
          if (t > last[v]) continue;
        }
        const on = legsOn[row + place[q]];
        price += travelRate * (out + on - ahead[behind]);
        if (price >= limit || out >= NO_LEG || on >= NO_LEG) continue;
        const then = t + seconds[v] + on;
        const push = then - start[q];
        if (push > 0) {
          if (q >= visits) {
            if (then > last[q]) continue;
            if (then > due[q]) price += rate[q] * (start[q] > due[q] ? push : then - due[q]);
          } else {
            if (push > hard[q]) continue;
            for (let k = DEPTH * q; k < DEPTH * (q + 1) && delay[k] < push; k++)
              price += rate[who[k]] * (push - delay[k]);
            if (push - worstAt[q] > high) high = push - worstAt[q];
          }
        }
        if (bindsLater) {
          for (let k = arcStart[v]; k < arcStart[v + 1]; k++) {
            const m = arcTo[k];
            // On one route with its partner next, the same push must not count twice.
            if (route[m] < 0 || m === q) continue;
            const shift = t + arcSeconds[k] - start[m];
            if (shift <= 0) continue;
            if (shift > hard[m]) price = Infinity;
            for (let k = DEPTH * m; k < DEPTH * (m + 1) && delay[k] < shift; k++)
              price += rate[who[k]] * (shift - delay[k]);
            if (shift - worstAt[m] > high) high = shift - worstAt[m];
          }
        }
        price += worstRate * (high - worst);
        if (price >= limit) continue;
        after[n] = behind;
        time[n] = t;
        fixed[n] = base + travelRate * (out + on - ahead[behind]);
        bound[n++] = price;
      }
    }
    this.count = n;
  }

  /**
   * Brings the `most` least bounds to the front, least first, and forgets the others.
   */
  sort(most: number): void {
    const { after, bound, time, fixed } = this;
    const n = Math.min(most, this.count);
    for (let i = 0; i < n; i++) {
      let low = i;
      for (let k = i + 1; k < this.count; k++) if (bound[k] < bound[low]) low = k;
      if (low === i) continue;
      swap(after, i, low);
      swap(bound, i, low);
      swap(time, i, low);
      swap(fixed, i, low);
    }
    this.count = n;
  }

  /** Estimated price of place `k` if `v` started there at `t`, not before its `time`. */
  priceAt(plan: CoupledPlan, v: number, k: number, t: number): number {
    const { layout, slack } = this;
    const { place, places: P, seconds, due, rate, visits, last, worstRate } = layout;
    const behind = this.after[k];
    const q = plan.next[behind];
    const push = t + seconds[v] + layout.legs[plan.route[behind]][place[v] * P + place[q]] - plan.start[q];
    const worst = plan.worst();
    let price = this.fixed[k];
    let high = worst;
    if (t > last[v]) return Infinity;
    if (t > due[v]) {
      price += rate[v] * (t - due[v]);
      if (t - due[v] > high) high = t - due[v];
    }
    if (push > 0) {
      if (q >= visits) {
        const then = plan.start[q] + push;
        if (then > last[q]) return Infinity;
        if (then > due[q]) price += rate[q] * (plan.start[q] > due[q] ? push : then - due[q]);
      } else {
        if (push > slack.hard[q]) return Infinity;
        const { delay, who } = slack;
        for (let i = DEPTH * q; i < DEPTH * (q + 1) && delay[i] < push; i++)
          price += rate[who[i]] * (push - delay[i]);
        if (push - slack.worst[q] > high) high = push - slack.worst[q];
      }
    }
    return price + worstRate * (high - worst);
  }

  /** Position of the least bound, or -1 when none is left; mark it used by {@link drop}. */
  least(): number {
    const { bound } = this;
    let at = -1;
    let low = Infinity;
    for (let k = 0; k < this.count; k++) {
      if (bound[k] < low) {
        low = bound[k];
        at = k;
      }
    }
    return at;
  }

  drop(at: number): void {
    this.count--;
    this.after[at] = this.after[this.count];
    this.bound[at] = this.bound[this.count];
  }
}

function swap(list: Int32Array | Float64Array, i: number, k: number): void {
  const x = list[i];
  list[i] = list[k];
  list[k] = x;
}
