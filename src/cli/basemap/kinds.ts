/** What of OpenStreetMap is drawn, as what, and from which zoom on. Everything else is left out. */
import type { Tags } from "./osmFile.js";

/** Layers of a tile, in the order in which they are drawn. */
export const LAYERS = ["sea", "island", "green", "water", "stream", "building", "road", "place"] as const;
export type LayerName = (typeof LAYERS)[number];

export interface Kind {
  readonly layer: LayerName;
  /** Within the layer, for the style. */
  readonly kind: string;
  readonly minZoom: number;
  readonly shape: "area" | "line" | "point";
}

/** Streets by `highway`; ramps as the road that they belong to. */
const ROADS: Readonly<Record<string, readonly [kind: string, minZoom: number]>> = {
  motorway: ["motorway", 8],
  trunk: ["motorway", 8],
  primary: ["main", 9],
  secondary: ["main", 10],
  tertiary: ["middle", 11],
  unclassified: ["street", 12],
  residential: ["street", 12],
  living_street: ["street", 12],
  pedestrian: ["pedestrian", 13],
  service: ["service", 14],
  track: ["path", 14],
  footway: ["path", 14],
  cycleway: ["path", 13],
  path: ["path", 14],
  steps: ["path", 14],
};

const RAILS: Readonly<Record<string, number>> = { rail: 10, light_rail: 11, subway: 11, tram: 14 };

const PLACES: Readonly<Record<string, number>> = {
  city: 8,
  town: 8,
  village: 10,
  suburb: 11,
  island: 12,
  quarter: 12,
  neighbourhood: 13,
  hamlet: 12,
};

const GREEN: Readonly<Record<string, readonly string[]>> = {
  leisure: ["park", "garden", "golf_course", "nature_reserve", "dog_park"],
  landuse: [
    "forest",
    "grass",
    "meadow",
    "recreation_ground",
    "village_green",
    "allotments",
    "cemetery",
    "orchard",
  ],
  natural: ["wood", "scrub", "heath", "grassland", "wetland"],
};

const SPORT = ["pitch", "playground", "sports_centre", "stadium", "track"];

const line = (layer: LayerName, kind: string, minZoom: number): Kind => ({
  layer,
  kind,
  minZoom,
  shape: "line",
});
const area = (layer: LayerName, kind: string, minZoom: number): Kind => ({
  layer,
  kind,
  minZoom,
  shape: "area",
});

function areaOf(tags: Tags): Kind | null {
  if (tags["building"] !== undefined && tags["building"] !== "no") return area("building", "building", 14);
  const isWater =
    tags["natural"] === "water" ||
    tags["waterway"] === "riverbank" ||
    tags["waterway"] === "dock" ||
    ["basin", "reservoir"].includes(tags["landuse"] ?? "");
  if (isWater) return area("water", "water", 8);
  if (SPORT.includes(tags["leisure"] ?? "")) return area("green", "sport", 13);
  if (["beach", "sand"].includes(tags["natural"] ?? "")) return area("green", "sand", 12);
  for (const [key, values] of Object.entries(GREEN)) {
    if (values.includes(tags[key] ?? "")) return area("green", "green", 10);
  }
  if (["hospital", "clinic"].includes(tags["amenity"] ?? "")) return area("green", "care", 13);
  if (tags["highway"] === "pedestrian" || tags["place"] === "square")
    return area("road", "pedestrian-area", 14);
  return null;
}

function lineOf(tags: Tags): Kind | null {
  // What runs below ground is in the way of the streets above it.
  const below = (tags["tunnel"] ?? "no") !== "no" || tags["indoor"] === "yes";
  const road = ROADS[(tags["highway"] ?? "").replace(/_link$/, "")];
  if (road !== undefined)
    return below || tags["area"] === "yes" || tags["access"] === "private" ? null : line("road", ...road);
  const rail = RAILS[tags["railway"] ?? ""];
  if (rail !== undefined) {
    if (below || tags["service"] !== undefined) return null;
    return line("road", tags["railway"] === "tram" ? "tram" : "rail", rail);
  }
  if (tags["route"] === "ferry") return line("road", "ferry", 12);
  if (["river", "canal"].includes(tags["waterway"] ?? "")) return line("stream", "river", 10);
  if (tags["waterway"] === "stream" && !below) return line("stream", "stream", 13);
  if (tags["man_made"] === "pier") return line("road", "pier", 13);
  return null;
}

/** @param ring whether the way ends where it begins */
export function kindOfWay(tags: Tags, ring: boolean): Kind | null {
  const asArea = ring && tags["area"] !== "no" ? areaOf(tags) : null;
  return asArea ?? lineOf(tags);
}

export function kindOfRelation(tags: Tags): Kind | null {
  return tags["type"] === "multipolygon" ? areaOf(tags) : null;
}

export function kindOfNode(tags: Tags): Kind | null {
  if (tags["name"] === undefined) return null;
  const minZoom = PLACES[tags["place"] ?? ""];
  if (minZoom !== undefined) return { layer: "place", kind: tags["place"]!, minZoom, shape: "point" };
  const isStation = tags["railway"] === "station" || tags["station"] === "subway";
  return isStation ? { layer: "place", kind: "station", minZoom: 13, shape: "point" } : null;
}

/** Whether names of the kind are written on the map. */
export const isNamed = ({ layer, kind }: Kind): boolean =>
  layer === "place" || (layer === "road" && !["rail", "tram", "ferry", "pier"].includes(kind));
