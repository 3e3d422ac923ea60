/** Standing data put into the store directly, and a small office to generate from. */
import {
  readRecord,
  STANDING_KINDS,
  type StandingKind,
  type StandingRecords,
} from "../../../src/contracts/standing/index.js";
import type { StandingData } from "../../../src/planning/generate/index.js";
import type { OpenDatabase } from "../../../src/persistence/index.js";
import type { RecordChange } from "../../../src/planning/standing/ports.js";

export type Office = { -readonly [K in StandingKind]?: StandingRecords[K][] };

/** Stores every record; each must be one that its schema takes. */
export async function putOffice(database: OpenDatabase, office: Office, revision = 1): Promise<void> {
  const changes = STANDING_KINDS.flatMap((kind): RecordChange[] =>
    (office[kind] ?? []).map((record) => {
      const read = readRecord(kind, record);
      if (!read.ok) throw new Error(`${kind}: ${JSON.stringify(read.faults)}`);
      const version = kind === "requirements" ? (record as StandingRecords["requirements"]).validFrom : "";
      return { kind, id: record.id, version, record, revision };
    }),
  );
  const facts = { author: "test", changedAt: new Date("2026-11-01T00:00:00Z") };
  await database.standing.store.transact((transaction) => transaction.write(changes, facts));
}

/** Records of one more version of what is there replace nothing but themselves. */
export function smallOffice(): Office {
  const place = (id: string, index: number) => ({ id, lat: 60.16 + index / 200, lon: 24.93 + index / 300 });
  const requirement = (
    id: string,
    client: string,
    window: [string, string],
    more: Partial<StandingRecords["requirements"]> = {},
  ): StandingRecords["requirements"] => ({
    id,
    decisionId: `d-${client}`,
    validFrom: "2026-01-01",
    typeId: "basic",
    minutes: 30,
    rhythm: { kind: "rule", rrule: "FREQ=DAILY" },
    windows: [{ from: window[0], to: window[1] }],
    ...more,
  });
  const clients = ["c1", "c2", "c3", "c4"];
  return {
    areas: [{ id: "east" }, { id: "west" }],
    places: ["office", "h1", "h2", "h3", "h4", "h5"].map(place),
    units: [{ id: "unit", placeIds: ["office"], areaIds: ["east", "west"] }],
    "visit-types": [
      { id: "basic", name: { fi: "Perus" }, defaultMinutes: 25 },
      { id: "demanding", requires: ["nurse"], defaultMinutes: 20 },
    ],
    nurses: [
      { id: "aino", unitId: "unit", languages: ["fi"], homeAreaId: "east", gender: "female", mode: "walk" },
      { id: "bo", unitId: "unit", languages: ["fi", "sv"], gender: "male", mode: "bike" },
      { id: "cia", unitId: "unit", contract: { kind: "substitute", activationCost: 20_000 } },
      { id: "firm", contract: { kind: "provider", cost: 15_000, typeIds: ["basic"], maxVisits: 2 } },
    ],
    qualifications: [
      { id: "q1", nurseId: "aino", skill: "nurse", validFrom: "2020-01-01" },
      {
        id: "q2",
        nurseId: "bo",
        skill: "nurse",
        kind: "permit",
        validFrom: "2020-01-01",
        validTo: "2026-11-24",
      },
    ],
    vehicles: [{ id: "pool", unitId: "unit", mode: "car", count: 1 }],
    shifts: ["2026-11-23", "2026-11-24", "2026-11-25"].flatMap((date) => [
      {
        id: `aino-${date}`,
        nurseId: "aino",
        date,
        from: "07:00",
        to: "15:00",
        startPlaceId: "office",
        endPlaceId: "office",
        vehicleId: "pool",
        startBufferMinutes: 10,
        endBufferMinutes: 20,
        breaks: [{ minutes: 30, earliestAfterMinutes: 180, latestAfterMinutes: 330 }],
      },
      {
        id: `bo-${date}`,
        nurseId: "bo",
        date,
        from: "08:00",
        to: "16:00",
        startPlaceId: "office",
        endPlaceId: "office",
        vehicleId: "pool",
      },
      {
        id: `bo-night-${date}`,
        nurseId: "bo",
        date,
        from: "21:00",
        to: "06:00",
        startPlaceId: "office",
        endPlaceId: "office",
      },
      {
        id: `cia-${date}`,
        nurseId: "cia",
        date,
        from: "07:00",
        to: "15:00",
        startPlaceId: "office",
        endPlaceId: "office",
        useCost: 500,
      },
    ]),
    clients: clients.map((id, index) => ({ id, areaId: index < 2 ? "east" : "west", languages: ["fi"] })),
    homes: clients.map((id, index) => ({
      id: `home-${id}`,
      clientId: id,
      placeId: `h${index + 1}`,
      validFrom: "2026-01-01",
    })),
    decisions: clients.map((id) => ({ id: `d-${id}`, clientId: id, validFrom: "2026-01-01" })),
    requirements: [
      requirement("r1", "c1", ["07:30", "09:30"], { critical: true, tasks: ["insuliini", "aamupala"] }),
      requirement("r2", "c2", ["08:00", "10:00"], {
        rhythm: { kind: "rule", rrule: "FREQ=DAILY", timesADay: 3 },
        windows: [
          { from: "08:00", to: "10:00" },
          { from: "11:30", to: "14:00" },
          { from: "22:00", to: "23:30" },
        ],
        minGapMinutes: 240,
      }),
      requirement("r3", "c3", ["09:00", "13:00"], {
        typeId: "demanding",
        rhythm: { kind: "rule", rrule: "FREQ=WEEKLY;BYDAY=MO,WE" },
        trainee: true,
      }),
      requirement("r4", "c4", ["01:00", "02:00"]),
    ],
  };
}

/** The small office as generating reads it, changed. */
export function smallStanding(
  change: (data: StandingData) => Partial<StandingData> = () => ({}),
): StandingData {
  const small = smallOffice();
  const data: StandingData = {
    places: small.places ?? [],
    units: small.units ?? [],
    "visit-types": small["visit-types"] ?? [],
    nurses: small.nurses ?? [],
    qualifications: small.qualifications ?? [],
    absences: [],
    vehicles: small.vehicles ?? [],
    closures: [],
    shifts: small.shifts ?? [],
    clients: small.clients ?? [],
    homes: small.homes ?? [],
    "away-periods": [],
    decisions: small.decisions ?? [],
    requirements: small.requirements ?? [],
  };
  return { ...data, ...change(data) };
}
