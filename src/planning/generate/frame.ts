/** What all steps of one generation share. */
import { datesBetween } from "../../domain/dates.js";
import { instantWriter, type InstantWriter } from "../../domain/localTime.js";
import { minuteOfDay, wallClock, type WallClock } from "../../domain/wallClock.js";
import { holidayCalendar } from "../rhythm/index.js";
import { Notes } from "./notes.js";
import type { StandingData } from "./standing.js";

/**
 * A visit whose first window begins before this time belongs to the day before: it is the
 * night shift's, which starts there.
 */
export const DAY_STARTS = "05:00";
export const DAY_START_MINUTES = minuteOfDay(DAY_STARTS);

export interface GenerateWish {
  readonly timeZone: string;
  /** First and last date of planning, both included. */
  readonly from: string;
  readonly to: string;
  /** Null: all. */
  readonly areas: readonly string[] | null;
  /** Decisions that count although their review is overdue. */
  readonly acceptOverdue: readonly string[];
  /** Whether visits that may be held over video are. */
  readonly remote: "where-allowed" | "never";
}

export interface Frame {
  readonly standing: StandingData;
  readonly wish: GenerateWish;
  /** Every date of planning, in order. */
  readonly dates: readonly string[];
  readonly clock: WallClock;
  readonly write: InstantWriter;
  readonly isHoliday: (date: string) => boolean;
  readonly notes: Notes;
}

export function frameOf(standing: StandingData, wish: GenerateWish): Frame {
  return {
    standing,
    wish,
    dates: datesBetween(wish.from, wish.to),
    clock: wallClock(wish.timeZone),
    write: instantWriter(wish.timeZone),
    isHoliday: holidayCalendar(),
    notes: new Notes(),
  };
}
