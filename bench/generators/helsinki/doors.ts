/** Doors on real, named streets: drawn near an area's middle, moved to the street, and tried by every mode. */
import type { Place } from "../../../src/contracts/index.js";
import type { Draw } from "../../generate/draw.js";
import type { Coordinate } from "../../../src/travel/index.js";
import { type Area, inMap, type Town } from "./areas.js";

/** A door further than this from a road of any mode is drawn again, metres. */
const MAX_SNAP = 60;
const METRES_PER_DEGREE = 111_195;

interface Waypoint {
  readonly name: string;
  readonly location: readonly [number, number];
  readonly distance: number;
}

/** Address of the road server by mode. */
export type Roads = Readonly<Record<string, string>>;

async function ask<T>(url: string): Promise<T> {
  // osrm-routed closes a connection after some hundreds of requests, at times under our hands.
  const reply = await fetch(url, { headers: { connection: "close" } });
  if (!reply.ok) throw new Error(`the road server answered HTTP ${reply.status}`);
  return (await reply.json()) as T;
}

async function nearest(base: string, lat: number, lon: number): Promise<Waypoint> {
  const path = `/nearest/v1/driving/${lon.toFixed(6)},${lat.toFixed(6)}?number=1`;
  return (await ask<{ waypoints: Waypoint[] }>(base + path)).waypoints[0];
}

/** Whether one can get from the middle of the town to the door and back. */
async function joined(base: string, middle: Coordinate, lat: number, lon: number): Promise<boolean> {
  const ends = `${middle.lon},${middle.lat};${lon.toFixed(6)},${lat.toFixed(6)}`;
  const { durations } = await ask<{ durations: (number | null)[][] }>(`${base}/table/v1/driving/${ends}`);
  return durations[0][1] !== null && durations[1][0] !== null;
}

/** The street nearest to the coordinate on foot, or undefined if it is no place for a home. */
async function door(
  roads: Roads,
  middle: Coordinate,
  lat: number,
  lon: number,
): Promise<Coordinate | undefined> {
  const foot = await nearest(roads["walk"], lat, lon);
  if (foot.name === "" || foot.distance > MAX_SNAP) return undefined;
  const [x, y] = foot.location;
  if (!inMap(y, x)) return undefined;
  for (const base of Object.values(roads)) {
    if ((await nearest(base, y, x)).distance > MAX_SNAP || !(await joined(base, middle, y, x)))
      return undefined;
  }
  return { lat: Number(y.toFixed(6)), lon: Number(x.toFixed(6)) };
}

type Around = Pick<Area, "id" | "lat" | "lon" | "spread">;

async function drawDoor(roads: Roads, middle: Coordinate, around: Around, draw: Draw): Promise<Coordinate> {
  for (let tries = 0; tries < 500; tries++) {
    const lat = around.lat + draw.bell(0, around.spread) / METRES_PER_DEGREE;
    const lon = around.lon + draw.bell(0, around.spread) / (METRES_PER_DEGREE * 0.4975); // cos 60.166 degrees
    const found = await door(roads, middle, lat, lon);
    if (found) return found;
  }
  throw new Error(`no door found near ${around.id}`);
}

/** `areas[i]` is the area of `homes[i]`. */
export interface Doors {
  readonly offices: readonly Place[];
  readonly homes: readonly Place[];
  readonly areas: readonly string[];
}

export async function drawDoors(roads: Roads, town: Town, draw: Draw): Promise<Doors> {
  const offices: Place[] = [];
  for (const { id, name, lat, lon } of town.offices) {
    offices.push({ id, name, ...(await drawDoor(roads, town.middle, { id, lat, lon, spread: 40 }, draw)) });
  }
  const homes: Place[] = [];
  const areas: string[] = [];
  for (const area of town.areas) {
    for (let i = 0; i < area.clients; i++) {
      const at = await drawDoor(roads, town.middle, area, draw);
      const number = homes.length + 1;
      // Stairs, a lift, a key box: the old houses of the inner city have few ground floors.
      homes.push({ id: `home-${number}`, ...at, setupSeconds: 30 * draw.between(1, 4) });
      areas.push(area.id);
    }
  }
  return { offices, homes, areas };
}
