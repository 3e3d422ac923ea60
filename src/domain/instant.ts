/**
 * Instants of the contract: `YYYY-MM-DDThh:mm:ss` followed by `Z` or `±hh:mm`, no fractions,
 * no leap seconds, proleptic Gregorian calendar. Inside the product an instant is a whole
 * number of seconds since 1970-01-01T00:00:00Z.
 */

import { remembered } from "./remembered.js";

/** Instants kept as they were read: those of a few days. */
const KEPT = 20_000;

/** Why a text is no instant. */
export type InstantFault = "shape" | "fraction" | "leap-second" | "calendar" | "clock" | "offset";

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))$/;
const WITH_FRACTION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.,]\d+(?:Z|[+-]\d\d:\d\d)$/;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1]!;
}

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar. `Date.UTC` would read the
 * years 0 to 99 as 1900 to 1999, so the days are counted here: years start in March, which
 * puts the leap day last.
 */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Reads an instant: seconds since the epoch, or the reason why it is none. */
export const readInstant: (text: string) => number | InstantFault = remembered(parse, KEPT);

function parse(text: string): number | InstantFault {
  const parts = SHAPE.exec(text);
  if (parts === null) return WITH_FRACTION.test(text) ? "fraction" : "shape";
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  const hour = Number(parts[4]);
  const minute = Number(parts[5]);
  const second = Number(parts[6]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return "calendar";
  if (second === 60) return "leap-second";
  if (hour > 23 || minute > 59 || second > 59) return "clock";
  let offset = 0;
  if (parts[7] !== undefined) {
    const offsetMinutes = Number(parts[9]);
    if (Number(parts[8]) > 23 || offsetMinutes > 59) return "offset";
    offset = (Number(parts[8]) * 60 + offsetMinutes) * (parts[7] === "-" ? -60 : 60);
  }
  return daysSinceEpoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset;
}

/** Seconds since the epoch of an instant. Throws a RangeError for a text that is none. */
export function epochSeconds(text: string): number {
  const read = readInstant(text);
  if (typeof read === "string") throw new RangeError(`not an instant (${read}): ${text.slice(0, 40)}`);
  return read;
}
