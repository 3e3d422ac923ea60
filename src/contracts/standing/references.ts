/** What refers to what. */
import type { StandingKind, StandingRecords } from "./kinds.js";

export interface StandingReference {
  readonly kind: StandingKind;
  readonly id: string;
  /** Keys from the record to the id. */
  readonly path: readonly (string | number)[];
}

/** Keys that hold an id, or a list of ids, of another kind; a dot leads into an object. */
const KEYS: Readonly<Partial<Record<StandingKind, Readonly<Record<string, StandingKind>>>>> = {
  units: { placeIds: "places", areaIds: "areas", serviceLineIds: "service-lines" },
  nurses: {
    unitId: "units",
    homeAreaId: "areas",
    "contract.typeIds": "visit-types",
    "contract.areaIds": "areas",
  },
  qualifications: { nurseId: "nurses" },
  absences: { nurseId: "nurses" },
  vehicles: { unitId: "units" },
  closures: { unitId: "units" },
  shifts: {
    nurseId: "nurses",
    unitId: "units",
    startPlaceId: "places",
    endPlaceId: "places",
    vehicleId: "vehicles",
  },
  clients: {
    areaId: "areas",
    unitId: "units",
    namedNurseId: "nurses",
    familiarNurseIds: "nurses",
    wishedNurseIds: "nurses",
    bannedNurseIds: "nurses",
  },
  homes: { clientId: "clients", placeId: "places" },
  "access-notes": { clientId: "clients", placeId: "places" },
  "away-periods": { clientId: "clients" },
  decisions: { clientId: "clients", serviceLineId: "service-lines" },
  requirements: { decisionId: "decisions", typeId: "visit-types" },
};

function valueAt(record: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    record,
  );
}

/** Every id of another record that a record holds. */
export function referencesOf<K extends StandingKind>(
  kind: K,
  record: StandingRecords[K],
): readonly StandingReference[] {
  const keys: Readonly<Record<string, StandingKind>> = KEYS[kind] ?? {};
  return Object.entries(keys).flatMap(([key, to]) => {
    const path = key.split(".");
    const value = valueAt(record, path);
    if (typeof value === "string") return [{ kind: to, id: value, path }];
    if (!Array.isArray(value)) return [];
    return value.map((id, at) => ({ kind: to, id: String(id), path: [...path, at] }));
  });
}

/** The kinds that records of this kind may refer to, by the key of a filter (`clientId`). */
export function filtersOf(kind: StandingKind): Readonly<Record<string, StandingKind>> {
  const filters: Record<string, StandingKind> = {};
  for (const to of Object.values(KEYS[kind] ?? {})) filters[FILTER_KEYS[to] ?? ""] = to;
  delete filters[""];
  return filters;
}

const FILTER_KEYS: { readonly [K in StandingKind]?: string } = {
  areas: "areaId",
  "service-lines": "serviceLineId",
  places: "placeId",
  units: "unitId",
  "visit-types": "typeId",
  nurses: "nurseId",
  vehicles: "vehicleId",
  clients: "clientId",
  decisions: "decisionId",
};
