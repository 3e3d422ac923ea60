/** What a ruin works with: the plan, chance, and the list of visits to take out. */
import type { Rng } from "../../support/rng.js";
import { OUT, providerOf, type State } from "../state.js";

/** So often a visit is drawn anew that must stay where it is. */
const DRAWS = 8;

/** Out of so many visits drawn the one on the most strained route is taken. */
const STRAINED_OF = 3;

export class Ruin {
  readonly list: Int32Array;
  count = 0;
  /** 1 for visits of the list. */
  readonly mark: Uint8Array;
  /** Routes already cut in this ruin, and those that must not be. */
  readonly routeCut: Uint8Array;

  constructor(
    readonly state: State,
    /** By visit: nearest visits by travel alone, and by travel and time together. */
    readonly nearest: readonly Int32Array[],
    readonly related: readonly Int32Array[],
    readonly rng: Rng,
  ) {
    this.list = new Int32Array(state.model.visits);
    this.mark = new Uint8Array(state.model.visits);
    this.routeCut = new Uint8Array(state.model.shiftCount);
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.mark[this.list[i]] = 0;
    this.count = 0;
    const { part } = this.state;
    if (part) this.routeCut.set(part.outside);
    else this.routeCut.fill(0);
  }

  take(v: number): void {
    const { state } = this;
    if (this.mark[v] || state.where[v] === OUT || !state.isOpen(v)) return;
    this.mark[v] = 1;
    this.list[this.count++] = v;
  }

  /** A visit to start from; `absentShare` of the time an absent one that nurses could serve, `strainedShare` of the rest one in a strained route. */
  seed(absentShare: number, strainedShare = 0): number {
    const { state, rng } = this;
    if (state.absentCount > 0 && rng.float() < absentShare) {
      const absent = state.absent[rng.below(state.absentCount)];
      if (state.model.servable(absent) && state.isOpen(absent)) return absent;
    }
    if (rng.float() >= strainedShare) return this.drawOpen();
    let seed = -1;
    let most = -Infinity;
    for (let i = 0; i < STRAINED_OF; i++) {
      const v = this.drawOpen();
      const strain = this.strain(v);
      if (strain <= most) continue;
      seed = v;
      most = strain;
    }
    return seed;
  }

  /** Any visit, one that may be taken out where a few draws come upon one. */
  private drawOpen(): number {
    const { state, rng } = this;
    let v = rng.below(state.model.visits);
    for (let i = 0; i < DRAWS && !state.isOpen(v); i++) v = rng.below(state.model.visits);
    return v;
  }

  /** What times cost (early, late, overtime, waiting) a visit of the route that `v` is on, or what its provider costs; -1: left out. */
  private strain(v: number): number {
    const { where, routes, model } = this.state;
    const r = where[v];
    if (r === OUT) return -1;
    if (r < OUT) return model.providerCost[providerOf(r)];
    return routes[r].timing / routes[r].length;
  }
}
