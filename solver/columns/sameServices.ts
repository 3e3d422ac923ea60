/** Labels that have served the same nodes in whatever order, found by a hash of these. */
import type { LabelPool } from "./labelPool.js";

/** Places of the hash table: a power of two. */
const PLACES = 1 << 16;
/** An odd number with well mixed bits (Knuth's multiplicative hashing). */
const MIX = 0x9e3779b1;

export class SameServices {
  private readonly heads = new Int32Array(PLACES);
  private next = new Int32Array(0);
  /** By node: the label for which it was marked last. */
  private marks = new Int32Array(0);

  constructor(private readonly pool: LabelPool) {}

  /** Forgets all labels; from now on nodes are 0 .. `nodes` - 1. */
  clear(nodes: number): void {
    this.heads.fill(-1);
    if (this.marks.length < nodes) this.marks = new Int32Array(nodes);
    this.marks.fill(-1);
  }

  /** The hash of a label that serves node j as well. */
  static joined(hash: number, j: number): number {
    const mixed = Math.imul(j + 1, MIX);
    return (hash + Math.imul(mixed ^ (mixed >>> 15), MIX)) | 0;
  }

  add(label: number): void {
    if (this.next.length <= label) {
      const longer = new Int32Array(Math.max(1 << 12, 2 * label));
      longer.set(this.next);
      this.next = longer;
    }
    const place = this.placeOf(label);
    this.next[label] = this.heads[place] as number;
    this.heads[place] = label;
  }

  /** Whether some label with the same services, the same last one and the same breaks does. */
  some(label: number, does: (other: number) => boolean): boolean {
    const { pool } = this;
    let marked = false;
    for (let a = this.heads[this.placeOf(label)] as number; a >= 0; a = this.next[a] as number) {
      if (pool.hash[a] !== pool.hash[label] || pool.node[a] !== pool.node[label]) continue;
      if (pool.mask[a] !== pool.mask[label] || pool.place[a] !== pool.place[label]) continue;
      if (!marked) {
        this.mark(label);
        marked = true;
      }
      if (this.isMarked(a, label) && does(a)) return true;
    }
    return false;
  }

  private placeOf(label: number): number {
    const hash = this.pool.hash[label] as number;
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }

  private mark(label: number): void {
    const { pool, marks } = this;
    for (let at = label; at > 0; at = pool.parent[at] as number) marks[pool.node[at] as number] = label;
  }

  /** Whether label a has served the nodes marked for `label`: both serve each once. */
  private isMarked(a: number, label: number): boolean {
    const { pool, marks } = this;
    if (pool.served[a] !== pool.served[label]) return false;
    for (let at = a; at > 0; at = pool.parent[at] as number) {
      if (marks[pool.node[at] as number] !== label) return false;
    }
    return true;
  }
}
