/** Clients and what they need on the day: a Monday in November. */
import type { Client, Link, Visit, VisitType } from "../../../src/contracts/index.js";
import type { Clock } from "../../generate/clock.js";
import type { Draw } from "../../generate/draw.js";
import type { Doors } from "./doors.js";
import type { Staff } from "./staff.js";

export const VISIT_TYPES: readonly VisitType[] = [
  {
    id: "basic",
    name: { fi: "Peruskäynti", sv: "Basbesök", en: "Basic visit" },
    requiresAnyOf: ["practical-nurse", "registered-nurse"],
  },
  {
    id: "demanding",
    name: { fi: "Vaativa käynti", sv: "Krävande besök", en: "Demanding visit" },
    requires: ["registered-nurse"],
  },
  {
    id: "rehabilitative",
    name: { fi: "Kuntouttava käynti", sv: "Rehabiliterande besök", en: "Rehabilitative visit" },
    requires: ["rehabilitation"],
  },
  {
    id: "family",
    name: { fi: "Perhetyön käynti", sv: "Familjearbete", en: "Family visit" },
    requires: ["family-work"],
  },
];

type Part = "morning" | "noon" | "afternoon" | "evening";

interface PartTimes {
  /** Earliest and latest middle of the preferred time, minutes of the day. */
  readonly middle: readonly [number, number];
  /** The start must lie in here, whatever is preferred. */
  readonly bounds: readonly [number, number];
  readonly minutes: readonly [number, number];
}

const PARTS: Readonly<Record<Part, PartTimes>> = {
  morning: { middle: [470, 610], bounds: [430, 700], minutes: [25, 40] },
  noon: { middle: [690, 800], bounds: [650, 860], minutes: [15, 25] },
  afternoon: { middle: [875, 960], bounds: [800, 1020], minutes: [15, 30] },
  evening: { middle: [1060, 1190], bounds: [980, 1250], minutes: [20, 30] },
};

/** Rounds of a day by how many clients have them. 64 clients and 96 visits with the special ones below. */
const DAYS: readonly (readonly [number, readonly Part[]])[] = [
  [9, ["morning", "noon", "evening"]],
  [10, ["morning", "evening"]],
  [4, ["morning", "afternoon"]],
  [10, ["morning"]],
  [6, ["noon"]],
  [3, ["afternoon"]],
  [5, ["evening"]],
];
/** Then clients with one visit by a specialist, in this order. */
const SPECIAL: readonly (readonly [string, number])[] = [
  ["demanding", 7],
  ["rehabilitative", 6],
  ["family", 4],
];

const MEDICATION_COST = 300_000;
const up5 = (minutes: number): number => Math.round(minutes / 5) * 5;

export interface Need {
  readonly clients: Client[];
  readonly visits: Visit[];
  readonly links: Link[];
}

interface Plans {
  readonly parts: readonly Part[];
  readonly typeId: string;
}

export function needOf(doors: Doors, clock: Clock, draw: Draw): Need {
  const days: Plans[] = [
    ...DAYS.flatMap(([count, parts]) => Array.from({ length: count }, () => ({ parts, typeId: "basic" }))),
    ...SPECIAL.flatMap(([typeId, count]) =>
      Array.from({ length: count }, () => ({ parts: ["morning" as const], typeId })),
    ),
  ];
  if (days.length !== doors.homes.length)
    throw new Error(`${days.length} days for ${doors.homes.length} homes`);
  const need: Need = { clients: [], visits: [], links: [] };
  for (const [index, day] of draw.shuffled(days).entries()) {
    const id = `c${index + 1}`;
    need.clients.push({ id, placeId: doors.homes[index].id, areaId: doors.areas[index], languages: ["fi"] });
    const visits =
      day.typeId === "basic" ? rounds(id, day.parts, clock, draw) : [specialist(id, day.typeId, clock, draw)];
    need.visits.push(...visits);
    if (day.typeId === "basic") need.links.push(...medicationGaps(visits, draw));
  }
  return need;
}

export function visitAt(
  id: string,
  client: string,
  typeId: string,
  middle: number,
  width: number,
  bounds: readonly [number, number],
  minutes: number,
  clock: Clock,
): Visit {
  const from = Math.max(bounds[0], up5(middle - width));
  const to = Math.min(bounds[1], up5(middle + width));
  return {
    id,
    clientId: client,
    typeId,
    minutes,
    windows: [{ from: clock(Math.max(bounds[0], from - 45)), to: clock(Math.min(bounds[1], to + 60)) }],
    preferred: { from: clock(from), to: clock(to) },
  };
}

function rounds(client: string, parts: readonly Part[], clock: Clock, draw: Draw): Visit[] {
  const medication = parts.length > 1;
  return parts.map((part) => {
    const { middle, bounds, minutes } = PARTS[part];
    const length = up5(draw.between(minutes[0], minutes[1]));
    const visit = visitAt(
      `${client}-${part}`,
      client,
      "basic",
      draw.between(middle[0], middle[1]),
      draw.pick([30, 45]),
      bounds,
      length,
      clock,
    );
    return medication ? { ...visit, requires: ["medication"], unservedCost: MEDICATION_COST } : visit;
  });
}

/** Doses must lie apart: at least three to five hours from start to start, by part of the day. */
function medicationGaps(visits: readonly Visit[], draw: Draw): Link[] {
  const links: Link[] = [];
  for (let i = 1; i < visits.length; i++) {
    const minMinutes = visits[i].id.endsWith("evening")
      ? draw.pick([240, 300])
      : visits[i].id.endsWith("afternoon")
        ? 240
        : draw.pick([150, 180]);
    links.push({ kind: "gap", first: visits[i - 1].id, second: visits[i].id, minMinutes });
  }
  return links;
}

function specialist(client: string, typeId: string, clock: Clock, draw: Draw): Visit {
  if (typeId === "demanding") {
    const evening = draw.chance(0.35);
    const bounds: readonly [number, number] = evening ? [900, 1230] : [440, 840];
    const middle = draw.between(bounds[0] + 60, bounds[1] - 60);
    const visit = visitAt(
      `${client}-wound`,
      client,
      typeId,
      middle,
      60,
      bounds,
      draw.pick([25, 30, 40]),
      clock,
    );
    return { ...visit, requires: ["wound-care"], unservedCost: 200_000 };
  }
  const family = typeId === "family";
  const bounds: readonly [number, number] = family ? [500, 840] : [490, 870];
  const middle = draw.between(bounds[0] + 60, bounds[1] - 40);
  const minutes = family ? draw.pick([60, 75]) : draw.pick([30, 45]);
  return visitAt(
    `${client}-${family ? "family" : "rehab"}`,
    client,
    typeId,
    middle,
    90,
    bounds,
    minutes,
    clock,
  );
}

/** Nurses whom the client knows: mostly those of the area, who can do a visit of the client and are on at its time. */
export function acquaint(
  need: Need,
  staff: Staff,
  able: (nurseId: string, visit: Visit) => boolean,
  draw: Draw,
): void {
  for (const [index, client] of need.clients.entries()) {
    if (!draw.chance(0.8)) continue;
    const own = need.visits.filter((visit) => visit.clientId === client.id);
    const familiar = new Set<string>();
    for (const visit of own) {
      const can = staff.nurses.filter((nurse) => able(nurse.id, visit));
      const near = can.filter((nurse) => nurse.areaIds?.includes(client.areaId ?? ""));
      for (const nurse of draw.sample(near.length > 0 ? near : can, 2)) familiar.add(nurse.id);
    }
    if (familiar.size > 0) need.clients[index] = { ...client, familiarNurseIds: [...familiar].toSorted() };
  }
}
