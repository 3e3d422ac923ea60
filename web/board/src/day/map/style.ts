/** How the map looks: plain ground of our own, no tiles and no glyphs from anywhere. */
import type { StyleSpecification } from "maplibre-gl";

const EMPTY = { type: "FeatureCollection" as const, features: [] };

/** Inks of visit types, from the design tokens, so that map and time line say the same. */
export function inkOf(token: string): string {
  return (
    getComputedStyle(document.documentElement).getPropertyValue(`--type-${token}-ink`).trim() || "#37385c"
  );
}

export function mapStyle(tokens: readonly string[]): StyleSpecification {
  const inks = tokens.flatMap((token) => [token, inkOf(token)]);
  const ink = ["match", ["get", "token"], ...inks, "#37385c"] as unknown as string;
  return {
    version: 8,
    sources: {
      ways: { type: "geojson", data: EMPTY },
      homes: { type: "geojson", data: EMPTY },
      offices: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": "#eaf0f1" } },
      {
        id: "ways-road",
        type: "line",
        source: "ways",
        filter: ["==", ["get", "road"], true],
        paint: { "line-color": "#8fa6ad", "line-width": 1.5 },
      },
      {
        id: "ways-straight",
        type: "line",
        source: "ways",
        filter: ["==", ["get", "road"], false],
        paint: { "line-color": "#8fa6ad", "line-width": 1, "line-dasharray": [3, 3] },
      },
      {
        id: "chosen-road",
        type: "line",
        source: "ways",
        filter: ["==", ["get", "shiftId"], ""],
        paint: { "line-color": "#0b5563", "line-width": 3.5 },
      },
      {
        id: "chosen-straight",
        type: "line",
        source: "ways",
        filter: ["==", ["get", "shiftId"], ""],
        paint: { "line-color": "#0b5563", "line-width": 2.5, "line-dasharray": [2, 2] },
      },
      {
        id: "homes",
        type: "circle",
        source: "homes",
        paint: {
          "circle-radius": 4.5,
          "circle-color": ["case", ["get", "served"], ink, "#ffffff"],
          "circle-stroke-color": ["case", ["get", "served"], "#ffffff", "#a3201a"],
          "circle-stroke-width": ["case", ["get", "served"], 1, 2.5],
        },
      },
      {
        id: "chosen-home",
        type: "circle",
        source: "homes",
        filter: ["==", ["get", "visitId"], ""],
        paint: {
          "circle-radius": 9,
          "circle-color": "transparent",
          "circle-stroke-color": "#083f4a",
          "circle-stroke-width": 3,
        },
      },
      {
        id: "offices",
        type: "circle",
        source: "offices",
        paint: {
          "circle-radius": 7,
          "circle-color": "#ffd166",
          "circle-stroke-color": "#17252b",
          "circle-stroke-width": 2,
        },
      },
    ],
  };
}
