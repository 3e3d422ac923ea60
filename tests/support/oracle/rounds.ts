/**
 * Every way to walk one shift's route: each order of each set of visits, each choice of
 * windows, each place for each break, with its least cost on its own and the arcs that
 * time it together with other routes.
 */
import { type Arc, bestTimes } from "./circulation.js";
import type { Day, OracleShift, Span } from "./day.js";

export interface Round {
  readonly shift: number;
  readonly visits: readonly number[];
  /** Bit v for each visit v. */
  readonly mask: number;
  /** Breaks by leg, 0 the first, in the order taken. */
  readonly breaks: readonly (readonly number[])[];
  /** Cost that no timing changes. */
  readonly fixed: number;
  /** Least cost on its own; start prices of crew visits are left out. */
  readonly cost: number;
  readonly arcs: readonly Arc[];
  /** Other routes may ask for other times than the best on its own. */
  readonly coupled: boolean;
}

/** The clocks of a whole plan: one node for each visit, departure, return and break. */
export class Clocks {
  readonly worst: number;
  readonly count: number;
  private readonly base: number[] = [];

  constructor(day: Day) {
    let next = 1 + day.visits.length;
    for (const { breaks } of day.shifts) {
      this.base.push(next);
      next += 2 + breaks.length;
    }
    this.worst = next;
    this.count = next + 1;
  }

  visit(v: number): number {
    return 1 + v;
  }

  departure(s: number): number {
    return this.base[s];
  }

  end(s: number): number {
    return this.base[s] + 1;
  }

  pause(s: number, b: number): number {
    return this.base[s] + 2 + b;
  }
}

/** What a start costs by itself: early, late, shifted. */
export function startPrices(day: Day, clocks: Clocks, v: number): Arc[] {
  const { preferred, formerStart } = day.visits[v];
  const { early, late, shifted } = day.weights;
  const at = clocks.visit(v);
  const arcs: Arc[] = [];
  if (preferred !== null) {
    arcs.push({ from: 0, to: at, least: preferred.from, weight: early });
    arcs.push({ from: at, to: 0, least: -preferred.to, weight: late });
  }
  if (formerStart !== null) {
    arcs.push({ from: 0, to: at, least: formerStart, weight: shifted });
    arcs.push({ from: at, to: 0, least: -formerStart, weight: shifted });
  }
  return arcs.filter(({ weight }) => weight > 0);
}

/** All rounds of shift `s` that cost less than `limit`, cheapest first; of those that nothing couples, the best of each set. */
export function roundsOf(day: Day, clocks: Clocks, s: number, limit: number): Round[] {
  const maker = new RoundMaker(day, clocks, s, limit);
  maker.grow([], day.shifts[s].startPlace, day.shifts[s].from, 0, 0);
  return [...maker.coupled, ...maker.lone.values()].toSorted((a, b) => a.cost - b.cost);
}

class RoundMaker {
  readonly coupled: Round[] = [];
  readonly lone = new Map<number, Round>();
  private readonly shift: OracleShift;
  private readonly coupledVisit: readonly boolean[];
  private readonly sibling: boolean;

  constructor(
    private readonly day: Day,
    private readonly clocks: Clocks,
    private readonly s: number,
    private readonly limit: number,
  ) {
    this.shift = day.shifts[s];
    this.sibling = day.shifts.some(
      (o, index) =>
        index !== s && o.nurse === this.shift.nurse && o.from < this.shift.end && this.shift.from < o.end,
    );
    this.coupledVisit = day.visits.map(
      (visit, v) =>
        visit.crew > 1 ||
        day.links.some((link) => link.kind === "gap" && (link.first === v || link.second === v)) ||
        (day.weights.worstLate > 0 && visit.preferred !== null),
    );
  }

  /** `free` is the end of the stop before, breaks aside: no later stop can start sooner. */
  grow(order: number[], here: number, free: number, travel: number, mask: number): void {
    const { day, shift, s } = this;
    if (order.length > 0) {
      const back = shift.leg(here, shift.endPlace);
      if (free + back <= shift.end) this.finish(order, travel + back, mask);
    }
    for (let v = 0; v < day.visits.length; v += 1) {
      const visit = day.visits[v];
      if (mask & (1 << v) || !visit.able[s] || visit.provider !== null) continue;
      if (visit.pinnedShifts.length === visit.crew && !visit.pinnedShifts.includes(s)) continue;
      const place = visit.remote ? here : visit.place;
      const leg = shift.leg(here, place);
      const start = firstStart(visit.starts, free + leg);
      if (start === Infinity) continue;
      order.push(v);
      this.grow(order, place, start + visit.seconds, travel + leg, mask | (1 << v));
      order.pop();
    }
  }

  private finish(order: readonly number[], travel: number, mask: number): void {
    const { day, shift, s } = this;
    const { weights } = day;
    const work = order.reduce((sum, v) => sum + day.visits[v].seconds, 0);
    let fixed = weights.travel * travel + shift.useCost;
    fixed += weights.overload * Math.max(0, travel + work - shift.target);
    for (const v of order) {
      const { price, former, crew } = day.visits[v];
      fixed += price[s];
      const stays = former?.whole === true && former.shifts.length === 1 && former.shifts[0] === s;
      if (crew === 1 && former !== null && !stays) fixed += weights.moved;
    }
    if (fixed - weights.wait * (travel + work) >= this.limit && weights.wait === 0) return;
    const coupled = this.sibling || order.some((v) => this.coupledVisit[v]);
    for (const breaks of breakPlaces(shift, order.length)) {
      const rest = breaks.flat().reduce((sum, b) => sum + shift.breaks[b].seconds, 0);
      const still = fixed - weights.wait * (travel + work + rest);
      const frame = this.frame(order, breaks);
      if (bestTimes(this.clocks.count, frame) === null) continue;
      this.chooseWindows(order, 0, frame, (arcs) => {
        const priced = order.flatMap((v) =>
          day.visits[v].crew === 1 ? startPrices(day, this.clocks, v) : [],
        );
        const times = bestTimes(this.clocks.count, [...arcs, ...priced]);
        if (times === null) return;
        const cost = still + times.cost;
        if (cost >= this.limit) return;
        const round = { shift: s, visits: [...order], mask, breaks, fixed: still, cost, arcs, coupled };
        if (coupled) this.coupled.push(round);
        else if (cost < (this.lone.get(mask)?.cost ?? Infinity)) this.lone.set(mask, round);
      });
    }
  }

  /** Arcs of the route but for the visits' windows. */
  private frame(order: readonly number[], breaks: readonly (readonly number[])[]): Arc[] {
    const { day, shift, s, clocks } = this;
    const { weights } = day;
    const departure = clocks.departure(s);
    const end = clocks.end(s);
    const arcs: Arc[] = [];
    const hard = (from: number, to: number, least: number): void =>
      void (least > -Infinity && arcs.push({ from, to, least, weight: Infinity }));
    hard(0, departure, shift.from);
    hard(end, 0, -shift.end);
    let before = departure;
    let seconds = 0;
    let here = shift.startPlace;
    for (let leg = 0; leg <= order.length; leg += 1) {
      const visit = leg < order.length ? day.visits[order[leg]] : null;
      const place = visit === null ? shift.endPlace : visit.remote ? here : visit.place;
      const next = visit === null ? end : clocks.visit(order[leg]);
      let rest = 0;
      let last = before;
      let length = seconds;
      for (const b of breaks[leg]) {
        const item = shift.breaks[b];
        const at = clocks.pause(s, b);
        hard(last, at, length);
        hard(0, at, item.from);
        hard(at, 0, -item.to);
        hard(departure, at, item.earliest);
        hard(at, departure, -item.latest);
        last = at;
        length = item.seconds;
        rest += item.seconds;
      }
      if (breaks[leg].length > 0) hard(last, next, length);
      hard(before, next, seconds + shift.leg(here, place) + rest);
      before = next;
      seconds = visit === null ? 0 : visit.seconds;
      here = place;
    }
    const taken = new Set(breaks.flat());
    shift.breaks.forEach((item, b) => {
      if (!taken.has(b)) hard(end, departure, -item.after);
    });
    if (weights.overtime > 0) arcs.push({ from: end, to: 0, least: -shift.to, weight: weights.overtime });
    if (weights.wait > 0) arcs.push({ from: end, to: departure, least: 0, weight: weights.wait });
    return arcs;
  }

  private chooseWindows(
    order: readonly number[],
    index: number,
    arcs: readonly Arc[],
    take: (arcs: readonly Arc[]) => void,
  ): void {
    if (index === order.length) return take(arcs);
    const at = this.clocks.visit(order[index]);
    const { starts } = this.day.visits[order[index]];
    for (const { from, to } of starts) {
      const more: Arc[] = [
        ...arcs,
        { from: 0, to: at, least: from, weight: Infinity },
        { from: at, to: 0, least: -to, weight: Infinity },
      ];
      if (starts.length > 1 && bestTimes(this.clocks.count, more.filter(isHard)) === null) continue;
      this.chooseWindows(order, index + 1, more, take);
    }
  }
}

function isHard({ weight }: Arc): boolean {
  return weight === Infinity;
}

function firstStart(starts: readonly Span[], ready: number): number {
  return Math.min(
    Infinity,
    ...starts.filter(({ to }) => to >= ready).map(({ from }) => Math.max(from, ready)),
  );
}

/** Every way to take the breaks of a shift on a route of `length` visits, or to leave out those that may be. */
function breakPlaces(shift: OracleShift, length: number): number[][][] {
  let ways: number[][][] = [Array.from({ length: length + 1 }, () => [])];
  shift.breaks.forEach((item, b) => {
    ways = ways.flatMap((way) => {
      const more: number[][][] = item.after > 0 ? [way] : [];
      way.forEach((leg, l) => {
        if (item.inside && (l === 0 || l === length)) return;
        for (let place = 0; place <= leg.length; place += 1)
          more.push(way.map((other, o) => (o === l ? leg.toSpliced(place, 0, b) : other)));
      });
      return more;
    });
  });
  return ways;
}
