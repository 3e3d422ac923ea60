/**
 * What a client needs under a decision. A requirement is a line of versions with one id: each
 * holds from its validFrom until its validTo or the day before the next version begins, so a
 * change from a date on is one more version and leaves the days before as they were.
 */
import { z } from "zod";
import { id, ids, minutes, minutesOrNone, points } from "../basics.js";
import { dayWindow, refuse, text, validity, validityOrder } from "./basics.js";
import { rhythm } from "./rhythm.js";

const fields = z.strictObject({
  id,
  decisionId: id,
  ...validity,
  typeId: id,
  minutes: minutes.exactOptional().describe("Absent: the visit type's default."),
  requires: ids.exactOptional().describe("Skills needed beside the type's own."),
  requiresAnyOf: ids.exactOptional(),
  crewSize: z.int().min(1).max(100).exactOptional().describe("Nurses at once. Default 1."),
  rhythm,
  windows: z
    .array(dayWindow)
    .min(1)
    .max(48)
    .describe(
      "The visit starts inside one of them, both ends included. With n times a day: n windows, one for each time in order, or one that all share.",
    ),
  preferred: z
    .array(dayWindow)
    .max(48)
    .exactOptional()
    .describe("Wished start. Once a day: at most one. N times a day: none, one shared, or n in order."),
  critical: z.boolean().exactOptional().describe("The time is critical; false (default): flexible."),
  minGapMinutes: minutesOrNone
    .exactOptional()
    .describe(
      "Least minutes between this visit's start and that of the same requirement's next one on the day.",
    ),
  maxGapMinutes: minutesOrNone.exactOptional(),
  remoteAllowed: z.boolean().exactOptional().describe("May be held over video. Default false."),
  tasks: z.array(text.min(1)).max(200).exactOptional().describe("What is to be done, in order."),
  trainee: z.boolean().exactOptional().describe("A trainee comes along: one nurse more. Default false."),
  unservedCost: points.exactOptional().describe("Points if it stays unserved: its priority."),
});

export const requirementRecord = fields.superRefine((record, context) => {
  validityOrder(record, context);
  const times = record.rhythm.timesADay ?? 1;
  const { windows, preferred = [], minGapMinutes = 0, maxGapMinutes } = record;
  if (times > 1 && windows.length !== 1 && windows.length !== times)
    refuse(context, "windows-count", `windows has ${windows.length} entries for ${times} times a day`, [
      "windows",
    ]);
  if (preferred.length > 1 && preferred.length !== times)
    refuse(context, "windows-count", `preferred has ${preferred.length} entries for ${times} times a day`, [
      "preferred",
    ]);
  if (maxGapMinutes !== undefined && maxGapMinutes < minGapMinutes)
    refuse(context, "gap-order", `maxGapMinutes is ${maxGapMinutes}, minGapMinutes is ${minGapMinutes}`, [
      "maxGapMinutes",
    ]);
});

export type RequirementRecord = z.infer<typeof requirementRecord>;
