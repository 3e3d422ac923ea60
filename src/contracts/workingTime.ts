/** Working-time rules as data, and rosters to be judged by them. */
import { z } from "zod";
import { id, instant } from "./basics.js";

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, "must be a date, YYYY-MM-DD");
const hours = z.number().positive().max(10_000);
const whole = z.int().min(0).max(100_000);

/** What every rule says of itself. */
const rule = {
  clause: z.string().min(1).max(500).describe("Where it stands, such as a paragraph of the law or agreement"),
  severity: z
    .enum(["violation", "notice"])
    .describe("notice: to be known, not forbidden (overtime by consent)"),
};

export const WORKING_TIME_RULES = [
  "daily-rest",
  "rest-compensation",
  "weekly-rest",
  "meal-break",
  "break-place",
  "long-shift-rest",
  "daily-hours",
  "weekly-hours",
  "period-hours",
  "average-hours",
  "days-off",
  "rota-notice",
  "professional-on-shift",
] as const;
export type WorkingTimeRule = (typeof WORKING_TIME_RULES)[number];

export const workingTimeRules = z
  .strictObject({
    "daily-rest": z
      .strictObject({
        ...rule,
        hours: hours.describe("Unbroken rest within `withinHours` from a shift's start"),
        withinHours: hours,
        shortenedHours: hours.optional().describe("Enough for those who agreed to it; absent: for nobody"),
      })
      .optional(),
    "rest-compensation": z
      .strictObject({ ...rule, days: whole.describe("A shortened rest is made up for within so many days") })
      .optional(),
    "weekly-rest": z
      .strictObject({
        ...rule,
        hours: hours.describe("Unbroken rest in each week from Monday"),
        leastHours: hours
          .optional()
          .describe("Enough if two weeks in a row have `hours` on average; absent: no averaging"),
      })
      .optional(),
    "meal-break": z
      .strictObject({ ...rule, overHours: hours, minutes: whole.describe("Least length of one break") })
      .optional(),
    "break-place": z
      .strictObject({ ...rule, apartMinutes: whole.describe("Least distance of a break from both ends") })
      .optional(),
    "long-shift-rest": z
      .strictObject({ ...rule, overHours: hours, afterHours: hours, minutes: whole })
      .optional(),
    "daily-hours": z.strictObject({ ...rule, hours }).optional(),
    "weekly-hours": z.strictObject({ ...rule, hours }).optional(),
    "period-hours": z
      .strictObject({
        ...rule,
        weeks: z.int().min(1).max(52),
        minutes: whole,
        start: date.describe("First date of any period; the others follow without gaps"),
      })
      .optional(),
    "average-hours": z.strictObject({ ...rule, hours, weeks: z.int().min(1).max(104) }).optional(),
    "days-off": z
      .strictObject({
        ...rule,
        perWeek: z.int().min(0).max(7),
        consecutive: z.int().min(0).max(14).describe("Days off in a row, once in `weeks`"),
        weeks: z.int().min(1).max(26),
      })
      .optional(),
    "rota-notice": z.strictObject({ ...rule, days: whole }).optional(),
    "professional-on-shift": z
      .strictObject({ ...rule, skills: z.array(id).min(1).describe("Somebody with one of them, always") })
      .optional(),
  })
  .describe("A rule that is absent is not checked");

export const ruleSet = z.strictObject({
  name: z.record(z.string(), z.string()).describe("By language"),
  validFrom: date.describe("It holds from this date until a later one of the same id"),
  source: z.string().min(1).max(2000),
  unpaidFromMinutes: whole.describe("A break this long or longer is no working time"),
  rules: workingTimeRules,
});
export type RuleSet = z.infer<typeof ruleSet>;
export type WorkingTimeRules = RuleSet["rules"];

export const rosterShift = z.strictObject({
  id,
  nurseId: id,
  from: instant,
  to: instant,
  breaks: z
    .array(z.strictObject({ from: instant, to: instant }))
    .max(50)
    .optional()
    .describe("Absent: not known, and not judged"),
  knownSince: instant.optional().describe("When the nurse was told of the shift; absent: not judged"),
  consent: z.boolean().optional().describe("She agreed to a change at short notice"),
});
export const rosterNurse = z.strictObject({
  id,
  form: z.enum(["general", "period"]).default("period").describe("General working time, or period work"),
  shortenedRest: z.boolean().default(false).describe("She agreed to the shortened daily rest"),
  skills: z.array(id).default([]),
});

export const roster = z.strictObject({
  timeZone: z.string().default("Europe/Helsinki"),
  ruleSet: id.optional().describe("Default: law"),
  from: date.describe("Shifts that start earlier are looked at, and judged only together with later ones"),
  to: date,
  shifts: z.array(rosterShift).max(20_000),
  nurses: z.array(rosterNurse).max(5_000).optional().describe("Those not named: period work, no consent"),
});
export type Roster = z.infer<typeof roster>;
