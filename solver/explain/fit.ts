/**
 * Can a visit be put on a route at all, orders of the plan kept and all times free, with
 * some facts let go? Exact: every place, every break position, all routes that gaps, crews
 * or a nurse's other shift bind together. Prices play no part.
 */
import { FAR, NO_LEG, type Model } from "../model/model.js";
import type { Break, Link } from "../model/problem.js";
import { Released, type Fact } from "./facts.js";
import { firstAllowed, lastAllowed, type Allowed, ANY_TIME } from "./timetable.js";
import { RoundTimes } from "./roundTimes.js";
import type { Rules } from "./routeTimes.js";

/** Where a visit goes: one seat for each of its crew. Position 0 is first on the route. */
export interface Seat {
  readonly shift: number;
  readonly pos: number;
}

/** A seat and the starts that its route alone would leave open, breaks aside. */
interface Offer extends Seat {
  readonly earliest: number;
  readonly latest: number;
}

export interface Orders {
  /** Visits by shift, in order; the visit asked about is on none. */
  readonly sequences: readonly (readonly number[])[];
}

/** Hours that are let go stretch so far beyond the shift's own, both ways. */
const DAY = 86_400;

export class Fit implements Rules {
  readonly released: Released;
  /** Latest start of the visit asked about, a goal and no fact; FAR: none. */
  goal = FAR;
  /** By shift, the visits before it there: it keeps that place in the order and has no other. Null: any place. */
  keptBehind: ReadonlyMap<number, ReadonlySet<number>> | null = null;
  /** A search for break positions was cut off: a "no" may then be wrong. */
  undecided = false;
  /** Seats of the visit on each shift by itself, under the facts released now; null: unknown. */
  private alone: (readonly Offer[] | null)[];
  /** Shift on which a seat was found last. */
  private lucky = 0;
  private luckyCrew: readonly number[] = [];
  private readonly starts: (Allowed | null)[];
  private readonly times: RoundTimes;
  private readonly shiftsOf: number[][];
  /** Gaps by visit, as positions in the problem's links. */
  readonly gapsOf: readonly (readonly number[])[];
  private readonly nurseLinks: { readonly index: number; readonly link: Link }[];

  constructor(
    readonly model: Model,
    readonly orders: Orders,
    readonly visit: number,
  ) {
    const d = model.data;
    this.released = new Released(model.visits, model.shiftCount, d.links.length);
    this.alone = model.shifts.map(() => null);
    this.starts = d.visits.map(() => null);
    this.shiftsOf = Array.from({ length: model.visits }, () => []);
    orders.sequences.forEach((list, s) => {
      for (const v of list) this.shiftsOf[v].push(s);
    });
    const gaps: number[][] = d.visits.map(() => []);
    d.links.forEach((link, index) => {
      if (link.kind === "gap") for (const v of [link.first, link.second]) gaps[v].push(index);
    });
    this.gapsOf = gaps;
    this.times = new RoundTimes(this);
    this.nurseLinks = d.links
      .map((link, index) => ({ index, link }))
      .filter(({ link }) => link.kind !== "gap" && (link.a === visit || link.b === visit));
  }

  get crew(): number {
    return this.released.crew ? 1 : this.model.crew[this.visit];
  }

  /** Shifts of a visit of the plan that has not been let go. */
  shiftsNow(v: number): readonly number[] {
    return this.released.visit[v] ? [] : this.shiftsOf[v];
  }

  /** Lets a fact go, or puts it in force again. */
  set(fact: Fact, value: 0 | 1): void {
    this.released.set(fact, value);
    if (fact.kind === "window" || fact.kind === "pin") this.starts[fact.visit] = null;
    for (const s of this.touchedBy(fact)) this.alone[s] = null;
  }

  /** Shifts whose own places for the visit the fact can change. */
  private touchedBy(fact: Fact): readonly number[] {
    switch (fact.kind) {
      case "hours":
      case "breaks":
        return [fact.shift];
      case "visit":
      case "window":
      case "pin":
        return fact.visit === this.visit ? [...this.model.shifts.keys()] : this.shiftsOf[fact.visit];
      default:
        return [...this.model.shifts.keys()];
    }
  }

  /** Allowed starts of visit `v`. */
  allowed(v: number): Allowed {
    return (this.starts[v] ??= this.startsOf(v));
  }

  private startsOf(v: number): Allowed {
    const d = this.model.data;
    const { pin, windows } = d.visits[v];
    const free = this.released.window[v] === 1;
    let list: readonly (readonly [number, number])[] = free
      ? [[-FAR, FAR]]
      : windows.map((w) => [w.from, w.to] as const);
    if (pin?.begun && this.released.pin[v] && !free) {
      // Without its pin it may start in its windows too, and still where it began.
      const s = pin.start!;
      if (!list.some(([a, b]) => a <= s && s <= b))
        list = [...list, [s, s] as const].sort((x, y) => x[0] - y[0]);
    }
    if (pin?.start !== undefined && !this.released.pin[v]) {
      const s = pin.start;
      list = pin.begun || list.some(([a, b]) => a <= s && s <= b) ? [[s, s]] : [];
    }
    const before = d.previous[v];
    if (!free && before?.whole && d.limits.movedStart !== null) {
      const most = d.limits.movedStart;
      list = list.map(
        ([a, b]) => [Math.max(a, before.start - most), Math.min(b, before.start + most)] as const,
      );
    }
    if (v === this.visit && this.goal < FAR)
      list = list.map(([a, b]) => [a, Math.min(b, this.goal)] as const);
    const out = list.filter(([a, b]) => a <= b).flat();
    return out.length === 2 && out[0] === -FAR && out[1] === FAR ? ANY_TIME : out;
  }

  hours(s: number): readonly [number, number] {
    const { from, end } = this.model.shifts[s];
    return this.released.hours[s] ? [from - DAY, end + DAY] : [from, end];
  }

  leg(s: number, from: number, to: number): number {
    return this.model.shifts[s].legs[from * this.model.places + to];
  }

  breaks(s: number): readonly Break[] {
    return this.model.data.shifts[s].breaks;
  }

  /** Skills, refusals and pins: may this shift serve the visit? */
  able(s: number): boolean {
    const d = this.model.data;
    const visit = d.visits[this.visit];
    const nurse = d.shifts[s].nurse;
    const pin = this.released.pin[this.visit] ? undefined : visit.pin;
    if (pin?.provider !== undefined) return false;
    if (pin !== undefined && pin.shifts.length > 0 && !pin.shifts.includes(s)) {
      if (pin.shifts.length >= this.crew || pin.shifts.some((p) => d.shifts[p].nurse === nurse)) return false;
    }
    if (pin?.begun) return true;
    if (!this.released.refusals && d.clients[visit.client].refused.includes(nurse)) return false;
    if (this.released.skills) return true;
    const have = d.nurses[nurse].skills;
    return (
      visit.requires.every((k) => have.includes(k)) &&
      visit.requiresAnyOf.every((group) => group.length === 0 || group.some((k) => have.includes(k)))
    );
  }

  /** Visits left on a shift's route. */
  left(s: number): readonly number[] {
    return this.orders.sequences[s].filter((v) => !this.released.visit[v]);
  }

  /** Seats on shift `s`, with nothing asked of other routes. */
  seatsOn(s: number): readonly Seat[] {
    return this.offersOn(s);
  }

  private offersOn(s: number): readonly Offer[] {
    return (this.alone[s] ??= [...this.offers(s)]);
  }

  /** One after the other, for those who need only one. */
  private *offers(s: number): Generator<Offer> {
    const behind = this.keptBehind?.get(s);
    if (!this.able(s) || (this.keptBehind !== null && behind === undefined)) return;
    const order = this.left(s);
    const only = behind && order.filter((v) => behind.has(v)).length;
    for (let pos = only ?? 0; pos <= (only ?? order.length); pos++) {
      const with1 = order.toSpliced(pos, 0, this.visit);
      const earliest = this.earliest(s, with1, pos);
      if (earliest === FAR) continue;
      const latest = this.latest(s, with1, pos);
      if (earliest <= latest && this.times.alone(s, with1)) yield { shift: s, pos, earliest, latest };
    }
  }

  /** Seats that make a plan together with all that binds them; null: there are none. */
  find(): readonly Seat[] | null {
    return this.crew === 1 ? this.findSeat() : this.findCrew();
  }

  /** For one nurse: the first seat that will do, tried first where one was found last. */
  private findSeat(): readonly Seat[] | null {
    const shifts = [...this.model.shifts.keys()].sort(
      (a, b) => Number(b === this.lucky) - Number(a === this.lucky) || a - b,
    );
    for (const s of shifts) {
      const seen: Offer[] = [];
      for (const offer of this.alone[s] ?? this.offers(s)) {
        seen.push(offer);
        const seat = this.choose([offer], 0, [], -FAR, FAR);
        if (seat === null) continue;
        this.lucky = s;
        return seat;
      }
      this.alone[s] ??= seen;
    }
    return null;
  }

  /** For a crew: among the shifts where one was found last, then among all. */
  private findCrew(): readonly Seat[] | null {
    const among = (shifts: readonly number[]): readonly Seat[] | null =>
      this.choose(
        shifts.flatMap((s) => this.offersOn(s)),
        0,
        [],
        -FAR,
        FAR,
      );
    const again = this.luckyCrew.length === 0 ? null : among(this.luckyCrew);
    const seats = again ?? among([...this.model.shifts.keys()]);
    if (seats !== null) this.luckyCrew = seats.map(({ shift }) => shift);
    return seats;
  }

  private choose(
    offers: readonly Offer[],
    from: number,
    taken: Offer[],
    earliest: number,
    latest: number,
  ): readonly Seat[] | null {
    if (taken.length === this.crew) {
      return this.linksHold(taken) && this.pinsHold(taken) && this.times.together(taken)
        ? taken.map(({ shift, pos }) => ({ shift, pos }))
        : null;
    }
    const nurse = (s: number): number => this.model.shifts[s].nurse;
    for (let i = from; i < offers.length; i++) {
      const offer = offers[i];
      if (taken.some((t) => nurse(t.shift) === nurse(offer.shift))) continue;
      const e = firstAllowed(this.allowed(this.visit), Math.max(earliest, offer.earliest));
      const l = Math.min(latest, offer.latest);
      if (e > l) continue;
      taken.push(offer);
      const found = this.choose(offers, i + 1, taken, e, l);
      taken.pop();
      if (found) return found;
    }
    return null;
  }

  private pinsHold(seats: readonly Seat[]): boolean {
    const pin = this.released.pin[this.visit] ? undefined : this.model.data.visits[this.visit].pin;
    return (pin?.shifts ?? []).slice(0, this.crew).every((s) => seats.some((seat) => seat.shift === s));
  }

  /** Links of nurses to visits that are served. */
  private linksHold(seats: readonly Seat[]): boolean {
    const nurse = (s: number): number => this.model.shifts[s].nurse;
    return this.nurseLinks.every(({ index, link }) => {
      if (link.kind === "gap" || this.released.link[index]) return true;
      const theirs = this.shiftsNow(link.a === this.visit ? link.b : link.a).map(nurse);
      if (theirs.length === 0) return true;
      return seats.some((seat) => theirs.includes(nurse(seat.shift))) === (link.kind === "same-nurse");
    });
  }

  /** Earliest start at `pos` when the whole route is as early as can be, breaks aside; FAR: it has no times. */
  private earliest(s: number, order: readonly number[], pos: number): number {
    const { model } = this;
    const { legs, startPlace, endPlace } = model.shifts[s];
    const [from, end] = this.hours(s);
    let here = startPlace;
    let clock = from;
    let start = FAR;
    for (let i = 0; i < order.length; i++) {
      const v = order[i];
      const there = model.remote[v] ? here : model.place[v];
      const leg = legs[here * model.places + there];
      if (leg >= NO_LEG) return FAR;
      clock = firstAllowed(this.allowed(v), clock + leg);
      if (clock === FAR) return FAR;
      if (i === pos) start = clock;
      clock += model.seconds[v];
      here = there;
      if (clock > end) return FAR;
    }
    const back = legs[here * model.places + endPlace];
    return back < NO_LEG && clock + back <= end ? start : FAR;
  }

  /** Latest start at `pos`, breaks aside. The route has times. */
  private latest(s: number, order: readonly number[], pos: number): number {
    const { model } = this;
    const { legs, startPlace, endPlace } = model.shifts[s];
    const stands = [startPlace];
    for (const v of order) stands.push(model.remote[v] ? stands[stands.length - 1] : model.place[v]);
    let clock = this.hours(s)[1];
    let next = endPlace;
    for (let i = order.length - 1; i >= pos; i--) {
      const there = stands[i + 1];
      const most = clock - legs[there * model.places + next] - model.seconds[order[i]];
      clock = lastAllowed(this.allowed(order[i]), most);
      next = there;
    }
    return clock;
  }
}
