/** A street map for the board, made of OpenStreetMap data into one file. */
import { archiveOf } from "./archive.js";
import { shapesOf } from "./features.js";
import { LAYERS } from "./kinds.js";
import type { Box } from "./osmFile.js";
import { tilesOf, type Zooms } from "./tiles.js";

export { MapWithoutBounds } from "./features.js";
export { type Box, MapFileBroken } from "./osmFile.js";

export const ATTRIBUTION = "© OpenStreetMap contributors, ODbL";

export interface BasemapOptions {
  readonly name: string;
  /** The area; absent: what the file says it holds. */
  readonly box?: Box;
  /** 14 holds every street; the screen enlarges it beyond. */
  readonly zooms?: Zooms;
}

export interface Basemap {
  /** A file in the PMTiles format. */
  readonly bytes: Uint8Array;
  readonly box: Box;
  readonly shapes: number;
  readonly brokenCoast: number;
}

const ZOOMS: Zooms = { min: 8, max: 14 };

/** @throws MapFileBroken, MapWithoutBounds */
export function makeBasemap(file: string, { name, box: given, zooms = ZOOMS }: BasemapOptions): Basemap {
  const shapes = shapesOf(file, given);
  const facts = {
    name,
    attribution: ATTRIBUTION,
    vector_layers: LAYERS.map((id) => ({ id, fields: { kind: "String", name: "String", sv: "String" } })),
  };
  return {
    bytes: archiveOf(tilesOf(shapes, zooms), shapes.box, zooms, facts),
    box: shapes.box,
    shapes: [...shapes.layers.values()].reduce((sum, { length }) => sum + length, 0),
    brokenCoast: shapes.brokenCoast,
  };
}
