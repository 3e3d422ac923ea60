/**
 * Earliest times under rules of the form "b no sooner than a plus so much", with allowed
 * starts as unions of intervals. The solutions of such rules are closed under the earlier of
 * two, so one settled point tells whether there is any: exact, without prices.
 */
import { FAR } from "../model/model.js";

/** Pairs from, to, sorted; both ends included. */
export type Allowed = readonly number[];
export const ANY_TIME: Allowed = [-FAR, FAR];

/** How much had been added and moved at some moment. */
export interface Mark {
  readonly nodes: number;
  readonly arcs: number;
  readonly moved: number;
}

export class Timetable {
  /** Earliest instant of each node, once settled. */
  readonly at: number[] = [];
  private readonly allowed: Allowed[] = [];
  private readonly out: number[][] = [];
  private readonly to: number[] = [];
  private readonly from: number[] = [];
  private readonly least: number[] = [];
  private intervals = 0;
  /** Nodes and instants before each move, to take moves back. */
  private readonly trail: number[] = [];
  private readonly queue: number[] = [];
  private readonly waiting: boolean[] = [];
  private readonly moves: number[] = [];
  private broken = false;

  node(allowed: Allowed): number {
    const index = this.at.length;
    if (allowed.length === 0) this.broken = true;
    this.at.push(allowed.length === 0 ? FAR : allowed[0]);
    this.allowed.push(allowed);
    this.out.push([]);
    this.waiting.push(false);
    this.moves.push(0);
    this.intervals += allowed.length >> 1;
    return index;
  }

  /** Node `b` lies at least `least` seconds after node `a`. */
  arc(a: number, b: number, least: number): void {
    this.out[a].push(this.to.length);
    this.from.push(a);
    this.to.push(b);
    this.least.push(least);
    this.wake(a);
  }

  mark(): Mark {
    return { nodes: this.at.length, arcs: this.to.length, moved: this.trail.length };
  }

  /** Takes back nodes and arcs added, and moves made, since the mark. What stood then was settled. */
  undo(mark: Mark): void {
    const { trail } = this;
    while (trail.length > mark.moved) {
      const t = trail.pop()!;
      this.at[trail.pop()!] = t;
    }
    this.rest();
    while (this.to.length > mark.arcs) {
      this.out[this.from.pop()!].pop();
      this.to.pop();
      this.least.pop();
    }
    while (this.allowed.length > mark.nodes) {
      this.intervals -= this.allowed.pop()!.length >> 1;
      this.out.pop();
      this.at.pop();
      this.waiting.pop();
      this.moves.pop();
    }
    this.broken = false;
  }

  /** Moves every node as early as the rules let it. False: they cannot all hold; undo or throw away. */
  settle(): boolean {
    if (this.broken) return false;
    const { at, allowed, out, to, least, queue, moves, trail } = this;
    // A node that moves more often than this lies on a cycle that can never rest.
    const most = at.length * (this.intervals + 1) + 1;
    for (let head = 0; head < queue.length; head++) {
      const a = queue[head];
      this.waiting[a] = false;
      const rules = out[a];
      for (let i = 0; i < rules.length; i++) {
        const k = rules[i];
        const b = to[k];
        const bound = at[a] + least[k];
        if (bound <= at[b]) continue;
        const t = firstAllowed(allowed[b], bound);
        if (t === FAR || ++moves[b] > most) return false;
        trail.push(b, at[b]);
        at[b] = t;
        this.wake(b);
      }
    }
    this.rest();
    return true;
  }

  private wake(node: number): void {
    if (this.waiting[node]) return;
    this.waiting[node] = true;
    this.queue.push(node);
  }

  private rest(): void {
    for (const node of this.queue) {
      this.waiting[node] = false;
      this.moves[node] = 0;
    }
    this.queue.length = 0;
  }
}

/** First allowed instant from `t` on; FAR: none. */
export function firstAllowed(allowed: Allowed, t: number): number {
  for (let k = 1; k < allowed.length; k += 2)
    if (allowed[k] >= t) return allowed[k - 1] > t ? allowed[k - 1] : t;
  return FAR;
}

/** Last allowed instant up to `t`; -FAR: none. */
export function lastAllowed(allowed: Allowed, t: number): number {
  for (let k = allowed.length - 2; k >= 0; k -= 2)
    if (allowed[k] <= t) return allowed[k + 1] < t ? allowed[k + 1] : t;
  return -FAR;
}
