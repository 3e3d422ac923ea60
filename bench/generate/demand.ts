/**
 * Clients and the visits that they want. The shares and bells below were fitted to the days in
 * ../shared/data/days (docs/performance.md states them); minutes count from local midnight.
 */
import type { Client, Place, Visit, VisitType } from "../../src/contracts/index.js";
import type { Clock } from "./clock.js";
import type { Draw } from "./draw.js";
import { coordinates, type Area, type Land } from "./layout.js";
import type { RoadNetwork } from "./roads.js";
import type { Spot } from "./travel.js";

export const VISIT_TYPES: readonly VisitType[] = [
  { id: "basic", requiresAnyOf: ["practical-nurse", "registered-nurse"] },
  { id: "demanding", requires: ["registered-nurse"] },
  { id: "rehabilitative", requires: ["rehabilitation"] },
  { id: "family", requires: ["family-work"] },
];

/** Visits of a client's day, with the share of clients. */
const ROUNDS: readonly (readonly [number, number])[] = [
  [1, 0.56],
  [2, 0.27],
  [3, 0.17],
];
/** Minutes of a visit: mean, spread, least, most; steps of 5. */
const MINUTES: Record<string, readonly [number, number, number, number]> = {
  basic: [20, 6, 10, 35],
  demanding: [30, 9, 10, 65],
  rehabilitative: [45, 15, 15, 95],
  family: [80, 24, 30, 120],
};
/** Middle of the preferred time by part of day: mean and spread. */
const TIMES = { morning: [535, 45], noon: [735, 28], evening: [1130, 50] } as const;
type PartOfDay = keyof typeof TIMES;

export const DAY_START = 7 * 60;
export const DAY_END = 21 * 60 + 30;
const OFFICE_END = 15 * 60;
export const CRITICAL_COST = 400_000;

/** What a visit wants, before features turn it into keys of the contract. */
export interface Wish {
  readonly preferredFrom: number;
  readonly preferredTo: number;
  readonly windowFrom: number;
  readonly windowTo: number;
  readonly critical: boolean;
}

export interface Demand {
  readonly clients: Client[];
  readonly places: Place[];
  readonly spots: Spot[];
  readonly visits: Visit[];
  /** By visit. */
  readonly wishes: Wish[];
}

export function drawDemand(
  count: number,
  land: Land,
  network: RoadNetwork,
  clock: Clock,
  draw: Draw,
): Demand {
  const demand: Demand = { clients: [], places: [], spots: [], visits: [], wishes: [] };
  while (demand.visits.length < count) {
    const number = demand.clients.length + 1;
    const area = draw.pick(land.areas);
    const spot = drawSpot(`pc${number}`, area, network, draw);
    demand.spots.push(spot);
    demand.places.push({ id: spot.id, ...coordinates(spot.x, spot.y) });
    demand.clients.push({
      id: `c${number}`,
      placeId: spot.id,
      areaId: area.id,
      languages: draw.chance(0.08) ? ["sv"] : ["fi"],
    });
    const rounds = Math.min(count - demand.visits.length, weighted(ROUNDS, draw));
    const types = clientType(rounds, draw);
    const parts = partsOfDay(rounds, types, draw);
    for (const part of parts) addVisit(demand, number, types, part, clock, draw);
  }
  return demand;
}

export function weighted<T>(shares: readonly (readonly [T, number])[], draw: Draw): T {
  let at = draw.real(
    0,
    shares.reduce((sum, [, share]) => sum + share, 0),
  );
  for (const [item, share] of shares) {
    at -= share;
    if (at < 0) return item;
  }
  return shares[shares.length - 1]![0];
}

/** A door near the area's middle, beside a crossing that can be reached. */
export function drawSpot(
  id: string,
  area: Pick<Area, "x" | "y" | "spread">,
  network: RoadNetwork,
  draw: Draw,
): Spot {
  const x = draw.bell(area.x, area.spread);
  const y = draw.bell(area.y, area.spread);
  let crossing = network.usable[0]!;
  let least = Infinity;
  for (const node of network.usable) {
    const away = (network.x[node]! - x) ** 2 + (network.y[node]! - y) ** 2;
    if (away < least) {
      least = away;
      crossing = node;
    }
  }
  const round = (v: number) => Math.round(v * 10) / 10;
  return { id, x: round(x), y: round(y), crossing };
}

/** Clients with several visits a day get basic or demanding care; only single visits are of other types. */
function clientType(rounds: number, draw: Draw): string {
  if (rounds > 1) return draw.chance(0.24) ? "demanding" : "basic";
  return weighted(
    [
      ["basic", 0.56],
      ["demanding", 0.19],
      ["rehabilitative", 0.2],
      ["family", 0.05],
    ],
    draw,
  );
}

function partsOfDay(rounds: number, type: string, draw: Draw): (PartOfDay | "office")[] {
  if (type === "rehabilitative" || type === "family") return ["office"];
  if (rounds === 3) return ["morning", "noon", "evening"];
  if (rounds === 2) return ["morning", "evening"];
  return [
    weighted<PartOfDay>(
      [
        ["morning", 0.55],
        ["noon", 0.34],
        ["evening", 0.11],
      ],
      draw,
    ),
  ];
}

function addVisit(
  demand: Demand,
  client: number,
  type: string,
  part: PartOfDay | "office",
  clock: Clock,
  draw: Draw,
): void {
  const [mean, spread, least, most] = MINUTES[type]!;
  const minutes = draw.stepped(mean, spread, 5, least, most);
  const wish = part === "office" ? officeWish(minutes, draw) : drawWish(part, minutes, draw);
  demand.wishes.push(wish);
  demand.visits.push({
    id: `v${demand.visits.length + 1}`,
    clientId: `c${client}`,
    typeId: type,
    minutes,
    windows: [{ from: clock(wish.windowFrom), to: clock(wish.windowTo) }],
    ...(wish.critical ? { unservedCost: CRITICAL_COST } : {}),
    ...(wish.critical && type === "basic" && draw.chance(0.12) ? { requires: ["medication"] } : {}),
  });
}

/** Preferred an hour or two around a bell, the window an hour wider on both sides; critical: a quarter. */
function drawWish(part: PartOfDay, minutes: number, draw: Draw): Wish {
  const [mean, spread] = TIMES[part];
  const critical = draw.chance(0.058);
  const width = critical ? draw.pick([30, 45, 60]) : draw.pick([60, 90, 120, 150]);
  const pad = critical ? 15 : 60;
  const last = DAY_END - minutes;
  const middle = draw.bell(mean, spread);
  const from = Math.max(DAY_START, Math.round((middle - width / 2) / 15) * 15);
  const preferredFrom = Math.min(from, Math.floor((last - 30) / 15) * 15);
  const preferredTo = Math.min(preferredFrom + width, last);
  return {
    preferredFrom,
    preferredTo,
    windowFrom: Math.max(DAY_START, preferredFrom - pad),
    windowTo: Math.min(last, preferredTo + pad),
    critical,
  };
}

/** Rehabilitation and family work: four or five hours of an office day. */
function officeWish(minutes: number, draw: Draw): Wish {
  const width = draw.pick([240, 300]);
  const last = OFFICE_END - minutes;
  const preferredFrom = 8 * 60 + draw.between(0, 8) * 15;
  const preferredTo = Math.min(preferredFrom + width, last);
  return {
    preferredFrom,
    preferredTo,
    windowFrom: preferredFrom - 60,
    windowTo: Math.min(last, preferredTo + 60),
    critical: false,
  };
}
