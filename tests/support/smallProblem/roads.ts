/** Places on a small map and the travel between them. */
import type { Problem } from "../../../src/contracts/index.js";
import { type Source, chance, seededSource } from "../source.js";
import { type Context, OFFICE } from "./context.js";

type Place = Problem["places"][number];
type Mode = Problem["travel"]["modes"][string];

const METRES_PER_DEGREE = 111_000;
const METRES_PER_SECOND: Readonly<Record<string, number>> = { car: 6, walk: 2 };

/** The office, perhaps a second start place, and one to five homes within some 3 km. */
export function makePlaces({ source, has }: Context): Place[] {
  const ids = [OFFICE];
  if (chance(source, 30)) ids.push("depot");
  const homes = source.int(1, 5);
  for (let home = 1; home <= homes; home += 1) ids.push(`p${home}`);
  return ids.map((id) => {
    const place: Place = {
      id,
      lat: 60.16 + source.int(0, 30) / 1000,
      lon: 24.92 + source.int(0, 30) / 1000,
    };
    if (has("stopSeconds") && chance(source, 40)) place.setupSeconds = source.int(1, 4) * 30;
    return place;
  });
}

/**
 * Matrices that are neither symmetric nor bound by the triangle inequality: distance along
 * the axes at a mode's speed, made longer by up to 40 % for each pair and way on its own.
 * All that comes from one choice, so that fast-check need not shrink each cell of a matrix.
 */
export function makeTravel(context: Context, places: readonly Place[]): Problem["travel"] {
  const roads = seededSource(context.source.int(0, 1_000_000));
  const modes: Record<string, Mode> = { car: makeMode(context, roads, places, "car") };
  if (context.has("modes")) modes["walk"] = makeMode(context, roads, places, "walk");
  return { modes };
}

function makeMode({ source, has }: Context, roads: Source, places: readonly Place[], name: string): Mode {
  const speed = METRES_PER_SECOND[name]!;
  const distances: (number | null)[][] = [];
  const durations: (number | null)[][] = [];
  for (const from of places) {
    const metres: (number | null)[] = [];
    const seconds: (number | null)[] = [];
    for (const to of places) {
      const along = (Math.abs(from.lat - to.lat) + Math.abs(from.lon - to.lon) / 2) * METRES_PER_DEGREE;
      const detour = from === to ? 0 : roads.int(0, 40);
      const none = from !== to && has("noWay") && chance(roads, 6);
      const way = Math.round((along * (100 + detour)) / 100);
      metres.push(none ? null : way);
      seconds.push(none ? null : Math.round(way / speed));
    }
    distances.push(metres);
    durations.push(seconds);
  }
  const mode: Mode = { durations, distances };
  if (has("stopSeconds")) mode.perStopSeconds = source.int(0, 3) * 60;
  return mode;
}
