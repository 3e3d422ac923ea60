/** The list of days. */
import { z } from "zod";

export const dayHead = z
  .object({
    date: z.string().describe("YYYY-MM-DD"),
    problems: z.int().describe("Imported for the date"),
    versions: z.int().describe("Plan versions"),
    publishedPlanId: z.string().nullable().describe("The version that holds; null: none is published"),
  })
  .meta({ id: "Day" });
export type DayHead = z.infer<typeof dayHead>;
