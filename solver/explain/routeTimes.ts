/**
 * Times for given orders: routes that are bound together (gaps, crews, a nurse's other shift)
 * as one timetable, and every way to take their breaks tried until one settles.
 */
import { NO_LEG, type Model } from "../model/model.js";
import type { Break } from "../model/problem.js";
import { Timetable, type Allowed } from "./timetable.js";

/** What holds for visits and shifts, some facts perhaps let go. */
export interface Rules {
  readonly model: Model;
  /** Gaps by visit, as positions in the problem's links. */
  readonly gapsOf: readonly (readonly number[])[];
  /** 1 where a link, or a shift's breaks, are let go. */
  readonly released: { readonly link: Uint8Array; readonly breaks: Uint8Array };
  allowed(v: number): Allowed;
  /** First departure and last return. */
  hours(s: number): readonly [number, number];
  /** Seconds from place to place on this shift; NO_LEG: no way. */
  leg(s: number, from: number, to: number): number;
  breaks(s: number): readonly Break[];
}

export interface RouteOrder {
  readonly shift: number;
  readonly order: readonly number[];
}

/** Break positions tried for one question; beyond it the answer "no" is marked undecided. */
const MOST_TRIES = 4000;
/** Tries before the ways of all routes are sifted. */
const QUICK_TRIES = 150;

/** One way to take the breaks of a route. */
interface Placing {
  /** Legs with breaks, first leg first, each with its breaks in the order taken. */
  readonly taken: readonly { readonly leg: number; readonly breaks: readonly number[] }[];
  readonly leftOut: readonly number[];
}

interface Laid {
  readonly shift: number;
  readonly order: readonly number[];
  readonly departure: number;
  readonly back: number;
  /** Place from which each leg leads on, the way home included. */
  readonly stands: readonly number[];
}

/** One open choice: each way adds its own rules to the timetable. */
type Choice = readonly (() => void)[];

/** Starts by visit, or why there are none. */
export type Timed =
  | { readonly starts: ReadonlyMap<number, number> }
  /** `undecided`: the search for break positions was cut off, there might be times. */
  | { readonly starts: null; readonly undecided: boolean };

const NONE: Timed = { starts: null, undecided: false };

export class RouteTimes {
  private tries = 0;
  /** Ways to take breaks, by shift and number of visits. */
  private readonly known = new Map<number, readonly Placing[]>();

  constructor(private readonly fit: Rules) {}

  /**
   * @param bindings gaps between the routes and the order of one nurse's shifts hold, too
   * @param asked so many routes, the first ones, have their breaks looked at before the others
   */
  solve(routes: readonly RouteOrder[], bindings: boolean, asked: number): Timed {
    const { fit } = this;
    const table = new Timetable();
    const nodes = new Map<number, number>();
    const nodeOf = (v: number): number => {
      let node = nodes.get(v);
      if (node === undefined) {
        node = table.node(fit.allowed(v));
        nodes.set(v, node);
      }
      return node;
    };
    const laid: Laid[] = [];
    for (const { shift, order } of routes) {
      const route = this.lay(table, shift, order, nodeOf);
      if (!route) return NONE;
      laid.push(route);
    }
    if (bindings) {
      for (const [v, a] of nodes) {
        for (const g of fit.gapsOf[v]) {
          const link = fit.model.data.links[g];
          // Each gap once, from its first visit.
          if (link.kind !== "gap" || link.first !== v || fit.released.link[g]) continue;
          const b = nodes.get(link.second);
          if (b === undefined) continue;
          table.arc(a, b, link.min);
          if (link.max !== null) table.arc(b, a, -link.max);
        }
      }
    }
    if (!table.settle()) return NONE;
    const choices = [
      ...this.breakChoices(table, laid, nodes),
      ...(bindings ? this.orderChoices(table, laid) : []),
    ];
    // Routes asked about come first, and each of their ways must hold with the rest still open.
    for (let i = 0; choices.length > 1 && i < asked && i < choices.length; i++) {
      choices[i] = choices[i].filter((way) => this.holds(table, way));
      if (choices[i].length === 0) return NONE;
    }
    for (const [most, look] of [
      [QUICK_TRIES, false],
      [MOST_TRIES, true],
    ] as const) {
      this.tries = most;
      const ways = look ? choices.map((list) => list.filter((way) => this.holds(table, way))) : choices;
      if (look) {
        if (ways.some((list) => list.length === 0)) return NONE;
        ways.sort((a, b) => a.length - b.length);
      }
      const mark = table.mark();
      if (this.decide(table, ways, 0))
        return { starts: new Map([...nodes].map(([v, node]) => [v, table.at[node]])) };
      table.undo(mark);
      if (this.tries >= 0) return NONE;
    }
    return { starts: null, undecided: true };
  }

  /** Nodes and rules of one route without its breaks. */
  private lay(
    table: Timetable,
    s: number,
    order: readonly number[],
    nodeOf: (v: number) => number,
  ): Laid | null {
    const { fit } = this;
    const { model } = fit;
    const shift = model.shifts[s];
    const hours = fit.hours(s);
    const departure = table.node(hours);
    const back = table.node(hours);
    let here = shift.startPlace;
    let last = departure;
    let seconds = 0;
    const stands: number[] = [];
    for (const v of order) {
      stands.push(here);
      const there = model.remote[v] ? here : model.place[v];
      const leg = fit.leg(s, here, there);
      if (leg >= NO_LEG) return null;
      const node = nodeOf(v);
      table.arc(last, node, seconds + leg);
      last = node;
      seconds = model.seconds[v];
      here = there;
    }
    const leg = fit.leg(s, here, shift.endPlace);
    if (leg >= NO_LEG) return null;
    table.arc(last, back, seconds + leg);
    stands.push(here);
    return { shift: s, order, departure, back, stands };
  }

  /** For each route every way to take its breaks. */
  private breakChoices(
    table: Timetable,
    laid: readonly Laid[],
    nodes: ReadonlyMap<number, number>,
  ): Choice[] {
    const { fit } = this;
    return laid.flatMap((route) => {
      const breaks = fit.breaks(route.shift);
      if (breaks.length === 0 || fit.released.breaks[route.shift] || route.order.length === 0) return [];
      const fitting = this.fittingBreaks(table, route, nodes);
      const ways = this.placings(route.shift, route.order.length).filter((placing) =>
        placing.taken.every(({ leg, breaks: list }) => {
          for (const b of list) if (fitting[leg * breaks.length + b] === 0) return false;
          return true;
        }),
      );
      return [ways.map((placing) => (): void => this.takeBreaks(table, route, placing, nodes))];
    });
  }

  /** By leg and break: 1 where there may be time for it. */
  private fittingBreaks(table: Timetable, route: Laid, nodes: ReadonlyMap<number, number>): Uint8Array {
    const breaks = this.fit.breaks(route.shift);
    const ready = this.readyOn(table, route, nodes);
    const out = new Uint8Array(ready.length * breaks.length);
    for (let leg = 0; leg < ready.length; leg++) {
      const last = this.lastStart(route, leg);
      for (let b = 0; b < breaks.length; b++) {
        const { from, to, seconds } = breaks[b];
        const before = ready[leg];
        if (before <= to && Math.max(before, from) + seconds <= last) out[leg * breaks.length + b] = 1;
      }
    }
    return out;
  }

  /** Earliest end of what comes before each leg. */
  private readyOn(table: Timetable, route: Laid, nodes: ReadonlyMap<number, number>): number[] {
    const { seconds } = this.fit.model;
    return [table.at[route.departure], ...route.order.map((v) => table.at[nodes.get(v)!] + seconds[v])];
  }

  /** Latest instant at which the stop behind a leg may start. */
  private lastStart(route: Laid, leg: number): number {
    if (leg === route.order.length) return this.fit.hours(route.shift)[1];
    const allowed = this.fit.allowed(route.order[leg]);
    return allowed[allowed.length - 1];
  }

  private placings(shift: number, length: number): readonly Placing[] {
    const key = shift * 4096 + length;
    let list = this.known.get(key);
    if (!list) {
      list = placings(this.fit.breaks(shift), length);
      this.known.set(key, list);
    }
    return list;
  }

  /** Which of a nurse's shifts comes first. */
  private orderChoices(table: Timetable, laid: readonly Laid[]): Choice[] {
    const { shifts } = this.fit.model;
    return laid.flatMap((a, i) =>
      laid
        .slice(i + 1)
        .filter((b) => shifts[a.shift].nurse === shifts[b.shift].nurse && b.order.length > 0)
        .map((b) => [
          (): void => table.arc(a.back, b.departure, 0),
          (): void => table.arc(b.back, a.departure, 0),
        ]),
    );
  }

  private holds(table: Timetable, way: () => void): boolean {
    const mark = table.mark();
    way();
    const ok = table.settle();
    table.undo(mark);
    return ok;
  }

  private decide(table: Timetable, choices: readonly Choice[], i: number): boolean {
    if (i === choices.length) return true;
    for (const way of choices[i]) {
      if (--this.tries < 0) return false;
      const mark = table.mark();
      way();
      if (table.settle() && this.decide(table, choices, i + 1)) return true;
      table.undo(mark);
    }
    return false;
  }

  private takeBreaks(
    table: Timetable,
    route: Laid,
    placing: Placing,
    nodes: ReadonlyMap<number, number>,
  ): void {
    const { model } = this.fit;
    const { endPlace } = model.shifts[route.shift];
    const breaks = this.fit.breaks(route.shift);
    for (const { leg, breaks: list } of placing.taken) {
      const u = leg === 0 ? -1 : route.order[leg - 1];
      const before = u < 0 ? route.departure : nodes.get(u)!;
      const seconds = u < 0 ? 0 : model.seconds[u];
      const here = route.stands[leg];
      const v = leg < route.order.length ? route.order[leg] : -1;
      const there = v < 0 ? endPlace : model.remote[v] ? here : model.place[v];
      const next = v < 0 ? route.back : nodes.get(v)!;
      let last = before;
      let length = seconds;
      let rest = 0;
      for (const b of list) {
        const item = breaks[b];
        const node = table.node([item.from, item.to]);
        table.arc(last, node, length);
        table.arc(route.departure, node, item.earliestAfter);
        if (item.latestAfter !== null) table.arc(node, route.departure, -item.latestAfter);
        last = node;
        length = item.seconds;
        rest += item.seconds;
      }
      table.arc(last, next, length);
      table.arc(before, next, seconds + this.fit.leg(route.shift, here, there) + rest);
    }
    for (const b of placing.leftOut) table.arc(route.back, route.departure, -breaks[b].afterSeconds);
  }
}

/** Every way to take breaks on a route of `length` visits, those that may be left out also not at all. */
function placings(breaks: readonly Break[], length: number): Placing[] {
  let ways: (readonly (readonly number[])[])[] = [Array.from({ length: length + 1 }, () => [])];
  breaks.forEach((item, b) => {
    ways = ways.flatMap((way) => {
      const more: (readonly (readonly number[])[])[] = item.afterSeconds > 0 ? [way] : [];
      way.forEach((list, leg) => {
        if (item.inside && (leg === 0 || leg === length)) return;
        for (let place = 0; place <= list.length; place++)
          more.push(way.map((other, l) => (l === leg ? list.toSpliced(place, 0, b) : other)));
      });
      return more;
    });
  });
  return ways.map((way) => {
    const taken = way.flatMap((list, leg) => (list.length > 0 ? [{ leg, breaks: list }] : []));
    const all = new Set(way.flat());
    return { taken, leftOut: [...breaks.keys()].filter((b) => !all.has(b)) };
  });
}
