/** Imported problems and planning jobs, as the API shows them. */
import { z } from "zod";
import { boundNumbers } from "../study/bound.js";

export const problemView = z.object({
  id: z.string(),
  timeZone: z.string(),
  firstDate: z.string(),
  lastDate: z.string(),
  visits: z.number(),
  clients: z.number(),
  nurses: z.number(),
  shifts: z.number(),
  lacksTravel: z.boolean(),
  createdAt: z.string(),
});
export type ProblemView = z.infer<typeof problemView>;

const told = z.object({ message: z.string(), todo: z.string() });
/** What a fault says, in the languages of the screens. */
export const saidInLanguages = z.object({ fi: told, sv: told, en: told });
const faultView = told.extend({
  code: z.string(),
  path: z.string().describe("JSON pointer into the document"),
  said: saidInLanguages
    .exactOptional()
    .describe("Both in the languages of the screens, where they have them"),
});

export const jobView = z.object({
  id: z.string(),
  problemId: z.string(),
  state: z.enum(["queued", "running", "done", "cancelled", "failed"]),
  progress: z
    .object({
      iteration: z.number(),
      bestCost: z.number(),
      unserved: z.number(),
      seconds: z.number(),
      bound: boundNumbers.exactOptional().describe("What is proved of the plan so far"),
    })
    .nullable(),
  cancelRequested: z.boolean(),
  planId: z.string().nullable(),
  error: told
    .extend({ code: z.string(), faults: z.array(faultView).exactOptional() })
    .nullable()
    .describe("Why it failed; `faults`: piece by piece, where it says so"),
});
export type JobView = z.infer<typeof jobView>;
