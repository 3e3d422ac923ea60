/** The list of days. */
import { z } from "zod";
import { planSchema } from "../planSchema.js";
import { problemSchema } from "../problemSchema.js";
import { boundView, figuresView, versionDetailView } from "./versions.js";

export const dayHead = z
  .object({
    date: z.string().describe("YYYY-MM-DD"),
    problems: z.int().describe("Imported for the date"),
    versions: z.int().describe("Plan versions"),
    publishedPlanId: z.string().nullable().describe("The version that holds; null: none is published"),
  })
  .meta({ id: "Day" });
export type DayHead = z.infer<typeof dayHead>;

/**
 * What the board draws of a day: the problem without its travel matrices (they are most of its
 * bytes), and of a version the plan, its violations and key figures.
 */
export const dayProblemView = z.object({ problem: problemSchema });
export type DayProblemView = z.infer<typeof dayProblemView>;

export const dayPlanView = z.object({
  version: versionDetailView,
  problem: problemSchema,
  plan: planSchema,
  figures: figuresView,
  /** Null: nothing is proved of the version yet. */
  bound: boundView.nullable(),
});
export type DayPlanView = z.infer<typeof dayPlanView>;
