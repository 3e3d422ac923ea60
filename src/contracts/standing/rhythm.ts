/** How often a requirement comes. */
import { z } from "zod";
import { date, refuse } from "./basics.js";

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export const weekday = z.enum(WEEKDAYS);

const PARTS = [
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYDAY",
  "BYMONTHDAY",
  "BYYEARDAY",
  "BYWEEKNO",
  "BYMONTH",
  "BYSETPOS",
  "WKST",
];
const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/** Why a text is no rule of days; null: its parts are sound (the library that expands it has the last word). */
function whyNoRule(text: string): string | null {
  const seen = new Set<string>();
  for (const part of text.split(";")) {
    const [name, value, more] = part.split("=");
    if (name === undefined || value === undefined || value === "" || more !== undefined)
      return "has a part that is not NAME=VALUE";
    if (!PARTS.includes(name)) return "has a part that no rule of days has";
    if (seen.has(name)) return `has ${name} twice`;
    seen.add(name);
    if (name === "FREQ" && !FREQUENCIES.includes(value))
      return `has a FREQ other than ${FREQUENCIES.join(", ")}`;
    if (name === "INTERVAL" && !/^[1-9]\d{0,3}$/.test(value))
      return "has an INTERVAL that is no whole number";
    if (
      name === "BYDAY" &&
      !/^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*$/.test(value)
    )
      return "has a BYDAY that names no weekdays";
  }
  return seen.has("FREQ") ? null : "has no FREQ";
}

const rrule = z
  .string()
  .max(500)
  .superRefine((text, context) => {
    const why = whyNoRule(text);
    if (why !== null) refuse(context, "rhythm-rule", why);
  })
  .describe("RFC 5545 recurrence rule of days, such as FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH. No DTSTART.");

export const HOLIDAY_HABITS = ["as-usual", "skip", "only"] as const;

const common = {
  timesADay: z.int().min(1).max(48).exactOptional().describe("Visits on each day. Default 1."),
  holidays: z
    .enum(HOLIDAY_HABITS)
    .exactOptional()
    .describe("On public holidays: as on other days (default), not at all, or only then."),
  anchor: date
    .exactOptional()
    .describe("Intervals (every other week) count from here. Absent: validFrom of the first version."),
};

/** Days that a rule names. */
export const ruleRhythm = z.strictObject({ kind: z.literal("rule"), rrule, ...common });

/** Any n days of the week; the planner chooses which. Weeks begin on Monday. */
export const anyDaysRhythm = z.strictObject({
  kind: z.literal("any-days"),
  daysAWeek: z.int().min(1).max(7),
  weekdays: z.array(weekday).max(7).exactOptional().describe("Only among these; empty or absent: all."),
  everyWeeks: z.int().min(1).max(52).exactOptional().describe("2: every other week. Default 1."),
  ...common,
});

export const rhythm = z.discriminatedUnion("kind", [ruleRhythm, anyDaysRhythm]);

export type Weekday = z.infer<typeof weekday>;
export type RuleRhythm = z.infer<typeof ruleRhythm>;
export type AnyDaysRhythm = z.infer<typeof anyDaysRhythm>;
export type Rhythm = z.infer<typeof rhythm>;
