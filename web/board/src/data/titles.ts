/** What a record is called wherever another names it. */
import type { StandingItemView } from "../../../../src/contracts/index.js";
import type { StandingKind } from "../../../../src/contracts/standing/index.js";
import { formatDate, inLanguage } from "../../../shared/i18n/index.js";
import { modeName, skillName } from "../../../shared/plainNames.js";
import { findRecord } from "./records.js";
import { clock } from "./clockWords.js";

const word = (record: StandingItemView, key: string): string => {
  const value = record[key];
  return typeof value === "string" ? value : "";
};
const day = (text: string): string => (text === "" ? "" : formatDate(text, "plain"));

function own(record: StandingItemView): string {
  const { name } = record as { readonly name?: unknown };
  if (typeof name === "string" && name !== "") return name;
  if (typeof name === "object" && name !== null)
    return inLanguage(name as Readonly<Record<string, string>>, record.id);
  return "";
}

/** Which kind each key that leads to a whole person or thing names, and the rest of the title. */
const TITLES: Readonly<Partial<Record<StandingKind, (record: StandingItemView) => string>>> = {
  places: (record) => own(record) || word(record, "address"),
  vehicles: (record) => `${modeName(word(record, "mode"))}, ${titleOf("units", word(record, "unitId"))}`,
  decisions: (record) =>
    [
      titleOf("clients", word(record, "clientId")),
      word(record, "serviceLineId") && titleOf("service-lines", word(record, "serviceLineId")),
      `${day(word(record, "validFrom"))}–${day(word(record, "validTo"))}`,
    ]
      .filter(Boolean)
      .join(", "),
  qualifications: (record) =>
    `${titleOf("nurses", word(record, "nurseId"))}, ${skillName(word(record, "skill"))}`,
  absences: (record) => `${titleOf("nurses", word(record, "nurseId"))}, ${day(word(record, "from"))}`,
  shifts: (record) =>
    `${titleOf("nurses", word(record, "nurseId"))}, ${day(word(record, "date"))} ${clock(word(record, "from"))}–${clock(word(record, "to"))}`,
  homes: (record) =>
    `${titleOf("clients", word(record, "clientId"))}, ${titleOf("places", word(record, "placeId"))}`,
  "access-notes": (record) => titleOf("clients", word(record, "clientId")),
  "away-periods": (record) => `${titleOf("clients", word(record, "clientId"))}, ${day(word(record, "from"))}`,
  closures: (record) => `${titleOf("units", word(record, "unitId"))}, ${day(word(record, "from"))}`,
  requirements: (record) =>
    [clientOfDecision(word(record, "decisionId")), titleOf("visit-types", word(record, "typeId"))]
      .filter(Boolean)
      .join(", "),
};

/** Of a record at hand; its id where nothing else is known. */
export const titleOfRecord = (kind: StandingKind, record: StandingItemView): string =>
  (TITLES[kind]?.(record) ?? own(record)) || record.id;

/** Of an id; the id itself until its record is known. */
export function titleOf(kind: StandingKind, id: string): string {
  const record = findRecord(kind, id);
  return record === undefined ? id : titleOfRecord(kind, record);
}

export function clientOfDecision(decisionId: string): string {
  const decision = findRecord("decisions", decisionId);
  return decision === undefined ? "" : titleOf("clients", word(decision, "clientId"));
}
