/** Local dates and times of day as instants, with both clock changes. */
import { IANAZone } from "luxon";

/** Which instant a time of day means that comes twice when the clock goes back. */
export type Twice = "first" | "second";

/**
 * Seconds since the epoch of a date and minutes after its midnight by the wall clock;
 * minutes may reach beyond the date, 1440 being the next midnight.
 */
export type WallClock = (date: string, minutes: number, twice?: Twice) => number;

const DAY_MINUTES = 1440;
const DAY_MILLISECONDS = 86_400_000;

/**
 * A reader of the wall clock of one zone. A time that the clock skips in spring is taken as the
 * same span after the last instant before (03:30 becomes 04:30, as most calendars do); one that
 * comes twice in autumn is the first unless asked otherwise. Throws a RangeError for an unknown zone.
 */
export function wallClock(timeZone: string): WallClock {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`unknown time zone ${timeZone}`);
  /** The offset in minutes of a date and the days beside it; null: it changes there. */
  const steady = new Map<string, number | null>();
  const steadyOffset = (date: string): number | null => {
    let offset = steady.get(date);
    if (offset === undefined) {
      const midnight = Date.parse(`${date}T00:00:00Z`);
      const [first, last] = [midnight - 2 * DAY_MILLISECONDS, midnight + 3 * DAY_MILLISECONDS];
      offset = zone.offset(first) === zone.offset(last) ? zone.offset(first) : null;
      steady.set(date, offset);
    }
    return offset;
  };
  return (date, minutes, twice = "first") => {
    const local = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
    // Asking the zone is slow, and most dates have one offset.
    const offset = minutes >= 0 && minutes <= 2 * DAY_MINUTES ? steadyOffset(date) : null;
    if (offset !== null) return (local - offset * 60_000) / 1000;
    // The offsets half a day before and after: no zone changes its clock twice in a day.
    const near = zone.offset(local) * 60_000;
    const before = zone.offset(local - 43_200_000 - near);
    const after = zone.offset(local + 43_200_000 - near);
    const early = local - before * 60_000;
    const late = local - after * 60_000;
    const earlyHolds = zone.offset(early) === before;
    const lateHolds = zone.offset(late) === after;
    // Neither holds: the clock skips this time, and the offset of before leads past the gap.
    const at = earlyHolds && (twice === "first" || !lateHolds) ? early : lateHolds ? late : early;
    return at / 1000;
  };
}

/** Minutes after midnight of a time of day, `HH:MM`. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
