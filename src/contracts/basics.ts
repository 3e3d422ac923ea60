/** The small values that both documents are made of. */
import { z } from "zod";
import { readInstant } from "../domain/instant.js";

/** Most minutes that any length may have: one leap year. Keeps all seconds far inside 32 bits. */
export const MAX_MINUTES = 527_040;
/** Greatest cost or weight in points: a sum over any real day stays an exact whole number. */
export const MAX_POINTS = 1_000_000_000;
/** Greatest number of seconds for one stop or one stairway: a day. */
export const MAX_STOP_SECONDS = 86_400;

/** Longest id: messages repeat ids. */
export const LONGEST_ID = 500;

export const id = z.string().min(1).max(LONGEST_ID).describe("An id, unique within its list.");

/** `YYYY-MM-DDThh:mm:ss` and `Z` or `±hh:mm`. Faults carry the reason as `params.instant`. */
export const instant = z
  .string()
  .superRefine((text, context) => {
    const read = readInstant(text);
    if (typeof read === "string") context.addIssue({ code: "custom", params: { instant: read } });
  })
  .meta({
    pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$`,
    description: "An instant with its offset, whole seconds, no leap second.",
  });

export const interval = z.strictObject({ from: instant, to: instant });

export const minutes = z.int().min(1).max(MAX_MINUTES);
export const minutesOrNone = z.int().min(0).max(MAX_MINUTES);
export const points = z.int().min(0).max(MAX_POINTS);
export const stopSeconds = z.int().min(0).max(MAX_STOP_SECONDS);
export const ids = z.array(id);

/** Seconds counted in a plan. */
export const seconds = z.int().min(0);
export const metres = z.int().min(0);
