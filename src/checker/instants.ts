/**
 * Instants of the contract, read without any date library, so that the checker's
 * clock arithmetic is its own.
 */
import { remembered } from "../domain/remembered.js";
import { NotCheckable } from "./notCheckable.js";

/** Instants kept as they were read: those of a few days. */
const KEPT = 20_000;

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))$/;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days from 1970-01-01 to the first of January of a year (Gregorian, year >= 1). */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return past * 365 + leaps - 719_162;
}

function daysBeforeMonth(year: number, month: number): number {
  let days = month > 2 && isLeap(year) ? 1 : 0;
  for (let earlier = 0; earlier < month - 1; earlier += 1) days += MONTH_DAYS[earlier]!;
  return days;
}

/**
 * Whole seconds since 1970-01-01T00:00:00Z of `YYYY-MM-DDThh:mm:ss` with `Z` or `±hh:mm`.
 *
 * @throws NotCheckable (`instant-malformed`) for any other text, for a day that the
 *   calendar lacks and for a leap second
 */
export const secondsOf: (instant: string) => number = remembered(parse, KEPT);

function parse(instant: string): number {
  const found = SHAPE.exec(instant);
  if (found === null) throw malformed(instant);
  const year = Number(found[1]);
  const month = Number(found[2]);
  const day = Number(found[3]);
  const hour = Number(found[4]);
  const minute = Number(found[5]);
  const second = Number(found[6]);
  const offset = found[7] === undefined ? 0 : Number(found[8]) * 3600 + Number(found[9]) * 60;
  if (year < 1 || month < 1 || month > 12 || day < 1) throw malformed(instant);
  const lastDay = month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1]!;
  if (day > lastDay || hour > 23 || minute > 59 || second > 59 || offset >= 86_400) throw malformed(instant);
  const days = daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1;
  const local = days * 86_400 + hour * 3600 + minute * 60 + second;
  return found[7] === "-" ? local + offset : local - offset;
}

function malformed(instant: string): NotCheckable {
  return new NotCheckable(
    "instant-malformed",
    "",
    `not an instant: ${String(instant).slice(0, 60)}`,
    "Write instants as YYYY-MM-DDThh:mm:ss followed by Z or ±hh:mm, without fractions.",
  );
}
