/** Where the travel times of a mode came from; the shape of {@link TravelSource}. */
import { z } from "zod";
import type { TravelSource } from "../domain/travelSource.js";

export const travelSource: z.ZodType<TravelSource> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("given") }),
  z.strictObject({
    kind: z.literal("osrm"),
    profile: z.string(),
    mapVersion: z.string().exactOptional(),
    recorded: z.string().exactOptional(),
    attribution: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("estimate"),
    detourFactor: z.number().positive(),
    kilometresPerHour: z.number().positive(),
    seasonFactor: z.number().positive(),
    season: z.enum(["summer", "winter"]),
    insteadOf: z.string().exactOptional(),
  }),
]);
