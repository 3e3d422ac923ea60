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

/**
 * From each visit of a day to the next one: the requirement's gap, and at least the visit's own
 * length, so that two never run at once. None where the windows see to it by themselves.
 */
export function gapsOfDay(record: RequirementRecord, minutes: number, visits: readonly MadeVisit[]): Link[] {
  return visits.slice(1).flatMap((second, at): Link[] => {
    const first = visits[at]!;
    // With one of the day's visits left out, the gap to the next but one is none of the requirement's.
    if (second.time.number !== first.time.number + 1) return [];
    const minMinutes = Math.max(record.minGapMinutes ?? 0, minutes);
    const least = reach(second.time).first - reach(first.time).last - CLOCK_CHANGE;
    if (record.maxGapMinutes === undefined && least >= minMinutes) return [];
    const link = { kind: "gap" as const, first: first.id, second: second.id, minMinutes };
    return [
      record.maxGapMinutes === undefined
        ? link
        : { ...link, maxMinutes: Math.max(record.maxGapMinutes, minMinutes) },
    ];
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
      return sorted.slice(1).flatMap((second, at): Link[] => {
        const { id, record, minutes } = sorted[at]!;
        if (record.minGapMinutes === undefined && record.maxGapMinutes === undefined) return [];
        const minMinutes = Math.max(record.minGapMinutes ?? 0, minutes);
        const link = { kind: "gap" as const, first: id, second: second.id, minMinutes };
        return [
          record.maxGapMinutes === undefined
            ? link
            : { ...link, maxMinutes: Math.max(record.maxGapMinutes, minMinutes) },
        ];
      });
    });
  }
}

/**
 * Movable days: each visit on a later day than the one before, and the times of one day on one
 * day. Starts of one time on one day lie no further apart than its windows reach, so one minute
 * more (and the hour of a clock change) keeps the days apart. Where windows reach over more than
 * eleven hours it also forbids an early start on the day after a late one.
 */
export function gapsOfWeek(
  record: RequirementRecord,
  minutes: number,
  days: readonly (readonly MadeVisit[])[],
): Link[] {
  const links: Link[] = [];
  for (const [at, day] of days.entries()) {
    for (const [index, second] of day.slice(1).entries()) {
      const first = day[index]!;
      const one = reach(first.time);
      const other = reach(second.time);
      const minMinutes = Math.max(record.minGapMinutes ?? 0, minutes);
      const sameDay = Math.max(minMinutes, other.last - one.first + CLOCK_CHANGE);
      links.push({
        kind: "gap",
        first: first.id,
        second: second.id,
        minMinutes,
        maxMinutes: Math.max(minMinutes, Math.min(record.maxGapMinutes ?? sameDay, sameDay)),
      });
    }
    const before = days[at - 1]?.[0];
    const first = day[0];
    if (before === undefined || first === undefined) continue;
    const { first: from, last: to } = reach(first.time);
    links.push({
      kind: "gap",
      first: before.id,
      second: first.id,
      minMinutes: to - from + CLOCK_CHANGE + 1,
    });
  }
  return links;
}
