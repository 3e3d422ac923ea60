/**
 * The clocks of some routes whose orders and places of breaks are settled: one node for each
 * departure, visit, break and return, a crew visit being one node for all its routes.
 */
import { FAR, type Model } from "../../model/model.js";
import type { Route as PlannedRoute, Stop } from "../../model/solution.js";
import { Differences, ORIGIN } from "./differences.js";

/** Two routes of one nurse: the first is back before the second leaves. */
export interface Behind {
  readonly first: number;
  readonly second: number;
}

interface RouteNodes {
  readonly departure: number;
  readonly end: number;
  /** By position in `stops`. */
  readonly stops: readonly number[];
}

export class Timetable {
  readonly differences = new Differences();
  private readonly visitNode = new Map<number, number>();
  private readonly nodes: RouteNodes[];
  private readonly worst: number;

  /** @param routes with times; the window in which each start lies now is kept */
  constructor(
    private readonly model: Model,
    private readonly routes: readonly PlannedRoute[],
    behind: readonly Behind[],
  ) {
    const d = this.differences;
    this.worst = model.data.weights.worstLate > 0 ? d.node() : -1;
    this.nodes = routes.map((route) => this.addRoute(route));
    if (this.worst >= 0) {
      d.atLeast(ORIGIN, this.worst, 0);
      d.prefer(this.worst, ORIGIN, 0, model.data.weights.worstLate);
    }
    for (const { first, second, min, max } of model.gaps) {
      const a = this.visitNode.get(first);
      const b = this.visitNode.get(second);
      if (a === undefined || b === undefined) continue;
      d.atLeast(a, b, min);
      if (max < FAR) d.atLeast(b, a, -max);
    }
    for (const { first, second } of behind) {
      const a = routes.findIndex(({ shift }) => shift === first);
      const b = routes.findIndex(({ shift }) => shift === second);
      if (a >= 0 && b >= 0) d.atLeast(this.nodes[a].end, this.nodes[b].departure, 0);
    }
  }

  private addRoute(route: PlannedRoute): RouteNodes {
    const { model, differences: d } = this;
    const shift = model.shifts[route.shift];
    const { breaks } = model.data.shifts[route.shift];
    const departure = d.node();
    const end = d.node();
    d.within(departure, shift.from, shift.end);
    d.within(end, shift.from, shift.end);
    const taken = new Set<number>();
    const stops: number[] = [];
    let before = departure;
    let seconds = 0;
    let here = shift.startPlace;
    let busy = 0;
    let pending: { node: number; seconds: number }[] = [];
    /** The leg from the stop before to `next`, with the breaks taken on it. */
    const close = (next: number, place: number): void => {
      const leg = shift.legs[here * model.places + place];
      let last = before;
      let length = seconds;
      let rest = 0;
      for (const pause of pending) {
        d.atLeast(last, pause.node, length);
        last = pause.node;
        length = pause.seconds;
        rest += pause.seconds;
      }
      if (pending.length > 0) d.atLeast(last, next, length);
      d.atLeast(before, next, seconds + leg + rest);
      busy += seconds + leg + rest;
      pending = [];
      here = place;
    };
    for (const stop of route.stops) {
      if (stop.kind === "break") {
        const item = breaks[stop.break];
        const node = d.node();
        d.within(node, item.from, item.to);
        if (item.earliestAfter > 0) d.atLeast(departure, node, item.earliestAfter);
        if (item.latestAfter !== null) d.atLeast(node, departure, -item.latestAfter);
        taken.add(stop.break);
        pending.push({ node, seconds: item.seconds });
        stops.push(node);
        continue;
      }
      const v = stop.visit;
      const node = this.addVisit(v, stop);
      close(node, model.remote[v] ? here : model.place[v]);
      before = node;
      seconds = model.seconds[v];
      stops.push(node);
    }
    close(end, shift.endPlace);
    breaks.forEach((item, b) => {
      if (!taken.has(b)) d.atLeast(end, departure, -item.afterSeconds);
    });
    d.prefer(end, ORIGIN, -shift.to, model.wOvertime);
    d.prefer(end, departure, 0, model.wWait);
    d.constant -= model.wWait * busy;
    return { departure, end, stops };
  }

  private addVisit(v: number, stop: Extract<Stop, { kind: "visit" }>): number {
    const { model, differences: d } = this;
    const known = this.visitNode.get(v);
    if (known !== undefined) return known;
    const node = d.node();
    this.visitNode.set(v, node);
    for (let k = model.windowStart[v]; k < model.windowStart[v + 1]; k++) {
      const from = model.windowFrom[k];
      const to = model.windowTo[k];
      if (stop.start >= from && stop.start <= to) d.within(node, from, to);
    }
    const { weights, visits, previous } = model.data;
    const { preferred } = visits[v];
    if (preferred) {
      d.prefer(ORIGIN, node, preferred.from, weights.early);
      d.prefer(node, ORIGIN, -preferred.to, weights.late);
      if (this.worst >= 0) d.atLeast(node, this.worst, -preferred.to);
    }
    const before = previous[v];
    if (before) {
      d.prefer(ORIGIN, node, before.start, weights.shifted);
      d.prefer(node, ORIGIN, -before.start, weights.shifted);
    }
    return node;
  }

  /** The times that the routes have now, by node. */
  now(): Float64Array {
    const at = new Float64Array(this.differences.nodes);
    this.routes.forEach((route, r) => {
      const { departure, end, stops } = this.nodes[r];
      at[departure] = route.departure;
      at[end] = route.return;
      route.stops.forEach((stop, i) => {
        at[stops[i]] = stop.start;
        if (this.worst < 0 || stop.kind === "break") return;
        const { preferred } = this.model.data.visits[stop.visit];
        if (preferred) at[this.worst] = Math.max(at[this.worst], stop.start - preferred.to);
      });
    });
    return at;
  }

  /** The routes with other times. */
  withTimes(at: ArrayLike<number>): PlannedRoute[] {
    const { model } = this;
    return this.routes.map((route, r) => {
      const { departure, end, stops: nodes } = this.nodes[r];
      const shift = model.shifts[route.shift];
      let here = shift.startPlace;
      let free = at[departure];
      const stops = route.stops.map((stop, i): Stop => {
        const start = at[nodes[i]];
        if (stop.kind === "break") {
          const { seconds } = model.data.shifts[route.shift].breaks[stop.break];
          return { kind: "break", break: stop.break, start, end: start + seconds };
        }
        const v = stop.visit;
        const place = model.remote[v] ? here : model.place[v];
        const arrival = free + shift.legs[here * model.places + place];
        here = place;
        free = start + model.seconds[v];
        return { kind: "visit", visit: v, arrival, start, end: free };
      });
      return { shift: route.shift, departure: at[departure], return: at[end], stops };
    });
  }
}
