/**
 * Large days shared out: between two meetings each thread works on routes of its own, so that what several threads
 * find adds up. The borders lie elsewhere after each meeting.
 * Source of the idea: Taillard, "Parallel iterative search methods for vehicle routing problems", Networks 23 (1993).
 */
import { NO_LEG, type Model } from "../model/model.js";
import { groupsByPairs } from "../support/groups.js";
import { Rng } from "../support/rng.js";
import type { Confines } from "./confines.js";
import { LateThreshold } from "./lateThreshold.js";
import { shiftsIn, type PlanCopy } from "./planCopy.js";

/** Visits tried for two that are far from each other. */
const TRIED = 8;

/** Of a visit whose group is served on routes of several threads: it stays as it is. */
export const NOBODY = -1;

/** What each thread may change. */
export interface Division {
  /** By shift the thread that may change its route. */
  readonly shifts: Int32Array;
  /** By visit the thread that may move it, or {@link NOBODY}. */
  readonly visits: Int32Array;
}

/** Routes cut into `threads` strips of about as many visits each; the same for the same plan and seed. */
export class Territories {
  /** Visits that bind each other by gaps or nurses, by the first of each group. */
  private readonly linked: Int32Array;
  /** Shifts of one nurse that could overlap, by the first of each group. */
  private readonly siblings: Int32Array;

  constructor(private readonly model: Model) {
    this.linked = groupsByPairs(model.visits, [
      ...model.gaps.map(({ first, second }) => [first, second] as const),
      ...model.nurseLinks.map(({ a, b }) => [a, b] as const),
    ]);
    this.siblings = groupsByPairs(model.shiftCount, model.siblings);
  }

  /** Are costs sums over routes and visits, so that gains of several threads add up? */
  static supports(model: Model): boolean {
    return !model.hasChangedLimit && !LateThreshold.supports(model);
  }

  divide(plan: PlanCopy, threads: number, seed: number): Division {
    const side = this.sides(new Rng(seed));
    const shifts = this.divideShifts(plan, threads, side);
    return { shifts, visits: this.divideVisits(plan, shifts, threads, side) };
  }

  /** By place, how much nearer it is to one end of the day's region than to the other. */
  private sides(rng: Rng): Float64Array {
    const { model } = this;
    const { places, place, visits } = model;
    const { legs } = model.shifts[0];
    const between = (a: number, b: number): number =>
      Math.min(NO_LEG, legs[a * places + b]) + Math.min(NO_LEG, legs[b * places + a]);
    const one = place[rng.below(visits)];
    let other = one;
    for (let i = 0; i < TRIED; i++) {
      const p = place[rng.below(visits)];
      if (between(one, p) > between(one, other)) other = p;
    }
    return Float64Array.from({ length: places }, (_, p) => between(one, p) - between(other, p));
  }

  private divideShifts({ sequences }: PlanCopy, threads: number, side: Float64Array): Int32Array {
    const { model, siblings } = this;
    const sum = new Float64Array(model.shiftCount);
    const served = new Int32Array(model.shiftCount);
    sequences.forEach((order, s) => {
      const group = siblings[s];
      served[group] += order.length;
      for (const v of order) sum[group] += side[model.place[v]];
    });
    const key = sum.map((total, s) => (served[s] > 0 ? total / served[s] : side[model.shifts[s].startPlace]));
    const groups = [...key.keys()].filter((s) => siblings[s] === s);
    groups.sort((a, b) => key[a] - key[b] || a - b);
    const all = served.reduce((a, b) => a + b, 0);
    const owner = new Int32Array(model.shiftCount);
    let before = 0;
    groups.forEach((s, rank) => {
      // Unused shifts weigh nothing: where all are unused they are dealt out by their rank.
      const share = all > 0 ? (before + served[s] / 2) / all : rank / groups.length;
      owner[s] = Math.min(threads - 1, Math.floor(share * threads));
      before += served[s];
    });
    return owner.map((_, s) => owner[siblings[s]]);
  }

  private divideVisits(plan: PlanCopy, shifts: Int32Array, threads: number, side: Float64Array): Int32Array {
    const { model, linked } = this;
    /** By first of a group: its thread, NOBODY, or UNKNOWN while none of it was seen on a route. */
    const UNKNOWN = -2;
    const owner = new Int32Array(model.visits).fill(UNKNOWN);
    for (let v = 0; v < model.visits; v++) {
      const group = linked[v];
      for (const s of shiftsIn(plan, model, v)) {
        if (owner[group] === UNKNOWN) owner[group] = shifts[s];
        else if (owner[group] !== shifts[s]) owner[group] = NOBODY;
      }
    }
    const borders = this.borders(plan, shifts, threads, side);
    return owner.map((_, v) => {
      const known = owner[linked[v]];
      if (known !== UNKNOWN) return known;
      const at = side[model.place[linked[v]]];
      return borders.filter((border) => at > border).length;
    });
  }

  /** Where on the axis each strip but the last ends. */
  private borders({ where }: PlanCopy, shifts: Int32Array, threads: number, side: Float64Array): number[] {
    const { model } = this;
    const served = new Int32Array(threads);
    const sides: number[] = [];
    for (let v = 0; v < model.visits; v++) {
      if (where[v] < 0) continue;
      served[shifts[where[v]]]++;
      sides.push(side[model.place[v]]);
    }
    sides.sort((a, b) => a - b);
    let before = 0;
    return Array.from(served.subarray(0, threads - 1), (count) => sides[(before += count)] ?? Infinity);
  }
}

/** What one thread of a division keeps to. */
export function confinesOf({ shifts, visits }: Division, thread: number): Confines {
  return {
    outside: Uint8Array.from(shifts, (owner) => (owner === thread ? 0 : 1)),
    open: Uint8Array.from(visits, (owner) => (owner === thread ? 1 : 0)),
  };
}

/** `base` with all that `theirs` made of what is `thread`'s. */
export function takeShare(
  base: PlanCopy,
  theirs: PlanCopy,
  { shifts, visits }: Division,
  thread: number,
  model: Model,
): void {
  shifts.forEach((owner, s) => {
    if (owner === thread) base.sequences[s] = theirs.sequences[s];
  });
  visits.forEach((owner, v) => {
    if (owner !== thread) return;
    base.where[v] = theirs.where[v];
    base.lo[v] = theirs.lo[v];
    base.hi[v] = theirs.hi[v];
    base.crewAt[v] = theirs.crewAt[v];
  });
  model.gaps.forEach(({ first }, g) => {
    if (visits[first] !== thread) return;
    base.gaps.bound[g] = theirs.gaps.bound[g];
    base.gaps.at.set(theirs.gaps.at.subarray(4 * g, 4 * g + 4), 4 * g);
  });
  model.siblings.forEach(([first], i) => {
    if (shifts[first] !== thread) return;
    base.siblings.order[i] = theirs.siblings.order[i];
    base.siblings.cut[i] = theirs.siblings.cut[i];
  });
}
