/** What a given order of visits costs as a route of a class: the labels of that one route. */
import { NO_WAY } from "../model/problem.js";
import type { PricingGraph } from "./graph.js";
import type { LabelMaker } from "./labelMaker.js";
import { overload } from "./labelMaker.js";

/** Most labels kept after each visit: ways to take breaks times windows. */
const MOST = 64;

/** Visits, when they start, and the scaled cost of the route, prices and cuts aside. */
export interface TimedRoute {
  readonly visits: readonly number[];
  readonly starts: readonly number[];
  readonly cost: number;
}

/**
 * `may`: nodes that can stand for visits. Null where the route is not possible (or its labels are too many to follow). With several windows and
 * breaks it may cost more than it need; it is a possible route always.
 */
export function timedSequence(
  maker: LabelMaker,
  g: PricingGraph,
  visits: readonly number[],
  may: (node: number) => boolean = () => true,
): TimedRoute | null {
  const { pool } = maker;
  pool.clear();
  maker.price = new Float64Array(g.nodes);
  maker.root(g);
  let labels = [0];
  for (const visit of visits) {
    const next: number[] = [];
    for (const l of labels) {
      for (let j = 0; j < g.nodes; j++) {
        if (g.visit[j] === visit && may(j)) extend(maker, g, l, j, next);
      }
    }
    labels = next.slice(0, MOST);
  }
  let least = Infinity;
  let best: TimedRoute | null = null;
  for (const l of labels) {
    const cost = l > 0 ? maker.close(g, l) : Infinity;
    if (cost >= least) continue;
    least = cost;
    best = { ...maker.routeOf(g, l, maker.closedAt), cost };
  }
  return best;
}

function extend(maker: LabelMaker, g: PricingGraph, l: number, j: number, made: number[]): void {
  const { pool } = maker;
  const root = l === 0;
  const node = pool.node[l] as number;
  const place = pool.place[l] as number;
  const to = g.place[j] as number;
  const duration = root ? 0 : (g.duration[node] as number);
  const travel = to < 0 ? 0 : (g.legs[place * g.places + to] as number);
  if (travel === NO_WAY) return;
  const start = pool.start[l] as number;
  const load = pool.load[l] as number;
  for (const step of g.breaks.steps) {
    if ((step.taken & (pool.mask[l] as number)) !== 0 || (root && step.inside)) continue;
    const latest = step.latestEnd - duration;
    if (start > latest) continue;
    const shift = duration + travel + step.seconds;
    const arrive = Math.max(start + shift, step.front, g.first[j] as number);
    if (arrive > (g.last[j] as number)) continue;
    const newLoad = load + travel + (g.duration[j] as number);
    const cost = g.perTravel * travel - g.perWait * step.seconds + overload(g, newLoad) - overload(g, load);
    pool.reserve(1, 0);
    maker.create(g, l, j, shift, latest, arrive, cost);
    const label = pool.count++;
    pool.mask[label] = (pool.mask[l] as number) | step.taken;
    pool.load[label] = newLoad;
    pool.place[label] = to < 0 ? place : to;
    made.push(label);
  }
}
