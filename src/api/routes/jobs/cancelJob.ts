import { ApiError } from "../../apiError.js";
import { errors, idParams, jobView } from "../../schemas.js";
import type { Route } from "../../types.js";
import { viewJob } from "../../views.js";

export const cancelJob: Route = (app, { jobs }) => {
  const schema = {
    tags: ["jobs"],
    params: idParams,
    response: { 200: jobView, 202: jobView, ...errors(400, 404) },
  };
  const cancel = async (id: string): Promise<{ status: 200 | 202; view: ReturnType<typeof viewJob> }> => {
    const job = await jobs.cancel(id);
    if (job === null) throw new ApiError("job-unknown", "no job has this id");
    // 202: the run is still handing over its best plan; 200: the job has ended.
    return { status: job.state === "running" ? 202 : 200, view: viewJob(job) };
  };
  app.post(
    "/jobs/:id/cancel",
    { schema: { ...schema, summary: "End a job; the best plan so far is kept" } },
    async ({ params: { id } }, reply) => {
      const { status, view } = await cancel(id);
      return reply.code(status).send(view);
    },
  );
  app.delete(
    "/jobs/:id",
    { schema: { ...schema, summary: "As POST /jobs/{id}/cancel" } },
    async ({ params: { id } }, reply) => {
      const { status, view } = await cancel(id);
      return reply.code(status).send(view);
    },
  );
};
