/** Nurses, what they may do and until when, and when they are absent. */
import { z } from "zod";
import { id, ids, points } from "../basics.js";
import { period, periodOrder, validity, validityOrder } from "./basics.js";
import { gender } from "./clients.js";

export const ownContract = z.strictObject({ kind: z.literal("own") });
/** Called in at need. */
export const substituteContract = z.strictObject({
  kind: z.literal("substitute"),
  activationCost: points.describe("Points for using a shift of hers."),
});
/** An outside provider, who takes visits for a price and has no shifts. */
export const providerContract = z.strictObject({
  kind: z.literal("provider"),
  cost: points.describe("Points for each visit bought."),
  typeIds: ids.describe("Visit types it takes."),
  areaIds: ids.exactOptional().describe("Absent: every area."),
  maxVisits: z.int().min(0).max(1_000_000).exactOptional().describe("On one day. Absent: no limit."),
});
export const contract = z.discriminatedUnion("kind", [ownContract, substituteContract, providerContract]);

/** Hours of a week. */
const weekHours = z.number().min(0).max(168);

export const nurseRecord = z.strictObject({
  id,
  name: z.string().max(500).exactOptional(),
  gender: gender.exactOptional(),
  unitId: id.exactOptional(),
  languages: ids.exactOptional(),
  homeAreaId: id.exactOptional().describe("Absent: of the substitute pool, at home everywhere."),
  mode: id.exactOptional().describe("How she travels where her shift does not say: car, bike, walk."),
  contract: contract.exactOptional().describe("Absent: own."),
  weeklyHours: weekHours.exactOptional().describe("Of her contract; more costs as overload."),
  mostWeeklyHours: weekHours.exactOptional().describe("More is not planned."),
  pacePercent: z
    .int()
    .min(50)
    .max(200)
    .exactOptional()
    .describe("Minutes that she takes for 100 planned ones. Default 100."),
});

export const QUALIFICATION_KINDS = ["qualification", "permit"] as const;

/** A skill that a nurse has while it is valid; a medication permit runs out. */
export const qualificationRecord = z
  .strictObject({
    id,
    nurseId: id,
    skill: id.describe("The skill that visits ask for."),
    kind: z.enum(QUALIFICATION_KINDS).exactOptional().describe("Default qualification."),
    ...validity,
  })
  .superRefine(validityOrder);

export const ABSENCE_REASONS = ["sick", "holiday", "training", "other"] as const;

export const absenceRecord = z
  .strictObject({ id, nurseId: id, ...period, reason: z.enum(ABSENCE_REASONS).exactOptional() })
  .superRefine(periodOrder);

export type Contract = z.infer<typeof contract>;
export type NurseRecord = z.infer<typeof nurseRecord>;
export type QualificationRecord = z.infer<typeof qualificationRecord>;
export type AbsenceRecord = z.infer<typeof absenceRecord>;
