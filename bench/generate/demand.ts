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
/** Preferred times lie within a block of the day, on quarters of an hour; minutes after midnight. */
const BLOCKS = {
  morning: { from: 420, to: 630 },
  noon: { from: 660, to: 810 },
  afternoon: { from: 780, to: 960 },
  evening: { from: 990, to: 1260 },
  office: { from: 480, to: 870 },
  /** Insulin and the like: within the hour, early. */
  critical: { from: 450, to: 540 },
} as const;
type Block = keyof typeof BLOCKS;

/** Blocks of single basic and demanding visits. */
const SINGLE: readonly (readonly [Block, number])[] = [
  ["critical", 0.21],
  ["morning", 0.32],
  ["noon", 0.22],
  ["afternoon", 0.15],
  ["evening", 0.1],
];

const DAY_START = 7 * 60;
/** Visits are over five minutes before the last shift of their block ends. */
const DAY_END = 21 * 60 + 25;
const OFFICE_END = 14 * 60 + 55;
const CRITICAL_COST = 400_000;

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
    const type = clientType(rounds, draw);
    for (const block of blocksOf(rounds, type, draw)) addVisit(demand, number, type, block, clock, draw);
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
  if (rounds > 1) return draw.chance(0.22) ? "demanding" : "basic";
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

function blocksOf(rounds: number, type: string, draw: Draw): Block[] {
  if (type === "rehabilitative" || type === "family") return ["office"];
  if (rounds === 3) return ["morning", "noon", "evening"];
  if (rounds === 2) return ["morning", "evening"];
  return [weighted(SINGLE, draw)];
}

function addVisit(
  demand: Demand,
  client: number,
  type: string,
  block: Block,
  clock: Clock,
  draw: Draw,
): void {
  const [mean, spread, least, most] = MINUTES[type]!;
  const minutes = draw.stepped(mean, spread, 5, least, most);
  const wish = drawWish(block, minutes, draw);
  demand.wishes.push(wish);
  demand.visits.push({
    id: `v${demand.visits.length + 1}`,
    clientId: `c${client}`,
    typeId: type,
    minutes,
    windows: [{ from: clock(wish.windowFrom), to: clock(wish.windowTo) }],
    ...(wish.critical ? { unservedCost: CRITICAL_COST } : {}),
    ...(wish.critical && type === "basic" && draw.chance(0.25) ? { requires: ["medication"] } : {}),
  });
}

/** A preferred time somewhere in the block, and a window an hour (critical: a quarter) wider on both sides. */
function drawWish(block: Block, minutes: number, draw: Draw): Wish {
  const { from, to } = BLOCKS[block];
  const critical = block === "critical";
  const widths = critical ? [30, 45, 60] : block === "office" ? [240, 300] : [60, 90, 120, 150];
  const width = draw.pick(widths);
  const pad = critical ? 15 : 60;
  const last = (block === "office" ? OFFICE_END : DAY_END) - minutes;
  const preferredFrom = from + draw.between(0, Math.max(0, (to - from - width) / 15)) * 15;
  const preferredTo = Math.min(preferredFrom + width, last);
  return {
    preferredFrom,
    preferredTo,
    windowFrom: Math.max(DAY_START, preferredFrom - pad),
    windowTo: Math.min(last, preferredTo + pad),
    critical,
  };
}
