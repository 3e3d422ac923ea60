/** What the map draws of the open day: ways, visits at homes, offices. GeoJSON, [longitude, latitude]. */
import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { PlanGeometryView } from "../../../../../src/contracts/index.js";
import type { DayModel } from "../model.js";

type Properties = Readonly<Record<string, string | number | boolean>>;
type Collection<G extends LineString | Point> = FeatureCollection<G, Properties>;

const collection = <G extends LineString | Point>(features: Feature<G, Properties>[]): Collection<G> => ({
  type: "FeatureCollection",
  features,
});

/** How nurses and visit types look. */
export interface Looks {
  colourOf(nurseId: string): string;
  /** Letter of a visit type, and the name of its colours. */
  lookOf(typeId: string): { readonly letter: string; readonly token: string };
}

/** Legs of every round; `road` tells whether the line follows a known way. */
export function wayFeatures(geometry: PlanGeometryView, looks: Looks): Collection<LineString> {
  return collection(
    geometry.rounds.flatMap(({ shiftId, nurseId, legs }) =>
      legs.map(({ kind, line }) => ({
        type: "Feature" as const,
        properties: { shiftId, colour: looks.colourOf(nurseId), road: kind === "road" },
        geometry: { type: "LineString" as const, coordinates: line.map(([lon, lat]) => [lon, lat]) },
      })),
    ),
  );
}

interface Marker {
  readonly shiftId: string;
  readonly colour: string;
  readonly token: string;
  readonly letter: string;
  readonly visitIds: string[];
  readonly numbers: number[];
}

/** One marker for each round at each home, with the numbers of its stops there; those of a home side by side. */
export function visitFeatures(day: DayModel, looks: Looks): Collection<Point> {
  const places = new Map(day.problem.places.map((place) => [place.id, place]));
  const homes = new Map<string, Map<string, Marker>>();
  const put = (placeId: string, key: string, marker: Marker): void => {
    const home = homes.get(placeId) ?? new Map<string, Marker>();
    homes.set(placeId, home);
    const known = home.get(key);
    if (known === undefined) home.set(key, marker);
    else {
      known.numbers.push(...marker.numbers);
      known.visitIds.push(...marker.visitIds);
    }
  };
  for (const row of day.rows) {
    for (const { visit, position } of row.blocks) {
      const placeId = day.clients.get(visit.clientId)?.placeId;
      if (placeId === undefined || visit.remote === true) continue;
      const { letter, token } = looks.lookOf(visit.typeId);
      const colour = looks.colourOf(row.nurseId);
      const marker = { shiftId: row.shiftId, colour, token, letter };
      put(placeId, row.shiftId, { ...marker, visitIds: [visit.id], numbers: [position + 1] });
    }
  }
  for (const { visit } of day.tray) {
    const placeId = day.clients.get(visit.clientId)?.placeId;
    if (placeId === undefined) continue;
    const { letter, token } = looks.lookOf(visit.typeId);
    put(placeId, visit.id, { shiftId: "", colour: "", token, letter, visitIds: [visit.id], numbers: [] });
  }
  return collection(
    [...homes].flatMap(([placeId, markers]) => {
      const place = places.get(placeId);
      if (place === undefined) return [];
      return [...markers.values()].map((marker, i) => {
        const { numbers, shiftId, colour, token, letter, visitIds } = marker;
        const label = numbers.length > 3 ? `${numbers[0]}…${numbers.at(-1)}` : numbers.join("·");
        return {
          type: "Feature" as const,
          properties: {
            // Properties are plain values only.
            visitIds: JSON.stringify(visitIds),
            shiftId,
            placeId,
            served: shiftId !== "",
            colour: colour || "#ffffff",
            icon: `visit|${colour}|${label}|${letter}|${token}`,
            // Markers of one home stand above each other.
            lift: i,
          },
          geometry: { type: "Point" as const, coordinates: [place.lon, place.lat] },
        };
      });
    }),
  );
}

export function officeFeatures(day: DayModel): Collection<Point> {
  const ids = new Set(
    day.problem.shifts.flatMap(({ startPlaceId, endPlaceId }) => [startPlaceId, endPlaceId]),
  );
  return collection(
    day.problem.places
      .filter(({ id }) => ids.has(id))
      .map(({ id, name, lat, lon }) => ({
        type: "Feature" as const,
        properties: { id, name: name ?? id },
        geometry: { type: "Point" as const, coordinates: [lon, lat] },
      })),
  );
}

export type Bounds = [west: number, south: number, east: number, north: number];

/** Around the places given; null: none. */
export function boundsOf(places: readonly { readonly lon: number; readonly lat: number }[]): Bounds | null {
  if (places.length === 0) return null;
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
