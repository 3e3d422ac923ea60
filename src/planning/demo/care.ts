/** Clients, their homes and decisions, and what they need: the recorded day's visits, given rhythms. */
import type { Problem, Visit } from "../../contracts/problemSchema.js";
import type { StandingRecords } from "../../contracts/standing/kinds.js";
import type { Rhythm } from "../../contracts/standing/rhythm.js";
import { addDays } from "../../domain/dates.js";
import { inventedName } from "./names.js";
import { weekendNurse } from "./staff.js";

type Requirement = StandingRecords["requirements"];

const WEEK = ["MO", "TU", "WE", "TH", "FR"] as const;
/** A decision that ends, one whose review is due, and one client away, all in the second week. */
const ENDING = "c61";
const REVIEWED = "c63";
const AWAY = "c64";
/** How to get in beside the door code. */
const ENTRIES = [
  "Avain 12, toimiston avainkaapissa",
  "Soita ovikelloa kahdesti ja odota, liikkuu hitaasti",
  "Turva-auki, avataan omalla avainpuhelimella",
  "Avaimet omaisella alakerrassa, B 4",
];
/** Clients who are looked at in the night. */
const NIGHT_CLIENTS = ["c10", "c21", "c40", "c56"];

function time(instant: string): string {
  return instant.slice(11, 16);
}

const TASKS: Readonly<Record<string, readonly string[]>> = {
  morning: ["aamutoimet", "aamupala", "lääkkeet"],
  noon: ["lounas", "lääkkeet"],
  afternoon: ["päiväkahvi", "lääkkeet"],
  evening: ["iltapala", "iltatoimet", "lääkkeet"],
  wound: ["haavan puhdistus", "sidoksen vaihto", "kuvaus seurantaan"],
  infusion: ["suonensisäinen lääkitys", "kanyylin tarkistus"],
  rehab: ["tasapainoharjoitus", "kävely rappusissa"],
  family: ["arjen rutiinit", "keskustelu vanhemman kanssa"],
};

/** Personal care comes every day; the rest as often as its kind does. `at` spreads them over the week. */
function rhythmOf(visit: Visit, at: number): Rhythm {
  switch (visit.typeId) {
    case "rehabilitative":
      return { kind: "any-days", daysAWeek: 2 + (at % 2), weekdays: [...WEEK], holidays: "skip" };
    case "family":
      return { kind: "any-days", daysAWeek: 3, weekdays: [...WEEK], holidays: "skip" };
    case "demanding":
      if (visit.id.endsWith("infusion")) return { kind: "rule", rrule: "FREQ=DAILY" };
      return { kind: "rule", rrule: `FREQ=WEEKLY;BYDAY=${at % 3 === 0 ? "MO,TH" : "MO,WE,FR"}` };
    default:
      return { kind: "rule", rrule: "FREQ=DAILY" };
  }
}

function requirementOf(day: Problem, visit: Visit, at: number, validFrom: string): Requirement {
  const gap = (day.links ?? []).find((link) => link.kind === "gap" && link.first === visit.id);
  return {
    id: visit.id,
    decisionId: `d-${visit.clientId}`,
    validFrom,
    typeId: visit.typeId,
    minutes: visit.minutes,
    ...(visit.requires === undefined ? {} : { requires: visit.requires }),
    ...(visit.requiresAnyOf === undefined ? {} : { requiresAnyOf: visit.requiresAnyOf }),
    ...(visit.crewSize === undefined ? {} : { crewSize: visit.crewSize }),
    rhythm: rhythmOf(visit, at),
    windows: visit.windows.map(({ from, to }) => ({ from: time(from), to: time(to) })),
    ...(visit.preferred === undefined
      ? {}
      : { preferred: [{ from: time(visit.preferred.from), to: time(visit.preferred.to) }] }),
    ...(gap?.kind === "gap" ? { minGapMinutes: gap.minMinutes } : {}),
    critical: (visit.unservedCost ?? 0) >= 200_000,
    ...(visit.unservedCost === undefined ? {} : { unservedCost: visit.unservedCost }),
    ...(visit.remote === true ? { remoteAllowed: true } : {}),
    tasks: [...(TASKS[visit.id.slice(visit.id.indexOf("-") + 1)] ?? [])],
  };
}

function nightRequirement(clientId: string, at: number, validFrom: string): Requirement {
  const hour = 23 + at;
  const clock = (hours: number, minutes: string): string =>
    `${String(hours % 24).padStart(2, "0")}:${minutes}`;
  return {
    id: `${clientId}-night`,
    decisionId: `d-${clientId}`,
    validFrom,
    typeId: "basic",
    minutes: 15,
    rhythm: { kind: "rule", rrule: "FREQ=DAILY" },
    windows: [{ from: clock(hour, "00"), to: clock(hour + 1, "30") }],
    tasks: ["asennon vaihto", "tarkistus"],
  };
}

/** Minutes of a week, rounded up to half hours of grant with a tenth to spare. */
function granted(requirements: readonly Requirement[]): number {
  const minutes = requirements.reduce((sum, { rhythm, minutes: each = 0 }) => {
    const days =
      rhythm.kind === "any-days"
        ? rhythm.daysAWeek
        : rhythm.rrule === "FREQ=DAILY"
          ? 7
          : rhythm.rrule.split(",").length;
    return sum + days * each;
  }, 0);
  return Math.ceil((minutes * 1.1) / 30) / 2;
}

type Kinds = "clients" | "homes" | "access-notes" | "away-periods" | "decisions" | "requirements";

export function demoCare(
  day: Problem,
  monday: string,
): Pick<{ readonly [K in keyof StandingRecords]: StandingRecords[K][] }, Kinds> {
  const validFrom = addDays(monday, -91);
  const requirements = [
    ...day.visits.map((visit, at) => requirementOf(day, visit, at, validFrom)),
    ...NIGHT_CLIENTS.filter((id) => day.clients.some((client) => client.id === id)).map((id, at) =>
      nightRequirement(id, at, validFrom),
    ),
  ];
  return {
    clients: day.clients.map((client, at) => {
      const familiar = client.familiarNurseIds ?? [];
      return {
        id: client.id,
        name: inventedName(at),
        ...(client.areaId === undefined ? {} : { areaId: client.areaId }),
        ...(client.languages === undefined ? {} : { languages: client.languages }),
        ...(familiar.length === 0
          ? {}
          : {
              namedNurseId: familiar[0]!,
              // At weekends the nurse who stands in is as well known.
              familiarNurseIds: [...familiar, ...familiar.map(weekendNurse)],
            }),
        ...(client.refusedNurseIds === undefined
          ? {}
          : { bannedNurseIds: client.refusedNurseIds.flatMap((id) => [id, weekendNurse(id)]) }),
      };
    }),
    homes: day.clients.map(({ id, placeId }) => ({ id: `home-of-${id}`, clientId: id, placeId, validFrom })),
    "access-notes": day.clients
      .filter((_, at) => at % 3 !== 2)
      .map(({ id }, at) => ({
        id: `access-${id}`,
        clientId: id,
        text: `Ovikoodi ${1000 + at * 37}\n${ENTRIES[at % ENTRIES.length]}`,
      })),
    "away-periods": [
      {
        id: "away-1",
        clientId: AWAY,
        from: addDays(monday, 8),
        to: addDays(monday, 10),
        reason: "hospital" as const,
      },
    ],
    decisions: day.clients.map(({ id }) => ({
      id: `d-${id}`,
      clientId: id,
      serviceLineId: day.visits.some((visit) => visit.clientId === id && visit.typeId === "family")
        ? "family-work"
        : "home-care",
      validFrom,
      validTo: addDays(monday, id === ENDING ? 10 : 365),
      reviewBy: addDays(monday, id === REVIEWED ? 9 : 180),
      grantedHours: granted(requirements.filter(({ decisionId }) => decisionId === `d-${id}`)),
      grantedPer: "week" as const,
    })),
    requirements,
  };
}
