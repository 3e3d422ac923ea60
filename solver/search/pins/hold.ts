/**
 * Can these pinned visits all be served, everything else left out? Exact: every crew, every order,
 * every position of every break, with the routes that gaps, crews and a nurse's shifts bind.
 */
import { RouteTimes, type RouteOrder } from "../../explain/routeTimes.js";
import { firstAllowed, type Allowed } from "../../explain/timetable.js";
import { FAR, NO_LEG, type Model } from "../../model/model.js";
import type { Link } from "../../model/problem.js";
import type { Solution } from "../../model/solution.js";
import { LetGo } from "./facts.js";
import { tooMuchForOne } from "./overload.js";
import { Detours, PinRules } from "./rules.js";

/** Rounds of the pinned visits, and when each of them starts. */
export interface HeldPlan {
  readonly sequences: readonly (readonly number[])[];
  readonly starts: ReadonlyMap<number, number>;
}

/** `unknown`: the work allowed was not enough, or only visits without a pin could help. */
export type Held =
  | { readonly kind: "held"; readonly plan: HeldPlan }
  | { readonly kind: "never" | "unknown" };

const NEVER: Held = { kind: "never" };

/** Places of a visit tried for one question. */
const MOST_STEPS = 3000;

export class PinHolder {
  readonly letGo: LetGo;
  private readonly strict: PinRules;
  private readonly loose: PinRules;
  private readonly strictTimes: RouteTimes;
  private readonly looseTimes: RouteTimes;
  private readonly siblings: readonly (readonly number[])[];
  private readonly nurseLinks: { readonly index: number; readonly link: Link & { a: number; b: number } }[];
  private sequences: number[][] = [];
  private shiftsOf = new Map<number, readonly number[]>();
  private steps = 0;
  private unsure = false;

  constructor(readonly model: Model) {
    const d = model.data;
    this.letGo = new LetGo(model);
    const gapsOf: number[][] = d.visits.map(() => []);
    d.links.forEach((link, index) => {
      if (link.kind === "gap") for (const v of [link.first, link.second]) gapsOf[v].push(index);
    });
    this.nurseLinks = d.links.flatMap((link, index) => (link.kind === "gap" ? [] : [{ index, link }]));
    this.strict = new PinRules(model, this.letGo, gapsOf, null);
    this.loose = new PinRules(model, this.letGo, gapsOf, new Detours(model));
    this.strictTimes = new RouteTimes(this.strict);
    this.looseTimes = new RouteTimes(this.loose);
    this.siblings = model.shifts.map(({ nurse, index }) =>
      model.shifts.flatMap((other) => (other.nurse === nurse && other.index !== index ? [other.index] : [])),
    );
  }

  /** Visits with a pin to a provider must not be among them. */
  holds(visits: readonly number[]): Held {
    if (tooMuchForOne(this.loose, visits)) return NEVER;
    this.sequences = this.model.shifts.map(() => []);
    this.shiftsOf = new Map();
    this.steps = 0;
    this.unsure = false;
    const plan = this.place(this.sorted(visits), 0);
    if (plan) return { kind: "held", plan };
    return this.unsure ? { kind: "unknown" } : NEVER;
  }

  /** Those with the least choice first, then by time. */
  private sorted(visits: readonly number[]): number[] {
    const choices = (v: number): number => this.loose.crew(v) - this.loose.forced(v).length;
    const width = (v: number): number => {
      const allowed = this.loose.allowed(v);
      return allowed.length === 0 ? 0 : allowed[allowed.length - 1] - allowed[0];
    };
    const first = (v: number): number => this.loose.allowed(v)[0] ?? 0;
    return [...visits].sort(
      (a, b) => choices(a) - choices(b) || width(a) - width(b) || first(a) - first(b) || a - b,
    );
  }

  private place(order: readonly number[], i: number): HeldPlan | null {
    if (i === order.length) return this.finish(order);
    return this.seat(order, i, this.loose.forced(order[i]), []);
  }

  /** Seats the rest of the crew of the i-th visit: first its pinned shifts, then others by number. */
  private seat(
    order: readonly number[],
    i: number,
    forced: readonly number[],
    taken: readonly number[],
  ): HeldPlan | null {
    const v = order[i];
    if (taken.length === this.loose.crew(v)) {
      this.shiftsOf.set(v, taken);
      const plan = this.linksHold(v) && this.timesHold(taken) ? this.place(order, i + 1) : null;
      if (!plan) this.shiftsOf.delete(v);
      return plan;
    }
    const nurse = (s: number): number => this.model.shifts[s].nurse;
    const free = taken.length >= forced.length;
    const last = taken.length > forced.length ? taken[taken.length - 1] : -1;
    for (const s of free ? this.model.shifts.keys() : [forced[taken.length]]) {
      if (free && (s <= last || forced.includes(s))) continue;
      if (!this.loose.able(v, s) || taken.some((t) => nurse(t) === nurse(s))) continue;
      const sequence = this.sequences[s];
      for (let pos = 0; pos <= sequence.length; pos++) {
        if (++this.steps > MOST_STEPS) {
          this.unsure = true;
          return null;
        }
        this.sequences[s] = sequence.toSpliced(pos, 0, v);
        const plan = this.roundHolds(s) ? this.seat(order, i, forced, [...taken, s]) : null;
        if (plan) return plan;
      }
      this.sequences[s] = sequence;
    }
    return null;
  }

  /** As early as can be, breaks and other routes aside: a quick test. */
  private roundHolds(s: number): boolean {
    return this.orderHolds(s, this.sequences[s], (v) => this.loose.allowed(v));
  }

  private orderHolds(s: number, order: readonly number[], starts: (v: number) => Allowed): boolean {
    const { loose, model } = this;
    const { startPlace, endPlace } = model.shifts[s];
    const [from, end] = loose.hours(s);
    let here = startPlace;
    let clock = from;
    for (const v of order) {
      const there = model.remote[v] ? here : model.place[v];
      const leg = loose.leg(s, here, there);
      if (leg >= NO_LEG) return false;
      clock = firstAllowed(starts(v), clock + leg);
      if (clock === FAR) return false;
      clock += model.seconds[v];
      here = there;
    }
    const back = loose.leg(s, here, endPlace);
    return back < NO_LEG && clock + back <= end;
  }

  /** Might a visit without a pin, put on this round, give it a shorter way or a break its place? */
  private mayBeHelped(s: number, placed: readonly number[]): boolean {
    const { data } = this.model;
    const round = this.sequences[s];
    return data.visits.some((visit, u) => {
      if (placed.includes(u) || !this.loose.skilled(u, s)) return false;
      const own = visit.windows.flatMap(({ from, to }) => [from, to]);
      const starts = (v: number): Allowed => (v === u ? own : this.loose.allowed(v));
      for (let pos = 0; pos <= round.length; pos++)
        if (this.orderHolds(s, round.toSpliced(pos, 0, u), starts)) return true;
      return false;
    });
  }

  private linksHold(v: number): boolean {
    const nurses = (u: number): number[] =>
      (this.shiftsOf.get(u) ?? []).map((s) => this.model.shifts[s].nurse);
    return this.nurseLinks.every(({ index, link }) => {
      if (this.letGo.link[index] || (link.a !== v && link.b !== v)) return true;
      if (!this.shiftsOf.has(link.a) || !this.shiftsOf.has(link.b)) return true;
      return nurses(link.a).some((x) => nurses(link.b).includes(x)) === (link.kind === "same-nurse");
    });
  }

  private timesHold(shifts: readonly number[]): boolean {
    const timed = this.looseTimes.solve(this.bound(shifts), true, shifts.length);
    if (timed.starts !== null) return true;
    // A search cut off proves nothing: as if it had held, but nothing found later is certain either.
    if (timed.undecided) this.unsure = true;
    return false;
  }

  /** The routes that gaps, crews and shared nurses bind to these. */
  private bound(first: readonly number[]): RouteOrder[] {
    const out = [...first];
    const add = (s: number): void => {
      if (this.sequences[s].length > 0 && !out.includes(s)) out.push(s);
    };
    for (let i = 0; i < out.length; i++) {
      for (const u of this.sequences[out[i]]) {
        for (const s of this.shiftsOf.get(u) ?? []) add(s);
        for (const g of this.loose.gapsOf[u]) {
          const link = this.model.data.links[g];
          if (link.kind !== "gap" || this.letGo.link[g]) continue;
          for (const s of this.shiftsOf.get(link.first === u ? link.second : link.first) ?? []) add(s);
        }
      }
      for (const s of this.siblings[out[i]]) add(s);
    }
    return out.map((shift) => ({ shift, order: this.sequences[shift] }));
  }

  /** The whole plan by the rules as they are. */
  private finish(order: readonly number[]): HeldPlan | null {
    const starts = new Map<number, number>();
    const seen = new Set<number>();
    for (const [s, list] of this.sequences.entries()) {
      if (list.length === 0 || seen.has(s)) continue;
      const routes = this.bound([s]);
      for (const { shift } of routes) seen.add(shift);
      const timed = this.strictTimes.solve(routes, true, routes.length);
      if (timed.starts === null) {
        if (timed.undecided || routes.some(({ shift }) => this.mayBeHelped(shift, order))) this.unsure = true;
        return null;
      }
      for (const [v, start] of timed.starts) starts.set(v, start);
    }
    return { sequences: [...this.sequences], starts };
  }
}

/** The pinned visits' rounds and purchases as a plan to start from. */
export function heldSolution({ data }: Model, { sequences, starts }: HeldPlan): Solution {
  const routes = sequences.flatMap((list, shift) => {
    if (list.length === 0) return [];
    const stops = list.map((visit) => {
      const start = starts.get(visit)!;
      return {
        kind: "visit" as const,
        visit,
        arrival: start,
        start,
        end: start + data.visits[visit].seconds,
      };
    });
    return [{ shift, departure: stops[0].start, return: stops[stops.length - 1].end, stops }];
  });
  const bought = data.visits.flatMap(({ pin }, visit) =>
    pin?.provider === undefined ? [] : [{ visit, provider: pin.provider }],
  );
  return { routes, bought, unserved: [] };
}
