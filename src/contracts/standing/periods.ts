/** On which dates a record counts, by its own words. */
import type { StandingKind, StandingRecords } from "./kinds.js";
import { reachesNextDay } from "./shifts.js";

export interface Dates {
  /** First date, included; null: always was. */
  readonly from: string | null;
  /** Last date, included; null: until further notice. */
  readonly to: string | null;
}

const ALWAYS: Dates = { from: null, to: null };

/** The date after a date (both YYYY-MM-DD); with `days` so many dates after, or before if negative. */
export function dateAfter(date: string, days = 1): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

type WithDates = Partial<Record<"validFrom" | "validTo" | "from" | "to", string>>;

/** The dates that a record touches; ends of versions that a next one brings are the store's. */
export function datesOf<K extends StandingKind>(kind: K, record: StandingRecords[K]): Dates {
  if (kind === "shifts") {
    const { date, from, to } = record as StandingRecords["shifts"];
    return { from: date, to: reachesNextDay(from, to) ? dateAfter(date) : date };
  }
  const dates = record as WithDates;
  if (dates.validFrom !== undefined) return { from: dates.validFrom, to: dates.validTo ?? null };
  if (dates.from !== undefined) return { from: dates.from, to: dates.to ?? null };
  return ALWAYS;
}
