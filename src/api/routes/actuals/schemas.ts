/** Shapes of what happened on the days. */
import { z } from "zod";
import { ACTUAL_KINDS } from "../../../contracts/index.js";
import { ACTUAL_FLAGS, DONE_BY, REFUSALS } from "../../../planning/actuals/index.js";
import { date } from "../../schemas.js";

export const period = z.object({ from: date, to: date });

export const recorded = z
  .object({
    events: z.array(
      z.object({
        id: z.string(),
        outcome: z
          .enum(["stored", "duplicate", "refused"])
          .describe("duplicate: it was known and changed nothing"),
        refusal: z
          .enum(REFUSALS)
          .nullable()
          .describe("Sending a refused event again helps only once it is mended"),
        flags: z.array(z.enum(ACTUAL_FLAGS)),
        date: z.string().nullable().describe("The day that it counts to"),
        usedAt: z
          .string()
          .nullable()
          .describe("When it happened, corrected where the phone's clock was wrong; UTC"),
        visitId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "RecordedActuals" });

export const storedEvent = z
  .object({
    id: z.string(),
    kind: z.enum(ACTUAL_KINDS),
    date: z.string(),
    nurseId: z.string(),
    visitId: z.string().nullable(),
    clientId: z.string().nullable(),
    at: z.string().describe("By the phone's clock; UTC"),
    usedAt: z.string(),
    receivedAt: z.string(),
    minutes: z.int().nullable(),
    flags: z.array(z.enum(ACTUAL_FLAGS)),
    author: z.string().nullable(),
    text: z.string().nullable().describe("Of a note that was not erased"),
  })
  .meta({ id: "ActualEvent" });

export const doneRows = z
  .object({
    from: z.string(),
    to: z.string(),
    by: z.enum(DONE_BY),
    days: z.int().describe("Published days in the period"),
    rows: z.array(
      z.object({
        key: z.string().describe("Id of the client, type or nurse, or the date"),
        plannedVisits: z.int(),
        plannedMinutes: z.int(),
        doneVisits: z.int(),
        doneMinutes: z.int().describe("Of the visits whose length is known"),
        unmeasured: z.int(),
        cancelledAtDoor: z.int(),
        notAtHome: z.int(),
        withoutRecord: z.int(),
        unserved: z.int(),
        begunTooLate: z.int(),
        plannedMinutesOfMeasured: z.int(),
      }),
    ),
  })
  .meta({ id: "PlannedAgainstDone" });
