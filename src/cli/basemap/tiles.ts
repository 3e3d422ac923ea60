/** Shapes cut into tiles of the web's square grid, as Mapbox vector tiles, gzipped. */
import { gzipSync } from "node:zlib";
import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Shapes } from "./features.js";
import { LAYERS } from "./kinds.js";
import type { Box } from "./osmFile.js";

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly data: Uint8Array;
}

export interface Zooms {
  readonly min: number;
  readonly max: number;
}

const EXTENT = 4096;

function columnOf(lon: number, z: number): number {
  return ((lon + 180) / 360) * 2 ** z;
}

function rowOf(lat: number, z: number): number {
  const radians = (lat * Math.PI) / 180;
  return ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z;
}

/** Columns and rows of the tiles that touch a box, both ends included. */
export function rangeOf([west, south, east, north]: Box, z: number) {
  const last = 2 ** z - 1;
  const whole = (value: number): number => Math.min(last, Math.max(0, Math.floor(value)));
  return {
    x: [whole(columnOf(west, z)), whole(columnOf(east, z))] as const,
    y: [whole(rowOf(north, z)), whole(rowOf(south, z))] as const,
  };
}

/** Tiles that hold something, zoom by zoom. */
export function* tilesOf({ box, layers }: Shapes, { min, max }: Zooms): Generator<Tile> {
  for (let z = min; z <= max; z += 1) {
    const indexes = LAYERS.flatMap((name) => {
      const features = (layers.get(name) ?? []).flatMap(({ minZoom, shape }) =>
        minZoom <= z ? [shape] : [],
      );
      if (features.length === 0) return [];
      // Lines are simplified at every zoom below `maxZoom`, the last one of the file too.
      const options = { maxZoom: max + 1, indexMaxZoom: z, indexMaxPoints: 0, extent: EXTENT, buffer: 64 };
      return [{ name, index: new GeoJSONVT({ type: "FeatureCollection", features }, options) }];
    });
    const { x: columns, y: rows } = rangeOf(box, z);
    for (let x = columns[0]; x <= columns[1]; x += 1) {
      for (let y = rows[0]; y <= rows[1]; y += 1) {
        const cut: Record<string, GeoJSONVTTile> = {};
        for (const { name, index } of indexes) {
          const tile = index.getTile(z, x, y);
          if (tile !== null && tile.features.length > 0) cut[name] = tile;
        }
        if (Object.keys(cut).length === 0) continue;
        const data = gzipSync(fromGeojsonVt(cut, { version: 2, extent: EXTENT }), { level: 9 });
        yield { z, x, y, data };
      }
    }
  }
}
