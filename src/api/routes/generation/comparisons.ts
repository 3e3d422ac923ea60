import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { comparisonRequest, comparisonView } from "../../../contracts/index.js";
import { keyFigures, type VersionReader } from "../../../planning/life/index.js";
import {
  countBy,
  findPolicy,
  type ComparedRun,
  type PolicyComparison,
} from "../../../planning/policies/index.js";
import { isFinal } from "../../../planning/ports.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { DEFAULT_SECONDS, errors, idParams, postHeaders } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { policyOf } from "./policyOf.js";

type View = z.infer<typeof comparisonView>;

async function rowOf(
  deps: ApiDeps,
  reader: VersionReader,
  comparison: PolicyComparison,
  run: ComparedRun,
): Promise<View["rows"][number]> {
  const [policy, job] = await Promise.all([
    findPolicy(deps.generation.policies, run.policy.id, run.policy.version),
    deps.jobs.find(run.jobId),
  ]);
  if (policy === null || job === null) throw new Error(`a run of comparison ${comparison.id} is not stored`);
  const head = {
    policy: policy.id,
    version: policy.version,
    weights: policy.weights,
    jobId: job.id,
    state: job.state,
    planId: job.planId,
  };
  const loaded = job.planId === null ? null : await reader.load(job.planId);
  if (loaded === null) return { ...head, cost: null, parts: null, figures: null };
  const amounts = loaded.verdict.cost.parts;
  const own = countBy(amounts, policy.weights);
  const common = countBy(amounts, comparison.common);
  return {
    ...head,
    cost: { own: own.total, common: common.total },
    parts: { amounts: { ...amounts }, own: { ...own.parts }, common: { ...common.parts } },
    figures: keyFigures(loaded.problem, loaded.plan),
  };
}

async function viewOf(deps: ApiDeps, reader: VersionReader, comparison: PolicyComparison): Promise<View> {
  const rows = await Promise.all(comparison.runs.map((run) => rowOf(deps, reader, comparison, run)));
  return {
    id: comparison.id,
    problemId: comparison.problemId,
    ended: rows.every(({ state }) => isFinal(state as Parameters<typeof isFinal>[0])),
    common: comparison.common,
    createdAt: comparison.createdAt.toISOString(),
    rows,
  };
}

export const comparisons: LifeRoute = (app, deps, reader) => {
  app.post(
    "/problems/:id/policy-comparisons",
    {
      schema: {
        summary: "Plan a problem by several policies side by side",
        description: "One job for each policy, with the same seed and limits. The table fills as they end.",
        tags: ["policies"],
        params: idParams,
        headers: postHeaders,
        body: comparisonRequest,
        response: { 202: comparisonView, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async ({ params: { id: problemId }, body }, reply) => {
      if ((await deps.problems.find(problemId)) === null) {
        throw new ApiError("problem-unknown", "no problem has this id");
      }
      const policies = await Promise.all([...new Set(body.policies)].map((id) => policyOf(deps, id)));
      const common = await policyOf(deps, body.common);
      const { seed, threads, iterations, estimate } = body;
      const seconds = body.seconds ?? (iterations === null ? DEFAULT_SECONDS : null);
      const runs: ComparedRun[] = [];
      for (const policy of policies) {
        if (policy === null) continue;
        const ref = { id: policy.id, version: policy.version };
        const job = await deps.jobs.submit(problemId, {
          seed,
          threads,
          iterations,
          seconds,
          estimate,
          bound: null,
          policy: ref,
          weights: policy.weights,
        });
        runs.push({ policy: ref, jobId: job.id });
      }
      const createdAt = new Date();
      const comparison = { id: randomUUID(), problemId, common: common?.weights ?? {}, runs, createdAt };
      await deps.generation.comparisons.add(comparison);
      const view = await viewOf(deps, reader, comparison);
      return reply.code(202).header("location", `/policy-comparisons/${comparison.id}`).send(view);
    },
  );
  app.get(
    "/policy-comparisons/:id",
    {
      schema: {
        summary: "The table of a comparison: figures, and cost by each policy's and the common weights",
        tags: ["policies"],
        params: idParams,
        response: { 200: comparisonView, ...errors(400, 404) },
      },
    },
    async ({ params: { id } }, reply) => {
      const comparison = await deps.generation.comparisons.find(id);
      if (comparison === null) throw new ApiError("comparison-unknown", "no comparison has this id");
      void reply.header("cache-control", "no-store");
      return viewOf(deps, reader, comparison);
    },
  );
};
