import { ApiError } from "../../apiError.js";
import { errors, idParams, jobView } from "../../schemas.js";
import type { Route } from "../../types.js";
import { viewJob } from "../../views.js";

export const getJob: Route = (app, { jobs }) => {
  app.get(
    "/jobs/:id",
    {
      schema: {
        summary: "Where a job stands",
        tags: ["jobs"],
        params: idParams,
        response: { 200: jobView, ...errors(400, 404) },
      },
    },
    async ({ params: { id } }, reply) => {
      const job = await jobs.find(id);
      if (job === null) throw new ApiError("job-unknown", "no job has this id");
      void reply.header("cache-control", "no-store");
      return viewJob(job);
    },
  );
};
