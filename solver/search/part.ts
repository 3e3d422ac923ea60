/**
 * A part of a large day: the routes round one visit left out. On the whole of a large day a hunt would have to do
 * well in many places at once before its plan is a better one; in a part a place found counts at once.
 * Source of the idea: Taillard and Voss, "POPMUSIC" (2002).
 */
import type { Rng } from "../support/rng.js";
import type { Confines } from "./confines.js";
import type { State } from "./state.js";

/** Related visits by which it is judged whether another absent visit belongs to a part. */
const JUDGED = 12;

export class Part implements Confines {
  readonly outside: Uint8Array;
  /** By visit: 1 for those on the part's routes, and for those on no route that belong to it. */
  readonly open: Uint8Array;
  private readonly served: Int32Array;
  private servedCount = 0;

  constructor(
    private readonly state: State,
    private readonly related: readonly Int32Array[],
    /** Routes of a part. */
    private readonly size: number,
  ) {
    this.outside = new Uint8Array(state.model.shiftCount);
    this.open = new Uint8Array(state.model.visits);
    this.served = new Int32Array(state.model.visits);
  }

  /** Chooses the routes, of those in `within`, that the visits most related to `centre` are on. */
  choose(centre: number, within: Confines | null): void {
    const { state, related, outside, open } = this;
    const { where } = state;
    outside.fill(1);
    let routes = 0;
    for (const u of related[centre]) {
      if (routes === this.size) break;
      const r = where[u];
      if (r < 0 || outside[r] === 0 || within?.outside[r] === 1) continue;
      outside[r] = 0;
      routes++;
    }
    this.servedCount = 0;
    for (let v = 0; v < where.length; v++) {
      const r = where[v];
      // Visits taken out of the part's routes have to stay with it.
      const isInside = r < 0 ? this.isNear(v) : state.shiftsOf(v).some((s) => outside[s] === 0);
      open[v] = isInside && within?.open[v] !== 0 ? 1 : 0;
      if (r >= 0 && open[v]) this.served[this.servedCount++] = v;
    }
    open[centre] = 1;
  }

  /** Any visit that was on a route of the part when it was chosen. */
  draw(rng: Rng): number {
    return this.served[rng.below(this.servedCount)];
  }

  /** Are most of the visits related to `v` on routes of the part? */
  private isNear(v: number): boolean {
    const near = this.related[v];
    let judged = 0;
    let inside = 0;
    for (let i = 0; i < near.length && judged < JUDGED; i++) {
      const r = this.state.where[near[i]];
      if (r < 0) continue;
      judged++;
      if (this.outside[r] === 0) inside++;
    }
    return 2 * inside > judged;
  }
}
