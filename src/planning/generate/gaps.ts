/** Gaps between the visits of one requirement: of one day in order, and of movable days apart. */
import type { Link } from "../../contracts/problemSchema.js";
import type { RequirementRecord } from "../../contracts/standing/requirements.js";
import { localSpan, startMinutes, type TimeOfVisit } from "./windows.js";

interface MadeVisit {
  readonly id: string;
  readonly time: TimeOfVisit;
}

/** Minutes by which the clock may go forward or back on one of the days. */
const CLOCK_CHANGE = 60;

function reach(time: TimeOfVisit): { readonly first: number; readonly last: number } {
  const spans = time.windows.map(localSpan);
  return { first: Math.min(...spans.map(({ from }) => from)), last: Math.max(...spans.map(({ to }) => to)) };
}

interface Pair<T> {
  readonly first: T;
  readonly second: T;
  /** The second comes right after the first. */
  readonly next: boolean;
}

/** All pairs in order: a visit between two may stay unserved, so not only neighbours are bound. */
function pairsOf<T>(list: readonly T[]): Pair<T>[] {
  return list.flatMap((first, at) =>
    list.slice(at + 1).map((second, between) => ({ first, second, next: between === 0 })),
  );
}

/** The requirement's gap, and at least the visit's own length, so that two never run at once. */
const leastGap = (record: RequirementRecord, minutes: number): number =>
  Math.max(record.minGapMinutes ?? 0, minutes);

/** Whether the windows alone keep two visits of one day so far apart. */
const windowsSeeTo = (first: TimeOfVisit, second: TimeOfVisit, minMinutes: number): boolean =>
  reach(second).first - reach(first).last - CLOCK_CHANGE >= minMinutes;

/**
 * From each visit of a day to those after it: the least gap, and between neighbours the most.
 * None where the windows see to it by themselves.
 */
export function gapsOfDay(record: RequirementRecord, minutes: number, visits: readonly MadeVisit[]): Link[] {
  const minMinutes = leastGap(record, minutes);
  return pairsOf(visits).flatMap(({ first, second }): Link[] => {
    const most = second.time.number === first.time.number + 1 ? record.maxGapMinutes : undefined;
    if (most === undefined && windowsSeeTo(first.time, second.time, minMinutes)) return [];
    const link = { kind: "gap" as const, first: first.id, second: second.id, minMinutes };
    return [most === undefined ? link : { ...link, maxMinutes: Math.max(most, minMinutes) }];
  });
}

interface Neighbour extends MadeVisit {
  readonly record: RequirementRecord;
  readonly minutes: number;
}

/**
 * Requirements that come once a day: a gap is to the client's next visit of the same type on the
 * day, as of a dose in the morning and one in the evening that have lengths of their own.
 */
export class Neighbours {
  private readonly days = new Map<string, Neighbour[]>();

  add(day: string, visit: Neighbour): void {
    this.days.set(day, [...(this.days.get(day) ?? []), visit]);
  }

  gaps(): Link[] {
    return [...this.days.values()].flatMap((visits) => {
      const sorted = visits.toSorted((a, b) => startMinutes(a.time.windows) - startMinutes(b.time.windows));
      return pairsOf(sorted).flatMap(({ first: { id, time, record, minutes }, second, next }): Link[] => {
        if (record.minGapMinutes === undefined && record.maxGapMinutes === undefined) return [];
        const minMinutes = leastGap(record, minutes);
        if (!next && windowsSeeTo(time, second.time, minMinutes)) return [];
        const link = { kind: "gap" as const, first: id, second: second.id, minMinutes };
        return [
          !next || record.maxGapMinutes === undefined
            ? link
            : { ...link, maxMinutes: Math.max(record.maxGapMinutes, minMinutes) },
        ];
      });
    });
  }
}

/** The times of one movable day on one day, as far apart as its windows reach (and the hour of a clock change). */
function gapsOfMovableDay(record: RequirementRecord, minutes: number, day: readonly MadeVisit[]): Link[] {
  const minMinutes = leastGap(record, minutes);
  return pairsOf(day).map(({ first, second, next }): Link => {
    const sameDay = Math.max(minMinutes, reach(second.time).last - reach(first.time).first + CLOCK_CHANGE);
    const most = next ? Math.min(record.maxGapMinutes ?? sameDay, sameDay) : sameDay;
    return {
      kind: "gap",
      first: first.id,
      second: second.id,
      minMinutes,
      maxMinutes: Math.max(minMinutes, most),
    };
  });
}

/**
 * Movable days: each visit on a later day than those before, whichever of them are served, and the
 * times of one day on one day. Starts on one day lie no further apart than the windows reach, so one
 * minute more (and the hour of a clock change) keeps the days apart. Where windows reach over more
 * than eleven hours it also forbids an early start on the day after a late one.
 */
export function gapsOfWeek(
  record: RequirementRecord,
  minutes: number,
  days: readonly (readonly MadeVisit[])[],
): Link[] {
  const apart = pairsOf(days).flatMap(({ first: earlier, second: later }) =>
    earlier.flatMap((first) =>
      later.map((second): Link => {
        const sameDay = reach(second.time).last - reach(first.time).first;
        const minMinutes = Math.max(0, sameDay + CLOCK_CHANGE + 1);
        return { kind: "gap", first: first.id, second: second.id, minMinutes };
      }),
    ),
  );
  return [...days.flatMap((day) => gapsOfMovableDay(record, minutes, day)), ...apart];
}
