/** The columns of each kind's file: one for each field, named by its keys. */
import type { StandingKind } from "../contracts/standing/index.js";
import { type Cell, listOf } from "./cells/cell.js";
import { priceComponent, shiftBreak } from "./cells/compound.js";
import { date, decimal, flag, text, time, whole, window } from "./cells/plain.js";

export interface Column {
  /** The heading. */
  readonly name: string;
  /** Keys from the record to the value. */
  readonly path: readonly string[];
  readonly cell: Cell;
}

/** A heading, with `.*` for a field that has a column for each language. */
type Sheet = Readonly<Record<string, Cell>>;

const texts = listOf(text);
const windows = listOf(window);
const validity: Sheet = { validFrom: date, validTo: date };
const period: Sheet = { from: date, to: date, fromTime: time, toTime: time };

const SHEETS: Readonly<Record<StandingKind, Sheet>> = {
  areas: { id: text, "name.*": text, description: text },
  "service-lines": { id: text, "name.*": text, description: text },
  places: { id: text, name: text, address: text, lat: decimal, lon: decimal, setupSeconds: whole },
  units: { id: text, "name.*": text, placeIds: texts, areaIds: texts, serviceLineIds: texts },
  "visit-types": {
    id: text,
    "name.*": text,
    description: text,
    qualityCriteria: text,
    grantingCriteria: text,
    numberInNeed: whole,
    clientFeeEuros: decimal,
    purchaserPriceEuros: decimal,
    priceComponents: listOf(priceComponent),
    defaultMinutes: whole,
    requires: texts,
    requiresAnyOf: texts,
    toleranceMinutes: whole,
    remoteAllowed: flag,
    directCare: flag,
  },
  nurses: {
    id: text,
    name: text,
    gender: text,
    unitId: text,
    languages: texts,
    homeAreaId: text,
    mode: text,
    "contract.kind": text,
    "contract.activationCost": whole,
    "contract.cost": whole,
    "contract.typeIds": texts,
    "contract.areaIds": texts,
    "contract.maxVisits": whole,
    weeklyHours: decimal,
    mostWeeklyHours: decimal,
    pacePercent: whole,
  },
  qualifications: { id: text, nurseId: text, skill: text, kind: text, ...validity },
  absences: { id: text, nurseId: text, ...period, reason: text },
  vehicles: { id: text, unitId: text, mode: text, count: whole },
  closures: { id: text, unitId: text, ...period, reason: text },
  shifts: {
    id: text,
    nurseId: text,
    unitId: text,
    date,
    from: time,
    to: time,
    startPlaceId: text,
    endPlaceId: text,
    mode: text,
    vehicleId: text,
    startBufferMinutes: whole,
    endBufferMinutes: whole,
    breaks: listOf(shiftBreak),
    maxOvertimeMinutes: whole,
    useCost: whole,
    targetMinutes: whole,
  },
  clients: {
    id: text,
    name: text,
    areaId: text,
    unitId: text,
    languages: texts,
    namedNurseId: text,
    familiarNurseIds: texts,
    wishedNurseIds: texts,
    wishedGender: text,
    wishedTime: window,
    bannedNurseIds: texts,
  },
  homes: { id: text, clientId: text, placeId: text, ...validity },
  "access-notes": { id: text, clientId: text, placeId: text, text },
  "away-periods": { id: text, clientId: text, ...period, reason: text },
  decisions: {
    id: text,
    clientId: text,
    serviceLineId: text,
    ...validity,
    reviewBy: date,
    grantedHours: decimal,
    grantedPer: text,
  },
  requirements: {
    id: text,
    decisionId: text,
    ...validity,
    typeId: text,
    minutes: whole,
    requires: texts,
    requiresAnyOf: texts,
    crewSize: whole,
    "rhythm.kind": text,
    "rhythm.rrule": text,
    "rhythm.daysAWeek": whole,
    "rhythm.weekdays": texts,
    "rhythm.everyWeeks": whole,
    "rhythm.timesADay": whole,
    "rhythm.holidays": text,
    "rhythm.anchor": date,
    windows,
    preferred: windows,
    critical: flag,
    minGapMinutes: whole,
    maxGapMinutes: whole,
    remoteAllowed: flag,
    tasks: texts,
    trainee: flag,
    unservedCost: whole,
  },
};

const EVERY_LANGUAGE = ".*";
const LANGUAGE_COLUMN = /^([a-z]+)\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)$/;

function column(name: string, cell: Cell): Column {
  return { name, path: name.split("."), cell };
}

/** The column of a heading, in capitals or not; undefined: the kind has none of this name. */
export function columnOf(kind: StandingKind, heading: string): Column | undefined {
  const wanted = heading.trim().toLowerCase();
  const sheet = SHEETS[kind];
  const name = Object.keys(sheet).find((one) => one.toLowerCase() === wanted);
  if (name !== undefined && !name.endsWith(EVERY_LANGUAGE)) return column(name, sheet[name]!);
  const [, field, language] = LANGUAGE_COLUMN.exec(heading.trim()) ?? [];
  const cell = sheet[`${field}${EVERY_LANGUAGE}`];
  return cell === undefined ? undefined : column(`${field}.${language}`, cell);
}

/** All columns of a kind, with one for each of the languages where a field has names. */
export function columnsOf(kind: StandingKind, languages: readonly string[]): readonly Column[] {
  return Object.entries(SHEETS[kind]).flatMap(([name, cell]) =>
    name.endsWith(EVERY_LANGUAGE)
      ? languages.map((language) => column(name.replace("*", language), cell))
      : [column(name, cell)],
  );
}
