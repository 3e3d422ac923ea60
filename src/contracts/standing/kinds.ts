/** All kinds of standing data: their schemas, their periods, and what refers to what. */
import type { z } from "zod";
import { visitTypeRecord, type VisitTypeRecord } from "./catalogue.js";
import {
  type AccessNoteRecord,
  accessNoteRecord,
  type AwayPeriodRecord,
  awayPeriodRecord,
  type ClientRecord,
  clientRecord,
  type DecisionRecord,
  decisionRecord,
  type HomeRecord,
  homeRecord,
} from "./clients.js";
import {
  type AbsenceRecord,
  absenceRecord,
  type NurseRecord,
  nurseRecord,
  type QualificationRecord,
  qualificationRecord,
} from "./nurses.js";
import {
  type AreaRecord,
  areaRecord,
  type ClosureRecord,
  closureRecord,
  type PlaceRecord,
  placeRecord,
  type ServiceLineRecord,
  serviceLineRecord,
  type UnitRecord,
  unitRecord,
  type VehicleRecord,
  vehicleRecord,
} from "./organisation.js";
import { type RequirementRecord, requirementRecord } from "./requirements.js";
import { type ShiftRecord, shiftRecord } from "./shifts.js";

/** The record of each kind; kinds are named as their routes. */
export interface StandingRecords {
  readonly areas: AreaRecord;
  readonly "service-lines": ServiceLineRecord;
  readonly places: PlaceRecord;
  readonly units: UnitRecord;
  readonly "visit-types": VisitTypeRecord;
  readonly nurses: NurseRecord;
  readonly qualifications: QualificationRecord;
  readonly absences: AbsenceRecord;
  readonly vehicles: VehicleRecord;
  readonly closures: ClosureRecord;
  readonly shifts: ShiftRecord;
  readonly clients: ClientRecord;
  readonly homes: HomeRecord;
  readonly "access-notes": AccessNoteRecord;
  readonly "away-periods": AwayPeriodRecord;
  readonly decisions: DecisionRecord;
  readonly requirements: RequirementRecord;
}

export type StandingKind = keyof StandingRecords;

/** In an order in which each kind refers only to kinds before it: the order of an import of all. */
export const STANDING_KINDS = [
  "areas",
  "service-lines",
  "places",
  "units",
  "visit-types",
  "nurses",
  "qualifications",
  "absences",
  "vehicles",
  "closures",
  "shifts",
  "clients",
  "homes",
  "access-notes",
  "away-periods",
  "decisions",
  "requirements",
] as const satisfies readonly StandingKind[];

export const STANDING_SCHEMAS: { readonly [K in StandingKind]: z.ZodType<StandingRecords[K]> } = {
  areas: areaRecord,
  "service-lines": serviceLineRecord,
  places: placeRecord,
  units: unitRecord,
  "visit-types": visitTypeRecord,
  nurses: nurseRecord,
  qualifications: qualificationRecord,
  absences: absenceRecord,
  vehicles: vehicleRecord,
  closures: closureRecord,
  shifts: shiftRecord,
  clients: clientRecord,
  homes: homeRecord,
  "access-notes": accessNoteRecord,
  "away-periods": awayPeriodRecord,
  decisions: decisionRecord,
  requirements: requirementRecord,
};

/** Kinds of which one id has several versions, each with a validFrom of its own. */
export const VERSIONED_KINDS: readonly StandingKind[] = ["requirements"];

export function isStandingKind(text: string): text is StandingKind {
  return (STANDING_KINDS as readonly string[]).includes(text);
}
