/**
 * The small values that standing data are made of. Dates and times of day are local, in the
 * organisation's time zone; both ends of every period are included.
 */
import { z } from "zod";
import { readInstant } from "../../domain/instant.js";
import type { FaultCode } from "../faultCatalogue.js";

/** Local times of standing data are read in this zone. */
export const ORGANISATION_TIME_ZONE = "Europe/Helsinki";

/** Longest description or note. */
export const LONGEST_TEXT = 20_000;

/** A fault of the catalogue, found by a schema's own check. */
export function refuse(
  context: z.RefinementCtx,
  code: FaultCode,
  message: string,
  path: string[] = [],
): void {
  context.addIssue({ code: "custom", path, params: { fault: code, message } });
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export const date = z
  .string()
  .superRefine((text, context) => {
    if (!DATE.test(text) || typeof readInstant(`${text}T00:00:00Z`) === "string")
      refuse(context, "date-shape", "is no date of the calendar");
  })
  .meta({ pattern: DATE.source, description: "A date, YYYY-MM-DD." });

export const timeOfDay = z
  .string()
  .superRefine((text, context) => {
    if (!TIME.test(text)) refuse(context, "time-shape", "is no time of day");
  })
  .meta({ pattern: TIME.source, description: "A local time of day, HH:MM." });

/** `to` before `from` reaches into the next day; both ends are included. */
export const dayWindow = z.strictObject({ from: timeOfDay, to: timeOfDay });

export const text = z.string().max(LONGEST_TEXT);

/** Names by language tag: fi, sv, en, or others. */
export const names = z.record(z.string().min(1).max(40), z.string().max(500));

export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);

/** Euros with no more than two decimals. */
export const euros = z
  .number()
  .min(0)
  .max(1_000_000_000)
  .superRefine((value, context) => {
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-6)
      refuse(context, "euros-decimals", "has more than two decimals");
  });

/** Validity: from the first to the last date, both included; without an end until further notice. */
export const validity = {
  validFrom: date.describe("First date."),
  validTo: date.exactOptional().describe("Last date; absent: until further notice."),
};

interface Validity {
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** For superRefine: a validity does not end before it begins. */
export function validityOrder({ validFrom, validTo }: Validity, context: z.RefinementCtx): void {
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
    refuse(context, "period-order", `validTo ${validTo} is before validFrom ${validFrom}`, ["validTo"]);
}

/** A stretch of days that may begin and end in the midst of a day. */
export const period = {
  from: date.describe("First date."),
  to: date.exactOptional().describe("Last date; absent: until further notice."),
  fromTime: timeOfDay.exactOptional().describe("Time on the first date; absent: its beginning."),
  toTime: timeOfDay.exactOptional().describe("Time on the last date; absent: its end."),
};

interface Period {
  readonly from: string;
  readonly to?: string | undefined;
  readonly fromTime?: string | undefined;
  readonly toTime?: string | undefined;
}

/** For superRefine: a period does not end before it begins, and a time of its end has a date. */
export function periodOrder({ from, to, fromTime, toTime }: Period, context: z.RefinementCtx): void {
  if (to === undefined) {
    if (toTime !== undefined) refuse(context, "period-order", "toTime stands without to", ["toTime"]);
    return;
  }
  if (to < from) refuse(context, "period-order", `to ${to} is before from ${from}`, ["to"]);
  if (to === from && fromTime !== undefined && toTime !== undefined && toTime <= fromTime)
    refuse(context, "period-order", `toTime ${toTime} is not after fromTime ${fromTime}`, ["toTime"]);
}
