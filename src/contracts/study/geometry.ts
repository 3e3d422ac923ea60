/** A plan's rounds as lines on a map. */
import { z } from "zod";

const point = z.tuple([z.number(), z.number()]).readonly().describe("[longitude, latitude] in degrees");

export const planGeometryView = z
  .object({
    attribution: z.string().describe("To be shown with the map"),
    rounds: z
      .array(
        z.object({
          shiftId: z.string(),
          nurseId: z.string(),
          mode: z.string(),
          legs: z
            .array(
              z.object({
                fromPlaceId: z.string(),
                toPlaceId: z.string(),
                visitId: z.string().nullable().describe("The visit it leads to; null: the round's end"),
                kind: z
                  .enum(["road", "straight"])
                  .describe("straight: no road is known, show it as such (dashed)"),
                line: z.array(point).readonly(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "PlanGeometry" });
