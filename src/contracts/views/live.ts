/** The published day as it runs. */
import { z } from "zod";

const instant = z.string().describe("YYYY-MM-DDThh:mm:ss±hh:mm");

/** What may be said of a visit of the running day. */
export const LIVE_STATES = [
  "open",
  "begun",
  "done",
  "cancelled-at-door",
  "not-at-home",
  "missed",
  "unserved",
  "bought",
] as const;

const span = z.object({ from: instant, to: instant });

const liveVisit = z
  .object({
    visitId: z.string(),
    clientId: z.string(),
    typeId: z.string(),
    state: z.enum(LIVE_STATES),
    shiftIds: z.array(z.string()),
    nurseIds: z.array(z.string()),
    planned: span.nullable(),
    expected: span.nullable().describe("As it was, or is to be expected from what is known now"),
    lastStart: instant,
    delayMinutes: z.number().nullable().describe("Of the start, against the plan; earlier is negative"),
    late: z.boolean().describe("Not begun, and expected too late"),
    attendance: z.array(z.object({ nurseId: z.string(), in: instant.nullable(), out: instant.nullable() })),
    faults: z.array(z.enum(["no-check-in", "out-before-in", "crew-incomplete", "contradicting"])),
    flags: z.array(
      z.enum([
        "clock-wrong",
        "ahead-of-time",
        "arrived-late",
        "not-on-a-round",
        "other-nurse",
        "far-from-plan",
      ]),
    ),
    notes: z.int(),
  })
  .meta({ id: "LiveVisit" });

const liveRound = z
  .object({
    shiftId: z.string(),
    nurseId: z.string(),
    state: z.enum(["to-come", "on-the-way", "at-visit", "back"]),
    visitId: z.string().nullable().describe("Where she is, or was last"),
    nextVisitId: z.string().nullable(),
    delayMinutes: z
      .number()
      .describe("The worst to come: of the starts left, or of the return where none is"),
    plannedReturn: instant,
    expectedReturn: instant,
    done: z.int(),
    left: z.int(),
  })
  .meta({ id: "LiveRound" });

export const liveView = z
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
export type LiveView = z.infer<typeof liveView>;
export type LiveVisitView = z.infer<typeof liveVisit>;
export type LiveRoundView = z.infer<typeof liveRound>;
