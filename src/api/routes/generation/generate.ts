import type { z } from "zod";
import { ORGANISATION_TIME_ZONE } from "../../../contracts/standing/basics.js";
import { generateAnswer, generateRequest, type GenerateRequest } from "../../../contracts/generation.js";
import { datesBetween } from "../../../domain/dates.js";
import type { Policy } from "../../../planning/policies/index.js";
import {
  generateProblem,
  type Generated,
  type NewGeneration,
  readStanding,
} from "../../../planning/generate/index.js";
import type { NewProblem } from "../../../planning/ports.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { errors, postHeaders } from "../../schemas.js";
import type { Route } from "../../types.js";
import { policyOf } from "./policyOf.js";
import { newProblem } from "./newProblem.js";

/** Most dates of one call: a month. */
const MOST_DATES = 31;

interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** @throws ApiError `generation-range` for dates that are none, in the wrong order or too many */
function stretchOf(body: GenerateRequest): Stretch {
  const { from, to = from } = body;
  for (const date of [from, to]) {
    if (Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || datesBetween(date, date)[0] !== date)
      throw new ApiError("generation-range", `${date} is no date of the calendar`);
  }
  if (to < from) throw new ApiError("generation-range", `to ${to} is before from ${from}`);
  const count = datesBetween(from, to).length;
  if (count > MOST_DATES)
    throw new ApiError("generation-range", `${count} dates were asked for, ${MOST_DATES} is the most`);
  return { from, to };
}

interface Made {
  readonly stretch: Stretch;
  readonly generated: Generated;
  readonly stored: { readonly problem: NewProblem; readonly generation: NewGeneration } | null;
}

/** Generates and stores one problem for each stretch, all or none. */
async function generateAll(deps: ApiDeps, body: GenerateRequest, stretches: readonly Stretch[]) {
  const policy = await policyOf(deps, body.policy);
  const whole = { from: stretches[0]!.from, to: stretches.at(-1)!.to };
  const standing = await readStanding(deps.standing.store, whole.from, whole.to);
  const made: Made[] = [];
  for (const stretch of stretches) {
    const wish = {
      ...stretch,
      timeZone: ORGANISATION_TIME_ZONE,
      areas: body.areas ?? null,
      acceptOverdue: body.acceptOverdue ?? [],
      remote: body.remote,
    };
    const generated = generateProblem(standing, wish, policy?.weights ?? null);
    made.push({ stretch, generated, stored: await toStored(generated, stretch, body, policy) });
  }
  await deps.generation.generations.add(made.flatMap(({ stored }) => (stored === null ? [] : [stored])));
  return {
    ...whole,
    problems: made.map(({ stretch, generated, stored }) => ({
      date: stretch.from,
      to: stretch.to,
      problemId: stored?.problem.id ?? null,
      visits: generated.problem?.visits.length ?? 0,
      shifts: generated.problem?.shifts.length ?? 0,
      clients: generated.problem?.clients.length ?? 0,
      warnings: [...generated.warnings],
    })),
  } satisfies z.infer<typeof generateAnswer>;
}

async function toStored(
  generated: Generated,
  stretch: Stretch,
  body: GenerateRequest,
  policy: Policy | null,
) {
  if (generated.problem === null) return null;
  const problem = await newProblem(generated.problem);
  return {
    problem,
    generation: {
      problemId: problem.id,
      ...stretch,
      areas: body.areas ?? null,
      policy: policy === null ? null : { id: policy.id, version: policy.version },
      warnings: generated.warnings,
      visits: generated.origins,
      createdAt: problem.createdAt,
    },
  };
}

export const generate: Route = (app, deps) => {
  app.post(
    "/days/generate",
    {
      schema: {
        summary: "Make a problem of each date from requirements, decisions, shifts and absences",
        description: "Stored like imported problems: plan them with POST /problems/{id}/jobs.",
        tags: ["generation"],
        headers: postHeaders,
        body: generateRequest,
        response: { 201: generateAnswer, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async ({ body }, reply) => {
      const { from, to } = stretchOf(body);
      const stretches = datesBetween(from, to).map((date) => ({ from: date, to: date }));
      return reply.code(201).send(await generateAll(deps, body, stretches));
    },
  );
  app.post(
    "/weeks/generate",
    {
      schema: {
        summary: "Make one problem of several dates, with visits whose day is free to choose",
        tags: ["generation"],
        headers: postHeaders,
        body: generateRequest,
        response: { 201: generateAnswer, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async ({ body }, reply) => {
      return reply.code(201).send(await generateAll(deps, body, [stretchOf(body)]));
    },
  );
};
