/**
 * Partial routes of the pricing problem, as parallel arrays. A label's cost is a function
 * of time t: the least cost of a route that has started the service of its last node at t
 * or before. It is convex, falls or stays level, and is Infinity before `start`.
 */
export class LabelPool {
  count = 0;
  pieceCount = 0;
  node = new Int32Array(0);
  /** Visits that may not come next, as bits of the node's neighbourhood. */
  memory = new Int32Array(0);
  mask = new Uint8Array(0);
  /** What the completion bound remembers (see recall.ts). */
  layer = new Uint8Array(0);
  /** Cuts of which an odd number of visits has been served, as bits (see cuts.ts). */
  oddLow = new Int32Array(0);
  oddHigh = new Int32Array(0);
  start = new Int32Array(0);
  /** Cost at `start`, and at the end of the last piece. */
  startCost = new Float64Array(0);
  endCost = new Float64Array(0);
  /** Pieces are pieceFrom .. pieceFrom + pieces - 1; the cost is level after them. */
  pieceFrom = new Int32Array(0);
  pieces = new Uint16Array(0);
  parent = new Int32Array(0);
  /** From the start of the service before to this one at least, and the latest such start. */
  shift = new Int32Array(0);
  latest = new Int32Array(0);
  /** Seconds of travel and visits. */
  load = new Int32Array(0);
  place = new Int32Array(0);
  /** While routes are listed: paid for cuts so far; number of services, and a hash of them (see sameServices.ts). */
  paid = new Float64Array(0);
  served = new Uint16Array(0);
  hash = new Int32Array(0);
  /** Next label in a bucket. */
  link = new Int32Array(0);
  /** Lower bound on any route that begins with this label. */
  bound = new Float64Array(0);
  pieceEnd = new Int32Array(0);
  pieceSlope = new Float64Array(0);

  clear(): void {
    this.count = 0;
    this.pieceCount = 0;
  }

  /** Makes room for so many more labels and pieces. */
  reserve(labels: number, pieces: number): void {
    if (this.count + labels > this.node.length) this.growLabels(this.count + labels);
    if (this.pieceCount + pieces > this.pieceEnd.length) this.growPieces(this.pieceCount + pieces);
  }

  private growLabels(need: number): void {
    const size = Math.max(need, this.node.length * 2, 1 << 14);
    this.node = copied(new Int32Array(size), this.node);
    this.memory = copied(new Int32Array(size), this.memory);
    this.mask = copied(new Uint8Array(size), this.mask);
    this.layer = copied(new Uint8Array(size), this.layer);
    this.oddLow = copied(new Int32Array(size), this.oddLow);
    this.oddHigh = copied(new Int32Array(size), this.oddHigh);
    this.start = copied(new Int32Array(size), this.start);
    this.startCost = copied(new Float64Array(size), this.startCost);
    this.endCost = copied(new Float64Array(size), this.endCost);
    this.pieceFrom = copied(new Int32Array(size), this.pieceFrom);
    this.pieces = copied(new Uint16Array(size), this.pieces);
    this.parent = copied(new Int32Array(size), this.parent);
    this.shift = copied(new Int32Array(size), this.shift);
    this.latest = copied(new Int32Array(size), this.latest);
    this.load = copied(new Int32Array(size), this.load);
    this.place = copied(new Int32Array(size), this.place);
    this.paid = copied(new Float64Array(size), this.paid);
    this.served = copied(new Uint16Array(size), this.served);
    this.hash = copied(new Int32Array(size), this.hash);
    this.link = copied(new Int32Array(size), this.link);
    this.bound = copied(new Float64Array(size), this.bound);
  }

  private growPieces(need: number): void {
    const size = Math.max(need, this.pieceEnd.length * 2, 1 << 15);
    this.pieceEnd = copied(new Int32Array(size), this.pieceEnd);
    this.pieceSlope = copied(new Float64Array(size), this.pieceSlope);
  }

  /** The start at which label `l` costs least, no later than t >= its start. */
  cheapestStart(l: number, t: number): number {
    const pieces = this.pieces[l] as number;
    const level = pieces > 0 ? this.pieceEnd[(this.pieceFrom[l] as number) + pieces - 1] : this.start[l];
    return Math.min(t, level as number);
  }

  /** Cost of label `l` at time t >= its start. */
  costAt(l: number, t: number): number {
    let value = this.startCost[l] as number;
    let at = this.start[l] as number;
    const from = this.pieceFrom[l] as number;
    const to = from + (this.pieces[l] as number);
    for (let p = from; p < to; p++) {
      const end = this.pieceEnd[p] as number;
      if (t <= end) return value + (this.pieceSlope[p] as number) * (t - at);
      value += (this.pieceSlope[p] as number) * (end - at);
      at = end;
    }
    return value;
  }

  /** Whether label a plus `extra` costs no more than label b at every time b knows. */
  coversCost(a: number, b: number, extra: number): boolean {
    const startA = this.start[a] as number;
    const startB = this.start[b] as number;
    if (startA > startB || (this.endCost[a] as number) + extra > (this.endCost[b] as number)) return false;
    if (this.pieces[a] === 0) return true;
    let valueA = this.costAt(a, startB) + extra;
    let valueB = this.startCost[b] as number;
    if (valueA > valueB) return false;
    if (this.pieces[b] === 0) return true;
    let pa = this.pieceFrom[a] as number;
    const toA = pa + (this.pieces[a] as number);
    while (pa < toA && (this.pieceEnd[pa] as number) <= startB) pa++;
    let pb = this.pieceFrom[b] as number;
    const toB = pb + (this.pieces[b] as number);
    let at = startB;
    // Both are compared at every breakpoint of either; between them both are straight.
    while (pa < toA && pb < toB) {
      const endA = this.pieceEnd[pa] as number;
      const endB = this.pieceEnd[pb] as number;
      const end = endA < endB ? endA : endB;
      valueA += (this.pieceSlope[pa] as number) * (end - at);
      valueB += (this.pieceSlope[pb] as number) * (end - at);
      if (valueA > valueB) return false;
      if (endA === end) pa++;
      if (endB === end) pb++;
      at = end;
    }
    // One of them is level from here: the ends were compared already if it is a that is.
    while (pb < toB) {
      const end = this.pieceEnd[pb] as number;
      valueB += (this.pieceSlope[pb] as number) * (end - at);
      if (valueA > valueB) return false;
      at = end;
      pb++;
    }
    return true;
  }
}

function copied<T extends Int32Array | Uint8Array | Uint16Array | Float64Array>(into: T, from: T): T {
  into.set(from as never);
  return into;
}
