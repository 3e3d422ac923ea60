/** Forms have every field of every kind, and take in a rhythm as they give it back. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import {
  anyDaysRhythm,
  type Rhythm,
  ruleRhythm,
  STANDING_KINDS,
  STANDING_SCHEMAS,
} from "../../../src/contracts/standing/index.js";
import type { FORMS as Forms } from "../../../web/board/src/data/forms/index.js";
import { readClock } from "../../../web/board/src/data/readClock.js";
import { rhythmOf, wishOf } from "../../../web/board/src/data/rhythm/read.js";

interface Shape {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
}

describe("forms of standing data", () => {
  let forms: typeof Forms;
  beforeAll(async () => {
    // The words ask which language the browser was left in.
    vi.stubGlobal("localStorage", { getItem: () => "en", setItem: () => undefined });
    vi.stubGlobal("document", { documentElement: { lang: "" } });
    forms = (await import("../../../web/board/src/data/forms/index.js")).FORMS;
  });

  it.each(STANDING_KINDS)("have each field of %s, and say which are needed", (kind) => {
    const { properties, required } = z.toJSONSchema(STANDING_SCHEMAS[kind], {
      unrepresentable: "any",
    }) as unknown as Shape;
    const fields = forms[kind].sections.flatMap((section) => section.fields);
    const known = Object.keys(properties).filter((key) => key !== "id");
    expect(fields.map(({ key }) => key).toSorted()).toEqual(known.toSorted());
    const needed = fields.filter((field) => field.needed === true).map(({ key }) => key);
    expect(needed.toSorted()).toEqual(required.filter((key) => key !== "id").toSorted());
    const columns = forms[kind].columns.filter((key) => !key.startsWith("*"));
    expect(columns.filter((key) => !known.includes(key))).toEqual([]);
    for (const field of fields) {
      for (const words of [field.label, ...(field.help === undefined ? [] : [field.help])]) {
        expect(
          Object.values(words).filter((word) => word.trim() === ""),
          field.key,
        ).toEqual([]);
      }
    }
  });
});

describe("the rhythm editor", () => {
  const KNOWN: readonly Rhythm[] = [
    { kind: "rule", rrule: "FREQ=DAILY" },
    { kind: "rule", rrule: "FREQ=DAILY;INTERVAL=3", anchor: "2026-11-23" },
    { kind: "rule", rrule: "FREQ=WEEKLY;BYDAY=MO,WE,FR", timesADay: 2 },
    { kind: "rule", rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", holidays: "skip" },
    { kind: "rule", rrule: "FREQ=MONTHLY;BYMONTHDAY=15" },
    { kind: "rule", rrule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR" },
    { kind: "any-days", daysAWeek: 2 },
    { kind: "any-days", daysAWeek: 3, weekdays: ["MO", "TU", "WE"], everyWeeks: 2, timesADay: 3 },
  ];

  it.each(KNOWN)("gives back %j", (rhythm) => {
    expect(rhythmOf(wishOf(rhythm))).toEqual(rhythm);
    expect((rhythm.kind === "rule" ? ruleRhythm : anyDaysRhythm).safeParse(rhythm).success).toBe(true);
    expect(wishOf(rhythm).pattern).not.toBe("rule");
  });

  it.each([
    "FREQ=YEARLY;BYMONTH=6",
    "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=MO,TU",
    "FREQ=MONTHLY;BYMONTHDAY=1,15",
  ])("leaves a rule that it has no words for as it is: %s", (rrule) => {
    const wish = wishOf({ kind: "rule", rrule });
    expect(wish.pattern).toBe("rule");
    expect(rhythmOf(wish)).toEqual({ kind: "rule", rrule });
  });
});

describe("times as they are typed", () => {
  it.each([
    ["7", "07:00"],
    ["730", "07:30"],
    ["7.30", "07:30"],
    ["07:30", "07:30"],
    ["1545", "15:45"],
    ["noon", "noon"],
    ["7.3", "7.3"],
  ])("%s is %s", (typed, time) => {
    expect(readClock(typed)).toBe(time);
  });
});
