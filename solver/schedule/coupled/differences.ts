/**
 * Clock times that depend on each other by differences only: hard arcs
 * t[to] - t[from] >= least, and priced arcs that cost `price` for each second short of that.
 * Node 0 is the origin and stands at 0. Departures, starts, breaks, returns, windows, gaps,
 * lateness, overtime and waiting are all of this kind, so that best times are whole numbers
 * (the constraints are the transpose of a network's) and can be checked by adding up.
 */

export const ORIGIN = 0;

export interface PricedArc {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  /** Above 0. */
  readonly price: number;
}

export class Differences {
  nodes = 1;
  readonly hardFrom: number[] = [];
  readonly hardTo: number[] = [];
  readonly hardLeast: number[] = [];
  readonly priced: PricedArc[] = [];
  /** Cost that no time changes. */
  constant = 0;

  node(): number {
    return this.nodes++;
  }

  /** t[to] - t[from] >= least. */
  atLeast(from: number, to: number, least: number): void {
    this.hardFrom.push(from);
    this.hardTo.push(to);
    this.hardLeast.push(least);
  }

  /** t[node] within [from, to]. */
  within(node: number, from: number, to: number): void {
    this.atLeast(ORIGIN, node, from);
    this.atLeast(node, ORIGIN, -to);
  }

  /** `price` for each second by which t[to] - t[from] is short of `least`. */
  prefer(from: number, to: number, least: number, price: number): void {
    if (price > 0) this.priced.push({ from, to, least, price });
  }

  holds(at: ArrayLike<number>): boolean {
    for (let a = 0; a < this.hardLeast.length; a++)
      if (at[this.hardTo[a]] - at[this.hardFrom[a]] < this.hardLeast[a]) return false;
    return true;
  }

  cost(at: ArrayLike<number>): number {
    let sum = this.constant;
    for (const { from, to, least, price } of this.priced)
      sum += price * Math.max(0, least - (at[to] - at[from]));
    return sum;
  }

  /** Earliest time of each node; null where the hard arcs contradict each other. */
  earliest(): Float64Array | null {
    const at = new Float64Array(this.nodes).fill(-Infinity);
    at[ORIGIN] = 0;
    for (let round = 0; round <= this.nodes; round++) {
      let moved = false;
      for (let a = 0; a < this.hardLeast.length; a++) {
        const to = this.hardTo[a];
        const time = at[this.hardFrom[a]] + this.hardLeast[a];
        if (time <= at[to]) continue;
        if (to === ORIGIN) return null;
        at[to] = time;
        moved = true;
      }
      if (!moved) return at;
    }
    return null;
  }
}
