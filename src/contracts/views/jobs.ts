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
  error: z.object({ code: z.string(), message: z.string(), todo: z.string() }).nullable(),
});
export type JobView = z.infer<typeof jobView>;
