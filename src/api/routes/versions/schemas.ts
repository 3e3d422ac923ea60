/** Shapes of versions and publications. */
import { z } from "zod";
import { VERSION_KINDS, VERSION_STATES } from "../../../planning/life/index.js";

export const author = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .optional()
  .describe(
    "Who does this: an id, not a name. With sign-in it is whoever has signed in, whatever stands here",
  );
export const reason = z.string().trim().min(1).max(2000).describe("Why");

export const instant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
    "must be an instant, 2026-11-23T07:30:00+02:00",
  );

export const versionView = z
  .object({
    id: z.string(),
    problemId: z.string(),
    parentId: z.string().nullable().describe("The version that this one changes"),
    kind: z.enum(VERSION_KINDS),
    state: z.enum(VERSION_STATES).describe("published: it holds on one of its dates; replaced: it did"),
    author: z.string().nullable().describe("Null: the optimiser"),
    reason: z.string().nullable(),
    dates: z.array(z.string()).describe("Dates on which a shift of it starts"),
    valid: z.boolean(),
    cost: z.number(),
    unserved: z.number(),
    policy: z.string().nullable(),
    seed: z.number().nullable(),
    engineVersion: z.string().nullable(),
    travelSource: z.unknown().describe("By mode"),
    createdAt: z.string(),
    publishedAt: z.string().nullable(),
    links: z.object({ self: z.string(), plan: z.string(), verdict: z.string(), problem: z.string() }),
  })
  .meta({ id: "Version" });

export const versionDetail = versionView
  .extend({
    weights: z.record(z.string(), z.number()),
    changes: z.unknown().describe("What was asked for; null for a job's plan"),
    violations: z.array(z.unknown()).describe("Each with `key` and whether it can be acknowledged"),
  })
  .meta({ id: "VersionDetail" });

export const publicationView = z
  .object({
    planId: z.string(),
    author: z.string(),
    reason: z.string(),
    acknowledged: z.array(z.object({ violation: z.string(), reason: z.string() })),
    publishedAt: z.string(),
    areas: z.array(z.string()).nullable().describe("Of its clients; null: of everybody"),
    dates: z.array(z.string()),
  })
  .meta({ id: "Publication" });

export const publishedView = publicationView
  .extend({ beside: z.array(publicationView) })
  .meta({ id: "PublishedDay" });
