/**
 * Cheapest routes of one class at given prices: forward labels in order of time with exact
 * cost functions, ng-memories, dominance, and pruning by the backward completion bound.
 * Feillet et al. 2004; Liberatore, Righini and Salani 2011 for cost functions of time.
 */
import { NO_WAY } from "../model/problem.js";
import { AcceptedList } from "./acceptedList.js";
import type { BreakStep } from "./breakSteps.js";
import type { Completion } from "./completion.js";
import type { PricedCuts } from "./cuts.js";
import type { PricingGraph } from "./graph.js";
import { type TimedRoute, timedSequence } from "./sequenceCost.js";
import { LabelMaker, overload } from "./labelMaker.js";
import type { NgSets } from "./ngSets.js";
import { SameServices } from "./sameServices.js";

/** A route by its visits and their starts; `reduced` is its cost less the prices of its visits, plus what it pays for cuts. */
export interface PricedRoute {
  readonly visits: number[];
  readonly starts: number[];
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
  /** A quick search may go in circles as far as the neighbourhoods allow. */
  readonly circles?: boolean;
  /**
   * Told of every elementary route below `below`, but of those with the same services (visits, in the same windows
   * or parts of them) in different orders need be told only one that costs least before cuts. `paid`: for cuts.
   */
  readonly every?: (route: PricedRoute, paid: number) => void;
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

/** Slots of time that a label's bound passes over together where none of them matters. */
const SLOTS_AT_ONCE = 8;
/** The visit before the first one: never equal to a visit or to the end of a route. */
const NOBODY = -2;

export class Labelling {
  private readonly maker = new LabelMaker();
  private readonly pool = this.maker.pool;
  private heads = new Int32Array(0);
  private readonly accepted: AcceptedList[] = [];
  private bestEnd: Float64Array<ArrayBufferLike> = new Float64Array(0);
  private bestLabel = new Int32Array(0);
  private bestAt = new Int32Array(0);
  private queue = new Int32Array(0);
  private width = 1;
  private threshold = 0;
  private quick = false;
  private elementary = false;
  private listing = false;
  private readonly same = new SameServices(this.pool);

  constructor(
    private readonly ng: NgSets,
    private readonly completion: Completion,
    private readonly cuts: PricedCuts,
  ) {}

  /** `completion` must have been run for the same graph and prices by node. */
  run(g: PricingGraph, price: Float64Array, limits: LabellingLimits): LabellingResult {
    const { pool } = this;
    const masks = 1 << g.breaks.count;
    this.maker.price = price;
    this.quick = limits.beam > 0;
    const { every } = limits;
    this.listing = every !== undefined;
    this.elementary = this.listing || (this.quick && limits.circles !== true);
    if (every !== undefined) this.same.clear(g.nodes);
    this.width = Math.max(1, Math.min(900, g.leastStep));
    const buckets = Math.ceil((g.latestReturn - g.open + 1) / this.width) + 1;
    this.heads = filled(this.heads, buckets, -1);
    for (let slot = 0; slot < this.ng.visits * masks; slot++)
      (this.accepted[slot] ??= new AcceptedList()).size = 0;
    this.bestLabel = filled(this.bestLabel, g.nodes, -1);
    this.bestAt = filled(this.bestAt, g.nodes, 0);
    if (this.bestEnd.length < g.nodes) this.bestEnd = new Float64Array(g.nodes);
    this.bestEnd.fill(Infinity);
    this.threshold = limits.below;
    pool.clear();

    let best = Infinity;
    let dropped = Infinity;
    let complete = !limits.stopped();
    let processed = 0;
    if (this.completion.least < this.threshold) {
      this.maker.root(g);
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
          if (every === undefined ? this.dominated(g, label, masks) : this.cheaperOrder(g, label)) continue;
          const visit = g.visit[pool.node[label] as number] as number;
          if (every === undefined) {
            this.accepted[visit * masks + (pool.mask[label] as number)]!.add(pool, label);
          } else this.same.add(label);
          const closed = this.maker.close(g, label);
          if (every !== undefined) {
            if (closed < this.threshold) {
              const route = this.maker.routeOf(g, label, this.maker.closedAt);
              every({ ...route, reduced: closed }, pool.paid[label] as number);
            }
          } else if (
            closed < this.threshold &&
            closed < (this.bestEnd[pool.node[label] as number] as number)
          ) {
            this.bestEnd[pool.node[label] as number] = closed;
            this.bestLabel[pool.node[label] as number] = label;
            this.bestAt[pool.node[label] as number] = this.maker.closedAt;
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

  /** The visits in this order at their best starts, prices and cuts aside; null where there is no way. */
  timed(g: PricingGraph, visits: readonly number[], may?: (node: number) => boolean): TimedRoute | null {
    return timedSequence(this.maker, g, visits, may);
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

  /**
   * Whether an accepted label makes this one needless. It may have served the visit in an earlier window or part
   * of one: what that cost is paid, and its node leads wherever a later one does.
   */
  private dominated(g: PricingGraph, b: number, masks: number): boolean {
    const { pool, quick, cuts } = this;
    const visit = g.visit[pool.node[b] as number] as number;
    const maskB = pool.mask[b] as number;
    const outside = quick ? 0 : ~(pool.memory[b] as number);
    const endB = pool.endCost[b] as number;
    const startB = pool.start[b] as number;
    const placeB = pool.place[b] as number;
    // Visits that the bound remembers are no circles for b, unless it has served them as well.
    const unserved = quick ? 0 : this.completion.recall.visits & ~(pool.layer[b] as number);
    const withCuts = !quick && cuts.count > 0;
    const notLow = ~(pool.oddLow[b] as number);
    const notHigh = ~(pool.oddHigh[b] as number);
    const { seconds, count } = g.breaks;
    for (let mask = maskB; mask < masks; mask++) {
      if ((mask & maskB) !== maskB) continue;
      let extra = 0;
      // A break not yet taken will be time that is not waiting; taken, it was already.
      for (let k = 0; k < count; k++) {
        if (((mask ^ maskB) & (1 << k)) !== 0) extra += g.perWait * (seconds[k] as number);
      }
      const { size, endCost, start, memory, label } = this.accepted[visit * masks + mask]!;
      for (let k = 0; k < size; k++) {
        const least = (endCost[k] as number) + extra;
        // The rest of the list is no cheaper.
        if (least > endB) break;
        if (((memory[k] as number) & outside) !== 0 || (start[k] as number) > startB) continue;
        const a = label[k] as number;
        if (pool.place[a] !== placeB || ((pool.layer[a] as number) & unserved) !== 0) continue;
        let more = extra;
        if (withCuts) {
          // What a may yet have to pay for a cut that b has paid for, or has not begun.
          more += cuts.sum((pool.oddLow[a] as number) & notLow, (pool.oddHigh[a] as number) & notHigh);
          if (least - extra + more > endB) continue;
        }
        if (this.covers(g, a, b, more)) return true;
      }
    }
    return false;
  }

  /** Whether a label has served the same for no more, cuts aside. */
  private cheaperOrder(g: PricingGraph, b: number): boolean {
    const { paid } = this.pool;
    return this.same.some(b, (a) => this.covers(g, a, b, (paid[b] as number) - (paid[a] as number)));
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
    const ownGroup = root ? NOBODY : (g.group[node] as number);
    const remote = !root && (g.place[node] as number) < 0;
    const place = pool.place[l] as number;
    const start = pool.start[l] as number;
    const mask = pool.mask[l] as number;
    const memory = pool.memory[l] as number;
    const load = pool.load[l] as number;
    const paid = overload(g, load);
    const { completion, cuts } = this;
    const slot = completion.slot;
    const oddLow = pool.oddLow[l] as number;
    const oddHigh = pool.oddHigh[l] as number;
    const { layers, to: after, paid: asked } = completion.recall;
    const layer = pool.layer[l] as number;
    for (let a = from; a < to; a++) {
      const j = root ? a : (g.arcTo[a] as number);
      const next = g.visit[j] as number;
      if (!root && !this.ng.open(own, memory, next)) continue;
      const entry = j * layers + layer;
      if (asked[entry] === Infinity) continue;
      const into = after[entry] as number;
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
        let due = 0;
        if ((oddLow | oddHigh) !== 0) {
          due = cuts.sum(oddLow & (cuts.low[next] as number), oddHigh & (cuts.high[next] as number));
          cost += due;
        }
        const cell =
          (newMask * layers + into) * completion.plane +
          (completion.offset[j] as number) +
          (((arrive - completion.origin) / slot) | 0);
        const ahead =
          completion.enterNext[cell] === ownGroup
            ? (completion.enterSecond[cell] as number)
            : (completion.enter[cell] as number);
        if ((pool.endCost[l] as number) + cost + ahead >= this.threshold) continue;
        if (this.elementary && !root && this.onRoute(g, l, g.group[j] as number)) continue;
        this.maker.create(g, l, j, shift, latest, arrive, cost);
        const made = pool.count;
        pool.mask[made] = newMask;
        pool.layer[made] = into;
        const bound = this.boundOf(made, ownGroup);
        if (bound >= this.threshold) {
          pool.pieceCount = pool.pieceFrom[made] as number;
          continue;
        }
        pool.bound[made] = bound;
        if (this.listing) {
          pool.paid[made] = (pool.paid[l] as number) + due;
          pool.served[made] = (pool.served[l] as number) + 1;
          pool.hash[made] = SameServices.joined(pool.hash[l] as number, j);
        }
        pool.memory[made] = root ? 1 : this.ng.carry(own, memory, next);
        pool.oddLow[made] = (oddLow & (cuts.keepLow[next] as number)) ^ (cuts.low[next] as number);
        pool.oddHigh[made] = (oddHigh & (cuts.keepHigh[next] as number)) ^ (cuts.high[next] as number);
        pool.load[made] = newLoad;
        pool.place[made] = (g.place[j] as number) < 0 ? place : (g.place[j] as number);
        const bucket = Math.floor(((pool.start[made] as number) - g.open) / this.width);
        pool.link[made] = this.heads[bucket] as number;
        this.heads[bucket] = made;
        pool.count++;
      }
    }
  }

  /**
   * Least over time of the label's cost plus the finish from there, slot by slot; where that reaches the
   * threshold for sure, something from there on up.
   */
  private boundOf(l: number, before: number): number {
    const { pool, completion } = this;
    const { slot, origin, best, next, second } = completion;
    const { pieceEnd, pieceSlope } = pool;
    const node = pool.node[l] as number;
    const of = (pool.mask[l] as number) * completion.recall.layers + (pool.layer[l] as number);
    const row = of * completion.plane + (completion.offset[node] as number);
    let t = pool.start[l] as number;
    let k = ((t - origin) / slot) | 0;
    let value = pool.startCost[l] as number;
    const lowest = pool.endCost[l] as number;
    let finish = (next[row + k] === before ? second[row + k] : best[row + k]) as number;
    if (pool.pieces[l] === 0 || lowest + finish >= this.threshold) return lowest + finish;
    let p = pool.pieceFrom[l] as number;
    const to = p + (pool.pieces[l] as number);
    const level = pieceEnd[to - 1] as number;
    let least = Infinity;
    while (t < level) {
      const enough = least < this.threshold ? least : this.threshold;
      let at = t;
      let q = p;
      let v = value;
      let width = SLOTS_AT_ONCE;
      for (;;) {
        const end = Math.min(level, origin + (k + width) * slot - 1);
        while (q < to && at < end) {
          const stop = Math.min(end, pieceEnd[q] as number);
          v += (pieceSlope[q] as number) * (stop - at);
          at = stop;
          if (at === pieceEnd[q]) q++;
        }
        // Costs only fall and finishes only rise: this is the least there can be in all these slots.
        const total = v + finish;
        if (total >= enough) break;
        if (width === 1) {
          least = total;
          break;
        }
        width = 1;
        at = t;
        q = p;
        v = value;
      }
      t = at;
      p = q;
      value = v;
      if (t >= level) return least;
      // One second on: the first of the next slot.
      k += width;
      finish = (next[row + k] === before ? second[row + k] : best[row + k]) as number;
      if (lowest + finish >= least) return least;
      value += (pieceSlope[p] as number) * 1;
      t++;
      if (t === pieceEnd[p]) p++;
    }
    const total = value + finish;
    return total < least ? total : least;
  }

  private onRoute(g: PricingGraph, l: number, group: number): boolean {
    const { pool } = this;
    for (let at = l; at > 0; at = pool.parent[at] as number) {
      if (g.group[pool.node[at] as number] === group) return true;
    }
    return false;
  }

  private collectRoutes(g: PricingGraph): PricedRoute[] {
    const routes: PricedRoute[] = [];
    for (let n = 0; n < g.nodes; n++) {
      if ((this.bestLabel[n] as number) < 0) continue;
      const route = this.maker.routeOf(g, this.bestLabel[n] as number, this.bestAt[n] as number);
      routes.push({ ...route, reduced: this.bestEnd[n] as number });
    }
    return routes.sort((a, b) => a.reduced - b.reduced);
  }
}

function filled(array: Int32Array<ArrayBuffer>, size: number, value: number): Int32Array<ArrayBuffer> {
  const fitting = array.length < size ? new Int32Array(size) : array;
  return fitting.fill(value);
}
