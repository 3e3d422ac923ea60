/** How sure a plan is; docs/robustness.md says how it is found. */
import { z } from "zod";
import { planSchema } from "../planSchema.js";
import { said } from "./explanations.js";

const chance = z.number().describe("0 .. 1");

export const spreadPoints = z
  .array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(100)]).readonly())
  .min(2)
  .max(100)
  .readonly()
  .refine(
    (points) =>
      points[0]?.[0] === 0 &&
      points.at(-1)?.[0] === 1 &&
      points.every(([p, factor], i) => i === 0 || (p > points[i - 1]![0] && factor >= points[i - 1]![1])),
    "probabilities must rise from 0 to 1, and factors must not fall",
  )
  .describe("Points [probability, factor on the planned time], both rising, from probability 0 to 1");

export const spreads = z
  .strictObject({
    visits: spreadPoints.optional(),
    visitTypes: z.record(z.string(), spreadPoints).optional().describe("By visit type"),
    travel: spreadPoints.optional(),
    shared: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe("Part of a leg's deviation that the whole day shares"),
  })
  .meta({ id: "Spreads" });

const safetySide = z.object({
  cost: z.number(),
  unserved: z.int(),
  meanLate: z.number(),
  noneLate: chance,
  meanOvertime: z.number().describe("Seconds of all nurses"),
});

export const robustnessView = z
  .object({
    samples: z.int(),
    seed: z.int(),
    spreads: z.object({
      visits: spreadPoints,
      visitTypes: z.record(z.string(), spreadPoints),
      travel: spreadPoints,
      shared: z.number(),
      learned: z
        .object({ from: z.string(), to: z.string(), visits: z.int() })
        .nullable()
        .describe("The visits on record that visitTypes come from; null: from none"),
      said,
    }),
    meanLate: z.number().describe("Visits that start after their window, a day on average"),
    noneLate: chance.describe("That none does"),
    visits: z
      .array(
        z.object({
          visitId: z.string(),
          late: chance.describe("That it starts after its window"),
          afterPreferred: chance,
          meanDelay: z.number().describe("Seconds behind the plan"),
          delay90: z.number().describe("In nine of ten days no more, seconds"),
          said,
        }),
      )
      .readonly(),
    nurses: z
      .array(
        z.object({
          nurseId: z.string(),
          shiftIds: z.array(z.string()).readonly(),
          overtime: chance.describe("Of several shifts that of the likeliest"),
          pastLimit: chance.describe("Past maxOvertimeMinutes"),
          meanOvertime: z.number().describe("Seconds"),
          overtime90: z.number().describe("Seconds"),
          lateBreak: chance.describe("That a break begins after its window"),
          said,
        }),
      )
      .readonly(),
    cascades: z
      .array(
        z.object({
          visitId: z.string(),
          by: z.enum(["visit", "way"]).describe("The visit that takes long, or the way to it"),
          lateVisits: z.number().describe("That it makes late, a day on average"),
          delay: z.number().describe("Seconds by which it delays visits, a day on average"),
          said,
        }),
      )
      .readonly()
      .describe("What starts delays, the most harmful first, at most ten"),
    safety: z
      .object({
        quantile: z.number(),
        before: safetySide,
        after: safetySide.nullable(),
        price: z.number().nullable().describe("Points that safety costs"),
        plan: planSchema.nullable(),
        said,
      })
      .nullable(),
    said,
  })
  .meta({ id: "Robustness" });
