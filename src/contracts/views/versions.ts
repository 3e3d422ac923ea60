/** Versions of a day's plan, as the API shows them; docs/planning.md tells what they mean. */
import { z } from "zod";

export const versionView = z.object({
  id: z.string(),
  problemId: z.string(),
  parentId: z.string().nullable(),
  kind: z.enum(["optimised", "edited", "replanned"]),
  state: z.enum(["draft", "published", "replaced"]),
  author: z.string().nullable().describe("Null: the optimiser"),
  reason: z.string().nullable(),
  dates: z.array(z.string()),
  valid: z.boolean(),
  cost: z.number(),
  unserved: z.number(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
});
export type VersionView = z.infer<typeof versionView>;

/** A broken rule: its code and ids, its facts, and whether a reason can take it along. */
export const violationView = z.object({
  rule: z.number(),
  code: z.string(),
  message: z.string(),
  visitId: z.string().optional(),
  otherVisitId: z.string().optional(),
  shiftId: z.string().optional(),
  otherShiftId: z.string().optional(),
  nurseId: z.string().optional(),
  clientId: z.string().optional(),
  providerId: z.string().optional(),
  breakId: z.string().optional(),
  typeId: z.string().optional(),
  values: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
  key: z.string(),
  acknowledgeable: z.boolean(),
});
export type ViolationView = z.infer<typeof violationView>;

export const versionDetailView = versionView.extend({
  weights: z.record(z.string(), z.number()),
  violations: z.array(violationView),
});
export type VersionDetailView = z.infer<typeof versionDetailView>;

export const figuresView = z.object({
  directWorkPercent: z.number().nullable(),
  travelPercent: z.number().nullable(),
  onTimePercent: z.number().nullable(),
  unserved: z.object({
    visits: z.number(),
    byPriority: z.array(z.object({ unservedCost: z.number(), visits: z.number() })),
  }),
  continuityPercent: z.number().nullable(),
  languagePercent: z.record(z.string(), z.number()),
  load: z.object({ overtimeMinutes: z.number(), spreadPercent: z.number().nullable() }),
  distance: z.object({
    kilometres: z.record(z.string(), z.number().nullable()),
    co2Kilograms: z.number(),
  }),
});
export type FiguresView = z.infer<typeof figuresView>;

const standing = z.object({
  visitId: z.string(),
  clientId: z.string(),
  how: z.enum(["served", "bought", "unserved", "missing"]),
  shiftIds: z.array(z.string()),
  nurseIds: z.array(z.string()),
  providerId: z.string().nullable(),
  start: z.string().nullable(),
  at: z.number().nullable(),
});
const points = z.object({ from: z.number(), to: z.number(), difference: z.number() });

export const differenceView = z.object({
  from: z.string(),
  to: z.string(),
  visits: z.array(
    z.object({
      visitId: z.string(),
      clientId: z.string(),
      from: standing.nullable(),
      to: standing.nullable(),
      moved: z.boolean(),
      otherNurses: z.boolean(),
      shiftedSeconds: z.number().nullable(),
    }),
  ),
  counts: z.object({
    moved: z.number(),
    shifted: z.number(),
    added: z.number(),
    gone: z.number(),
    clientsWithOtherNurses: z.number(),
  }),
  cost: points.extend({ parts: z.record(z.string(), points) }),
  figures: z.object({ from: figuresView, to: figuresView }),
});
export type DifferenceView = z.infer<typeof differenceView>;

const what = z.enum(["new", "cancelled", "unserved", "served", "other-nurses", "other-time"]);
/** Whom a version concerns, against another. */
export const tellView = z.object({
  clients: z.array(
    z.object({
      clientId: z.string(),
      visitId: z.string(),
      what: z.array(what),
      start: z.string().nullable(),
      nurseIds: z.array(z.string()),
    }),
  ),
  nurses: z.array(
    z.object({
      nurseId: z.string(),
      gets: z.array(z.string()),
      loses: z.array(z.string()),
      otherTimes: z.array(z.string()),
    }),
  ),
});
export type TellView = z.infer<typeof tellView>;

/** As GET /plans/{id}/differences/{otherId} answers. */
export const comparedView = differenceView.extend({ tell: tellView });
export type ComparedView = z.infer<typeof comparedView>;

export const publicationView = z.object({
  planId: z.string(),
  author: z.string(),
  reason: z.string(),
  publishedAt: z.string(),
  dates: z.array(z.string()),
});
export type PublicationView = z.infer<typeof publicationView>;

/** What is proved of a version; `said` is the one sentence for people. */
export const boundView = z.object({
  lowerBound: z.number(),
  gap: z.number().nullable(),
  restGap: z.number().nullable(),
  said: z.object({ code: z.string(), text: z.string() }),
});
export type BoundView = z.infer<typeof boundView>;
