/** Rounds as lines and the street maps below them, for the screens. */
import { z } from "zod";
import type { planGeometryView } from "../study/geometry.js";

export type PlanGeometryView = z.infer<typeof planGeometryView>;

export const basemapView = z
  .object({
    name: z.string(),
    url: z.string().describe("The file, in the PMTiles format; parts of it are asked for by Range"),
    bounds: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .describe("West, south, east, north in degrees"),
    minZoom: z.int(),
    maxZoom: z.int(),
    bytes: z.int(),
    attribution: z.string().describe("To be shown with the map"),
  })
  .meta({ id: "Basemap" });
export type BasemapView = z.infer<typeof basemapView>;
