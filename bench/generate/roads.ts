/**
 * A synthetic road network: a jittered grid with faster main roads, missing side streets and
 * one-way streets. Shortest times over it behave like a road map's: a detour over the straight
 * line, not quite symmetric, faster over longer distances, and never beaten by a way through a
 * third place.
 */
import { Draw } from "./draw.js";
import type { Land } from "./layout.js";

export interface Road {
  readonly to: number;
  readonly metres: number;
  readonly main: boolean;
  /** Seconds that a car loses in this direction. */
  readonly lost: number;
  /** The way back over the same street, which cars may not use. */
  readonly against: boolean;
}

export interface RoadNetwork {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly roads: readonly (readonly Road[])[];
  /** Crossings from which every other is reached and back, by every mode. */
  readonly usable: readonly number[];
}

export function buildRoads(land: Land, seed: number): RoadNetwork {
  const draw = new Draw(seed);
  const columns = Math.floor(land.width / land.spacing) + 1;
  const rows = Math.floor(land.height / land.spacing) + 1;
  const x: number[] = [];
  const y: number[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      x.push((c + draw.real(-0.35, 0.35)) * land.spacing);
      y.push((r + draw.real(-0.35, 0.35)) * land.spacing);
    }
  }
  const roads: Road[][] = x.map(() => []);
  const connect = (a: number, b: number, line: number, forward: boolean) => {
    const main = line % land.mainEvery === Math.floor(land.mainEvery / 2);
    const missing = draw.chance(land.missing);
    const oneWay = draw.chance(land.oneWay);
    const bend = draw.real(1.02, 1.25);
    const lost = [draw.real(0, land.lost), draw.real(0, land.lost)] as const;
    if (!main && missing) return;
    const metres = Math.round(Math.sqrt((x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2) * bend);
    const closed = !main && oneWay;
    roads[a]!.push({ to: b, metres, main, lost: lost[0], against: closed && !forward });
    roads[b]!.push({ to: a, metres, main, lost: lost[1], against: closed && forward });
  };
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const here = r * columns + c;
      if (c + 1 < columns) connect(here, here + 1, r, r % 2 === 0);
      if (r + 1 < rows) connect(here, here + columns, c, c % 2 === 0);
    }
  }
  return { x, y, roads, usable: strongPart(roads, middleCrossing(land, columns, rows)) };
}

/** A crossing on a main road near the middle. */
function middleCrossing(land: Land, columns: number, rows: number): number {
  const half = Math.floor(land.mainEvery / 2);
  const onMain = (n: number) => Math.floor(n / 2 / land.mainEvery) * land.mainEvery + half;
  return Math.min(rows - 1, onMain(rows)) * columns + Math.min(columns - 1, onMain(columns));
}

function strongPart(roads: readonly (readonly Road[])[], from: number): number[] {
  const back: number[][] = roads.map(() => []);
  roads.forEach((list, a) => list.forEach((road) => !road.against && back[road.to]!.push(a)));
  const reach = (next: (node: number) => readonly number[]) => {
    const seen = new Set([from]);
    const open = [from];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const other of next(node)) {
        if (!seen.has(other)) {
          seen.add(other);
          open.push(other);
        }
      }
    }
    return seen;
  };
  const out = reach((node) => roads[node]!.filter((road) => !road.against).map((road) => road.to));
  const home = reach((node) => back[node]!);
  return [...out].filter((node) => home.has(node)).sort((a, b) => a - b);
}
