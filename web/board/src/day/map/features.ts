/** What the map draws of the open day: ways, clients' homes, offices. GeoJSON, [longitude, latitude]. */
import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { PlanGeometryView } from "../../../../../src/contracts/index.js";
import type { DayModel } from "../model.js";

type Collection<G extends LineString | Point> = FeatureCollection<
  G,
  Readonly<Record<string, string | boolean>>
>;

const collection = <G extends LineString | Point>(features: Collection<G>["features"]): Collection<G> => ({
  type: "FeatureCollection",
  features,
});

/** Legs of every round; `road` tells whether the line follows a known way. */
export function wayFeatures(geometry: PlanGeometryView): Collection<LineString> {
  return collection(
    geometry.rounds.flatMap(({ shiftId, legs }) =>
      legs.map(({ kind, line }): Feature<LineString, Record<string, string | boolean>> => ({
        type: "Feature",
        properties: { shiftId, road: kind === "road" },
        geometry: { type: "LineString", coordinates: line.map(([lon, lat]) => [lon, lat]) },
      })),
    ),
  );
}

/** One point a visit, at its client's home; several visits of a home lie on each other. */
export function homeFeatures(day: DayModel, tokenOf: (typeId: string) => string): Collection<Point> {
  const places = new Map(day.problem.places.map((place) => [place.id, place]));
  return collection(
    day.problem.visits.flatMap((visit) => {
      const place = places.get(day.clients.get(visit.clientId)?.placeId ?? "");
      if (place === undefined) return [];
      const shiftId = day.rowsOf.get(visit.id)?.[0]?.shiftId ?? "";
      return [
        {
          type: "Feature" as const,
          properties: { visitId: visit.id, shiftId, token: tokenOf(visit.typeId), served: shiftId !== "" },
          geometry: { type: "Point" as const, coordinates: [place.lon, place.lat] },
        },
      ];
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
      .map(({ id, lat, lon }) => ({
        type: "Feature" as const,
        properties: { id },
        geometry: { type: "Point" as const, coordinates: [lon, lat] },
      })),
  );
}

/** West, south, east, north of all places; null: none. */
export function boundsOf(day: DayModel): [number, number, number, number] | null {
  const { places } = day.problem;
  if (places.length === 0) return null;
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
