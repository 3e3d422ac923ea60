/** Reasons as the API tells them; docs/explain.md says what they mean. */
import { z } from "zod";

const idList = z.array(z.string()).readonly();

export const said = z
  .object({
    code: z.string().describe("For programs; the page docs/explain.md lists kinds"),
    values: z.record(z.string(), z.union([z.string(), z.number(), idList])),
    text: z.string().describe("The sentence in the language asked for"),
  })
  .meta({ id: "Said" });

const conflict = z.object({ exact: z.boolean(), facts: z.array(said).readonly() }).nullable();

const explanationShape = {
  visitId: z.string(),
  standing: z.enum(["unserved", "bought", "late"]),
  kind: z.enum(["impossible", "blocked", "displaced", "tied", "dearer", "better"]),
  price: z.number().describe("Points that the visit costs as it stands"),
  said: z.array(said).readonly(),
  barred: z
    .array(z.object({ rule: z.string(), shiftIds: idList, nurseIds: idList, said }))
    .readonly()
    .describe("Shifts that could not make it even on an empty day, by rule"),
  places: z
    .array(
      z.object({
        seats: z
          .array(z.object({ shiftId: z.string(), nurseId: z.string(), position: z.int() }))
          .readonly()
          .describe("One for each of the crew; position 1 is the first visit of the route"),
        start: z.string(),
        extra: z.number().describe("Points"),
        parts: z.record(z.string(), z.number()),
        said,
      }),
    )
    .readonly()
    .describe("Where it fits, cheapest first, at most eight"),
  inPlaceOf: z
    .array(
      z.object({
        visitIds: idList,
        shiftIds: idList,
        movedTo: z.array(z.string().nullable()).readonly(),
        net: z.number().describe("Change of the plan's cost, points"),
        said,
      }),
    )
    .readonly(),
  conflict: conflict.describe(
    "The smallest conflict; null: it fits, nothing would help, or it was not asked",
  ),
  held: conflict.describe(
    "What makes a late visit late at its own place on its rounds; null: prices do, or it was not asked",
  ),
  complete: z.boolean().describe("False: conflicts were not sought to the end; ask for the visit by itself"),
};

export const explanation = z.object(explanationShape).meta({ id: "Explanation" });

export const explanations = z
  .object({
    valid: z.boolean(),
    cost: z.number(),
    visits: z.array(explanation).readonly(),
    droppedVisitIds: idList.describe(
      "Visits that break a rule where the plan has them; explained without them",
    ),
    cut: said.nullable().describe("Said where time ran out before every visit was told in full"),
  })
  .meta({ id: "Explanations" });

export const deepExplanation = z
  .object({
    ...explanationShape,
    valid: z.boolean(),
    changes: z
      .array(
        z.object({
          minutes: z.int().nullable(),
          said,
          cost: said,
          costBefore: z.number(),
          costAfter: z.number(),
        }),
      )
      .readonly()
      .nullable()
      .describe("What it would take, cheapest first, each proved by solving again; null: not asked"),
    changesComplete: z.boolean().describe("False: time ran out before every change had been tried"),
  })
  .meta({ id: "DeepExplanation" });
export type DeepExplanationView = z.infer<typeof deepExplanation>;
