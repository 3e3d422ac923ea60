/** What a ruin works with: the plan, chance, and the list of visits to take out. */
import type { Rng } from "../../support/rng.js";
import { OUT, type State } from "../state.js";

export class Ruin {
  readonly list: Int32Array;
  count = 0;
  /** 1 for visits of the list. */
  readonly mark: Uint8Array;
  /** Routes already cut in this ruin. */
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
    this.routeCut.fill(0);
  }

  take(v: number): void {
    if (this.mark[v] || this.state.where[v] === OUT) return;
    this.mark[v] = 1;
    this.list[this.count++] = v;
  }

  /** A visit to start from; `absentShare` of the time an absent one. */
  seed(absentShare: number): number {
    const { state, rng } = this;
    if (state.absentCount > 0 && rng.float() < absentShare) return state.absent[rng.below(state.absentCount)];
    return rng.below(state.model.visits);
  }
}
