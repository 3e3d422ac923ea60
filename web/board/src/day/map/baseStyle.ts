/** How streets, water and parks look: quiet, so that rounds stand out. Colours are design tokens (map.css). */
import type { LayerSpecification, ExpressionSpecification } from "maplibre-gl";
import type { Language } from "../../../../shared/i18n/language.js";

/** Name of the source that street layers read. */
export const STREETS = "streets";

/** A design token's value. */
export function tokenColour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim() || "#37385c";
}

const FONT = ["Inter", "Segoe UI", "Noto Sans", "Liberation Sans", "sans-serif"];

/** Sizes by zoom, each step doubling as streets do. */
const growing = (...stops: readonly (readonly [zoom: number, size: number])[]): ExpressionSpecification =>
  ["interpolate", ["exponential", 1.6], ["zoom"], ...stops.flat()] as unknown as ExpressionSpecification;

const isKind = (...kinds: readonly string[]): ExpressionSpecification =>
  ["match", ["get", "kind"], [...kinds], true, false] as unknown as ExpressionSpecification;

/** Swedish names where the map has them; else what stands on the signs. */
export const nameIn = (language: Language): ExpressionSpecification =>
  (language === "sv"
    ? ["coalesce", ["get", "sv"], ["get", "name"]]
    : ["get", "name"]) as ExpressionSpecification;

interface Road {
  readonly kinds: readonly string[];
  readonly fill: string;
  readonly edge: string;
  readonly width: readonly (readonly [number, number])[];
}

const ROADS: readonly Road[] = [
  {
    kinds: ["service"],
    fill: "--map-street",
    edge: "--map-street-edge",
    width: [
      [14, 0.8],
      [16, 3],
      [18, 9],
    ],
  },
  {
    kinds: ["pedestrian"],
    fill: "--map-foot",
    edge: "--map-street-edge",
    width: [
      [13, 0.8],
      [16, 5],
      [18, 15],
    ],
  },
  {
    kinds: ["street"],
    fill: "--map-street",
    edge: "--map-street-edge",
    width: [
      [12, 0.7],
      [14, 2.2],
      [16, 8],
      [18, 22],
    ],
  },
  {
    kinds: ["middle"],
    fill: "--map-street",
    edge: "--map-street-edge",
    width: [
      [11, 0.8],
      [14, 3.4],
      [16, 11],
      [18, 28],
    ],
  },
  {
    kinds: ["main"],
    fill: "--map-main",
    edge: "--map-main-edge",
    width: [
      [9, 0.8],
      [14, 4],
      [16, 13],
      [18, 32],
    ],
  },
  {
    kinds: ["motorway"],
    fill: "--map-motorway",
    edge: "--map-main-edge",
    width: [
      [8, 1],
      [14, 5],
      [16, 14],
      [18, 34],
    ],
  },
];

const layer = (id: string, sourceLayer: string, rest: object): LayerSpecification =>
  ({ id: `base-${id}`, source: STREETS, "source-layer": sourceLayer, ...rest }) as LayerSpecification;

const fill = (id: string, sourceLayer: string, colour: string, rest: object = {}): LayerSpecification =>
  layer(id, sourceLayer, { type: "fill", paint: { "fill-color": tokenColour(colour) }, ...rest });

function roadLayers(): LayerSpecification[] {
  const line = { "line-cap": "round", "line-join": "round" };
  const edges = ROADS.map(({ kinds, edge, width }) =>
    layer(`edge-${kinds[0]}`, "road", {
      type: "line",
      filter: isKind(...kinds),
      minzoom: 12.5,
      layout: line,
      paint: {
        "line-color": tokenColour(edge),
        "line-width": growing(...width.map(([zoom, size]) => [zoom, size + 1.4] as const)),
      },
    }),
  );
  const fills = ROADS.map(({ kinds, fill: colour, width }) =>
    layer(`road-${kinds[0]}`, "road", {
      type: "line",
      filter: isKind(...kinds),
      layout: line,
      paint: { "line-color": tokenColour(colour), "line-width": growing(...width) },
    }),
  );
  return [...edges, ...fills];
}

function labelLayers(language: Language): LayerSpecification[] {
  const halo = {
    "text-color": tokenColour("--map-label"),
    "text-halo-color": tokenColour("--map-halo"),
    "text-halo-width": 1.4,
  };
  return [
    layer("street-names", "road", {
      type: "symbol",
      filter: ["has", "name"],
      minzoom: 13.6,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 320,
        "text-field": nameIn(language),
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 13.6, 10, 17, 13],
        "text-max-angle": 32,
        "text-padding": 4,
      },
      paint: halo,
    }),
    layer("stations", "place", {
      type: "symbol",
      filter: isKind("station"),
      minzoom: 14,
      layout: { "text-field": nameIn(language), "text-font": FONT, "text-size": 11, "text-padding": 8 },
      paint: { ...halo, "text-color": tokenColour("--map-station") },
    }),
    layer("places", "place", {
      type: "symbol",
      filter: ["!", isKind("station")],
      maxzoom: 16,
      layout: {
        "text-field": nameIn(language),
        "text-font": FONT,
        "text-size": ["match", ["get", "kind"], ["city", "town"], 16, ["suburb", "village"], 13, 11.5],
        "text-transform": ["match", ["get", "kind"], ["city", "town", "village"], "none", "uppercase"],
        "text-letter-spacing": 0.08,
        "text-max-width": 8,
        "text-padding": 6,
        "symbol-sort-key": ["match", ["get", "kind"], ["city", "town"], 0, ["suburb", "village"], 1, 2],
      },
      paint: { ...halo, "text-color": tokenColour("--map-place"), "text-halo-width": 1.8 },
    }),
  ];
}

/** Layers of the street map, lowest first; they read the vector source `STREETS`. */
export function streetLayers(language: Language): LayerSpecification[] {
  const thin = (id: string, kinds: readonly string[], colour: string, rest: object): LayerSpecification =>
    layer(id, "road", {
      type: "line",
      filter: isKind(...kinds),
      paint: { "line-color": tokenColour(colour), ...rest },
    });
  return [
    fill("sea", "sea", "--map-water"),
    fill("island", "island", "--map-land"),
    fill("green", "green", "--map-green", { filter: isKind("green") }),
    fill("sport", "green", "--map-sport", { filter: isKind("sport") }),
    fill("sand", "green", "--map-sand", { filter: isKind("sand") }),
    fill("care", "green", "--map-care", { filter: isKind("care") }),
    fill("water", "water", "--map-water"),
    layer("stream", "stream", {
      type: "line",
      paint: { "line-color": tokenColour("--map-water"), "line-width": growing([12, 1], [16, 4]) },
    }),
    fill("square", "road", "--map-foot", { filter: isKind("pedestrian-area") }),
    layer("building", "building", {
      type: "fill",
      minzoom: 13.5,
      paint: {
        "fill-color": tokenColour("--map-building"),
        "fill-outline-color": tokenColour("--map-building-edge"),
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13.5, 0, 14.2, 1],
      },
    }),
    thin("ferry", ["ferry"], "--map-ferry", { "line-width": 1, "line-dasharray": [4, 4] }),
    thin("pier", ["pier"], "--map-street-edge", { "line-width": growing([13, 1], [17, 4]) }),
    thin("path", ["path"], "--map-path", {
      "line-width": growing([14, 0.7], [17, 1.8]),
      "line-dasharray": [3, 1.5],
    }),
    ...roadLayers(),
    thin("tram", ["tram"], "--map-rail", { "line-width": growing([14, 0.6], [17, 1.4]) }),
    thin("rail", ["rail", "light_rail", "subway"], "--map-rail", {
      "line-width": growing([10, 0.7], [14, 1.2], [17, 3]),
    }),
    ...labelLayers(language),
  ];
}
