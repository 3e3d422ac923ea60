/** Clients, where they live when, how to get in, and when they are away. */
import { z } from "zod";
import { id, ids } from "../basics.js";
import {
  date,
  dayWindow,
  period,
  periodOrder,
  refuse,
  LONGEST_TEXT,
  validity,
  validityOrder,
} from "./basics.js";

export const GENDERS = ["female", "male", "other"] as const;
export const gender = z.enum(GENDERS);

export const clientRecord = z
  .strictObject({
    id,
    name: z.string().max(500).exactOptional(),
    areaId: id.exactOptional(),
    unitId: id.exactOptional().describe("The office that looks after the client."),
    languages: ids.exactOptional().describe("Spoken, the client's own first; empty or absent: any."),
    namedNurseId: id.exactOptional().describe("The nurse in charge."),
    familiarNurseIds: ids.exactOptional().describe("The familiar pool; the continuity ledger keeps it."),
    wishedNurseIds: ids.exactOptional(),
    wishedGender: gender.exactOptional().describe("Gender of the nurse that the client wishes for."),
    wishedTime: dayWindow.exactOptional().describe("Time of day at which the client likes visits best."),
    bannedNurseIds: ids.exactOptional().describe("Never sent to this client."),
  })
  .superRefine(({ bannedNurseIds = [], namedNurseId, wishedNurseIds = [] }, context) => {
    for (const banned of bannedNurseIds) {
      if (banned !== namedNurseId && !wishedNurseIds.includes(banned)) continue;
      refuse(context, "nurse-banned", `nurse ${banned} is banned, and named or wished for as well`, [
        "bannedNurseIds",
      ]);
    }
  });

/** Where a client lives. A client has at most one home on a date. */
export const homeRecord = z
  .strictObject({ id, clientId: id, placeId: id, ...validity })
  .superRefine(validityOrder);

/** Door codes, keys, parking: given only to the nurse who has the visit, and kept apart for that reason. */
export const accessNoteRecord = z.strictObject({
  id,
  clientId: id,
  placeId: id.exactOptional().describe("Only for this place; absent: wherever the client lives."),
  text: z.string().min(1).max(LONGEST_TEXT),
});

export const AWAY_REASONS = ["hospital", "holiday", "other"] as const;

/** The client is not at home: visits that would start in the period are not generated. */
export const awayPeriodRecord = z
  .strictObject({ id, clientId: id, ...period, reason: z.enum(AWAY_REASONS).exactOptional() })
  .superRefine(periodOrder);

export const GRANT_PERIODS = ["week", "month"] as const;

/** What the authority has granted. Visits are generated only from a decision that is valid on the date. */
export const decisionRecord = z
  .strictObject({
    id,
    clientId: id,
    serviceLineId: id.exactOptional(),
    ...validity,
    reviewBy: date.exactOptional().describe("To be looked at again by this date; later it is overdue."),
    grantedHours: z.number().min(0).max(10_000).exactOptional().describe("Hours in each `grantedPer`."),
    grantedPer: z.enum(GRANT_PERIODS).exactOptional().describe("Default week."),
  })
  .superRefine(validityOrder);

export type ClientRecord = z.infer<typeof clientRecord>;
export type HomeRecord = z.infer<typeof homeRecord>;
export type AccessNoteRecord = z.infer<typeof accessNoteRecord>;
export type AwayPeriodRecord = z.infer<typeof awayPeriodRecord>;
export type DecisionRecord = z.infer<typeof decisionRecord>;
