/** Shapes of what happened on the days. */
import { z } from "zod";
import { ACTUAL_KINDS } from "../../../contracts/index.js";
import {
  ACTUAL_FLAGS,
  DONE_BY,
  RECORD_FAULTS,
  REFUSALS,
  VISIT_STATES,
} from "../../../planning/actuals/index.js";
import { date, instant } from "../../schemas.js";

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

const span = z.object({ from: instant, to: instant });

export const liveVisit = z
  .object({
    visitId: z.string(),
    clientId: z.string(),
    typeId: z.string(),
    state: z.enum([...VISIT_STATES, "missed", "unserved", "bought"]),
    shiftIds: z.array(z.string()),
    nurseIds: z.array(z.string()),
    planned: span.nullable(),
    expected: span.nullable().describe("As it was, or is to be expected from what is known now"),
    lastStart: instant,
    delayMinutes: z.number().nullable().describe("Of the start, against the plan; earlier is negative"),
    late: z.boolean().describe("Not begun, and expected too late"),
    attendance: z.array(z.object({ nurseId: z.string(), in: instant.nullable(), out: instant.nullable() })),
    faults: z.array(z.enum(RECORD_FAULTS)),
    flags: z.array(z.enum(ACTUAL_FLAGS)),
    notes: z.int(),
  })
  .meta({ id: "LiveVisit" });

export const liveRound = z
  .object({
    shiftId: z.string(),
    nurseId: z.string(),
    state: z.enum(["to-come", "on-the-way", "at-visit", "back"]),
    visitId: z.string().nullable().describe("Where she is, or was last"),
    nextVisitId: z.string().nullable(),
    delayMinutes: z.number(),
    plannedReturn: instant,
    expectedReturn: instant,
    done: z.int(),
    left: z.int(),
  })
  .meta({ id: "LiveRound" });

export const live = z
  .object({
    date: z.string(),
    planId: z.string(),
    timeZone: z.string(),
    now: instant,
    counts: z.record(z.string(), z.int()).describe("Visits by state"),
    late: z.array(z.string()).describe("Visit ids, the most delayed first"),
    missed: z.array(z.string()).describe("Visit ids by their last allowed start"),
    rounds: z.array(liveRound),
    visits: z.array(liveVisit),
  })
  .meta({ id: "LiveDay" });

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
