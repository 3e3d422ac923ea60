/** Whom an alarm is about: from standing data, or from the day's own problem where the office keeps no such client. */
import type { Client, Problem, VisitType } from "../../contracts/index.js";
import type { StandingKind, StandingRecords } from "../../contracts/standing/index.js";
import type { StandingReader } from "../standing/ports.js";
import type { AlarmSubject } from "./alarmDay.js";

export interface FoundSubject extends AlarmSubject {
  /** Of the catalogue; null: it names none. */
  readonly minutes: number | null;
}

/** What is not known; the alarm leads to no visit. */
export type AlarmLack = "client" | "home" | "type";

async function find<K extends StandingKind>(
  store: StandingReader,
  kind: K,
  id: string,
): Promise<StandingRecords[K] | null> {
  return (await store.list(kind, { ids: [id] }))[0]?.record ?? null;
}

function clientOf(
  { id, areaId, languages, bannedNurseIds = [] }: StandingRecords["clients"],
  placeId: string,
  problem: Problem,
): Client {
  const nurses = new Set(problem.nurses.map((nurse) => nurse.id));
  const refusedNurseIds = bannedNurseIds.filter((nurse) => nurses.has(nurse));
  return {
    id,
    placeId,
    ...(areaId === undefined ? {} : { areaId }),
    ...(languages === undefined ? {} : { languages }),
    ...(refusedNurseIds.length === 0 ? {} : { refusedNurseIds }),
  };
}

function typeOf({ id, name, requires, requiresAnyOf }: StandingRecords["visit-types"]): VisitType {
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(requires === undefined ? {} : { requires }),
    ...(requiresAnyOf === undefined ? {} : { requiresAnyOf }),
  };
}

/** @param date on which the client's home is looked for */
export async function alarmSubject(
  store: StandingReader,
  problem: Problem,
  wanted: { readonly clientId: string; readonly typeId: string },
  date: string,
): Promise<FoundSubject | AlarmLack> {
  const stored = await find(store, "visit-types", wanted.typeId);
  const type =
    problem.visitTypes.find(({ id }) => id === wanted.typeId) ??
    (stored === null ? undefined : typeOf(stored));
  if (type === undefined) return "type";
  const minutes = stored?.defaultMinutes ?? null;
  const record = await find(store, "clients", wanted.clientId);
  if (record === null) {
    const client = problem.clients.find(({ id }) => id === wanted.clientId);
    const place = problem.places.find(({ id }) => id === client?.placeId);
    return client === undefined || place === undefined ? "client" : { client, place, type, minutes };
  }
  const refersTo = [{ kind: "clients" as const, ids: [record.id] }];
  const [home] = await store.list("homes", { from: date, to: date, refersTo });
  const place = home === undefined ? null : await find(store, "places", home.record.placeId);
  if (place === null) return "home";
  const { address: _, ...where } = place;
  return { client: clientOf(record, place.id, problem), place: where, type, minutes };
}
