/**
 * Neighbourhoods of the ng-route relaxation (Baldacci, Mingozzi and Roberti 2011). A route
 * may return to visit v only if it has since served a visit whose neighbourhood lacks v.
 * They start small and grow only where routes of the master's solution go in circles
 * (Roberti and Mingozzi 2014).
 */
const MOST = 31;

export class NgSets {
  /** Members of visit n's neighbourhood: members[n * 32 + bit]; n itself has bit 0. */
  readonly members: Int32Array;
  readonly sizes: Int32Array;
  /** bit[n * visits + v] of v in n's neighbourhood, -1 where it is not in. */
  readonly bit: Int8Array;

  /** All members gained so far, in pairs: whose, which. */
  readonly grown: number[] = [];

  /** `group`, by visit: visits of one number are one and the same here, so that a route serves one of them. */
  constructor(
    readonly visits: number,
    readonly group: Int32Array = Int32Array.from({ length: visits }, (_, v) => v),
  ) {
    this.members = new Int32Array(visits * 32);
    this.sizes = new Int32Array(visits);
    this.bit = new Int8Array(visits * visits).fill(-1);
    for (let n = 0; n < visits; n++) this.add(n, n);
  }

  /** Adds a visit to the neighbourhood of n; false when it was in or there is no room. */
  add(n: number, visit: number): boolean {
    const v = this.group[visit] as number;
    const size = this.sizes[n] as number;
    if (size >= MOST || (this.bit[n * this.visits + v] as number) >= 0) return false;
    this.members[n * 32 + size] = v;
    this.bit[n * this.visits + v] = size;
    this.sizes[n] = size + 1;
    this.grown.push(n, v);
    return true;
  }

  /** The memory on arrival at n with memory `old` of visit `from`; n itself is remembered. */
  carry(from: number, old: number, n: number): number {
    let memory = 1;
    const base = n * this.visits;
    const list = from * 32;
    let left = old;
    while (left !== 0) {
      const low = left & -left;
      left ^= low;
      const bit = this.bit[base + (this.members[list + 31 - Math.clz32(low)] as number)] as number;
      if (bit >= 0) memory |= 1 << bit;
    }
    return memory;
  }

  /** Whether v may follow a route whose last visit is n with this memory. */
  open(n: number, memory: number, v: number): boolean {
    const bit = this.bit[n * this.visits + (this.group[v] as number)] as number;
    return bit < 0 || ((memory >> bit) & 1) === 0;
  }

  /** Whether the neighbourhoods allow the sequence. */
  allows(sequence: ArrayLike<number>): boolean {
    let memory = 0;
    for (let i = 0; i < sequence.length; i++) {
      const v = sequence[i] as number;
      if (i === 0) {
        memory = 1;
        continue;
      }
      const from = sequence[i - 1] as number;
      if (!this.open(from, memory, v)) return false;
      memory = this.carry(from, memory, v);
    }
    return true;
  }
}
