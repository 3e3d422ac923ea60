/** A small office's standing data, and helpers to store them over the API. */
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import type { StandingKind, StandingRecords } from "../../../src/contracts/standing/index.js";

type Office = { readonly [K in StandingKind]?: readonly StandingRecords[K][] };

/** One area, one unit, three nurses, two clients with a requirement each. */
export function smallOffice(): Office {
  return {
    areas: [{ id: "east", name: { fi: "Itä", sv: "Öster" } }],
    "service-lines": [{ id: "home-care" }],
    places: [
      { id: "office", lat: 60.16, lon: 24.93, name: "Toimisto" },
      { id: "home1", lat: 60.17, lon: 24.93, address: "Katu 1" },
      { id: "home2", lat: 60.18, lon: 24.93, setupSeconds: 60 },
      { id: "home3", lat: 60.19, lon: 24.93 },
    ],
    units: [{ id: "unit", placeIds: ["office"], areaIds: ["east"], serviceLineIds: ["home-care"] }],
    "visit-types": [
      { id: "basic", name: { fi: "Perus" }, defaultMinutes: 30, clientFeeEuros: 12.5 },
      { id: "demanding", requires: ["nurse"], priceComponents: [{ name: "matka", euros: 3.2 }] },
    ],
    nurses: [
      { id: "n1", name: "Aino Virtanen", homeAreaId: "east", unitId: "unit", mode: "car" },
      { id: "n2", name: "Bo Ek", languages: ["sv", "fi"] },
      { id: "n3", contract: { kind: "substitute", activationCost: 20_000 } },
    ],
    qualifications: [{ id: "q1", nurseId: "n1", skill: "nurse", validFrom: "2020-01-01" }],
    vehicles: [{ id: "cars", unitId: "unit", mode: "car", count: 1 }],
    shifts: [shiftOf("s1", "n1", { vehicleId: "cars" })],
    clients: [
      { id: "c1", name: "Matti", areaId: "east", languages: ["sv"], familiarNurseIds: ["n1"] },
      { id: "c2", bannedNurseIds: ["n2"] },
    ],
    homes: [
      { id: "h1", clientId: "c1", placeId: "home1", validFrom: "2026-01-01" },
      { id: "h2", clientId: "c2", placeId: "home2", validFrom: "2026-01-01" },
    ],
    "access-notes": [{ id: "a1", clientId: "c1", text: "Ovikoodi 4711" }],
    decisions: [
      { id: "d1", clientId: "c1", validFrom: "2026-01-01", grantedHours: 7.5 },
      { id: "d2", clientId: "c2", validFrom: "2026-01-01", validTo: "2026-12-31" },
    ],
    requirements: [requirementOf("r1", "d1"), requirementOf("r2", "d2", { minutes: 45 })],
  };
}

export function shiftOf(id: string, nurseId: string, more: Partial<StandingRecords["shifts"]> = {}) {
  const hours = { date: "2026-11-23", from: "07:00", to: "15:00" };
  return { id, nurseId, ...hours, startPlaceId: "office", endPlaceId: "office", ...more };
}

export function requirementOf(
  id: string,
  decisionId: string,
  more: Partial<StandingRecords["requirements"]> = {},
): StandingRecords["requirements"] {
  return {
    id,
    decisionId,
    validFrom: "2026-01-01",
    typeId: "basic",
    rhythm: { kind: "rule", rrule: "FREQ=WEEKLY;BYDAY=MO,TH" },
    windows: [{ from: "08:00", to: "10:00" }],
    ...more,
  };
}

export function put<R extends { readonly id: string }>(
  app: FastifyInstance,
  kind: StandingKind,
  record: R,
  tag?: string,
) {
  return app.inject({
    method: "PUT",
    url: `/${kind}/${encodeURIComponent(record.id)}`,
    payload: record,
    ...(tag === undefined ? {} : { headers: { "if-match": tag } }),
  });
}

export function sendFile(
  app: FastifyInstance,
  kind: string,
  payload: string | Buffer,
  query = "",
): Promise<LightMyRequestResponse> {
  const type = typeof payload === "string" && /^[[{]/.test(payload) ? "application/json" : "text/csv";
  return app.inject({
    method: "POST",
    url: `/imports/${kind}${query}`,
    payload,
    headers: { "content-type": type },
  });
}

/** Stores all of an office by one import. */
export async function openOffice(app: FastifyInstance, office: Office = smallOffice()): Promise<void> {
  const answer = await sendFile(app, "all", JSON.stringify(office));
  if (answer.statusCode !== 200) throw new Error(answer.body);
}
