import { z } from "zod";
import type { JobOptions } from "../../../planning/ports.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { DEFAULT_SECONDS, errors, idParams, jobOptions, jobView, postHeaders } from "../../schemas.js";
import type { Route } from "../../types.js";
import { policyOf } from "../generation/policyOf.js";
import { viewJob } from "../../views.js";

/** Of the bound where none are named. */
const BOUND_SECONDS = 60;

function toOptions(body: z.infer<typeof jobOptions>): JobOptions {
  const { seed, threads, iterations, estimate, daysFirst } = body;
  const seconds = body.seconds ?? (iterations === null ? DEFAULT_SECONDS : null);
  const bound = body.bound === true ? BOUND_SECONDS : body.bound === false ? null : body.bound;
  return { seed, threads, iterations, seconds, estimate, bound, ...(daysFirst ? { daysFirst } : {}) };
}

async function start(deps: ApiDeps, problemId: string, body: z.infer<typeof jobOptions>) {
  if ((await deps.problems.find(problemId)) === null) {
    throw new ApiError("problem-unknown", "no problem has this id");
  }
  const policy = await policyOf(deps, body.policy);
  const options = toOptions(body);
  const weighted =
    policy === null
      ? options
      : { ...options, policy: { id: policy.id, version: policy.version }, weights: policy.weights };
  return viewJob(await deps.jobs.submit(problemId, weighted));
}

const response = { 202: jobView, ...errors(400, 404, 409, 415, 422) };

export const startJob: Route = (app, deps) => {
  app.post(
    "/problems/:id/jobs",
    {
      schema: {
        summary: "Start planning a problem",
        tags: ["jobs"],
        params: idParams,
        headers: postHeaders,
        body: jobOptions.strict().nullish(),
        response,
      },
    },
    async ({ params, body }, reply) => {
      const view = await start(deps, params.id, jobOptions.parse(body ?? {}));
      return reply.code(202).header("location", view.links.self).send(view);
    },
  );
  app.post(
    "/jobs",
    {
      schema: {
        summary: "Start planning a problem named in the body",
        tags: ["jobs"],
        headers: postHeaders,
        body: jobOptions.extend({ problemId: z.string().min(1).max(200) }).strict(),
        response,
      },
    },
    async ({ body }, reply) => {
      const view = await start(deps, body.problemId, body);
      return reply.code(202).header("location", view.links.self).send(view);
    },
  );
};
