/**
 * Least cost of finishing a route, by node, breaks taken and slot of time: a backward
 * dynamic programme in which no visit returns after one stop (i - j - i). Times are rounded
 * down to slots, so every value is a lower bound on the finish of any elementary route.
 * Two best values with different next visits are kept, as in the classical q-routes with
 * 2-cycle elimination (Christofides, Mingozzi and Toth 1981).
 */
import { NO_WAY } from "../model/problem.js";
import type { BreakStep } from "./breakSteps.js";
import type { PricingGraph } from "./graph.js";
import type { Recall } from "./recall.js";

/**
 * Slots are no longer than the least step between two starts, and at most so long: seconds. Times are rounded at
 * each leg, so what slots leave out adds up over a route: the finest are for exact labels.
 */
export const FINEST_SLOT = 30;
export const FINE_SLOT = 120;
export const COARSE_SLOT = 300;
/** Nothing of the route before matters. */
function nothingRecalled(nodes: number): Recall {
  const none = new Uint8Array(nodes);
  return { layers: 1, to: none, paid: new Float64Array(nodes), visits: 0, may: none, must: none };
}

/** Most slots that a visit may have: a day has fewer. Windows without an end would take any amount of memory. */
const MOST_SLOTS = 4000;
const NONE = -1;

export class Completion {
  slot = 60;
  origin = 0;
  /** Slot of a node's first start; its row is offset[n] .. in each mask's plane. */
  firstSlot = new Int32Array(0);
  lastSlot = new Int32Array(0);
  offset = new Int32Array(0);
  plane = 0;
  /** What is remembered: each set of breaks has a plane for each layer. */
  recall = nothingRecalled(0);
  /** Where the route of least value begins: node, slot, breaks taken; node -1: there is none. */
  begin = { node: NONE, at: 0, mask: 0 };
  /** Finish after a service started in the slot or later: best, its next visit, next best. */
  best = new Float64Array(0);
  next = new Int32Array(0);
  second = new Float64Array(0);
  /** The same with the service itself, started at the slot or later: best, visit after, next best. */
  enter = new Float64Array(0);
  enterNext = new Int32Array(0);
  enterSecond = new Float64Array(0);
  /** By node and breaks: the leg that was best last. */
  private lastArc = new Int32Array(0);
  /** Legs and slots that the last run has looked at: what it cost, by whatever clock. */
  work = 0;
  /** Lower bound on the cost of any elementary route of the class. */
  least = Infinity;

  /** Fills everything for the graph at these prices (scaled points by node) in slots of `slot` seconds; false: stopped before. */
  run(
    graph: PricingGraph,
    price: Float64Array,
    slot: number,
    stopped: () => boolean,
    recall = nothingRecalled(graph.nodes),
  ): boolean {
    this.recall = recall;
    this.work = 0;
    this.layout(graph, slot);
    if (!this.backward(graph, price, stopped)) return false;
    this.least = this.fromStart(graph);
    return true;
  }

  private layout(graph: PricingGraph, slot: number): void {
    const n = graph.nodes;
    const latest = graph.last.reduce((most, last) => Math.max(most, last), graph.open);
    const least = Math.ceil((latest - graph.open) / MOST_SLOTS);
    this.slot = Math.max(1, Math.min(Math.max(slot, least), graph.leastStep));
    this.origin = graph.open;
    if (this.firstSlot.length < n + 1) {
      this.firstSlot = new Int32Array(n + 1);
      this.lastSlot = new Int32Array(n + 1);
      this.offset = new Int32Array(n + 1);
    }
    let total = 0;
    for (let i = 0; i < n; i++) {
      const from = Math.floor(((graph.first[i] as number) - this.origin) / this.slot);
      const to = Math.floor(((graph.last[i] as number) - this.origin) / this.slot);
      this.firstSlot[i] = from;
      this.lastSlot[i] = to;
      this.offset[i] = total - from;
      total += to - from + 1;
    }
    this.plane = total;
    const planes = this.recall.layers << graph.breaks.count;
    if (this.lastArc.length < n * planes) this.lastArc = new Int32Array(n * planes);
    this.lastArc.fill(NONE);
    const size = total * planes;
    if (this.best.length < size) {
      this.best = new Float64Array(size);
      this.next = new Int32Array(size);
      this.second = new Float64Array(size);
      this.enter = new Float64Array(size);
      this.enterNext = new Int32Array(size);
      this.enterSecond = new Float64Array(size);
    }
  }

  /**
   * Slots are done in blocks no longer than the least step between two starts, so that
   * everything a block reads stands in later blocks and its inner loop runs over slots.
   */
  private backward(g: PricingGraph, price: Float64Array, stopped: () => boolean): boolean {
    const { slot, origin, firstSlot, lastSlot, offset, plane } = this;
    const { layers, may, must } = this.recall;
    const planes = layers << g.breaks.count;
    let topSlot = 0;
    for (let i = 0; i < g.nodes; i++) topSlot = Math.max(topSlot, lastSlot[i] as number);
    const block = Math.max(1, Math.floor(Math.min(g.leastStep, 1 << 20) / slot));
    const soft = new Float64Array(Math.min(block, topSlot + 1));
    for (let top = topSlot; top >= 0; top -= block) {
      if (stopped()) return false;
      for (let i = 0; i < g.nodes; i++) {
        const low = Math.max(top - block + 1, firstSlot[i] as number);
        const high = Math.min(top, lastSlot[i] as number);
        if (low > high) continue;
        const fixed = (g.service[i] as number) - (price[i] as number);
        for (let k = high; k >= low; k--) {
          const slotStart = origin + k * slot;
          const start = Math.max(slotStart, g.first[i] as number);
          const stay = Math.min(slotStart + slot - 1, g.last[i] as number);
          soft[k - low] = leastSoft(g, i, start, stay) + fixed;
        }
        for (let of = 0; of < planes; of++) {
          const row = of * plane + (offset[i] as number);
          const layer = of % layers;
          if ((layer & ~(may[i] as number)) !== 0 || ((must[i] as number) & ~layer) !== 0) {
            // No route comes here.
            this.enter.fill(Infinity, row + low, row + high + 1);
            this.enterSecond.fill(Infinity, row + low, row + high + 1);
            continue;
          }
          this.finish(g, i, of, low, high);
          for (let k = high; k >= low; k--) {
            this.merge(row + k, soft[k - low] as number, k < (lastSlot[i] as number));
          }
        }
      }
    }
    return true;
  }

  /** Best and second finish of a service of node i that starts in slot low .. high or later. */
  private finish(g: PricingGraph, i: number, of: number, low: number, high: number): void {
    const { slot, origin, plane, best, next, second, recall } = this;
    const mask = Math.floor(of / recall.layers);
    const first = g.first[i] as number;
    const duration = g.duration[i] as number;
    const row = of * plane + (this.offset[i] as number);
    for (let k = low; k <= high; k++) {
      best[row + k] = closeCost(g, i, mask, Math.max(origin + k * slot, first) + duration);
      next[row + k] = NONE;
      second[row + k] = Infinity;
    }
    const { steps } = g.breaks;
    const from = g.arcStart[i] as number;
    const stop = g.arcStart[i + 1] as number;
    const kept = i * (recall.layers << g.breaks.count) + of;
    const before = this.lastArc[kept] as number;
    // What was best a block later is near the best here, and lets most others be passed over.
    if (before >= from && before < stop) {
      for (const step of steps) this.legs(g, i, of, low, high, step, before, before + 1);
    }
    for (const step of steps) {
      const arc = this.legs(g, i, of, low, high, step, from, stop);
      if (arc >= 0) this.lastArc[kept] = arc;
    }
  }

  /**
   * Finishes by way of the legs from .. to - 1 with one way to take breaks. Both bests rise with the slot, so a
   * leg that cannot better the second of the last slot from the first slot on is passed over. Returns the last
   * leg that became best, or -1.
   */
  private legs(
    g: PricingGraph,
    i: number,
    of: number,
    low: number,
    high: number,
    step: BreakStep,
    from: number,
    to: number,
  ): number {
    const { layers, to: after, paid } = this.recall;
    const mask = Math.floor(of / layers);
    const layer = of - mask * layers;
    if ((step.taken & mask) !== 0) return -1;
    const { slot, origin, lastSlot, firstSlot, offset, plane } = this;
    const { best, next, second, enter, enterNext, enterSecond } = this;
    const { arcTo, arcTravel } = g;
    const duration = g.duration[i] as number;
    const stepHigh = Math.min(high, Math.floor((step.latestEnd - duration - origin) / slot));
    if (stepHigh < low) return -1;
    const own = g.group[i] as number;
    const row = of * plane + (offset[i] as number);
    const base = (mask | step.taken) * layers;
    const fixed = duration + step.seconds;
    const rest = -g.perWait * step.seconds;
    const front = step.front > origin ? Math.floor((step.front - origin) / slot) : 0;
    // The node's first slot may begin before its first start: that start counts there.
    const opening = low === (firstSlot[i] as number) ? (g.first[i] as number) + duration : -1;
    let worst = second[row + stepHigh] as number;
    let found = -1;
    let looked = to - from;
    for (let a = from; a < to; a++) {
      const j = arcTo[a] as number;
      const travel = arcTravel[a] as number;
      const jump = ((fixed + travel) / slot) | 0;
      const firstJ = firstSlot[j] as number;
      const least = firstJ > front ? firstJ : front;
      const entry = j * layers + layer;
      const cells = (base + (after[entry] as number)) * plane + (offset[j] as number);
      const lastJ = lastSlot[j] as number;
      const soonest = low + jump > least ? low + jump : least;
      if (soonest > lastJ) continue;
      const fare = g.perTravel * travel + rest + (paid[entry] as number);
      if ((enter[cells + soonest] as number) + fare >= worst) continue;
      const last = g.last[j] as number;
      if (step.front > last) continue;
      const latest = Math.floor((last - fixed - travel - origin) / slot);
      const group = g.group[j] as number;
      looked += stepHigh - low + 1;
      for (let k = latest < stepHigh ? latest : stepHigh; k >= low; k--) {
        let at = k + jump;
        if (opening >= 0 && k === low) {
          const arrive = opening + step.seconds + travel;
          if (arrive > last || opening > step.latestEnd) continue;
          at = Math.floor((arrive - origin) / slot);
        }
        if (at < least) at = least;
        else if (at > lastJ) continue;
        const cell = cells + at;
        const cost =
          (enterNext[cell] === own ? (enterSecond[cell] as number) : (enter[cell] as number)) + fare;
        const into = row + k;
        if (cost >= (second[into] as number)) continue;
        if (cost < (best[into] as number)) {
          found = a;
          if (group !== next[into]) {
            second[into] = best[into] as number;
            next[into] = group;
          }
          best[into] = cost;
        } else if (group !== next[into]) second[into] = cost;
      }
      worst = second[row + stepHigh] as number;
    }
    this.work += looked;
    return found;
  }

  /** Joins the service in this slot with one in a later slot. */
  private merge(at: number, soft: number, later: boolean): void {
    let best = (this.best[at] as number) + soft;
    let next = this.next[at] as number;
    let second = (this.second[at] as number) + soft;
    if (later) {
      const otherBest = this.enter[at + 1] as number;
      const otherNext = this.enterNext[at + 1] as number;
      const otherSecond = this.enterSecond[at + 1] as number;
      if (otherBest < best) {
        second = next === otherNext ? Math.min(second, otherSecond) : Math.min(best, otherSecond);
        best = otherBest;
        next = otherNext;
      } else {
        second = next === otherNext ? Math.min(second, otherSecond) : Math.min(second, otherBest);
      }
    }
    this.enter[at] = best;
    this.enterNext[at] = next;
    this.enterSecond[at] = second;
  }

  private fromStart(g: PricingGraph): number {
    let least = Infinity;
    this.begin = { node: NONE, at: 0, mask: 0 };
    const { layers, to: after } = this.recall;
    for (let j = 0; j < g.nodes; j++) {
      const travel = g.fromStart[j] as number;
      if (travel === NO_WAY) continue;
      for (const step of g.breaks.steps) {
        if (step.inside) continue;
        const length = travel + step.seconds;
        const earliest = Math.max(g.open + length, step.front);
        const cost = g.use + g.perTravel * travel - g.perWait * step.seconds;
        const from = Math.max(Math.floor((earliest - this.origin) / this.slot), this.firstSlot[j] as number);
        for (let k = from; k <= (this.lastSlot[j] as number); k++) {
          if (g.open > step.latestEnd || earliest > (g.last[j] as number)) break;
          // A later departure saves waiting, so the latest that this slot allows counts.
          const start = Math.min(this.origin + (k + 1) * this.slot - 1, g.last[j] as number);
          const departure = Math.min(start - length, step.latestEnd);
          // Without a price of waiting, entering now covers every later slot.
          const of = step.taken * layers + (after[j * layers] as number);
          const cell = of * this.plane + (this.offset[j] as number) + k;
          const value = cost - g.perWait * departure + (this.enter[cell] as number);
          if (value < least) {
            least = value;
            this.begin = { node: j, at: k, mask: step.taken };
          }
          if (g.perWait === 0) break;
        }
      }
    }
    return least;
  }
}

/** Least soft cost of node n over starts from..to. */
export function leastSoft(g: PricingGraph, n: number, from: number, to: number): number {
  let value = g.softAtFirst[n] as number;
  let at = g.first[n] as number;
  let least = Infinity;
  for (let p = g.softStart[n] as number; p < (g.softStart[n + 1] as number); p++) {
    const end = g.softEnd[p] as number;
    const slope = g.softSlope[p] as number;
    if (end >= from) {
      const left = Math.max(at, from);
      const right = Math.min(end, to);
      if (left <= right) {
        least = Math.min(least, value + slope * (left - at), value + slope * (right - at));
      }
    }
    value += slope * (end - at);
    at = end;
    if (at >= to) break;
  }
  return least;
}

/**
 * Least cost of going home after a service that ends at `end` or later, with the breaks in
 * `mask` taken; Infinity where there is no way. A break that may be left out is left out
 * when `load` allows it; a load of 0 is a lower bound.
 */
export function closeCost(
  g: PricingGraph,
  n: number,
  mask: number,
  end: number,
  travel = g.toEnd[n] as number,
  load = 0,
): number {
  if (travel === NO_WAY) return Infinity;
  let least = Infinity;
  for (const step of g.breaks.steps) {
    if (step.inside || (step.taken & mask) !== 0 || end > step.latestEnd) continue;
    if (!mayClose(g, mask | step.taken, load)) continue;
    const back = Math.max(end + travel + step.seconds, step.front);
    if (back > g.latestReturn) continue;
    const cost =
      g.perTravel * travel -
      g.perWait * step.seconds +
      g.perWait * back +
      g.perOvertime * Math.max(0, back - g.close);
    if (cost < least) least = cost;
  }
  return least;
}

/**
 * Whether a route with these breaks taken and so much work may end. The span of a route is
 * no less than its work, so a break may be left out here whenever it may in a plan. (Time of
 * other breaks is not counted: dominance between sets of breaks rests on that.)
 */
export function mayClose(g: PricingGraph, mask: number, load: number): boolean {
  const { count, after } = g.breaks;
  for (let b = 0; b < count; b++) {
    if ((mask & (1 << b)) !== 0) continue;
    if ((after[b] as number) === 0 || load > (after[b] as number)) return false;
  }
  return true;
}
