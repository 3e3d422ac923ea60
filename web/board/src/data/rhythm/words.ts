/** A rhythm in words: "every other week on Monday and Thursday, 2 times a day". */
import type { Rhythm, Weekday } from "../../../../../src/contracts/standing/index.js";
import { formatDate, language, LOCALES, speak, text } from "../../../../shared/i18n/index.js";
import { DAYS, type Wish, wishOf } from "./read.js";

export const trhythm = speak({
  daily: text("every day", "joka päivä", "varje dag"),
  weekdays: text("on chosen weekdays", "valittuina viikonpäivinä", "på valda veckodagar"),
  "any-days": text(
    "any days of the week, the planner chooses",
    "minä tahansa viikon päivinä, suunnittelu valitsee",
    "vilka veckodagar som helst, planeringen väljer",
  ),
  "month-day": text("on a day of the month", "tiettynä kuukauden päivänä", "på en viss dag i månaden"),
  "month-weekday": text(
    "on a weekday of the month",
    "tiettynä kuukauden viikonpäivänä",
    "på en viss veckodag i månaden",
  ),
  rule: text("by a rule of another system", "muun järjestelmän säännöllä", "enligt ett annat systems regel"),
  pattern: text("Comes", "Toistuu", "Upprepas"),
  every: text("Repeats", "Väli", "Intervall"),
  "every-days": text("every {n} days", "{n} päivän välein", "var {n}:e dag"),
  "week-1": text("every week", "joka viikko", "varje vecka"),
  "week-2": text("every other week", "joka toinen viikko", "varannan vecka"),
  "every-weeks": text("every {n} weeks", "{n} viikon välein", "var {n}:e vecka"),
  "month-1": text("every month", "joka kuukausi", "varje månad"),
  "every-months": text("every {n} months", "{n} kuukauden välein", "var {n}:e månad"),
  "day-1": text("every day", "joka päivä", "varje dag"),
  days: text("Weekdays", "Viikonpäivät", "Veckodagar"),
  among: text(
    "Only among these (none chosen: all)",
    "Vain näistä (ei valittuja: kaikki)",
    "Endast bland dessa (inga valda: alla)",
  ),
  "days-a-week": text("Days a week", "Päiviä viikossa", "Dagar per vecka"),
  "month-day-n": text("Day of the month", "Kuukauden päivä", "Dag i månaden"),
  nth: text("Which one", "Monesko", "Vilken i ordningen"),
  "nth-1": text("first", "ensimmäinen", "första"),
  "nth-2": text("second", "toinen", "andra"),
  "nth-3": text("third", "kolmas", "tredje"),
  "nth-4": text("fourth", "neljäs", "fjärde"),
  "nth--1": text("last", "viimeinen", "sista"),
  "times-a-day": text("Times a day", "Kertaa päivässä", "Gånger per dag"),
  holidays: text("On public holidays", "Pyhäpäivinä", "På helgdagar"),
  "as-usual": text("as on other days", "kuten muulloin", "som andra dagar"),
  skip: text("not at all", "ei lainkaan", "inte alls"),
  only: text("only then", "vain silloin", "endast då"),
  anchor: text("Weeks counted from", "Viikot lasketaan päivästä", "Veckorna räknas från"),
  "anchor-help": text(
    "Empty: from the first day of validity.",
    "Tyhjä: voimassaolon alusta.",
    "Tomt: från giltighetens början.",
  ),
  "rule-help": text(
    "A rule of days by RFC 5545, such as FREQ=WEEKLY;BYDAY=MO.",
    "RFC 5545:n mukainen päivien sääntö, esimerkiksi FREQ=WEEKLY;BYDAY=MO.",
    "En regel för dagar enligt RFC 5545, till exempel FREQ=WEEKLY;BYDAY=MO.",
  ),
  "say-any": text(
    "any {n} {n|day|days} a week",
    "minä tahansa {n} päivänä viikossa",
    "vilka {n} dagar som helst i veckan",
  ),
  "say-among": text("among {days}", "päivistä {days}", "bland {days}"),
  "say-on": text("on {days}", "{days}", "på {days}"),
  "say-month-day": text("on the {n}th", "{n}. päivä", "den {n}:e"),
  "say-times": text("{n} times a day", "{n} kertaa päivässä", "{n} gånger per dag"),
  "say-skip": text("not on public holidays", "ei pyhinä", "inte på helgdagar"),
  "say-only": text("only on public holidays", "vain pyhinä", "endast på helgdagar"),
  "say-from": text("counted from {date}", "laskettuna {date} alkaen", "räknat från {date}"),
});

/** 2026-11-23 is a Monday. */
const dateOf = (day: Weekday): Date => new Date(Date.UTC(2026, 10, 23 + DAYS.indexOf(day)));

export const weekdayName = (day: Weekday, width: "long" | "short" = "long"): string =>
  new Intl.DateTimeFormat(LOCALES[language.value], { weekday: width, timeZone: "UTC" }).format(dateOf(day));

/** `ma, to`; a run of three or more is `ma–pe`. */
export function daysWords(days: readonly Weekday[]): string {
  const at = days.map((day) => DAYS.indexOf(day));
  const isRun = at.length > 2 && at.every((one, i) => i === 0 || one === (at[i - 1] ?? 0) + 1);
  const [first, last] = [days[0], days.at(-1)];
  if (isRun && first !== undefined && last !== undefined)
    return `${weekdayName(first, "short")}–${weekdayName(last, "short")}`;
  return days.map((day) => weekdayName(day, "short")).join(", ");
}

export function everyWords(unit: "day" | "week" | "month", n: number): string {
  if (n === 1) return trhythm(`${unit}-1`);
  if (unit === "week") return n === 2 ? trhythm("week-2") : trhythm("every-weeks", { n });
  return trhythm(unit === "day" ? "every-days" : "every-months", { n });
}

function main(wish: Wish): string[] {
  const { pattern, every, days, daysAWeek, monthDay, nth, rule } = wish;
  const often = (unit: "week" | "month"): string[] =>
    every === 1 && unit === "week" ? [] : [everyWords(unit, every)];
  switch (pattern) {
    case "daily":
      return [everyWords("day", every)];
    case "weekdays":
      return [...often("week"), trhythm("say-on", { days: daysWords(days) })];
    case "any-days":
      return [
        ...often("week"),
        trhythm("say-any", { n: daysAWeek }),
        ...(days.length === 0 ? [] : [trhythm("say-among", { days: daysWords(days) })]),
      ];
    case "month-day":
      return [everyWords("month", every), trhythm("say-month-day", { n: monthDay })];
    case "month-weekday":
      return [
        everyWords("month", every),
        `${trhythm(`nth-${nth}` as "nth-1")} ${days[0] === undefined ? "" : weekdayName(days[0])}`,
      ];
    default:
      return [rule];
  }
}

/** The whole rhythm on one line. */
export function rhythmWords(rhythm: Partial<Rhythm> | undefined): string {
  if (rhythm === undefined) return "";
  const wish = wishOf(rhythm);
  return [
    main(wish).join(" "),
    ...(wish.timesADay === 1 ? [] : [trhythm("say-times", { n: wish.timesADay })]),
    ...(wish.holidays === "as-usual" ? [] : [trhythm(`say-${wish.holidays}`)]),
    ...(wish.anchor === "" || wish.every === 1
      ? []
      : [trhythm("say-from", { date: formatDate(wish.anchor, "plain") })]),
  ].join(", ");
}
