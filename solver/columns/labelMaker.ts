/**
 * How labels are made and ended: the empty route, one service more, the way home. Cost functions of
 * time are exact (Liberatore, Righini and Salani 2011).
 */
import { NO_WAY } from "../model/problem.js";
import { mayClose } from "./completion.js";
import type { PricingGraph } from "./graph.js";
import { LabelPool } from "./labelPool.js";

export const ROOT = -1;

export class LabelMaker {
  readonly pool = new LabelPool();
  private returnedFrom = 0;
  /** When the last service of the route starts by which `close` costs least. */
  closedAt = 0;
  /** Scaled, by node. */
  price: Float64Array<ArrayBufferLike> = new Float64Array(0);

  /** The empty route: ready at the opening, later departures save waiting. */
  root(g: PricingGraph): void {
    const { pool } = this;
    pool.reserve(1, 1);
    pool.node[0] = ROOT;
    pool.memory[0] = 0;
    pool.mask[0] = 0;
    pool.layer[0] = 0;
    pool.oddLow[0] = 0;
    pool.oddHigh[0] = 0;
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
    pool.paid[0] = 0;
    pool.served[0] = 0;
    pool.hash[0] = 0;
    pool.count = 1;
    pool.pieceCount = 1;
  }

  /** Least cost of ending the route here. */
  close(g: PricingGraph, l: number): number {
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
      if (cost >= least) continue;
      least = cost;
      this.closedAt = this.returnedFrom;
    }
    const more = overload(g, load) - overload(g, pool.load[l] as number);
    return least + g.perTravel * travel + more;
  }

  /** Visits and starts of the route that ends with label l, whose last service starts at `at` or before. */
  routeOf(g: PricingGraph, l: number, at: number): { visits: number[]; starts: number[] } {
    const { pool } = this;
    const visits: number[] = [];
    const starts: number[] = [];
    let bound = at;
    for (let label = l; label > 0; label = pool.parent[label] as number) {
      const start = pool.cheapestStart(label, bound);
      visits.push(g.visit[pool.node[label] as number] as number);
      starts.push(start);
      bound = Math.min(pool.latest[label] as number, start - (pool.shift[label] as number));
    }
    return { visits: visits.reverse(), starts: starts.reverse() };
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
    this.returnedFrom = s;
    const look = (total: number, from: number): void => {
      if (total >= least) return;
      least = total;
      this.returnedFrom = from;
    };
    const to = (pool.pieceFrom[l] as number) + (pool.pieces[l] as number);
    for (let p = pool.pieceFrom[l] as number; p < to && s < latest; p++) {
      const end = pool.pieceEnd[p] as number;
      if (end <= s) continue;
      const slope = pool.pieceSlope[p] as number;
      const turn = g.close - shift;
      // The price of returning bends where overtime begins.
      if (turn > s && turn < Math.min(end, latest)) {
        look(value + slope * (turn - s) + back(turn), turn);
      }
      const stop = Math.min(end, latest);
      value += slope * (stop - s);
      s = stop;
      look(value + back(s), s);
    }
    return least;
  }

  /** Writes node, times, cost function and parent of the label after the last one. */
  create(
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
    value += soft + cost + (g.service[j] as number) - (this.price[j] as number);
    pool.node[made] = j;
    pool.parent[made] = l;
    pool.shift[made] = shift;
    pool.latest[made] = latest;
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
}

/** What so many seconds of work cost past the target. */
export function overload(g: PricingGraph, load: number): number {
  return g.perOverload > 0 && load > g.target ? g.perOverload * (load - g.target) : 0;
}
