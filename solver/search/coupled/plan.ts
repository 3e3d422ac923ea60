/**
 * The plan under search: routes as linked lists of nodes, and the earliest start of every
 * node, which is the least solution of
 *
 *     start(j) >= start(i) + seconds(i) + leg(i, j)    for j next after i on a route,
 *     start(j) >= start(i) + gap(i, j)                 for gap arcs with both ends planned
 *
 * within the windows. A greatest gap is an arc backwards with negative seconds, so routes may
 * meet two clients in opposite orders wherever the times allow it. Starts are kept exact after
 * every change by touching only what the change reaches:
 *  - putting a visit in only pushes starts up: the push runs along the arcs, earliest node first;
 *  - taking visits out resets the nodes whose start hung on them (reached over arcs without
 *    slack), then pushes up again from there.
 *
 * Changes are journalled; `undo` goes back to a mark. Nothing is allocated by a change.
 */
import { NO_LEG } from "../../model/model.js";
import { allowedFrom, type Layout } from "./layout.js";

/** Positions in `sums`. */
const FIXED = 0;
const LATE = 1;
const WORST = 2;
const SUMS = 3;
/** Deepest nesting of marks. */
const LEVELS = 4;

export class CoupledPlan {
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** By planned node: leg to the next; 0 from departure to return of an empty route. */
  readonly ahead: Int32Array;
  /** By node: shift, or -1 while a visit is out. */
  readonly route: Int32Array;
  readonly start: Float64Array;
  /** Visits on each route. */
  readonly stops: Int32Array;
  /** Visits that are out, the first `absentCount`. */
  readonly absent: Int32Array;
  absentCount: number;
  private readonly absentAt: Int32Array;
  private readonly sums = new Float64Array(SUMS);

  private readonly queue: Int32Array;
  private readonly queued: Uint8Array;
  private queueCount = 0;
  private readonly cone: Int32Array;
  private readonly inCone: Uint8Array;

  /** The journal since mark 0: nodes whose start changed, the first `timeCount`. */
  timeNode: Int32Array;
  private timeOld: Float64Array;
  timeCount = 0;
  /** Visits put in or taken out, the first `moveCount`. */
  readonly moveNode: Int32Array;
  /** Node that it stood behind and its route when taken out; -1 when put in. */
  readonly moveAfter: Int32Array;
  private readonly moveRoute: Int32Array;
  moveCount = 0;
  private readonly markTime = new Int32Array(LEVELS);
  private readonly markMove = new Int32Array(LEVELS);
  private readonly markSums = new Float64Array(LEVELS * SUMS);

  constructor(readonly layout: Layout) {
    const { visits: n, shifts: S, nodes } = layout;
    this.next = new Int32Array(nodes).fill(-1);
    this.prev = new Int32Array(nodes).fill(-1);
    this.ahead = new Int32Array(nodes);
    this.route = new Int32Array(nodes).fill(-1);
    this.start = layout.first.slice();
    this.stops = new Int32Array(S);
    this.absent = Int32Array.from({ length: n }, (_, v) => v);
    this.absentAt = this.absent.slice();
    this.absentCount = n;
    for (let s = 0; s < S; s++) {
      this.next[n + s] = n + S + s;
      this.prev[n + S + s] = n + s;
      this.route[n + s] = this.route[n + S + s] = s;
      this.start[n + S + s] = layout.first[n + s];
    }
    this.queue = new Int32Array(nodes);
    this.queued = new Uint8Array(nodes);
    this.cone = new Int32Array(nodes);
    this.inCone = new Uint8Array(nodes);
    this.timeNode = new Int32Array(16 * nodes);
    this.timeOld = new Float64Array(16 * nodes);
    this.moveNode = new Int32Array(4 * n + 16);
    this.moveAfter = new Int32Array(4 * n + 16);
    this.moveRoute = new Int32Array(4 * n + 16);
    for (let v = 0; v < n; v++) this.sums[FIXED] += layout.model.unservedCost[v];
  }

  /** Weighted total in points. */
  cost(): number {
    return this.sums[FIXED] + this.sums[LATE] + this.layout.worstRate * this.sums[WORST];
  }

  /** The part of the total that no time changes: travel, assignment, use, and visits left out. */
  fixedCost(): number {
    return this.sums[FIXED];
  }

  /** Greatest lateness of a visit, seconds. */
  worst(): number {
    return this.sums[WORST];
  }

  // ---- marks ----------------------------------------------------------------

  mark(level: number): void {
    if (level === 0) this.timeCount = this.moveCount = 0;
    this.markTime[level] = this.timeCount;
    this.markMove[level] = this.moveCount;
    for (let k = 0; k < SUMS; k++) this.markSums[level * SUMS + k] = this.sums[k];
  }

  undo(level: number): void {
    const { start, timeNode, timeOld } = this;
    const till = this.markTime[level];
    for (let i = this.timeCount - 1; i >= till; i--) start[timeNode[i]] = timeOld[i];
    this.timeCount = till;
    for (let i = this.moveCount - 1; i >= this.markMove[level]; i--) {
      if (this.moveAfter[i] < 0) this.unlink(this.moveNode[i]);
      else this.link(this.moveNode[i], this.moveAfter[i], this.moveRoute[i]);
    }
    this.moveCount = this.markMove[level];
    for (let k = 0; k < SUMS; k++) this.sums[k] = this.markSums[level * SUMS + k];
  }

  // ---- changes --------------------------------------------------------------

  /**
   * Puts an absent visit behind node `after` and pushes what it pushes. False, and the plan is
   * to be undone: the times do not hold, or the cost comes to `limit` or more.
   */
  insert(v: number, after: number, limit: number): boolean {
    const { layout, next, start, sums } = this;
    const { model, place, places: P, seconds } = layout;
    const r = this.route[after];
    const legs = layout.legs[r];
    const to = next[after];
    const out = legs[place[after] * P + place[v]];
    const on = legs[place[v] * P + place[to]];
    const empty = this.stops[r] === 0;
    const was = this.ahead[after];
    sums[FIXED] +=
      layout.travelRate * (out + on - was) +
      model.assignCost[v * layout.shifts + r] -
      model.unservedCost[v] +
      (empty ? model.shifts[r].useCost : 0);
    if (out >= NO_LEG || on >= NO_LEG) return this.noteMove(v, -1, r, after);
    this.noteMove(v, -1, r, after);
    let t = start[after] + seconds[after] + out;
    const { inStart, inFrom, inSeconds } = layout;
    for (let k = inStart[v]; k < inStart[v + 1]; k++) {
      const from = inFrom[k];
      if (this.route[from] >= 0 && start[from] + inSeconds[k] > t) t = start[from] + inSeconds[k];
    }
    if (layout.several[v]) t = allowedFrom(model, v, t);
    else if (t < layout.first[v]) t = layout.first[v];
    if (t > layout.last[v]) return false;
    this.noteTime(v);
    start[v] = t;
    const late = t - layout.due[v];
    if (late > 0) {
      sums[LATE] += layout.rate[v] * late;
      if (late > sums[WORST]) sums[WORST] = late;
    }
    this.enqueue(v);
    return this.push(limit);
  }

  /** Starts planned visit `v` `seconds` later and pushes what that pushes. False: as {@link insert}. */
  delay(v: number, seconds: number): boolean {
    const held = this.lift(v, this.start[v] + seconds, Infinity) && this.push(Infinity);
    if (!held) this.giveUp();
    return held;
  }

  /**
   * Puts whole routes into an empty plan, absent visits by shift, each list from `starts[s]` to
   * `starts[s + 1]` of `order`. False, and the plan is to be undone: the times do not hold.
   */
  fill(order: Int32Array, starts: Int32Array): boolean {
    const { layout, start, sums } = this;
    const { model, place, places: P, visits: n, shifts: S } = layout;
    let open = true;
    for (let r = 0; r < S; r++) {
      if (starts[r] === starts[r + 1]) continue;
      const legs = layout.legs[r];
      let behind = n + r;
      let travel = 0;
      for (let k = starts[r]; k < starts[r + 1]; k++) {
        const v = order[k];
        const leg = legs[place[behind] * P + place[v]];
        if (leg >= NO_LEG) open = false;
        travel += leg;
        this.noteMove(v, -1, r, behind);
        this.noteTime(v);
        start[v] = layout.first[v];
        const late = start[v] - layout.due[v];
        if (late > 0) sums[LATE] += layout.rate[v] * late;
        sums[FIXED] += model.assignCost[v * S + r] - model.unservedCost[v];
        this.enqueue(v);
        behind = v;
      }
      const home = legs[place[behind] * P + place[n + S + r]];
      if (home >= NO_LEG) open = false;
      sums[FIXED] += layout.travelRate * (travel + home) + model.shifts[r].useCost;
      this.enqueue(n + r);
    }
    if (!this.push(Infinity, 20)) return false;
    this.findWorst();
    return open;
  }

  /** Takes on all routes of another plan of the same layout, given by its links. False: as {@link fill}. */
  load(links: Int32Array): boolean {
    const { visits: n, shifts: S } = this.layout;
    if (!this.clear()) return false;
    const starts = new Int32Array(S + 1);
    const order: number[] = [];
    for (let s = 0; s < S; s++) {
      for (let v = links[n + s]; v < n; v = links[v]) order.push(v);
      starts[s + 1] = order.length;
    }
    return this.fill(Int32Array.from(order), starts);
  }

  /** Takes all visits out. False: as {@link remove}. */
  clear(): boolean {
    const planned: number[] = [];
    for (let v = 0; v < this.layout.visits; v++) if (this.route[v] >= 0) planned.push(v);
    return this.remove(Int32Array.from(planned), planned.length);
  }

  /** Takes planned visits out. False, and the plan is to be undone: the rest has no way or time left. */
  remove(list: Int32Array, count: number): boolean {
    const { layout, next, prev, start, sums, cone, inCone } = this;
    const { model, place, places: P, seconds, due, rate } = layout;
    let n = 0;
    let rescan = false;
    let broken = false;
    for (let i = 0; i < count; i++) {
      const v = list[i];
      const r = this.route[v];
      const legs = layout.legs[r];
      const p = prev[v];
      const q = next[v];
      n = this.supported(v, n);
      const last = this.stops[r] === 1;
      const leg = last ? 0 : legs[place[p] * P + place[q]];
      if (leg >= NO_LEG) broken = true;
      sums[FIXED] +=
        layout.travelRate * (leg - this.ahead[p] - this.ahead[v]) -
        model.assignCost[v * layout.shifts + r] +
        model.unservedCost[v] -
        (last ? model.shifts[r].useCost : 0);
      const late = start[v] - due[v];
      if (late > 0) {
        sums[LATE] -= rate[v] * late;
        if (late >= sums[WORST]) rescan = true;
      }
      this.moveNode[this.moveCount] = v;
      this.moveAfter[this.moveCount] = p;
      this.moveRoute[this.moveCount++] = r;
      this.unlink(v);
      // Where a detour was shorter than the way without it, what follows may also start later.
      if (!this.queued[p]) this.enqueue(p);
    }
    for (let i = 0; i < n; i++) if (this.route[cone[i]] >= 0) n = this.supported(cone[i], n);
    for (let i = 0; i < n; i++) {
      const j = cone[i];
      if (this.route[j] < 0) continue;
      const late = start[j] - due[j];
      if (late > 0) {
        sums[LATE] -= rate[j] * late;
        if (late >= sums[WORST]) rescan = true;
      }
      this.noteTime(j);
      let t = layout.first[j];
      const p = prev[j];
      if (!inCone[p]) {
        const x = start[p] + seconds[p] + this.ahead[p];
        if (x > t) t = x;
      }
      for (let k = layout.inStart[j]; k < layout.inStart[j + 1]; k++) {
        const from = layout.inFrom[k];
        if (this.route[from] < 0 || inCone[from]) continue;
        const x = start[from] + layout.inSeconds[k];
        if (x > t) t = x;
      }
      if (layout.several[j]) t = allowedFrom(model, j, t);
      start[j] = t;
      const still = t - due[j];
      if (still > 0) sums[LATE] += rate[j] * still;
      if (!this.queued[j]) this.enqueue(j);
    }
    for (let i = 0; i < n; i++) inCone[cone[i]] = 0;
    for (let i = 0; i < this.queueCount; i++) {
      // A visit noted as a neighbour may itself have gone.
      const j = this.queue[i];
      if (this.route[j] >= 0) continue;
      this.queued[j] = 0;
      this.queue[i--] = this.queue[--this.queueCount];
    }
    if (!this.push(Infinity)) return false;
    if (rescan) this.findWorst();
    return !broken;
  }

  // ---- propagation ----------------------------------------------------------

  /** Adds to the cone the nodes whose start hangs on that of `i`. */
  private supported(i: number, count: number): number {
    const { layout, start, cone, inCone } = this;
    const { seconds, first, arcStart, arcTo, arcSeconds } = layout;
    let n = count;
    const j = this.next[i];
    if (j >= 0 && !inCone[j] && start[j] > first[j]) {
      let t = start[i] + seconds[i] + this.ahead[i];
      if (layout.several[j]) t = allowedFrom(layout.model, j, t);
      if (t === start[j]) {
        inCone[j] = 1;
        cone[n++] = j;
      }
    }
    for (let k = arcStart[i]; k < arcStart[i + 1]; k++) {
      const m = arcTo[k];
      if (this.route[m] < 0 || inCone[m] || start[m] <= first[m]) continue;
      let t = start[i] + arcSeconds[k];
      if (layout.several[m]) t = allowedFrom(layout.model, m, t);
      if (t !== start[m]) continue;
      inCone[m] = 1;
      cone[n++] = m;
    }
    return n;
  }

  /** Pushes starts up from the queue until all arcs hold, or until the cost comes to `limit`. */
  private push(limit: number, patience = 1): boolean {
    const { layout, next, ahead, start, queue, queued, route, sums } = this;
    const { seconds, arcStart, arcTo, arcSeconds } = layout;
    const most = limit - sums[FIXED];
    if (sums[LATE] + layout.worstRate * sums[WORST] >= most) return this.giveUp();
    // Longer runs are cycles that lift themselves for ever, but for very rare slow ones.
    let budget = patience * (2 * layout.nodes + 100);
    while (this.queueCount > 0) {
      let at = 0;
      let least = start[queue[0]];
      for (let k = 1; k < this.queueCount; k++) {
        const t = start[queue[k]];
        if (t < least) {
          least = t;
          at = k;
        }
      }
      const i = queue[at];
      queue[at] = queue[--this.queueCount];
      queued[i] = 0;
      if (--budget < 0) return this.giveUp();
      const j = next[i];
      if (j >= 0) {
        const t = least + seconds[i] + ahead[i];
        if (t > start[j] && !this.lift(j, t, most)) return this.giveUp();
      }
      for (let k = arcStart[i]; k < arcStart[i + 1]; k++) {
        const m = arcTo[k];
        if (route[m] < 0) continue;
        const t = least + arcSeconds[k];
        if (t > start[m] && !this.lift(m, t, most)) return this.giveUp();
      }
    }
    return true;
  }

  /** Moves node `j` up to time `at`. False: that is past its last time or its price past `most`. */
  private lift(j: number, at: number, most: number): boolean {
    const { layout, start, sums } = this;
    const t = layout.several[j] ? allowedFrom(layout.model, j, at) : at;
    if (t > layout.last[j]) return false;
    this.noteTime(j);
    const due = layout.due[j];
    if (t > due) {
      const before = start[j] > due ? start[j] - due : 0;
      sums[LATE] += layout.rate[j] * (t - due - before);
      if (j < layout.visits && t - due > sums[WORST]) sums[WORST] = t - due;
      if (sums[LATE] + layout.worstRate * sums[WORST] >= most) return false;
    }
    start[j] = t;
    if (j < layout.visits && !this.queued[j]) this.enqueue(j);
    return true;
  }

  private enqueue(i: number): void {
    this.queued[i] = 1;
    this.queue[this.queueCount++] = i;
  }

  private giveUp(): false {
    for (let k = 0; k < this.queueCount; k++) this.queued[this.queue[k]] = 0;
    this.queueCount = 0;
    return false;
  }

  private findWorst(): void {
    const { layout, start, route } = this;
    let worst = 0;
    for (let v = 0; v < layout.visits; v++)
      if (route[v] >= 0 && start[v] - layout.due[v] > worst) worst = start[v] - layout.due[v];
    this.sums[WORST] = worst;
  }

  // ---- links and journal ------------------------------------------------------

  private link(v: number, after: number, r: number): void {
    const to = this.next[after];
    this.next[after] = v;
    this.prev[v] = after;
    this.next[v] = to;
    this.prev[to] = v;
    this.route[v] = r;
    this.stops[r]++;
    const { place, places: P } = this.layout;
    const legs = this.layout.legs[r];
    this.ahead[after] = legs[place[after] * P + place[v]];
    this.ahead[v] = legs[place[v] * P + place[to]];
    const at = this.absentAt[v];
    const last = this.absent[--this.absentCount];
    this.absent[at] = last;
    this.absentAt[last] = at;
  }

  private unlink(v: number): void {
    const p = this.prev[v];
    const q = this.next[v];
    this.next[p] = q;
    this.prev[q] = p;
    const r = this.route[v];
    const { place, places: P } = this.layout;
    this.ahead[p] = --this.stops[r] === 0 ? 0 : this.layout.legs[r][place[p] * P + place[q]];
    this.route[v] = -1;
    this.absentAt[v] = this.absentCount;
    this.absent[this.absentCount++] = v;
  }

  /** Links a visit and notes it. Always false, for the caller that gives up there. */
  private noteMove(v: number, after: number, r: number, behind: number): false {
    this.link(v, behind, r);
    this.moveNode[this.moveCount] = v;
    this.moveAfter[this.moveCount++] = after;
    return false;
  }

  private noteTime(i: number): void {
    if (this.timeCount === this.timeNode.length) this.growJournal();
    this.timeNode[this.timeCount] = i;
    this.timeOld[this.timeCount++] = this.start[i];
  }

  private growJournal(): void {
    const node = new Int32Array(2 * this.timeNode.length);
    const old = new Float64Array(2 * this.timeNode.length);
    node.set(this.timeNode);
    old.set(this.timeOld);
    this.timeNode = node;
    this.timeOld = old;
  }
}
