/**
 * What has happened on a published day, as a problem for the optimiser: everything that has
 * begun or lies before the freeze time is pinned, the published plan is `previous`, and the
 * price and the limits of change come beside it.
 */
import type { Link, Pin, Problem, Shift, ShiftBreak, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { instantWriter } from "../../domain/localTime.js";
import type { LoadedVersion } from "./loadVersion.js";
import { type Standing, standingsOf } from "./standings.js";
import { weightsOf } from "./weights.js";

type Limits = NonNullable<Problem["limits"]>;

export type DayEvent =
  /** The whole shift, or what is left of it from an instant on. */
  | { readonly kind: "absence"; readonly shiftId: string; readonly from?: string | undefined }
  /** Of a client that the problem knows. */
  | { readonly kind: "visit"; readonly visit: Visit }
  | { readonly kind: "cancel"; readonly visitId: string }
  /** The shift is so much behind: in the visit that is under way, or else in setting out. */
  | { readonly kind: "delay"; readonly shiftId: string; readonly minutes: number }
  /** The visit takes so long in all. */
  | { readonly kind: "longer"; readonly visitId: string; readonly minutes: number };

export interface ReplanWish {
  /** Visits that start no later have begun. */
  readonly now: string;
  /** Visits that start before stay where and when they are; not before `now`. Absent: `now`. */
  readonly freezeUntil?: string | undefined;
  readonly events: readonly DayEvent[];
  readonly limits?: Limits | undefined;
  /** Points for a visit that gets other shifts. */
  readonly movedPrice?: number | undefined;
  /** Points for each second that a start moves. */
  readonly shiftedPrice?: number | undefined;
}

/** The price of change where neither the wish nor the problem has one. */
export const DEFAULT_MOVED = 600;
export const DEFAULT_SHIFTED = 1;

/** Where no way home is known. */
const UNKNOWN_WAY = 4 * 3600;

/** An event names what the day does not have. */
export class EventRefused extends Error {
  override readonly name = "EventRefused";
}

class Replanner {
  private visits: Visit[];
  private shifts: Shift[];
  private readonly standings: ReadonlyMap<string, Standing>;
  private readonly now: number;
  private readonly freeze: number;
  /** Shifts whose visits that have not begun may not keep their starts. */
  private readonly late = new Set<string>();
  /** From when the nurse of a shift is away. */
  private readonly away = new Map<string, number>();
  private readonly write;

  constructor(
    private readonly base: Pick<LoadedVersion, "problem" | "plan">,
    private readonly wish: ReplanWish,
  ) {
    this.visits = [...base.problem.visits];
    this.shifts = [...base.problem.shifts];
    this.standings = standingsOf(base.problem, base.plan);
    this.now = epochSeconds(wish.now);
    this.freeze = Math.max(this.now, epochSeconds(wish.freezeUntil ?? wish.now));
    this.write = instantWriter(base.problem.timeZone);
  }

  private shift(id: string): Shift {
    const found = this.shifts.find((shift) => shift.id === id);
    if (found === undefined) throw new EventRefused(`the day has no shift ${id}`);
    return found;
  }

  private visit(id: string): Visit {
    const found = this.visits.find((visit) => visit.id === id);
    if (found === undefined) throw new EventRefused(`the day has no visit ${id}`);
    return found;
  }

  private begun(visitId: string): boolean {
    const at = this.standings.get(visitId)?.at ?? null;
    return at !== null && at <= this.now;
  }

  /** Begun, or frozen before she goes. */
  private keptBefore(visitId: string, from: number): boolean {
    const at = this.standings.get(visitId)?.at ?? null;
    return at !== null && (at <= this.now || (at < this.freeze && at < from));
  }

  /** The round's visits that have begun, in order; with `from` those that are frozen before it, too. */
  private begunOn(shiftId: string, from = -Infinity): Visit[] {
    return this.visits
      .filter(
        ({ id }) => this.standings.get(id)?.shiftIds.includes(shiftId) === true && this.keptBefore(id, from),
      )
      .toSorted((a, b) => this.standings.get(a.id)!.at! - this.standings.get(b.id)!.at!);
  }

  private put(visit: Visit): void {
    this.visits = this.visits.map((one) => (one.id === visit.id ? visit : one));
  }

  private prolong(visit: Visit, minutes: number): void {
    this.put({ ...visit, minutes });
    for (const shiftId of this.standings.get(visit.id)?.shiftIds ?? []) this.late.add(shiftId);
  }

  private delay(shiftId: string, minutes: number): void {
    const shift = this.shift(shiftId);
    const last = this.begunOn(shiftId).at(-1);
    this.late.add(shiftId);
    if (last !== undefined) return this.prolong(last, last.minutes + minutes);
    const from = this.write(epochSeconds(shift.from) + 60 * minutes);
    this.shifts = this.shifts.map((one) => (one.id === shiftId ? { ...one, from } : one));
  }

  /** Seconds from where she is after these visits to where her shift ends. */
  private wayHome(shift: Shift, begun: readonly Visit[]): number {
    const { problem } = this.base;
    const places = new Map(problem.clients.map(({ id, placeId }) => [id, placeId]));
    const last = begun.findLast(({ remote }) => remote !== true);
    const here = last === undefined ? shift.startPlaceId : places.get(last.clientId);
    if (here === shift.endPlaceId) return 0;
    const at = (id: string | undefined): number => problem.places.findIndex((place) => place.id === id);
    const mode = problem.travel.modes[shift.mode];
    const seconds = mode?.durations?.[at(here)]?.[at(shift.endPlaceId)];
    if (seconds === undefined || seconds === null) return UNKNOWN_WAY;
    return seconds + (mode?.perStopSeconds ?? 0) + (problem.places[at(shift.endPlaceId)]?.setupSeconds ?? 0);
  }

  /**
   * A shift without begun visits goes, if she is away from now on. Another one ends so that she gets
   * home from the visit that is under way, or by the instant from which she is away, and not a
   * second later: there is no room for one more visit.
   */
  private absence(shiftId: string, from: number): void {
    const shift = this.shift(shiftId);
    const begun = this.begunOn(shiftId, from);
    const last = begun.at(-1);
    this.away.set(shiftId, from);
    const away = from <= this.now;
    if (last === undefined && (away || from <= epochSeconds(shift.from))) {
      this.shifts = this.shifts.filter(({ id }) => id !== shiftId);
      return;
    }
    const lastStart = last === undefined ? -Infinity : this.standings.get(last.id)!.at!;
    const home = last === undefined ? -Infinity : lastStart + 60 * last.minutes + this.wayHome(shift, begun);
    const to = away ? home : Math.max(from, home);
    const breaks = this.breaksUntil(shift, away ? lastStart : to, lastStart);
    const cut = { ...shift, to: this.write(to), breaks, maxOvertimeMinutes: 0 };
    this.shifts = this.shifts.map((one) => (one.id === shiftId ? cut : one));
  }

  /**
   * Breaks that the plan takes until then. One after the last visit that has begun need not lie between
   * visits any more: the visits after it may go to others.
   */
  private breaksUntil(shift: Shift, until: number, lastStart: number): ShiftBreak[] {
    const route = this.base.plan.routes.find((one) => one.shiftId === shift.id);
    const ends = new Map(
      (route?.stops ?? []).flatMap((stop) =>
        stop.kind === "break" ? [[stop.breakId, epochSeconds(stop.end)] as const] : [],
      ),
    );
    return (shift.breaks ?? []).flatMap((one) => {
      const end = ends.get(one.id);
      if (end === undefined || end > until) return [];
      return end <= lastStart ? [one] : [{ ...one, inside: false }];
    });
  }

  private follow(event: DayEvent): void {
    if (event.kind === "absence") {
      return this.absence(event.shiftId, event.from === undefined ? this.now : epochSeconds(event.from));
    }
    if (event.kind === "delay") return this.delay(event.shiftId, event.minutes);
    if (event.kind === "longer") return this.prolong(this.visit(event.visitId), event.minutes);
    if (event.kind === "visit") {
      if (this.visits.some(({ id }) => id === event.visit.id)) {
        throw new EventRefused(`the day has a visit ${event.visit.id} already`);
      }
      this.visits.push(event.visit);
      return;
    }
    this.visit(event.visitId);
    if (this.begun(event.visitId)) throw new EventRefused(`visit ${event.visitId} has begun`);
    this.visits = this.visits.filter(({ id }) => id !== event.visitId);
  }

  /** What keeps a visit from now on; undefined: nothing. */
  private pinOf(visit: Visit, there: ReadonlySet<string>): Pin | undefined {
    const standing = this.standings.get(visit.id);
    if (standing?.providerId != null) return { providerId: standing.providerId };
    const at = standing?.at ?? null;
    const hers = (id: string): boolean => {
      const from = this.away.get(id);
      return from === undefined || this.keptBefore(visit.id, from);
    };
    const shiftIds = (standing?.shiftIds ?? []).filter((id) => there.has(id) && hers(id));
    if (
      at !== null &&
      standing?.start != null &&
      shiftIds.length > 0 &&
      (at <= this.now || at < this.freeze)
    ) {
      const inside = visit.windows.some(({ from, to }) => epochSeconds(from) <= at && at <= epochSeconds(to));
      if (at <= this.now || !inside) return { shiftIds, start: standing.start, begun: true };
      return shiftIds.some((id) => this.late.has(id)) ? { shiftIds } : { shiftIds, start: standing.start };
    }
    const { pin } = visit;
    if (pin === undefined) return undefined;
    const { shiftId, shiftIds: named, ...rest } = pin;
    const kept = [...(shiftId === undefined ? [] : [shiftId]), ...(named ?? [])].filter((id) =>
      there.has(id),
    );
    return { ...rest, ...(kept.length === 0 ? {} : { shiftIds: kept }) };
  }

  /** What has not begun cannot start in the past. A visit whose time is over keeps its windows: nobody may have none. */
  private windowsLeft({ windows }: Visit): Visit["windows"] {
    const left = windows
      .filter(({ to }) => epochSeconds(to) >= this.now)
      .map(({ from, to }) => (epochSeconds(from) >= this.now ? { from, to } : { from: this.wish.now, to }));
    return left.length === 0 ? windows : left;
  }

  problem(): Problem {
    for (const event of this.wish.events) this.follow(event);
    const { problem } = this.base;
    const there = new Set(this.shifts.map(({ id }) => id));
    const known = new Set(this.visits.map(({ id }) => id));
    const visits = this.visits.map((visit) => {
      const { pin: _, ...whole } = visit;
      const pin = this.pinOf(visit, there);
      const rest = pin?.start === undefined ? { ...whole, windows: this.windowsLeft(visit) } : whole;
      return pin === undefined || Object.keys(pin).length === 0 ? rest : { ...rest, pin };
    });
    const names = (link: Link): readonly string[] =>
      link.kind === "gap" ? [link.first, link.second] : link.visits;
    const before = [...this.standings.values()].filter(
      ({ how, visitId }) => how === "served" && known.has(visitId),
    );
    const weights = weightsOf(problem);
    const { limits: _, ...rest } = problem;
    return {
      ...rest,
      visits,
      shifts: this.shifts,
      links: (problem.links ?? []).filter((link) => names(link).every((id) => known.has(id))),
      previous: {
        visits: Object.fromEntries(
          before.map(({ visitId, shiftIds, start }) => [visitId, { shiftIds: [...shiftIds], start: start! }]),
        ),
      },
      weights: {
        ...weights,
        moved: this.wish.movedPrice ?? (weights.moved || DEFAULT_MOVED),
        shifted: this.wish.shiftedPrice ?? (weights.shifted || DEFAULT_SHIFTED),
      },
      ...(this.wish.limits === undefined ? {} : { limits: this.wish.limits }),
    };
  }
}

/**
 * The problem of the rest of the day. It is to be parsed before it is solved: a new visit may
 * have faults.
 *
 * @throws EventRefused if an event names what the day does not have, or cancels what has begun
 */
export function replanProblem(base: Pick<LoadedVersion, "problem" | "plan">, wish: ReplanWish): Problem {
  return new Replanner(base, wish).problem();
}
