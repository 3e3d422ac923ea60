/** On which dates a rhythm comes, and how often in a week where the days are free to choose. */
import { WEEKDAYS, type AnyDaysRhythm, type Rhythm } from "../../contracts/standing/rhythm.js";
import { addDays, mondayOf, datesBetween, daysBetween, weekday } from "../../domain/dates.js";
import { datesOfRule } from "./rule.js";

/** What a rhythm is expanded in. Dates are local, both ends included. */
export interface RhythmSpan {
  readonly from: string;
  readonly to: string;
  /** Intervals count from here unless the rhythm has an anchor of its own. */
  readonly anchor: string;
  readonly isHoliday: (date: string) => boolean;
}

/** A week of a rhythm whose days are free to choose. */
export interface MovableWeek {
  readonly monday: string;
  /** Dates that the rhythm allows, holidays heeded; of the whole week, also outside the span. */
  readonly dates: readonly string[];
  /** How many of them. */
  readonly count: number;
}

function keepsHolidays(rhythm: Rhythm, isHoliday: (date: string) => boolean): (date: string) => boolean {
  if (rhythm.holidays === "skip") return (date) => !isHoliday(date);
  if (rhythm.holidays === "only") return isHoliday;
  return () => true;
}

/**
 * The dates of a rule, holidays heeded.
 *
 * @throws RuleRefused
 */
export function ruleDates(rhythm: Extract<Rhythm, { kind: "rule" }>, span: RhythmSpan): string[] {
  const dates = datesOfRule(rhythm.rrule, rhythm.anchor ?? span.anchor, span.from, span.to);
  return dates.filter(keepsHolidays(rhythm, span.isHoliday));
}

/** The weeks that reach into the span, in order. */
export function movableWeeks(rhythm: AnyDaysRhythm, span: RhythmSpan): MovableWeek[] {
  const every = rhythm.everyWeeks ?? 1;
  const first = mondayOf(rhythm.anchor ?? span.anchor);
  const wanted = rhythm.weekdays ?? [];
  const weeks: MovableWeek[] = [];
  for (let monday = mondayOf(span.from); monday <= span.to; monday = addDays(monday, 7)) {
    const number = daysBetween(first, monday) / 7;
    if (number < 0 || number % every !== 0) continue;
    const dates = datesBetween(monday, addDays(monday, 6))
      .filter((date) => wanted.length === 0 || wanted.includes(WEEKDAYS[weekday(date) - 1]!))
      .filter(keepsHolidays(rhythm, span.isHoliday));
    weeks.push({ monday, dates, count: Math.min(rhythm.daysAWeek, dates.length) });
  }
  return weeks;
}

/** A number of the text that stays the same everywhere (FNV-1a, 32 bits). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

/**
 * Days of a movable week for a plan of single days: evenly spread, the first by a hash of the
 * key, so that many clients fill the week evenly and the choice stays whenever it is asked for.
 * A chosen date that is not open moves to the nearest open one that is not chosen; dates without
 * a stand-in fall out.
 *
 * @param key names the requirement
 * @param isOpen client at home, requirement and decision valid
 */
export function chooseDates(key: string, week: MovableWeek, isOpen: (date: string) => boolean): string[] {
  const { dates, count } = week;
  if (count === 0) return [];
  const step = dates.length / count;
  const offset = (hash(key) / 0x1_0000_0000) * step;
  const chosen = new Set(
    Array.from({ length: count }, (_, index) => dates[Math.floor(offset + index * step)]!),
  );
  const kept = new Set([...chosen].filter(isOpen));
  for (const lost of [...chosen].filter((date) => !isOpen(date))) {
    const [nearest] = dates
      .filter((date) => isOpen(date) && !kept.has(date))
      .toSorted(
        (x, y) => Math.abs(daysBetween(lost, x)) - Math.abs(daysBetween(lost, y)) || (x < y ? -1 : 1),
      );
    if (nearest !== undefined) kept.add(nearest);
  }
  return [...kept].toSorted();
}
