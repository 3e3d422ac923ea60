/** What promises cost; docs/promises.md says how that is found. */
import { z } from "zod";
import { weights } from "../problemSchema.js";
import { said } from "./explanations.js";

export const costPart = weights.keyof();

export const promisesView = z
  .object({
    cost: z.number().describe("Points that prices are counted from"),
    promises: z
      .array(
        z.object({
          kind: z.enum(["window", "pin", "familiar", "ban", "skill", "break", "weight", "limit"]),
          of: z.record(z.string(), z.string()).describe("visitId, clientId, visitTypeId, shiftId, ..."),
          points: z.number().describe("That the day would save without it"),
          basis: z.enum(["measured", "estimate"]).describe("By solving again; or at least so much"),
          travelSeconds: z.number().nullable(),
          parts: z.record(z.string(), z.number()).nullable().describe("Saved by cost part, unweighted"),
          said: z.array(said).readonly(),
        }),
      )
      .readonly()
      .describe("The dearest, dearest first"),
    counted: z.int().describe("Promises of the day"),
    estimated: z.int().describe("Of which so many were looked at"),
    othersAtMost: z
      .number()
      .nullable()
      .describe("No estimate of the others would be higher; null: time ran out before that was known"),
    curves: z
      .array(
        z.object({
          weight: costPart,
          points: z.array(z.object({ weight: z.number(), amount: z.number(), rest: z.number() })).readonly(),
        }),
      )
      .readonly(),
    complete: z.boolean(),
  })
  .meta({ id: "Promises" });
