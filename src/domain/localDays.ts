/** Calendar days of one time zone: 23, 24 or 25 hours long. */
import { DateTime } from "luxon";
import { instantWriter } from "./localTime.js";

export interface LocalDays {
  /** The date on which an instant (epoch seconds) falls. */
  dateOf(seconds: number): string;
  /** The first second of a date. */
  startOf(date: string): number;
}

/** Throws a RangeError for an unknown zone. */
export function localDays(timeZone: string): LocalDays {
  const write = instantWriter(timeZone);
  const starts = new Map<string, number>();
  return {
    dateOf: (seconds) => write(seconds).slice(0, 10),
    startOf(date) {
      const known = starts.get(date);
      if (known !== undefined) return known;
      const start = Math.floor(DateTime.fromISO(date, { zone: timeZone }).startOf("day").toSeconds());
      starts.set(date, start);
      return start;
    },
  };
}
