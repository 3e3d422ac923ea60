/** Shapes that several routes share. Instants carry the offset of the plan's time zone. */
import { z } from "zod";
import { saidInLanguages } from "../contracts/index.js";
import { boundNumbers } from "../contracts/study/index.js";
import { JOB_STATES } from "../planning/ports.js";

export const instant = z.string().describe("YYYY-MM-DDThh:mm:ss±hh:mm");
export const date = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "must be a date, YYYY-MM-DD")
  .describe("YYYY-MM-DD");
export const idParams = z.object({ id: z.string().min(1).max(200) });

/** For the description; the idempotency plugin judges it. */
export const postHeaders = z.looseObject({
  "idempotency-key": z
    .string()
    .optional()
    .describe("The same key with the same body gets the same answer for a day; the work is done once"),
});

export const fault = z
  .object({
    code: z.string(),
    path: z.string().describe("JSON pointer"),
    line: z.int().nullable().optional().describe("Of an imported file, from 1"),
    column: z.int().nullable().optional(),
    message: z.string(),
    todo: z.string().describe("What to do about it"),
    said: saidInLanguages.optional().describe("Both in the languages of the screens, where they have them"),
  })
  .meta({ id: "Fault" });

const jobErrorShape = z.object({
  code: z.string(),
  message: z.string(),
  todo: z.string(),
  faults: z.array(fault).optional(),
});

export const problemDetails = z
  .object({
    type: z.string().describe("/errors/CODE, which tells more"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    todo: z.string().describe("What to do about it"),
    requestId: z.string(),
    jobError: jobErrorShape.optional(),
    violations: z.array(z.unknown()).optional(),
    difference: z.unknown().optional(),
    holding: z.array(z.string()).optional(),
    faults: z.array(fault).optional(),
  })
  .meta({ id: "ProblemDetails" });

/** Responses of the statuses given, all problem details. */
export function errors(...statuses: readonly number[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: "Problem details (RFC 9457)",
        content: { "application/problem+json": { schema: problemDetails } },
      },
    ]),
  );
}

export const problemSummary = z
  .object({
    id: z.string(),
    digest: z.string().describe("SHA-256 of the document's JSON text, hex"),
    bytes: z.int().describe("Of the JSON text"),
    timeZone: z.string(),
    firstDate: z.string().describe("First date that a shift or window touches"),
    lastDate: z.string(),
    visits: z.int(),
    clients: z.int(),
    nurses: z.int(),
    shifts: z.int(),
    lacksTravel: z.boolean().describe("Travel times are filled in before planning"),
    createdAt: z.string(),
    links: z.object({ self: z.string(), document: z.string(), jobs: z.string() }),
  })
  .meta({ id: "Problem" });

/** The time limit where the caller names no limit at all. */
export const DEFAULT_SECONDS = 20;

export const jobOptions = z.object({
  seed: z.int().min(0).max(4_294_967_295).default(1).describe("Same seed and iterations: same plan"),
  threads: z.int().min(1).max(16).default(1).describe("Independent seeds; the best plan wins"),
  iterations: z
    .int()
    .min(1)
    .max(1_000_000_000)
    .nullable()
    .default(null)
    .describe("Work limit of each thread"),
  seconds: z
    .number()
    .positive()
    .max(86_400)
    .nullable()
    .optional()
    .describe("Time limit; 20 if neither limit is given"),
  estimate: z
    .boolean()
    .default(false)
    .describe("Missing travel times may be estimated from coordinates; the plan says so"),
  bound: z
    .union([z.boolean(), z.number().positive().max(3_600)])
    .default(false)
    .describe("Prove how good the plan is once it is found; seconds for it, `true` for 60"),
  daysFirst: z
    .boolean()
    .default(false)
    .describe("Several dates: plan them one by one for half of the limits, then all together from there"),
  policy: z
    .string()
    .min(1)
    .max(200)
    .exactOptional()
    .describe("Plan by this policy's weights instead of the problem's own"),
});

const jobPolicy = z.object({ id: z.string(), version: z.int() });

export const jobView = z
  .object({
    id: z.string(),
    problemId: z.string(),
    state: z.enum(JOB_STATES),
    options: z.object({
      seed: z.int(),
      threads: z.int(),
      iterations: z.int().nullable(),
      seconds: z.number().nullable(),
      estimate: z.boolean(),
      daysFirst: z.boolean().exactOptional(),
      policy: jobPolicy.exactOptional().describe("Whose weights count instead of the problem's own"),
      bound: z.number().nullable().optional(),
    }),
    progress: z
      .object({
        iteration: z.number(),
        bestCost: z.number(),
        unserved: z.number(),
        seconds: z.number(),
        bound: boundNumbers.optional(),
      })
      .nullable()
      .describe("Iterations of all threads; figures of the best plan so far"),
    attempts: z.int().describe("How often it was taken up"),
    cancelRequested: z.boolean(),
    planId: z.string().nullable().describe("Of a done job, or of a cancelled one that had found a plan"),
    error: jobErrorShape.nullable(),
    warnings: z.array(fault).describe("What is doubtful about its input, such as places far from any road"),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    links: z.object({
      self: z.string(),
      problem: z.string(),
      events: z.string(),
      cancel: z.string(),
      result: z.string(),
      plan: z.string().nullable(),
    }),
  })
  .meta({ id: "Job" });

const place = z.object({ id: z.string(), name: z.string().nullable(), lat: z.number(), lon: z.number() });

export const roundView = z
  .object({
    shiftId: z.string(),
    nurseId: z.string(),
    mode: z.string().describe("Travel mode of the shift"),
    departure: instant,
    return: instant,
    startPlaceId: z.string(),
    endPlaceId: z.string(),
    stops: z.array(
      z.discriminatedUnion("kind", [
        z.object({
          kind: z.literal("visit"),
          visitId: z.string(),
          clientId: z.string(),
          typeId: z.string(),
          minutes: z.int(),
          crewSize: z.int(),
          remote: z.boolean(),
          place,
          arrival: instant,
          start: instant,
          end: instant,
        }),
        z.object({ kind: z.literal("break"), breakId: z.string(), start: instant, end: instant }),
      ]),
    ),
  })
  .meta({ id: "Round" });
