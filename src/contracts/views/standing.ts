/** Standing data as the screens read them: lists of any kind, and what an import would do. */
import { z } from "zod";

export const standingListView = z.object({
  items: z.array(z.looseObject({ id: z.string() })),
  etags: z.array(z.string()),
  next: z.string().nullable(),
});
export type StandingListView = z.infer<typeof standingListView>;
export type StandingItemView = StandingListView["items"][number];

const importFault = z.object({
  code: z.string(),
  path: z.string(),
  message: z.string(),
  todo: z.string(),
  line: z.number().nullish(),
  column: z.number().nullish(),
});
export const importReportView = z.object({
  kind: z.string(),
  rows: z.number(),
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  stored: z.boolean(),
  faults: z.array(importFault),
  faultCount: z.number(),
  changes: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      version: z.string(),
      change: z.enum(["created", "changed"]),
      line: z.number().nullable(),
      keys: z.array(z.string()),
    }),
  ),
});
export type ImportReportView = z.infer<typeof importReportView>;
