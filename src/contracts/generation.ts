/** Generating problems from standing data: what is asked for and what is told. */
import { z } from "zod";
import { id, ids } from "./basics.js";
import { GENERATION_CODES } from "./generationWarnings.js";

const date = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "must be a date, YYYY-MM-DD")
  .describe("YYYY-MM-DD");

export const GENERATION_SEVERITIES = ["warning", "info"] as const;

export const generationWarning = z
  .object({
    code: z.enum(GENERATION_CODES),
    severity: z.enum(GENERATION_SEVERITIES),
    date: z.string().nullable().describe("Of planning; null: of the whole range"),
    clientId: z.string().nullable(),
    requirementId: z.string().nullable(),
    decisionId: z.string().nullable(),
    nurseId: z.string().nullable(),
    shiftId: z.string().nullable(),
    message: z.string().describe("With ids only"),
    todo: z.string(),
  })
  .meta({ id: "GenerationWarning" });

/** Where a visit of a generated problem comes from. */
export const visitOrigin = z
  .object({
    visitId: z.string(),
    requirementId: z.string(),
    validFrom: z.string().describe("First date of the requirement's version"),
    decisionId: z.string(),
    date: z.string().describe("Date of the rhythm; null: any of the dates of its week").nullable(),
    occurrence: z.int().min(1).describe("1 to n, for n times a day or days a week"),
    critical: z.boolean(),
    tasks: z.array(z.string()).describe("What is to be done, in order"),
  })
  .meta({ id: "VisitOrigin" });

export const policyRef = z.object({
  id: z.string(),
  version: z.int().min(0).describe("0: the program's own"),
});

export const generateRequest = z.strictObject({
  from: date.describe("First date"),
  to: date.exactOptional().describe("Last date. Default: `from`. At most 31 days"),
  areas: ids
    .min(1)
    .exactOptional()
    .describe("Only clients of these areas, and nurses at home there or everywhere. Default: all"),
  policy: id
    .exactOptional()
    .describe("Policy whose weights the problem gets. Default: the contract's weights"),
  acceptOverdue: ids
    .exactOptional()
    .describe("Decisions whose review is overdue and whose visits are to be made nevertheless"),
  remote: z
    .enum(["where-allowed", "never"])
    .default("where-allowed")
    .describe("Whether visits that may be held over video are"),
  familiar: z
    .enum(["ledger", "as-stored"])
    .default("ledger")
    .describe(
      "Whom clients know: by the continuity ledger before `from`, and as stored where it says nothing; or as stored",
    ),
});

export const generatedProblem = z.object({
  date: z.string().describe("First date of planning"),
  to: z.string().describe("Last date of planning"),
  problemId: z.string().nullable().describe("Null: there is nothing to plan"),
  visits: z.int(),
  shifts: z.int(),
  clients: z.int(),
  warnings: z.array(generationWarning),
});

export const generateAnswer = z
  .object({ from: z.string(), to: z.string(), problems: z.array(generatedProblem) })
  .meta({ id: "GeneratedProblems" });

export const generationView = z
  .object({
    problemId: z.string(),
    from: z.string(),
    to: z.string(),
    areas: z.array(z.string()).nullable().describe("Null: all"),
    policy: policyRef.nullable().describe("Null: the contract's weights"),
    warnings: z.array(generationWarning),
    visits: z.array(visitOrigin),
    createdAt: z.string(),
  })
  .meta({ id: "Generation" });

export type GenerationWarning = z.infer<typeof generationWarning>;
export type VisitOrigin = z.infer<typeof visitOrigin>;
export type GenerateAnswer = z.infer<typeof generateAnswer>;
export type GenerateRequest = z.infer<typeof generateRequest>;
