/** Need against supply by skill and half hour, as it is told. */
import { z } from "zod";

const skills = z
  .array(z.string())
  .describe("Skills that are all needed, alternatives as `a|b`; empty: all visits and nurses together");

export const capacitySlot = z.object({
  from: z.string().describe("Half an hour from this instant"),
  expectedMinutes: z.int().describe("Nurses' minutes if visits spread evenly over their windows"),
  certainMinutes: z.int().describe("Nurses' minutes that visits take whenever they start"),
  supplyMinutes: z.int().describe("Nurses' minutes on shift, without breaks that must fall here"),
});

export const capacityView = z
  .object({
    problemId: z.string(),
    groups: z.array(
      z.object({
        skills,
        nurses: z.int().describe("With a shift and these skills"),
        visits: z.int().describe("That only these nurses can make"),
        peak: capacitySlot.nullable().describe("The half hour with most expected need for its supply"),
        slots: z.array(capacitySlot),
      }),
    ),
    shortages: z
      .array(
        z.object({
          skills,
          from: z.string(),
          to: z.string(),
          needMinutes: z.int(),
          supplyMinutes: z.int(),
          visitIds: z.array(z.string()),
          message: z.string(),
        }),
      )
      .describe(
        "Certain ones: no plan serves all. None does not mean that a plan does, since travel is left out",
      ),
  })
  .meta({ id: "Capacity" });
export type CapacityView = z.infer<typeof capacityView>;
