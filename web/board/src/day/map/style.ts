/** The day on the map: ways in nurses' colours, visits with number and letter. Glyphs are drawn by the browser. */
import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";
import type { BasemapView } from "../../../../../src/contracts/index.js";
import type { Language } from "../../../../shared/i18n/language.js";
import { STREETS, streetLayers, tokenColour } from "./baseStyle.js";

const EMPTY = { type: "FeatureCollection" as const, features: [] };
const COLOUR: ExpressionSpecification = ["get", "colour"];

type Layer = StyleSpecification["layers"][number];

const isRoad = (road: boolean): ExpressionSpecification => ["==", ["get", "road"], road];

const LINE = { "line-cap": "round", "line-join": "round" } as const;

function wayLayers(): Layer[] {
  const line = (id: string, road: boolean, paint: object): Layer =>
    ({
      id,
      type: "line",
      source: "ways",
      filter: isRoad(road),
      ...(road ? { layout: LINE } : {}),
      paint,
    }) as Layer;
  const dashed = { "line-dasharray": [2, 2] };
  return [
    line("ways-road", true, { "line-color": COLOUR, "line-width": 2.2, "line-opacity": 0.75 }),
    line("ways-straight", false, { "line-color": COLOUR, "line-width": 1.4, "line-opacity": 0.6, ...dashed }),
    line("chosen-edge", true, { "line-color": "#ffffff", "line-width": 8 }),
    line("chosen-road", true, { "line-color": COLOUR, "line-width": 5 }),
    line("chosen-straight", false, { "line-color": COLOUR, "line-width": 3, ...dashed }),
    {
      id: "chosen-arrows",
      type: "symbol",
      source: "ways",
      filter: isRoad(true),
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 70,
        "icon-image": "arrow",
        "icon-size": 0.62,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ];
}

function visitLayers(): Layer[] {
  const lifted = ["literal", [0, 0]];
  const pill = {
    "icon-image": ["get", "icon"],
    // Markers of one home stand above each other.
    "icon-offset": [
      "match",
      ["get", "lift"],
      0,
      lifted,
      1,
      ["literal", [0, -20]],
      2,
      ["literal", [0, -40]],
      ["literal", [0, -60]],
    ],
    "icon-padding": 1,
    "symbol-sort-key": ["get", "lift"],
  };
  return [
    {
      id: "dots",
      type: "circle",
      source: "visits",
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 10, 2.5, 14, 5],
        "circle-color": COLOUR,
        "circle-stroke-color": ["case", ["get", "served"], "#ffffff", tokenColour("--danger")],
        "circle-stroke-width": ["case", ["get", "served"], 1.2, 2.2],
      },
    },
    {
      id: "visits",
      type: "symbol",
      source: "visits",
      layout: { ...pill, "icon-allow-overlap": false },
    },
    {
      id: "offices",
      type: "symbol",
      source: "offices",
      layout: { "icon-image": "office", "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
    {
      id: "chosen-visits",
      type: "symbol",
      source: "visits",
      layout: { ...pill, "icon-allow-overlap": true },
    },
    {
      id: "chosen-ring",
      type: "circle",
      source: "visits",
      paint: {
        "circle-radius": 19,
        "circle-color": "transparent",
        "circle-stroke-color": tokenColour("--map-ring"),
        "circle-stroke-width": 3,
      },
    },
  ] as Layer[];
}

function sheetOf({ bounds: [west, south, east, north] }: BasemapView): GeoJSON.Feature {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

export function mapStyle(basemap: BasemapView | null, language: Language): StyleSpecification {
  const streets: StyleSpecification["sources"] =
    basemap === null
      ? {}
      : {
          [STREETS]: { type: "vector", url: `pmtiles://${new URL(basemap.url, location.href).href}` },
          // Where the streets end is no land without streets.
          sheet: { type: "geojson", data: sheetOf(basemap) },
        };
  return {
    version: 8,
    sources: {
      ...streets,
      ways: { type: "geojson", data: EMPTY },
      visits: { type: "geojson", data: EMPTY },
      offices: { type: "geojson", data: EMPTY },
    },
    layers: [
      {
        id: "ground",
        type: "background",
        paint: { "background-color": tokenColour(basemap === null ? "--map-land" : "--map-beyond") },
      },
      ...(basemap === null
        ? []
        : [
            {
              id: "sheet",
              type: "fill" as const,
              source: "sheet",
              paint: { "fill-color": tokenColour("--map-land") },
            },
            ...streetLayers(language),
          ]),
      ...wayLayers(),
      ...visitLayers(),
    ],
  };
}
