/**
 * What it would cost to start a planned node later: for each node the few nodes after it that
 * become late first, with the delay at which each does, and the delays at which the greatest
 * lateness grows and a last time breaks. Kept in step with the plan by working out again only
 * what a change reaches, latest node first.
 *
 * A delay d of node i costs at least the sum of rate x (d - delay) over its list; exactly that
 * while no more than DEPTH nodes become late. Delays run over routes and over gaps; a node
 * reached on two ways counts once, by the shorter delay.
 */
import { FAR } from "../../model/model.js";
import type { CoupledPlan } from "./plan.js";

/** Nodes remembered behind each node. */
export const DEPTH = 2;

export class Slack {
  /** By node, DEPTH each, least first: delay of the node from which `who` becomes later than due. */
  readonly delay: Float64Array;
  readonly who: Int32Array;
  /** By node: delay minus this is the greatest lateness that a delay causes; visits only. */
  readonly worst: Float64Array;
  /** By node: longer delays pass the last time of some node. */
  readonly hard: Float64Array;
  /** Visits whose list is to be worked out, each once: in `heap` now, in `pending` at the next update. */
  private readonly dirty: Uint8Array;
  private readonly pending: Int32Array;
  private pendingCount = 0;
  /** Binary heap, latest start first, equal starts by the higher number. */
  private readonly heap: Int32Array;
  private heapCount = 0;
  /** The visit being worked out; -1 between updates. */
  private current = -1;
  private readonly nextDelay = new Float64Array(DEPTH + 1);
  private readonly nextWho = new Int32Array(DEPTH + 1);
  private nextWorst = FAR;
  private nextHard = FAR;

  private readonly savedDelay: Float64Array;
  private readonly savedWho: Int32Array;
  private readonly savedWorst: Float64Array;
  private readonly savedHard: Float64Array;
  /** How much of the plan's journal has been taken in. */
  private seenTimes = 0;
  private seenMoves = 0;

  constructor(private readonly plan: CoupledPlan) {
    const { nodes, visits } = plan.layout;
    this.delay = new Float64Array(DEPTH * nodes).fill(FAR);
    this.who = new Int32Array(DEPTH * nodes).fill(-1);
    this.worst = new Float64Array(nodes).fill(FAR);
    this.hard = new Float64Array(nodes).fill(FAR);
    this.dirty = new Uint8Array(visits);
    this.pending = new Int32Array(visits);
    this.heap = new Int32Array(visits);
    this.savedDelay = this.delay.slice();
    this.savedWho = this.who.slice();
    this.savedWorst = this.worst.slice();
    this.savedHard = this.hard.slice();
  }

  /** Keeps the lists to come back to. Call where the plan's journal begins (mark 0). */
  save(): void {
    this.seenTimes = this.seenMoves = 0;
    this.savedDelay.set(this.delay);
    this.savedWho.set(this.who);
    this.savedWorst.set(this.worst);
    this.savedHard.set(this.hard);
  }

  /** Back to what was saved, as the plan goes back to mark 0. */
  restore(): void {
    this.seenTimes = this.seenMoves = 0;
    this.delay.set(this.savedDelay);
    this.who.set(this.savedWho);
    this.worst.set(this.savedWorst);
    this.hard.set(this.savedHard);
  }

  /** Takes in what the plan has changed for good since the last call. */
  update(): void {
    const { plan } = this;
    if (this.seenTimes === plan.timeCount && this.seenMoves === plan.moveCount) return;
    const { visits: n } = plan.layout;
    for (let i = this.seenTimes; i < plan.timeCount; i++) this.touch(plan.timeNode[i]);
    for (let i = this.seenMoves; i < plan.moveCount; i++) {
      const v = plan.moveNode[i];
      if (plan.route[v] < 0) this.forget(v);
      this.touch(v);
      const p = plan.route[v] < 0 ? plan.moveAfter[i] : plan.prev[v];
      if (p >= 0 && p < n) this.reach(p);
    }
    this.seenTimes = plan.timeCount;
    this.seenMoves = plan.moveCount;
    this.sweep();
  }

  /** Everything anew. */
  rebuild(): void {
    const { plan } = this;
    const { visits: n } = plan.layout;
    for (let v = 0; v < n; v++) {
      if (plan.route[v] < 0) this.forget(v);
      else this.touch(v);
    }
    this.sweep();
  }

  private forget(v: number): void {
    this.delay.fill(FAR, DEPTH * v, DEPTH * (v + 1));
    this.worst[v] = FAR;
    this.hard[v] = FAR;
  }

  /** The start of `i` has changed, or what follows it. */
  private touch(i: number): void {
    const { plan } = this;
    const { visits: n, inStart, inFrom } = plan.layout;
    if (i < n) {
      this.mark(i);
      for (let k = inStart[i]; k < inStart[i + 1]; k++) this.mark(inFrom[k]);
    }
    const p = plan.prev[i];
    if (p >= 0 && p < n && (i >= n || plan.route[i] >= 0)) this.reach(p);
  }

  /** The next stop of `p` has another list: so have `p` and the visits bound to it. */
  private reach(p: number): void {
    const { inStart, inFrom } = this.plan.layout;
    this.mark(p);
    for (let k = inStart[p]; k < inStart[p + 1]; k++) this.mark(inFrom[k]);
  }

  private mark(v: number): void {
    if (this.dirty[v] === 1 || this.plan.route[v] < 0) return;
    this.dirty[v] = 1;
    // What lies later than the visit being worked out waits, so that two bound ones never chase each other.
    if (this.current >= 0 && this.later(this.current, v)) this.push(v);
    else this.pending[this.pendingCount++] = v;
  }

  /** Works out the marked lists, latest first. */
  private sweep(): void {
    const { plan, dirty, pending, heap } = this;
    const { visits: n, inStart, inFrom } = plan.layout;
    const count = this.pendingCount;
    this.pendingCount = 0;
    for (let i = 0; i < count; i++) {
      const v = pending[i];
      if (plan.route[v] >= 0) this.push(v);
      else dirty[v] = 0;
    }
    while (this.heapCount > 0) {
      const v = heap[0];
      this.pop();
      dirty[v] = 0;
      this.current = v;
      if (!this.work(v)) continue;
      for (let k = inStart[v]; k < inStart[v + 1]; k++) this.mark(inFrom[k]);
      const p = plan.prev[v];
      if (p < n) this.reach(p);
    }
    this.current = -1;
  }

  private later(a: number, b: number): boolean {
    const { start } = this.plan;
    return start[a] > start[b] || (start[a] === start[b] && a > b);
  }

  private push(v: number): void {
    const { heap } = this;
    let at = this.heapCount++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.later(v, heap[up])) break;
      heap[at] = heap[up];
      at = up;
    }
    heap[at] = v;
  }

  /** Drops the first of the heap. */
  private pop(): void {
    const { heap } = this;
    const n = --this.heapCount;
    const v = heap[n];
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= n) break;
      if (down + 1 < n && this.later(heap[down + 1], heap[down])) down++;
      if (!this.later(heap[down], v)) break;
      heap[at] = heap[down];
      at = down;
    }
    heap[at] = v;
  }

  /** Works out the list of `i`; true: it is another than before. */
  private work(i: number): boolean {
    const { plan, nextDelay, nextWho, delay, who } = this;
    const { layout, start, next, route } = plan;
    const { arcStart, arcTo, arcSeconds, seconds, visits: n, due } = layout;
    const t = start[i];
    const q = next[i];
    const wait = start[q] - t - seconds[i] - plan.ahead[i];
    const room = due[i] - t;
    const at = DEPTH * i;
    let worst = room;
    let hard = layout.last[i] - t;
    if (q < n) {
      // The list of the next stop with this visit in its place: both are sorted.
      const from = DEPTH * q;
      const own = room > 0 ? room : 0;
      let placed = false;
      for (let k = 0, j = from; k < DEPTH; k++) {
        const x = wait + delay[j];
        if (!placed && own <= x) {
          nextDelay[k] = own;
          nextWho[k] = i;
          placed = true;
        } else {
          nextDelay[k] = x;
          nextWho[k] = who[j++];
        }
      }
      if (wait + this.worst[q] < worst) worst = wait + this.worst[q];
      if (wait + this.hard[q] < hard) hard = wait + this.hard[q];
    } else {
      for (let k = 0; k < DEPTH; k++) {
        nextDelay[k] = FAR;
        nextWho[k] = -1;
      }
      this.put(room > 0 ? room : 0, i);
    }
    this.nextWorst = worst;
    this.nextHard = hard;
    if (q >= n) this.own(q, wait);
    for (let k = arcStart[i]; k < arcStart[i + 1]; k++) {
      const m = arcTo[k];
      if (route[m] < 0 || m === q) continue;
      const idle = start[m] - t - arcSeconds[k];
      this.own(m, idle);
      const then = next[m];
      // Only what lies later has been worked out again by now.
      if (start[then] > t || then >= n)
        this.follow(then, idle + start[then] - start[m] - seconds[m] - plan.ahead[m]);
    }
    worst = this.nextWorst;
    hard = this.nextHard;
    let same = this.worst[i] === worst && this.hard[i] === hard;
    this.worst[i] = worst;
    this.hard[i] = hard;
    for (let k = 0; k < DEPTH; k++) {
      if (delay[at + k] !== nextDelay[k] || who[at + k] !== nextWho[k]) same = false;
      delay[at + k] = nextDelay[k];
      who[at + k] = nextWho[k];
    }
    return !same;
  }

  /** Node `j` itself is delayed by what goes beyond `wait`. */
  private own(j: number, wait: number): void {
    const { layout, start } = this.plan;
    const room = layout.due[j] - start[j];
    this.put(wait + (room > 0 ? room : 0), j);
    if (j < layout.visits && wait + room < this.nextWorst) this.nextWorst = wait + room;
    const hard = wait + layout.last[j] - start[j];
    if (hard < this.nextHard) this.nextHard = hard;
  }

  /** All behind node `j`, itself with them. */
  private follow(j: number, wait: number): void {
    if (j >= this.plan.layout.visits) {
      this.own(j, wait);
      return;
    }
    const at = DEPTH * j;
    for (let k = 0; k < DEPTH; k++) {
      if (wait + this.delay[at + k] >= this.nextDelay[DEPTH - 1]) break;
      this.put(wait + this.delay[at + k], this.who[at + k]);
    }
    if (wait + this.worst[j] < this.nextWorst) this.nextWorst = wait + this.worst[j];
    if (wait + this.hard[j] < this.nextHard) this.nextHard = wait + this.hard[j];
  }

  private put(at: number, node: number): void {
    const { nextDelay, nextWho } = this;
    if (at >= nextDelay[DEPTH - 1]) return;
    // Where it stands already: the last place is free to be written over.
    let k = DEPTH - 1;
    for (let j = 0; j < DEPTH - 1; j++) {
      if (nextWho[j] !== node) continue;
      if (nextDelay[j] <= at) return;
      k = j;
      break;
    }
    while (k > 0 && nextDelay[k - 1] > at) {
      nextDelay[k] = nextDelay[k - 1];
      nextWho[k] = nextWho[k - 1];
      k--;
    }
    nextDelay[k] = at;
    nextWho[k] = node;
  }
}
