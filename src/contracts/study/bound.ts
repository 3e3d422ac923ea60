/** How far a plan can be from the best one; docs/bound.md says what the numbers mean. */
import { z } from "zod";
import { said } from "./explanations.js";

const share = z.number().nullable();

const boundShape = {
  lowerBound: z.number().describe("No valid plan of the problem costs less, points"),
  cost: z.number().nullable().describe("Of the plan, points; null: it breaks rules"),
  gap: share.describe("(cost - lowerBound) / cost"),
  unservedAtLeast: z.int().describe("The number m of unserved visits that the second statement speaks of"),
  unservedProven: z.boolean().describe("Every plan that is no dearer leaves out m or more"),
  restLowerBound: z
    .number()
    .describe("No plan that leaves out m or more, worth unservedCost or less, costs less besides them"),
  restGap: share.describe("The same share for the cost besides unserved visits"),
  unservedCost: z.number(),
  complete: z.boolean().describe("More time would hardly raise the numbers"),
  method: z.string().describe("Name and version"),
  seconds: z.number().describe("That the proof took"),
};

/** As progress carries it. */
export const boundNumbers = z.object(boundShape).meta({ id: "BoundNumbers" });

export const planBound = z
  .object({ ...boundShape, provedAt: z.string(), said: said.describe("The one sentence for people") })
  .meta({ id: "PlanBound" });
