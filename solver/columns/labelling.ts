/**
 * Cheapest routes of one class at given prices: forward labels in order of time with exact
 * cost functions, ng-memories, dominance, and pruning by the backward completion bound.
 * Feillet et al. 2004; Liberatore, Righini and Salani 2011 for cost functions of time.
 */
import { NO_WAY } from "../model/problem.js";
import type { BreakStep } from "./breakSteps.js";
import { type Completion, mayClose } from "./completion.js";
import type { PricingGraph } from "./graph.js";
import { LabelPool } from "./labelPool.js";
import type { NgSets } from "./ngSets.js";

/** A route by its visits; `reduced` is its cost less the prices of its visits. */
export interface PricedRoute {
  readonly visits: number[];
  readonly reduced: number;
}

export interface LabellingLimits {
  /** Only routes cheaper than this are wanted. */
  readonly below: number;
  /** After a route of cost c, only those below `base + keep * (c - base)` are wanted. */
  readonly base: number;
  readonly keep: number;
  /**
   * Quick search without proof: memories are ignored in dominance, routes are elementary,
   * and of every bucket of time only so many labels go on. 0: exact.
   */
  readonly beam: number;
  /** Most labels; the search then ends with a weaker proof. */
  readonly labels: number;
  readonly stopped: () => boolean;
}

export interface LabellingResult {
  /** Best by last node, cheapest first. */
  readonly routes: PricedRoute[];
  /** No elementary route costs less than this (meaningless for a quick search). */
  readonly least: number;
  readonly complete: boolean;
  readonly labels: number;
}

const ROOT = -1;
/** The visit before the first one: never equal to a visit or to the end of a route. */
const NOBODY = -2;

export class Labelling {
  private readonly pool = new LabelPool();
  private heads = new Int32Array(0);
  private accepted = new Int32Array(0);
  private bestEnd: Float64Array<ArrayBufferLike> = new Float64Array(0);
  private bestLabel = new Int32Array(0);
  private queue = new Int32Array(0);
  private width = 1;
  private threshold = 0;
  private price: Float64Array<ArrayBufferLike> = new Float64Array(0);
  private quick = false;

  constructor(
    private readonly ng: NgSets,
    private readonly completion: Completion,
  ) {}

  /** `completion` must have been run for the same graph and prices. */
  run(g: PricingGraph, price: Float64Array, limits: LabellingLimits): LabellingResult {
    const { pool } = this;
    const masks = 1 << g.breaks.count;
    this.price = price;
    this.quick = limits.beam > 0;
    this.width = Math.max(1, Math.min(900, g.leastStep));
    const buckets = Math.ceil((g.latestReturn - g.open + 1) / this.width) + 1;
    this.heads = filled(this.heads, buckets, -1);
    this.accepted = filled(this.accepted, g.nodes * masks, -1);
    this.bestLabel = filled(this.bestLabel, g.nodes, -1);
    if (this.bestEnd.length < g.nodes) this.bestEnd = new Float64Array(g.nodes);
    this.bestEnd.fill(Infinity);
    this.threshold = limits.below;
    pool.clear();

    let best = Infinity;
    let dropped = Infinity;
    let complete = !limits.stopped();
    let processed = 0;
    if (this.completion.least < this.threshold) {
      this.root(g);
      this.extend(g, 0, true);
    }
    for (let b = 0; b < buckets; b++) {
      while ((this.heads[b] as number) >= 0) {
        const found = this.collect(b);
        const size = this.quick ? Math.min(found, limits.beam) : found;
        for (let q = 0; q < size; q++) {
          const label = this.queue[q] as number;
          if ((pool.bound[label] as number) >= this.threshold) continue;
          if (!complete) {
            dropped = Math.min(dropped, pool.bound[label] as number);
            continue;
          }
          if (this.dominated(g, label, masks)) continue;
          const slot = (pool.node[label] as number) * masks + (pool.mask[label] as number);
          pool.link[label] = this.accepted[slot] as number;
          this.accepted[slot] = label;
          const closed = this.close(g, label);
          if (closed < this.threshold && closed < (this.bestEnd[pool.node[label] as number] as number)) {
            this.bestEnd[pool.node[label] as number] = closed;
            this.bestLabel[pool.node[label] as number] = label;
            if (closed < best) {
              best = closed;
              this.threshold = Math.min(this.threshold, limits.base + limits.keep * (best - limits.base));
            }
          }
          this.extend(g, label, false);
          processed++;
          if (pool.count > limits.labels || ((processed & 1023) === 0 && limits.stopped())) {
            complete = false;
          }
        }
      }
    }
    return {
      routes: this.collectRoutes(g),
      least: Math.max(this.completion.least, Math.min(best, this.threshold, dropped)),
      complete,
      labels: pool.count,
    };
  }

  /** The empty route: ready at the opening, later departures save waiting. */
  private root(g: PricingGraph): void {
    const { pool } = this;
    pool.reserve(1, 1);
    pool.node[0] = ROOT;
    pool.memory[0] = 0;
    pool.mask[0] = 0;
    pool.start[0] = g.open;
    pool.startCost[0] = g.use - g.perWait * g.open;
    pool.endCost[0] = g.use - g.perWait * g.latestReturn;
    pool.pieceFrom[0] = 0;
    pool.pieces[0] = g.perWait > 0 ? 1 : 0;
    pool.pieceEnd[0] = g.latestReturn;
    pool.pieceSlope[0] = -g.perWait;
    pool.parent[0] = -1;
    pool.load[0] = 0;
    pool.place[0] = g.startPlace;
    pool.count = 1;
    pool.pieceCount = 1;
  }

  /** Empties a bucket into the queue, cheapest end (quick: most promising) first. */
  private collect(bucket: number): number {
    const { pool } = this;
    let size = 0;
    for (let l = this.heads[bucket] as number; l >= 0; l = pool.link[l] as number) {
      if ((pool.bound[l] as number) >= this.threshold) continue;
      if (size === this.queue.length) {
        const longer = new Int32Array(Math.max(1024, size * 2));
        longer.set(this.queue);
        this.queue = longer;
      }
      this.queue[size++] = l;
    }
    this.heads[bucket] = -1;
    const ends = this.quick ? pool.bound : pool.endCost;
    this.queue.subarray(0, size).sort((a, b) => (ends[a] as number) - (ends[b] as number) || a - b);
    return size;
  }

  private dominated(g: PricingGraph, b: number, masks: number): boolean {
    const { pool } = this;
    const node = pool.node[b] as number;
    const maskB = pool.mask[b] as number;
    const memoryB = pool.memory[b] as number;
    const { seconds, count } = g.breaks;
    for (let mask = 0; mask < masks; mask++) {
      if ((mask & maskB) !== maskB) continue;
      let extra = 0;
      // A break not yet taken will be time that is not waiting; taken, it was already.
      for (let k = 0; k < count; k++) {
        if (((mask ^ maskB) & (1 << k)) !== 0) extra += g.perWait * (seconds[k] as number);
      }
      const head = node * masks + mask;
      let before = -1;
      for (let a = this.accepted[head] as number; a >= 0; a = pool.link[a] as number) {
        if (
          (this.quick || ((pool.memory[a] as number) & ~memoryB) === 0) &&
          (pool.endCost[a] as number) <= (pool.endCost[b] as number) &&
          (pool.start[a] as number) <= (pool.start[b] as number) &&
          (pool.place[a] as number) === (pool.place[b] as number) &&
          this.covers(g, a, b, extra)
        ) {
          // Labels that dominate one will dominate more: move to the front.
          if (before >= 0) {
            pool.link[before] = pool.link[a] as number;
            pool.link[a] = this.accepted[head] as number;
            this.accepted[head] = a;
          }
          return true;
        }
        before = a;
      }
    }
    return false;
  }

  private covers(g: PricingGraph, a: number, b: number, extra: number): boolean {
    const { pool } = this;
    if (!g.needsLoad) return pool.coversCost(a, b, extra);
    const loadA = pool.load[a] as number;
    const loadB = pool.load[b] as number;
    if (loadA <= loadB) return pool.coversCost(a, b, extra);
    // More work behind it: overload may cost more later, and breaks may not be left out.
    for (let k = 0; k < g.breaks.count; k++) {
      const open = ((pool.mask[a] as number) & (1 << k)) === 0;
      if (open && (g.breaks.after[k] as number) > 0) return false;
    }
    const paid = overload(g, loadA) - overload(g, loadB);
    return pool.coversCost(a, b, extra + g.perOverload * (loadA - loadB) - paid);
  }

  /** Least cost of ending the route here. */
  private close(g: PricingGraph, l: number): number {
    const { pool } = this;
    const node = pool.node[l] as number;
    const remote = (g.place[node] as number) < 0;
    const travel = remote
      ? (g.legs[(pool.place[l] as number) * g.places + g.endPlace] as number)
      : (g.toEnd[node] as number);
    if (travel === NO_WAY) return Infinity;
    const mask = pool.mask[l] as number;
    const load = (pool.load[l] as number) + travel;
    let least = Infinity;
    for (const step of g.breaks.steps) {
      if (step.inside || (step.taken & mask) !== 0) continue;
      if (!mayClose(g, mask | step.taken, g.needsLoad ? load : 0)) continue;
      const shift = (g.duration[node] as number) + travel + step.seconds;
      const latest = Math.min(
        step.latestEnd - (g.duration[node] as number),
        g.latestReturn - shift,
        g.last[node] as number,
      );
      const cost = this.bestReturn(g, l, shift, latest, step.front) - g.perWait * step.seconds;
      if (cost < least) least = cost;
    }
    const more = overload(g, load) - overload(g, pool.load[l] as number);
    return least + g.perTravel * travel + more;
  }

  /** Least of cost(s) + price of returning at s + shift, over s up to `latest`. */
  private bestReturn(g: PricingGraph, l: number, shift: number, latest: number, front: number): number {
    const { pool } = this;
    let s = pool.start[l] as number;
    if (s > latest || front > g.latestReturn) return Infinity;
    const back = (t: number): number => {
      const r = Math.max(t + shift, front);
      return g.perWait * r + g.perOvertime * Math.max(0, r - g.close);
    };
    // Starting later is free until the break lets the nurse go anyway.
    const free = Math.min(latest, front - shift);
    if (free > s) s = free;
    let value = pool.costAt(l, s);
    let least = value + back(s);
    const to = (pool.pieceFrom[l] as number) + (pool.pieces[l] as number);
    for (let p = pool.pieceFrom[l] as number; p < to && s < latest; p++) {
      const end = pool.pieceEnd[p] as number;
      if (end <= s) continue;
      const slope = pool.pieceSlope[p] as number;
      const turn = g.close - shift;
      // The price of returning bends where overtime begins.
      if (turn > s && turn < Math.min(end, latest)) {
        least = Math.min(least, value + slope * (turn - s) + back(turn));
      }
      const stop = Math.min(end, latest);
      value += slope * (stop - s);
      s = stop;
      least = Math.min(least, value + back(s));
    }
    return least;
  }

  private extend(g: PricingGraph, l: number, root: boolean): void {
    const { pool } = this;
    const node = pool.node[l] as number;
    const from = root ? 0 : (g.arcStart[node] as number);
    const to = root ? g.nodes : (g.arcStart[node + 1] as number);
    const { steps } = g.breaks;
    const room = (to - from) * steps.length;
    pool.reserve(room, 0);
    const duration = root ? 0 : (g.duration[node] as number);
    const own = root ? NOBODY : (g.visit[node] as number);
    const remote = !root && (g.place[node] as number) < 0;
    const place = pool.place[l] as number;
    const start = pool.start[l] as number;
    const mask = pool.mask[l] as number;
    const memory = pool.memory[l] as number;
    const load = pool.load[l] as number;
    const paid = overload(g, load);
    const { completion } = this;
    const slot = completion.slot;
    for (let a = from; a < to; a++) {
      const j = root ? a : (g.arcTo[a] as number);
      const next = g.visit[j] as number;
      if (!root && !this.ng.open(own, memory, next)) continue;
      let travel = root ? (g.fromStart[j] as number) : (g.arcTravel[a] as number);
      if (remote && (g.place[j] as number) >= 0) {
        travel = g.legs[place * g.places + (g.place[j] as number)] as number;
      }
      if (travel === NO_WAY) continue;
      const last = g.last[j] as number;
      // Later successors in the list close even sooner (a remote origin's leg is no shorter).
      if (!root && start + duration + (g.arcTravel[a] as number) > last) break;
      for (let s = 0; s < steps.length; s++) {
        const step = steps[s] as BreakStep;
        if ((step.taken & mask) !== 0 || (root && step.inside)) continue;
        const latest = step.latestEnd - duration;
        if (start > latest) continue;
        const shift = duration + travel + step.seconds;
        let arrive = start + shift;
        if (arrive < step.front) arrive = step.front;
        const first = g.first[j] as number;
        if (arrive < first) arrive = first;
        if (arrive > last) continue;
        const newMask = mask | step.taken;
        const newLoad = load + travel + (g.duration[j] as number);
        let cost = g.perTravel * travel - g.perWait * step.seconds;
        if (g.perOverload > 0) cost += overload(g, newLoad) - paid;
        const cell =
          newMask * completion.plane +
          (completion.offset[j] as number) +
          (((arrive - completion.origin) / slot) | 0);
        const ahead =
          completion.enterNext[cell] === own
            ? (completion.enterSecond[cell] as number)
            : (completion.enter[cell] as number);
        if ((pool.endCost[l] as number) + cost + ahead >= this.threshold) continue;
        if (this.quick && !root && this.onRoute(g, l, next)) continue;
        this.create(g, l, j, shift, latest, arrive, cost);
        const made = pool.count;
        pool.mask[made] = newMask;
        const bound = this.boundOf(made, own);
        if (bound >= this.threshold) {
          pool.pieceCount = pool.pieceFrom[made] as number;
          continue;
        }
        pool.bound[made] = bound;
        pool.memory[made] = root ? 1 : this.ng.carry(own, memory, next);
        pool.load[made] = newLoad;
        pool.place[made] = (g.place[j] as number) < 0 ? place : (g.place[j] as number);
        const bucket = Math.floor(((pool.start[made] as number) - g.open) / this.width);
        pool.link[made] = this.heads[bucket] as number;
        this.heads[bucket] = made;
        pool.count++;
      }
    }
  }

  /** Writes node, times, cost function and parent of the label after the last one. */
  private create(
    g: PricingGraph,
    l: number,
    j: number,
    shift: number,
    latest: number,
    arrive: number,
    cost: number,
  ): void {
    const { pool } = this;
    const softTo = g.softStart[j + 1] as number;
    let q = g.softStart[j] as number;
    pool.reserve(0, (pool.pieces[l] as number) + (softTo - q) * 2 + 2);
    const made = pool.count;
    let s = arrive - shift;
    if (s > latest) s = latest;
    let p = pool.pieceFrom[l] as number;
    const pieceTo = p + (pool.pieces[l] as number);
    let value = pool.startCost[l] as number;
    let at = pool.start[l] as number;
    while (p < pieceTo && (pool.pieceEnd[p] as number) <= s) {
      value += (pool.pieceSlope[p] as number) * ((pool.pieceEnd[p] as number) - at);
      at = pool.pieceEnd[p] as number;
      p++;
    }
    if (p < pieceTo) value += (pool.pieceSlope[p] as number) * (s - at);
    let soft = g.softAtFirst[j] as number;
    let softAt = g.first[j] as number;
    while (q < softTo && (g.softEnd[q] as number) <= arrive) {
      soft += (g.softSlope[q] as number) * ((g.softEnd[q] as number) - softAt);
      softAt = g.softEnd[q] as number;
      q++;
    }
    if (q < softTo) soft += (g.softSlope[q] as number) * (arrive - softAt);
    value += soft + cost + (g.service[j] as number) - (this.price[g.visit[j] as number] as number);
    pool.node[made] = j;
    pool.parent[made] = l;
    pool.start[made] = arrive;
    pool.startCost[made] = value;
    const pieceFrom = pool.pieceCount;
    let write = pieceFrom;
    const last = g.last[j] as number;
    let t = arrive;
    while (t < last) {
      // Slope of the route so far, level once its last moment to leave has passed.
      const running = p < pieceTo && t < latest + shift;
      const slope =
        (running ? (pool.pieceSlope[p] as number) : 0) + (q < softTo ? (g.softSlope[q] as number) : 0);
      if (slope >= 0) break;
      let end = last;
      if (running) end = Math.min(end, latest + shift, (pool.pieceEnd[p] as number) + shift);
      if (q < softTo) end = Math.min(end, g.softEnd[q] as number);
      value += slope * (end - t);
      if (write > pieceFrom && pool.pieceSlope[write - 1] === slope) pool.pieceEnd[write - 1] = end;
      else {
        pool.pieceEnd[write] = end;
        pool.pieceSlope[write] = slope;
        write++;
      }
      t = end;
      if (p < pieceTo && (pool.pieceEnd[p] as number) + shift <= t) p++;
      if (q < softTo && (g.softEnd[q] as number) <= t) q++;
    }
    pool.endCost[made] = value;
    pool.pieceFrom[made] = pieceFrom;
    pool.pieces[made] = write - pieceFrom;
    pool.pieceCount = write;
  }

  /** Least over time of the label's cost plus the finish from there, slot by slot. */
  private boundOf(l: number, before: number): number {
    const { pool, completion } = this;
    const node = pool.node[l] as number;
    const row = (pool.mask[l] as number) * completion.plane + (completion.offset[node] as number);
    const { slot, origin } = completion;
    let k = (((pool.start[l] as number) - origin) / slot) | 0;
    const finish = (cell: number): number =>
      completion.next[cell] === before
        ? (completion.second[cell] as number)
        : (completion.best[cell] as number);
    if (pool.pieces[l] === 0) return (pool.startCost[l] as number) + finish(row + k);
    let p = pool.pieceFrom[l] as number;
    const to = p + (pool.pieces[l] as number);
    const level = pool.pieceEnd[to - 1] as number;
    let value = pool.startCost[l] as number;
    let t = pool.start[l] as number;
    let least = Infinity;
    while (t < level) {
      const end = Math.min(level, origin + (k + 1) * slot - 1);
      while (p < to && t < end) {
        const stop = Math.min(end, pool.pieceEnd[p] as number);
        value += (pool.pieceSlope[p] as number) * (stop - t);
        t = stop;
        if (t === pool.pieceEnd[p]) p++;
      }
      const total = value + finish(row + k);
      if (total < least) least = total;
      if (t >= level) return least;
      // One second on: the first of the next slot.
      k++;
      value += (pool.pieceSlope[p] as number) * 1;
      t++;
      if (t === pool.pieceEnd[p]) p++;
    }
    const total = value + finish(row + k);
    return total < least ? total : least;
  }

  private onRoute(g: PricingGraph, l: number, visit: number): boolean {
    const { pool } = this;
    for (let at = l; at > 0; at = pool.parent[at] as number) {
      if (g.visit[pool.node[at] as number] === visit) return true;
    }
    return false;
  }

  private collectRoutes(g: PricingGraph): PricedRoute[] {
    const { pool } = this;
    const routes: PricedRoute[] = [];
    for (let n = 0; n < g.nodes; n++) {
      if ((this.bestLabel[n] as number) < 0) continue;
      const visits: number[] = [];
      for (let at = this.bestLabel[n] as number; at > 0; at = pool.parent[at] as number) {
        visits.push(g.visit[pool.node[at] as number] as number);
      }
      routes.push({ visits: visits.toReversed(), reduced: this.bestEnd[n] as number });
    }
    return routes.sort((a, b) => a.reduced - b.reduced);
  }
}

function overload(g: PricingGraph, load: number): number {
  return g.perOverload > 0 && load > g.target ? g.perOverload * (load - g.target) : 0;
}

function filled(array: Int32Array<ArrayBuffer>, size: number, value: number): Int32Array<ArrayBuffer> {
  const fitting = array.length < size ? new Int32Array(size) : array;
  return fitting.fill(value);
}
