import { describe, expect, it } from "vitest";
import type { AnyDaysRhythm, RuleRhythm } from "../../../src/contracts/standing/rhythm.js";
import { datesBetween, weekday } from "../../../src/domain/dates.js";
import {
  chooseDates,
  datesOfRule,
  holidayCalendar,
  movableWeeks,
  ruleDates,
  RuleRefused,
} from "../../../src/planning/rhythm/index.js";

const isHoliday = holidayCalendar();
const rule = (rrule: string, more: Partial<RuleRhythm> = {}): RuleRhythm => ({
  kind: "rule",
  rrule,
  ...more,
});
const span = (from: string, to: string, anchor = "2026-01-05") => ({ from, to, anchor, isHoliday });

describe("rules of days", () => {
  it("name weekdays, every other week, and days of a month", () => {
    expect(ruleDates(rule("FREQ=WEEKLY;BYDAY=MO,TH"), span("2026-11-23", "2026-11-29"))).toEqual([
      "2026-11-23",
      "2026-11-26",
    ]);
    const other = rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
    expect(ruleDates(other, span("2026-11-16", "2026-12-06", "2026-11-02"))).toEqual([
      "2026-11-17",
      "2026-12-01",
    ]);
    expect(ruleDates(other, span("2026-11-16", "2026-12-06", "2026-11-09"))).toEqual(["2026-11-24"]);
    expect(ruleDates(rule("FREQ=MONTHLY;BYDAY=-1FR"), span("2026-11-01", "2026-12-31"))).toEqual([
      "2026-11-27",
      "2026-12-25",
    ]);
  });

  it("come every day through both clock changes", () => {
    const daily = rule("FREQ=DAILY");
    for (const [from, to] of [
      ["2026-03-27", "2026-03-31"],
      ["2026-10-23", "2026-10-27"],
    ] as const) {
      expect(ruleDates(daily, span(from, to))).toEqual(datesBetween(from, to));
    }
  });

  it("heed holidays", () => {
    const week = span("2026-12-21", "2026-12-27");
    const skipped = ruleDates(rule("FREQ=DAILY", { holidays: "skip" }), week);
    expect(skipped).toEqual(["2026-12-21", "2026-12-22", "2026-12-23", "2026-12-27"]);
    expect(ruleDates(rule("FREQ=DAILY", { holidays: "only" }), week)).toEqual([
      "2026-12-24",
      "2026-12-25",
      "2026-12-26",
    ]);
  });

  it("give the same dates whether walked from the anchor or from nearby", () => {
    for (const rrule of ["FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,WE", "FREQ=WEEKLY"]) {
      // BYSETPOS takes all days of the period here: the rule is the same, walked from its anchor.
      const far = `${rrule};BYSETPOS=1,2,3`;
      const walked = rrule.includes("BYDAY")
        ? datesOfRule(far, "2022-03-02", "2026-10-01", "2026-12-31")
        : null;
      const near = datesOfRule(rrule, "2022-03-02", "2026-10-01", "2026-12-31");
      const whole = datesOfRule(rrule, "2022-03-02", "2022-03-02", "2026-12-31");
      expect(near).toEqual(whole.filter((date) => date >= "2026-10-01"));
      expect(near.length).toBeGreaterThan(8);
      if (walked !== null) expect(near).toEqual(walked);
    }
  });

  it("count from their start and end there", () => {
    expect(datesOfRule("FREQ=DAILY;COUNT=3", "2026-11-23", "2026-11-01", "2026-12-31")).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
    ]);
    expect(datesOfRule("FREQ=DAILY;UNTIL=20261124", "2026-11-23", "2026-11-01", "2026-12-31")).toEqual([
      "2026-11-23",
      "2026-11-24",
    ]);
    expect(datesOfRule("FREQ=DAILY", "2026-11-23", "2026-11-01", "2026-11-22")).toEqual([]);
  });

  it("are refused in the library's words", () => {
    expect(() => datesOfRule("FREQ=SOMETIMES", "2026-11-23", "2026-11-23", "2026-11-30")).toThrow(
      RuleRefused,
    );
    expect(() =>
      datesOfRule("FREQ=DAILY;COUNT=2;UNTIL=20261201", "2026-11-23", "2026-11-23", "2026-11-30"),
    ).toThrow(/COUNT and UNTIL/);
  });
});

describe("any days of the week", () => {
  const anyTwo: AnyDaysRhythm = {
    kind: "any-days",
    daysAWeek: 2,
    weekdays: ["MO", "TU", "WE", "TH", "FR"],
    holidays: "skip",
  };
  const open = (): boolean => true;

  it("have weeks, every other one if so", () => {
    const weeks = movableWeeks({ ...anyTwo, everyWeeks: 2 }, span("2026-11-25", "2026-12-14", "2026-11-11"));
    expect(weeks.map((week) => week.monday)).toEqual(["2026-11-23", "2026-12-07"]);
    expect(weeks[0]!.dates).toEqual(datesBetween("2026-11-23", "2026-11-27"));
  });

  it("leave holidays out", () => {
    const [week] = movableWeeks(anyTwo, span("2026-12-24", "2026-12-24"));
    expect(week).toEqual({ monday: "2026-12-21", dates: datesBetween("2026-12-21", "2026-12-23"), count: 2 });
  });

  it("are chosen evenly over a week and over clients, the same each time", () => {
    const [week] = movableWeeks(anyTwo, span("2026-11-23", "2026-11-23"));
    const load = new Map<number, number>();
    for (let client = 0; client < 200; client++) {
      const dates = chooseDates(`requirement-${client}`, week!, open);
      expect(dates).toEqual(chooseDates(`requirement-${client}`, week!, open));
      expect(dates).toHaveLength(2);
      expect(Math.abs(weekday(dates[0]!) - weekday(dates[1]!))).toBeGreaterThan(1);
      for (const date of dates) load.set(weekday(date), (load.get(weekday(date)) ?? 0) + 1);
    }
    expect([...load.keys()].toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(Math.min(...load.values())).toBeGreaterThan(50);
  });

  it("move to the nearest open day and leave the others where they were", () => {
    const [week] = movableWeeks(anyTwo, span("2026-11-23", "2026-11-23"));
    const before = chooseDates("r", week!, open);
    const after = chooseDates("r", week!, (date) => date !== before[0]);
    expect(after).toHaveLength(2);
    expect(after).toContain(before[1]);
    expect(chooseDates("r", week!, (date) => date === before[1])).toEqual([before[1]]);
    expect(chooseDates("r", week!, () => false)).toEqual([]);
  });
});
