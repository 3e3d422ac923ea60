/** Public holidays of Finland: fixed dates, and those that follow Easter or a weekday. */
import { addDays, weekday } from "../../domain/dates.js";

export interface Holiday {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly id: HolidayId;
}

export type HolidayId =
  | "new-year"
  | "epiphany"
  | "good-friday"
  | "easter"
  | "easter-monday"
  | "may-day"
  | "ascension"
  | "pentecost"
  | "midsummer-eve"
  | "midsummer"
  | "all-saints"
  | "independence"
  | "christmas-eve"
  | "christmas"
  | "second-christmas";

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/**
 * Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
 *
 * @param year 1583 or later
 */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}

/** The first Saturday from a date on. */
function saturdayFrom(date: string): string {
  return addDays(date, (6 - weekday(date) + 7) % 7);
}

/**
 * The days on which offices are closed, in order of date: the public holidays, and the eves of
 * midsummer and Christmas, which count as holidays in the agreements of the care sector.
 */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(`${year}-06-20`);
  const list: Holiday[] = [
    { date: `${year}-01-01`, id: "new-year" },
    { date: `${year}-01-06`, id: "epiphany" },
    { date: addDays(easter, -2), id: "good-friday" },
    { date: easter, id: "easter" },
    { date: addDays(easter, 1), id: "easter-monday" },
    { date: `${year}-05-01`, id: "may-day" },
    { date: addDays(easter, 39), id: "ascension" },
    { date: addDays(easter, 49), id: "pentecost" },
    { date: addDays(midsummer, -1), id: "midsummer-eve" },
    { date: midsummer, id: "midsummer" },
    { date: saturdayFrom(`${year}-10-31`), id: "all-saints" },
    { date: `${year}-12-06`, id: "independence" },
    { date: `${year}-12-24`, id: "christmas-eve" },
    { date: `${year}-12-25`, id: "christmas" },
    { date: `${year}-12-26`, id: "second-christmas" },
  ];
  return list.toSorted((x, y) => (x.date < y.date ? -1 : 1));
}

/** Tells whether a date is a holiday; remembers the years that it has looked up. */
export function holidayCalendar(): (date: string) => boolean {
  const years = new Map<number, ReadonlySet<string>>();
  return (date) => {
    const year = Number(date.slice(0, 4));
    let dates = years.get(year);
    if (dates === undefined) {
      dates = new Set(holidaysOf(year).map((holiday) => holiday.date));
      years.set(year, dates);
    }
    return dates.has(date);
  };
}
