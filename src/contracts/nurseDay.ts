/** A nurse's day, shifts and access notes as the API hands them to her phone. */
import { z } from "zod";

const instant = z.string().describe("YYYY-MM-DDThh:mm:ss±hh:mm");

export const TOLD_STATES = ["planned", "begun", "done", "not-at-home", "cancelled-at-door"] as const;

const nurseVisitSchema = z.object({
  kind: z.literal("visit"),
  visitId: z.string(),
  clientId: z.string(),
  client: z.object({
    name: z.string().nullable().describe("Null: the organisation has none on record"),
    languages: z.array(z.string()).describe("Spoken, the first one first; empty: any"),
  }),
  typeId: z.string(),
  typeName: z.record(z.string(), z.string()).nullable().describe("By language"),
  tasks: z.array(z.string()).describe("What is to be done, in order"),
  minutes: z.int(),
  crewSize: z.int(),
  crew: z
    .array(z.object({ nurseId: z.string(), name: z.string().nullable() }))
    .describe("The other nurses of the visit"),
  remote: z.boolean(),
  hasNotes: z.boolean().describe("Whether GET /nurses/{id}/notes has something for it"),
  told: z
    .object({ state: z.enum(TOLD_STATES), begunAt: instant.nullable(), endedAt: instant.nullable() })
    .describe("What she herself has reported of it"),
  place: z.object({ id: z.string(), name: z.string().nullable(), lat: z.number(), lon: z.number() }),
  arrival: instant,
  start: instant,
  end: instant,
});

const nurseBreakSchema = z.object({
  kind: z.literal("break"),
  breakId: z.string(),
  start: instant,
  end: instant,
});

const nurseRoundSchema = z
  .object({
    shiftId: z.string(),
    nurseId: z.string(),
    mode: z.string().describe("Travel mode of the shift"),
    departure: instant,
    return: instant,
    startPlaceId: z.string(),
    endPlaceId: z.string(),
    stops: z.array(z.discriminatedUnion("kind", [nurseVisitSchema, nurseBreakSchema])),
  })
  .meta({ id: "NurseRound" });

export const nurseDaySchema = z.object({
  nurseId: z.string(),
  date: z.string(),
  timeZone: z.string(),
  planId: z.string(),
  rounds: z.array(nurseRoundSchema),
});

export const nurseShiftsSchema = z.object({
  nurseId: z.string(),
  timeZone: z.string().nullable().describe("Null: no date has a plan or a rota"),
  now: z.string().describe("The server's clock, UTC; phones set theirs by it"),
  shifts: z.array(
    z.object({
      shiftId: z.string(),
      date: z.string().describe("Date on which it starts"),
      from: instant,
      to: instant,
      mode: z.string().nullable().describe("Null: by the rota, not planned yet"),
    }),
  ),
  unknown: z.array(z.string()).describe("Dates with neither plan nor rota"),
});

const accessNoteSchema = z.object({
  visitId: z.string(),
  text: z.string().describe("Door code, key, parking: in lines, as the organisation wrote it"),
});

export const nurseNotesSchema = z.object({
  nurseId: z.string(),
  date: z.string(),
  notes: z.array(accessNoteSchema),
});

/** Most readings of one request. */
const MOST_READINGS = 200;

export const noteReadingsSchema = z.strictObject({
  readings: z
    .array(
      z.strictObject({
        id: z.string().min(8).max(100).describe("Made by the phone, never used again; a UUID"),
        visitId: z.string().min(1).max(200),
        date: z.iso.date().describe("Date of the list on which the visit stands"),
        at: z.iso.datetime({ offset: true }).describe("By the phone's clock"),
      }),
    )
    .min(1)
    .max(MOST_READINGS),
});

export const readingOutcomesSchema = z.object({
  outcomes: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(["stored", "duplicate"]),
      onRound: z.boolean().describe("False: the visit is not on the nurse's round any more"),
    }),
  ),
});

export type NoteReadings = z.infer<typeof noteReadingsSchema>;
export type ReadingOutcomes = z.infer<typeof readingOutcomesSchema>;
export type NurseDay = z.infer<typeof nurseDaySchema>;
export type NurseRound = z.infer<typeof nurseRoundSchema>;
export type NurseVisit = z.infer<typeof nurseVisitSchema>;
export type NurseBreak = z.infer<typeof nurseBreakSchema>;
export type NurseShifts = z.infer<typeof nurseShiftsSchema>;
export type AccessNote = z.infer<typeof accessNoteSchema>;
export type NurseNotes = z.infer<typeof nurseNotesSchema>;
