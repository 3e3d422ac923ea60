/** What happened on a day, as a phone reports it. */
import { z } from "zod";
import { id } from "./basics.js";

export const ACTUAL_KINDS = [
  "check-in",
  "check-out",
  "cancelled-at-door",
  "not-at-home",
  "running-late",
  "note",
] as const;
export type ActualKind = (typeof ACTUAL_KINDS)[number];

/** Most events of one batch: a phone that was offline for a week sends fewer. */
export const MOST_EVENTS = 500;

/** Phones write fractions of a second; they are dropped. */
export const phoneInstant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/,
    "must be an instant, 2026-11-23T07:30:00+02:00",
  )
  .refine((text) => Number.isFinite(Date.parse(text)), "must be a time that exists");

const ofVisit = {
  id: z.string().min(8).max(100).describe("Made by the phone, never used again; a UUID"),
  nurseId: id.describe("Who was there"),
  at: phoneInstant.describe("By the phone's clock"),
  date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, "must be a date, YYYY-MM-DD")
    .optional()
    .describe("Date of the list on which the visit stands; absent: the day nearest to `at`"),
};

export const actualEvent = z.discriminatedUnion("kind", [
  z.strictObject({ ...ofVisit, kind: z.literal("check-in"), visitId: id }),
  z.strictObject({ ...ofVisit, kind: z.literal("check-out"), visitId: id }),
  z.strictObject({ ...ofVisit, kind: z.literal("cancelled-at-door"), visitId: id }),
  z.strictObject({ ...ofVisit, kind: z.literal("not-at-home"), visitId: id }),
  z.strictObject({
    ...ofVisit,
    kind: z.literal("running-late"),
    visitId: id.optional().describe("The next visit; absent: the next one of the nurse's round"),
    minutes: z.int().min(0).max(1440).describe("Behind the plan; 0 takes an earlier word back"),
  }),
  z.strictObject({
    ...ofVisit,
    kind: z.literal("note"),
    visitId: id.optional(),
    text: z.string().trim().min(1).max(4000).describe("Personal data"),
  }),
]);
export type ActualEventInput = z.infer<typeof actualEvent>;

export const actualsBatch = z.strictObject({
  sentAt: phoneInstant
    .optional()
    .describe("The phone's clock as it sends: tells how wrong that clock is. Absent: the clock is trusted"),
  events: z.array(actualEvent).min(1).max(MOST_EVENTS),
});
export type ActualsBatch = z.infer<typeof actualsBatch>;
