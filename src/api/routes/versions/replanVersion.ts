import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { z } from "zod";
import { limits, parseProblem, type Problem, visit } from "../../../contracts/index.js";
import { ENGINE_VERSION } from "../../../planning/engineVersion.js";
import {
  compareVersions,
  type DaySolver,
  EventRefused,
  type LoadedVersion,
  replanProblem,
  type ReplanWish,
  solveRest,
  weightsOf,
  whomToTell,
} from "../../../planning/life/index.js";
import type { NewProblem } from "../../../planning/ports.js";
import { problemRecords } from "../../../planning/records.js";
import { authorOf } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "./load.js";
import { newPlan } from "./newPlan.js";
import { author, reason } from "./schemas.js";

const zip = promisify(gzip);
const id = z.string().min(1).max(500);
const at = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
    "must be an instant, 2026-11-23T07:30:00+02:00",
  );
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
type Wish = z.infer<typeof wish>;

function problemFor(base: LoadedVersion, wanted: ReplanWish): Problem {
  const problem = (() => {
    try {
      return replanProblem(base, wanted);
    } catch (error) {
      if (!(error instanceof EventRefused)) throw error;
      throw new ApiError("replan-refused", error.message);
    }
  })();
  const parsed = parseProblem(problem);
  if (parsed.ok) return parsed.problem;
  throw new ApiError("replan-refused", "the day with these events has faults", { faults: parsed.faults });
}

async function solve(solver: DaySolver, problem: Problem, wanted: Wish, start: LoadedVersion["plan"]) {
  const { seed, iterations, seconds } = wanted;
  const wish = { seed, iterations, seconds: iterations === null ? seconds : null };
  const solved = await solveRest(solver, problem, wish, start);
  if (solved.ok) return solved;
  throw new ApiError("replan-impossible", "no valid plan was found for the rest of the day", {
    jobError: solved.error,
  });
}

async function newProblem(problem: Problem): Promise<NewProblem> {
  const bytes = Buffer.from(JSON.stringify(problem));
  return {
    id: randomUUID(),
    gzip: await zip(bytes),
    digest: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.byteLength,
    ...problemRecords(problem),
    createdAt: new Date(),
  };
}

const unknownJson = (description: string) => ({
  description,
  content: { "application/json": { schema: z.unknown() } },
});

export const replanVersion: LifeRoute = (app, { versions, solver }, reader) => {
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
      const problem = problemFor(base, body);
      const { plan, verdict } = await solve(solver, problem, body, base.plan);
      const stored = await newProblem(problem);
      const draft = newPlan({ problemId: stored.id, parentId: base.version.id }, problem, plan, verdict);
      const { author: who, reason: why, ...changes } = body;
      await versions.add(
        draft,
        {
          kind: "replanned",
          author: authorOf(request, who),
          reason: why,
          changes,
          pins: {},
          weights: weightsOf(problem),
          policy: null,
          seed: body.seed,
          engineVersion: ENGINE_VERSION,
        },
        stored,
      );
      const difference = compareVersions(base, await loadVersion(reader, draft.id));
      return reply
        .code(201)
        .header("location", `/plans/${draft.id}`)
        .serializer(JSON.stringify)
        .send({
          id: draft.id,
          parentId: base.version.id,
          valid: verdict.valid,
          cost: verdict.cost.total,
          unserved: verdict.facts.unserved,
          difference,
          tell: whomToTell(difference),
        });
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
        const problem = problemFor(base, { ...body, limits: { ...body.limits, changedClients } });
        const { plan, verdict } = await solve(solver, problem, body, start);
        points.push({ changedClients, cost: verdict.cost.total, unserved: verdict.facts.unserved });
        start = plan;
      }
      return reply.serializer(JSON.stringify).send({ points });
    },
  );
};
