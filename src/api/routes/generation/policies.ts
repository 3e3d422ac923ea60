import { z } from "zod";
import { policyChange, policyView } from "../../../contracts/index.js";
import { findPolicy, listPolicies, type Policy } from "../../../planning/policies/index.js";
import { authorOf } from "../../access/author.js";
import { ApiError } from "../../apiError.js";
import { errors } from "../../schemas.js";
import type { Route } from "../../types.js";

const params = z.object({ id: z.string().min(1).max(200) });

function view(policy: Policy): z.infer<typeof policyView> {
  return { ...policy, name: { ...policy.name }, createdAt: policy.createdAt?.toISOString() ?? null };
}

/** The version named in If-Match; null: none is. */
function matched(header: string | undefined): number | null {
  if (header === undefined) return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  return version === undefined ? -1 : Number(version);
}

const list: Route = (app, { generation }) => {
  app.get(
    "/policies",
    {
      schema: {
        summary: "Named weights: what holds under each id",
        tags: ["policies"],
        response: { 200: z.object({ policies: z.array(policyView) }) },
      },
    },
    async () => ({ policies: (await listPolicies(generation.policies)).map(view) }),
  );
};

const get: Route = (app, { generation }) => {
  app.get(
    "/policies/:id",
    {
      schema: {
        summary: "A policy, or an older version of it",
        tags: ["policies"],
        params,
        querystring: z.object({ version: z.coerce.number().int().min(0).max(1_000_000_000).optional() }),
        response: { 200: policyView, ...errors(400, 404) },
      },
    },
    async ({ params: { id }, query: { version } }, reply) => {
      const policy = await findPolicy(generation.policies, id, version);
      if (policy === null) throw new ApiError("policy-unknown", `no policy has the id ${id}`);
      return reply.header("etag", `"${policy.version}"`).send(view(policy));
    },
  );
};

const put: Route = (app, { generation }) => {
  app.put(
    "/policies/:id",
    {
      schema: {
        summary: "The next version of a policy; older ones stay as they are",
        description: "With If-Match only if the version named there holds.",
        tags: ["policies"],
        params,
        headers: z.looseObject({ "if-match": z.string().optional() }),
        body: policyChange,
        response: { 200: policyView, ...errors(400, 412, 415, 422) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { name, description, weights, author } = request.body;
      const after = matched(request.headers["if-match"]);
      const stored = await generation.policies.add(
        { id, name, description, weights, author: authorOf(request, author), createdAt: new Date() },
        after,
      );
      if (stored === null) throw new ApiError("policy-outdated", `policy ${id} has another version by now`);
      return reply.header("etag", `"${stored.version}"`).send(view(stored));
    },
  );
};

export const POLICY_ROUTES: readonly Route[] = [list, get, put];
