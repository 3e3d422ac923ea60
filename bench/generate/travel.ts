/** Matrices of a generated day: over synthetic roads, or estimated from straight lines. */
import { type Land } from "./layout.js";
import type { ModeId } from "./options.js";
import type { RoadNetwork } from "./roads.js";
import { fastestWays } from "./shortest.js";

/** A place on the plane, with the crossing where it meets the road. Metres. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly crossing: number;
}

export interface Matrices {
  durations: number[][];
  distances: number[][];
}

/** Metres a second on the short way between a door and its crossing. */
const ACCESS_SPEED: Record<ModeId, number> = { car: 5, bike: 4, walk: 1.35 };
/** Straight-line estimate: detour factor and metres a second, as in espoo-small. */
const DETOUR = 1.35;
const ESTIMATE_SPEED: Record<ModeId, number> = { car: 7.78, bike: 4.2, walk: 1.3 };

/** Seconds that every stop by this mode costs: parking, locking. As on the shared days. */
export const PER_STOP: Record<ModeId, number> = { car: 180, bike: 60, walk: 0 };

const straight = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

export function roadMatrices(
  network: RoadNetwork,
  land: Land,
  spots: readonly Spot[],
  mode: ModeId,
): Matrices {
  const access = spots.map((s) => straight(s, { x: network.x[s.crossing]!, y: network.y[s.crossing]! }));
  const durations: number[][] = spots.map(() => []);
  const distances: number[][] = spots.map(() => []);
  const rowsAt = new Map<number, number[]>();
  spots.forEach((spot, i) => rowsAt.set(spot.crossing, [...(rowsAt.get(spot.crossing) ?? []), i]));
  for (const [crossing, rows] of rowsAt) {
    const ways = fastestWays(network, crossing, mode, land);
    for (const i of rows) {
      for (let j = 0; j < spots.length; j++) {
        const beside = i === j ? 0 : access[i]! + access[j]!;
        const there = spots[j]!.crossing;
        durations[i]!.push(Math.round(ways.seconds[there]! + beside / ACCESS_SPEED[mode]));
        distances[i]!.push(Math.round(ways.metres[there]! + beside));
      }
    }
  }
  return { durations, distances };
}

export function estimatedMatrices(spots: readonly Spot[], mode: ModeId): Matrices {
  const metres = spots.map((a) => spots.map((b) => straight(a, b) * DETOUR));
  return {
    durations: metres.map((row) => row.map((m) => Math.round(m / ESTIMATE_SPEED[mode]))),
    distances: metres.map((row) => row.map(Math.round)),
  };
}
