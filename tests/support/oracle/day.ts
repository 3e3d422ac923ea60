/**
 * A problem document as the oracle reads it: positions instead of ids, seconds from the
 * first instant of any shift or window. Read from the contract alone, with nothing of the
 * optimiser or of its compiler.
 */
import type { Problem } from "../../../src/contracts/index.js";
import { toSeconds } from "../clock.js";

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface OracleVisit {
  readonly id: string;
  readonly client: number;
  readonly place: number;
  readonly seconds: number;
  /** Allowed starts; they may overlap. */
  readonly starts: readonly Span[];
  readonly preferred: Span | null;
  /** Former start, where moving it costs. */
  readonly formerStart: number | null;
  readonly crew: number;
  readonly remote: boolean;
  /** A pin forbids to leave it out (or to have a nurse, with `provider`). */
  readonly pinned: boolean;
  readonly provider: number | null;
  readonly pinnedShifts: readonly number[];
  /** Weighted price of leaving it out. */
  readonly unserved: number;
  readonly takers: readonly number[];
  /** By shift: may its nurse serve the visit, and the weighted price of that. */
  readonly able: readonly boolean[];
  readonly price: readonly number[];
  /** Former shifts, null where it has none; `whole` where they all exist still. */
  readonly former: { readonly shifts: readonly number[]; readonly whole: boolean } | null;
}

export interface OracleBreak {
  readonly id: string;
  readonly seconds: number;
  readonly from: number;
  readonly to: number;
  readonly after: number;
  readonly earliest: number;
  readonly latest: number;
  readonly inside: boolean;
}

export interface OracleShift {
  readonly id: string;
  readonly nurse: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly startPlace: number;
  readonly endPlace: number;
  readonly useCost: number;
  readonly target: number;
  readonly breaks: readonly OracleBreak[];
  /** Seconds of a leg; Infinity where there is no way. */
  leg(from: number, to: number): number;
}

export type OracleLink =
  | {
      readonly kind: "gap";
      readonly first: number;
      readonly second: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: "same-nurse" | "different-nurse"; readonly a: number; readonly b: number };

export type Weights = Required<NonNullable<Problem["weights"]>>;

export interface Day {
  readonly problem: Problem;
  readonly origin: number;
  readonly visits: readonly OracleVisit[];
  readonly shifts: readonly OracleShift[];
  readonly links: readonly OracleLink[];
  /** Weighted price and most visits. */
  readonly providers: readonly { readonly id: string; readonly cost: number; readonly most: number }[];
  readonly weights: Weights;
  readonly changedClients: number;
}

const DEFAULT_WEIGHTS: Weights = {
  travel: 1,
  wait: 0,
  early: 1,
  late: 2,
  worstLate: 0,
  overtime: 5,
  unfamiliar: 600,
  outsideArea: 300,
  language: 900,
  overload: 1,
  use: 1,
  bought: 1,
  moved: 0,
  shifted: 0,
  unserved: 1,
};

export function readDay(problem: Problem): Day {
  const weights: Weights = { ...DEFAULT_WEIGHTS, ...problem.weights };
  const spans = [...problem.shifts, ...problem.visits.flatMap(({ windows }) => windows)];
  const origin = spans.length === 0 ? 0 : Math.min(...spans.map(({ from }) => toSeconds(from)));
  const reader = new Reader(problem, weights, origin);
  return {
    problem,
    origin,
    weights,
    visits: problem.visits.map((visit) => reader.visit(visit)),
    shifts: problem.shifts.map((shift) => reader.shift(shift)),
    links: (problem.links ?? []).map((link) => reader.link(link)),
    providers: (problem.providers ?? []).map(({ id, cost, maxVisits = Infinity }) => ({
      id,
      cost: cost * weights.bought,
      most: maxVisits,
    })),
    changedClients: problem.limits?.changedClients ?? Infinity,
  };
}

class Reader {
  constructor(
    private readonly problem: Problem,
    private readonly weights: Weights,
    private readonly origin: number,
  ) {}

  private at(instant: string): number {
    return toSeconds(instant) - this.origin;
  }

  private span({ from, to }: { readonly from: string; readonly to: string }): Span {
    return { from: this.at(from), to: this.at(to) };
  }

  private place(id: string): number {
    return this.problem.places.findIndex((place) => place.id === id);
  }

  visit(visit: Problem["visits"][number]): OracleVisit {
    const { problem, weights } = this;
    const pin = visit.pin ?? {};
    const client = problem.clients.findIndex(({ id }) => id === visit.clientId);
    const before = problem.previous?.visits[visit.id];
    const known = (ids: readonly string[]): number[] =>
      ids.map((id) => problem.shifts.findIndex((shift) => shift.id === id)).filter((index) => index >= 0);
    const former =
      before === undefined
        ? null
        : {
            shifts: known(before.shiftIds),
            whole: known(before.shiftIds).length === before.shiftIds.length,
          };
    const crew = visit.crewSize ?? 1;
    return {
      id: visit.id,
      client,
      place: this.place(problem.clients[client].placeId),
      seconds: visit.minutes * 60,
      starts: this.starts(visit, former?.whole === true ? this.at(before!.start) : null),
      preferred: visit.preferred === undefined ? null : this.span(visit.preferred),
      formerStart: before === undefined ? null : this.at(before.start),
      crew,
      remote: visit.remote ?? false,
      pinned: Object.keys(pin).length > 0,
      provider:
        pin.providerId === undefined
          ? null
          : (problem.providers ?? []).findIndex(({ id }) => id === pin.providerId),
      pinnedShifts: known([
        ...new Set([...(pin.shiftIds ?? []), ...(pin.shiftId === undefined ? [] : [pin.shiftId])]),
      ]),
      unserved: (visit.unservedCost ?? 100_000) * weights.unserved,
      takers: this.takers(visit),
      able: problem.shifts.map((shift) => this.able(visit, shift.nurseId)),
      price: problem.shifts.map((shift) => this.price(visit, shift.nurseId)),
      former,
    };
  }

  /** Windows, or the pinned start, cut to what `movedStartMinutes` leaves. */
  private starts(visit: Problem["visits"][number], former: number | null): Span[] {
    const pin = visit.pin ?? {};
    let spans = visit.windows.map((window) => this.span(window));
    if (pin.start !== undefined) {
      const start = this.at(pin.start);
      const open = pin.begun === true || spans.some(({ from, to }) => from <= start && start <= to);
      spans = open ? [{ from: start, to: start }] : [];
    }
    const most = this.problem.limits?.movedStartMinutes;
    if (most !== undefined && former !== null) {
      spans = spans.map(({ from, to }) => ({
        from: Math.max(from, former - 60 * most),
        to: Math.min(to, former + 60 * most),
      }));
    }
    return spans.filter(({ from, to }) => from <= to);
  }

  private takers(visit: Problem["visits"][number]): number[] {
    const area = this.problem.clients.find(({ id }) => id === visit.clientId)!.areaId;
    return (this.problem.providers ?? []).flatMap(({ typeIds, areaIds }, index) =>
      typeIds.includes(visit.typeId) &&
      (areaIds === undefined || (area !== undefined && areaIds.includes(area)))
        ? [index]
        : [],
    );
  }

  private able(visit: Problem["visits"][number], nurseId: string): boolean {
    if (visit.pin?.begun === true) return true;
    const client = this.problem.clients.find(({ id }) => id === visit.clientId)!;
    const type = this.problem.visitTypes.find(({ id }) => id === visit.typeId)!;
    const have = this.problem.nurses.find(({ id }) => id === nurseId)!.skills ?? [];
    if (client.refusedNurseIds?.includes(nurseId) === true) return false;
    return [visit, type].every(
      ({ requires = [], requiresAnyOf = [] }) =>
        requires.every((skill) => have.includes(skill)) &&
        (requiresAnyOf.length === 0 || requiresAnyOf.some((skill) => have.includes(skill))),
    );
  }

  private price(visit: Problem["visits"][number], nurseId: string): number {
    const { weights } = this;
    const client = this.problem.clients.find(({ id }) => id === visit.clientId)!;
    const nurse = this.problem.nurses.find(({ id }) => id === nurseId)!;
    const familiar = client.familiarNurseIds ?? [];
    const spoken = client.languages ?? [];
    const theirs = nurse.languages ?? [];
    let price = 0;
    if (familiar.length > 0 && !familiar.includes(nurseId)) price += weights.unfamiliar;
    if (nurse.areaIds !== undefined && client.areaId !== undefined && !nurse.areaIds.includes(client.areaId))
      price += weights.outsideArea;
    if (spoken.length > 0 && theirs.length > 0 && !spoken.some((l) => theirs.includes(l)))
      price += weights.language;
    return price;
  }

  shift(shift: Problem["shifts"][number]): OracleShift {
    const { problem } = this;
    const mode = problem.travel.modes[shift.mode]!;
    const to = this.at(shift.to);
    return {
      id: shift.id,
      nurse: problem.nurses.findIndex(({ id }) => id === shift.nurseId),
      from: this.at(shift.from),
      to,
      end: to + 60 * (shift.maxOvertimeMinutes ?? 0),
      startPlace: this.place(shift.startPlaceId),
      endPlace: this.place(shift.endPlaceId),
      useCost: (shift.useCost ?? 0) * this.weights.use,
      target: shift.targetMinutes === undefined ? Infinity : 60 * shift.targetMinutes,
      breaks: (shift.breaks ?? []).map((item) => ({
        id: item.id,
        seconds: item.minutes * 60,
        ...this.span(item),
        after: 60 * (item.afterMinutes ?? 0),
        earliest: 60 * (item.earliestAfterMinutes ?? 0),
        latest: item.latestAfterMinutes === undefined ? Infinity : 60 * item.latestAfterMinutes,
        inside: item.inside ?? false,
      })),
      leg: (a, b) => {
        if (a === b) return 0;
        const seconds = mode.durations![a]![b];
        if (seconds === null || seconds === undefined) return Infinity;
        return seconds + (mode.perStopSeconds ?? 0) + (problem.places[b].setupSeconds ?? 0);
      },
    };
  }

  link(link: NonNullable<Problem["links"]>[number]): OracleLink {
    const of = (id: string): number => this.problem.visits.findIndex((visit) => visit.id === id);
    if (link.kind === "gap") {
      return {
        kind: "gap",
        first: of(link.first),
        second: of(link.second),
        min: 60 * link.minMinutes,
        max: link.maxMinutes === undefined ? Infinity : 60 * link.maxMinutes,
      };
    }
    return { kind: link.kind, a: of(link.visits[0]), b: of(link.visits[1]) };
  }
}
