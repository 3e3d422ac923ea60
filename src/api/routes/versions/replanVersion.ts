import { z } from "zod";
import { limits, visit } from "../../../contracts/index.js";
import { authorOf } from "../../access/index.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "./load.js";
import { replanDraft, replannedProblem, solveNow } from "./replanDraft.js";
import { author, instant as at, reason } from "./schemas.js";

const id = z.string().min(1).max(500);
const minutes = z.int().min(1).max(1440);

const wish = z.strictObject({
  now: at.describe("Visits that start no later have begun"),
  freezeUntil: at.optional().describe("Visits that start before stay where and when they are; default now"),
  events: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("absence"), shiftId: id, from: at.optional() }),
        z.strictObject({ kind: z.literal("visit"), visit }),
        z.strictObject({ kind: z.literal("cancel"), visitId: id }),
        z.strictObject({ kind: z.literal("delay"), shiftId: id, minutes }),
        z.strictObject({ kind: z.literal("longer"), visitId: id, minutes }),
      ]),
    )
    .max(200),
  limits: limits.optional().describe("The disturbance budget, hard"),
  movedPrice: z.int().min(0).max(1_000_000).optional().describe("Points for a visit with other shifts"),
  shiftedPrice: z.int().min(0).max(1_000).optional().describe("Points for each second that a start moves"),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  iterations: z.int().min(1).max(1_000_000).nullable().default(null),
  seconds: z.number().positive().max(60).default(0.6).describe("Time limit where `iterations` is not given"),
});

const unknownJson = (description: string) => ({
  description,
  content: { "application/json": { schema: z.unknown() } },
});

export const replanVersion: LifeRoute = (app, deps, reader) => {
  app.post(
    "/plans/:id/replans",
    {
      schema: {
        summary: "Re-plan the rest of a day after what has happened; a new draft, what changed, whom to tell",
        tags: ["versions"],
        params: idParams,
        headers: postHeaders,
        body: wish.extend({ author, reason }),
        response: {
          201: unknownJson("id, parentId, valid, cost, unserved, difference, tell"),
          ...errors(400, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const base = await loadVersion(reader, params.id);
      const { author: who, reason: why, ...changes } = body;
      const maker = { author: authorOf(request, who), reason: why, changes };
      const draft = await replanDraft(deps, base, replannedProblem(base, body), body, maker);
      return reply.code(201).header("location", `/plans/${draft.id}`).serializer(JSON.stringify).send(draft);
    },
  );
  app.post(
    "/plans/:id/replans/curve",
    {
      schema: {
        summary: "What the rest of the day costs if at most k clients get another nurse; nothing is stored",
        tags: ["versions"],
        params: idParams,
        headers: postHeaders,
        body: wish.extend({ changedClients: z.array(z.int().min(0).max(10_000)).min(1).max(12) }),
        response: {
          200: unknownJson("points: changedClients, cost, unserved"),
          ...errors(400, 404, 409, 415, 422),
        },
      },
    },
    async ({ params, body }, reply) => {
      const base = await loadVersion(reader, params.id);
      const points: { changedClients: number; cost: number; unserved: number }[] = [];
      let start = base.plan;
      // A plan within a smaller budget is within a greater one too: each run starts from the one before.
      for (const changedClients of [...new Set(body.changedClients)].toSorted((a, b) => a - b)) {
        const problem = replannedProblem(base, { ...body, limits: { ...body.limits, changedClients } });
        const { plan, verdict } = await solveNow(deps.solver, problem, body, start);
        points.push({ changedClients, cost: verdict.cost.total, unserved: verdict.facts.unserved });
        start = plan;
      }
      return reply.serializer(JSON.stringify).send({ points });
    },
  );
};
