import { z } from "zod";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

const result = z
  .object({
    jobId: z.string(),
    planId: z.string(),
    valid: z.boolean(),
    cost: z.number(),
    unserved: z.number(),
    plan: z.unknown().describe("kotikierros/plan@1"),
    verdict: z.unknown().describe("What the checker says: valid, violations, cost, facts"),
  })
  .meta({ id: "Result" });

export const getResult: Route = (app, { jobs, plans }) => {
  app.get(
    "/jobs/:id/result",
    {
      schema: {
        summary: "The plan a job has found, with its verdict",
        tags: ["jobs"],
        params: idParams,
        response: { 200: result, ...errors(400, 404, 409) },
      },
    },
    async ({ params: { id } }, reply) => {
      const job = await jobs.find(id);
      if (job === null) throw new ApiError("job-unknown", "no job has this id");
      if (job.state === "queued" || job.state === "running") {
        throw new ApiError("job-not-ended", `the job is ${job.state}`);
      }
      const plan = job.planId === null ? null : await plans.find(job.planId);
      if (plan === null) {
        const extras = job.error === null ? {} : { jobError: job.error };
        throw new ApiError("job-without-plan", `the job is ${job.state}`, extras);
      }
      const head = JSON.stringify({
        jobId: job.id,
        planId: plan.id,
        valid: plan.valid,
        cost: plan.cost,
        unserved: plan.unserved,
      });
      // The documents go out as they are stored, without being read again.
      return reply
        .header("content-location", `/plans/${plan.id}`)
        .header("cache-control", "private, no-cache")
        .type("application/json; charset=utf-8")
        .serializer((text: string) => text)
        .send(`${head.slice(0, -1)},"plan":${plan.document},"verdict":${plan.verdict}}` as never);
    },
  );
};
