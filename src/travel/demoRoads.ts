/** The roads of the demo: answers of a real OSRM, recorded once, as a cache and a server that knows no more. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Problem } from "../contracts/problemSchema.js";
import { pointKey, type TravelCache } from "./cache.js";
import { createTravelTimes, type OsrmModeConfig } from "./provider.js";
import { readRecording, replay } from "./recording.js";

const MODES = ["bike", "car", "walk"] as const;
/** Of no machine: nothing is asked there. */
const NOWHERE = "http://recorded.invalid";

/** The recorded day with its matrices. Throws where the folder has none. */
export function readDemoDay(fixtures: string): Problem {
  const file = path.join(fixtures, "helsinki-day.json.gz");
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Problem;
}

function config(day: Problem, mode: string): OsrmModeConfig {
  const source = day.travel.modes[mode]?.source;
  return {
    url: NOWHERE,
    ...(source?.kind === "osrm" && source.mapVersion !== undefined ? { mapVersion: source.mapVersion } : {}),
    ...(source?.kind === "osrm" && source.recorded !== undefined ? { recorded: source.recorded } : {}),
  };
}

interface Snapped {
  readonly sources?: readonly { readonly name?: string }[];
}

/** Name of the street at each place of the recorded day, by its id; absent where the road has none. */
export function demoStreets(fixtures: string): ReadonlyMap<string, string> {
  const recording = readRecording(path.join(fixtures, "osrm", "helsinki-day-walk.json.gz"));
  // One table over all places, in their order.
  const [table] = Object.values(recording.answers) as Snapped[];
  return new Map(
    readDemoDay(fixtures).places.flatMap(({ id }, at): [string, string][] => {
      const name = table?.sources?.[at]?.name ?? "";
      return name === "" ? [] : [[id, name]];
    }),
  );
}

/**
 * Puts every recorded pair into the cache, by the way that a server's answers take.
 *
 * @throws Error if the recordings do not fit the day
 */
export async function cacheDemoRoads(fixtures: string, cache: TravelCache): Promise<void> {
  const day = readDemoDay(fixtures);
  const bare: Problem = {
    ...day,
    travel: { modes: Object.fromEntries(MODES.map((mode) => [mode, {}])) },
  };
  const osrm = Object.fromEntries(
    MODES.map((mode): [string, OsrmModeConfig] => {
      const recording = readRecording(path.join(fixtures, "osrm", `helsinki-day-${mode}.json.gz`));
      return [mode, { ...config(day, mode), fetch: replay(recording) }];
    }),
  );
  const filled = await createTravelTimes({ osrm, cache }).fill(bare);
  if (!filled.ok) throw new Error(filled.faults.map(({ message }) => message).join("; "));
}

/**
 * Road servers for a problem whose places are all of the demo: they answer from the cache only.
 * Null: the problem has other places.
 */
export function demoRoads(
  fixtures: string,
  problem: Problem,
): Readonly<Record<string, OsrmModeConfig>> | null {
  const day = readDemoDay(fixtures);
  const known = new Set(day.places.map(({ lat, lon }) => pointKey(lat, lon)));
  if (!problem.places.every(({ lat, lon }) => known.has(pointKey(lat, lon)))) return null;
  const refuse = (): Promise<Response> =>
    Promise.resolve(Response.json({ code: "NotRecorded" }, { status: 400 }));
  return Object.fromEntries(MODES.map((mode) => [mode, { ...config(day, mode), fetch: refuse }]));
}
