/** Policies: named, versioned weights, and comparisons of them. */
import { z } from "zod";
import { id } from "./basics.js";
import { weights } from "./problemSchema.js";

const names = z.record(z.string().min(1).max(40), z.string().max(500));

export const policyView = z
  .object({
    id: z.string(),
    version: z.int().min(0).describe("0: the program's own"),
    name: names.describe("By language"),
    description: z.string().nullable(),
    descriptions: names.exactOptional().describe("By language; of the program's own only"),
    weights: weights.describe("Those that differ from the contract's defaults"),
    author: z.string().nullable().describe("Null: the program's own"),
    createdAt: z.string().nullable(),
  })
  .meta({ id: "Policy" });

export type PolicyView = z.infer<typeof policyView>;

export const policyChange = z.strictObject({
  name: names,
  description: z.string().max(20_000).nullable().default(null),
  weights,
  author: z.string().min(1).max(200).exactOptional().describe("Where nobody has signed in"),
});

export const comparisonRequest = z.strictObject({
  policies: z
    .array(id)
    .min(2)
    .max(8)
    .describe("Ids; each is run on the same problem with the same seed and limits"),
  common: id
    .default("balanced")
    .describe("The policy by whose weights all plans are counted beside their own"),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  threads: z.int().min(1).max(16).default(1),
  iterations: z.int().min(1).max(1_000_000_000).nullable().default(null),
  seconds: z.number().positive().max(86_400).nullable().exactOptional(),
  estimate: z.boolean().default(false),
});

const parts = z.record(z.string(), z.number());

export const comparisonView = z
  .object({
    id: z.string(),
    problemId: z.string(),
    ended: z.boolean().describe("Every job has ended"),
    common: weights,
    createdAt: z.string(),
    rows: z.array(
      z.object({
        policy: z.string(),
        version: z.int(),
        weights,
        jobId: z.string(),
        state: z.string(),
        planId: z.string().nullable(),
        cost: z.object({ own: z.number(), common: z.number() }).nullable().describe("Points in all"),
        parts: z
          .object({ amounts: parts, own: parts, common: parts })
          .nullable()
          .describe("Amounts unweighted; points by the policy's own weights and by the common ones"),
        figures: z.unknown().describe("Key figures; null while there is no plan"),
      }),
    ),
  })
  .meta({ id: "PolicyComparison" });
export type ComparisonView = z.infer<typeof comparisonView>;
