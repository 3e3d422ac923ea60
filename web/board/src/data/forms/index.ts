/** The form of each kind of standing data. */
import type { DataKind } from "../../words/data.js";
import { visitTypes } from "./catalogue.js";
import { accessNotes, awayPeriods, clients, decisions, homes } from "./clients.js";
import { absences, nurses, qualifications, shifts } from "./nurses.js";
import { areas, closures, places, serviceLines, units, vehicles } from "./organisation.js";
import { requirements } from "./requirements.js";
import type { FormSpec } from "./spec.js";

export * from "./spec.js";

export const FORMS: Readonly<Record<DataKind, FormSpec>> = {
  areas,
  "service-lines": serviceLines,
  places,
  units,
  "visit-types": visitTypes,
  nurses,
  qualifications,
  absences,
  vehicles,
  closures,
  shifts,
  clients,
  homes,
  "access-notes": accessNotes,
  "away-periods": awayPeriods,
  decisions,
  requirements,
};
