/** What past days add up to for each client: how many nurses, and who was worse off. */
import { z } from "zod";

const measure = z.object({
  visits: z.int(),
  nurses: z.int().describe("Different nurses"),
  mostFamiliarPercent: z.number().nullable().describe("Share of visits by the client's most familiar nurses"),
});
const spans = z.object({ short: measure, long: measure });
export const continuityView = z
  .object({
    date: z.string(),
    days: z.int(),
    longDays: z.int(),
    clients: z.array(
      spans.extend({
        clientId: z.string(),
        familiarNurseIds: z.array(z.string()).describe("By the rule, the most familiar first"),
      }),
    ),
    changes: z
      .array(
        z.object({ clientId: z.string(), before: spans, after: spans, newNurseIds: z.array(z.string()) }),
      )
      .nullable()
      .describe("What the draft named by planId would do; null without one"),
  })
  .meta({ id: "Continuity" });
export type ContinuityView = z.infer<typeof continuityView>;

const client = z.object({
  clientId: z.string(),
  areaId: z.string().nullable(),
  visits: z.int(),
  lateVisits: z.int(),
  lateMinutes: z.int(),
  movedVisits: z.int().describe("Start moved by more than a quarter of an hour after it was first published"),
  droppedVisits: z.int(),
  score: z.number().describe("Points for each visit; docs/figures.md"),
});

export const equityView = z
  .object({ date: z.string(), weeks: z.int(), clients: z.array(client) })
  .meta({ id: "Equity" });
export type EquityView = z.infer<typeof equityView>;
