import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { ORGANISATION_TIME_ZONE } from "../../../contracts/standing/basics.js";
import { generateAnswer, generateRequest, type GenerateRequest } from "../../../contracts/generation.js";
import { addDays, datesBetween, mondayOf } from "../../../domain/dates.js";
import type { History } from "../../../planning/actuals/index.js";
import { type NewGeneration, readStanding, shiftsElsewhere } from "../../../planning/generate/index.js";
import { familiarBefore } from "../../../planning/ledger/index.js";
import { workedOn } from "../../../planning/workingTime/index.js";
import { type Identity, withinAreas } from "../../../planning/access/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { errors, postHeaders } from "../../schemas.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { policyOf } from "./policyOf.js";

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

/**
 * Somebody limited to areas plans these.
 *
 * @throws ApiError `access-refused` for another one
 */
function heldToAreas(identity: Identity, body: GenerateRequest): GenerateRequest {
  if (identity.areas === undefined) return body;
  const areas = body.areas ?? [...identity.areas];
  const other = areas.find((areaId) => !withinAreas(identity, areaId));
  if (other !== undefined) throw new ApiError("access-refused", `area ${other} is not one of the account's`);
  return { ...body, areas };
}

/** Generates and stores one problem for each stretch, all or none. */
async function generateAll(
  deps: ApiDeps,
  history: History,
  body: GenerateRequest,
  stretches: readonly Stretch[],
) {
  const policy = await policyOf(deps, body.policy);
  const whole = { from: stretches[0]!.from, to: stretches.at(-1)!.to };
  const standing = await readStanding(deps.standing.store, whole.from, whole.to);
  // The whole weeks that the dates lie in, from Monday.
  const around = await history.days(mondayOf(whole.from), addDays(mondayOf(whole.to), 6));
  const made = await deps.reader.makeProblems({
    standing,
    wishes: stretches.map((stretch) => ({
      ...stretch,
      timeZone: ORGANISATION_TIME_ZONE,
      areas: body.areas ?? null,
      acceptOverdue: body.acceptOverdue ?? [],
      remote: body.remote,
    })),
    weights: policy?.weights ?? null,
    past: {
      familiar: body.familiar === "as-stored" ? {} : await familiarBefore(history, whole.from),
      worked: workedOn(around),
      elsewhere: shiftsElsewhere(around, body.areas ?? null),
    },
  });
  const faults = made.flatMap((one) => one.faults);
  if (faults.length > 0) {
    const many = `${faults.length} fault${faults.length === 1 ? "" : "s"}`;
    throw new ApiError("generation-faulty", `the problem made has ${many}`, { faults });
  }
  const createdAt = new Date();
  const stored = made.map(({ problem, warnings, origins }, at) => {
    if (problem === null) return null;
    const id = randomUUID();
    const generation: NewGeneration = {
      problemId: id,
      ...stretches[at]!,
      areas: body.areas ?? null,
      policy: policy === null ? null : { id: policy.id, version: policy.version },
      warnings,
      visits: origins,
      createdAt,
    };
    return { problem: { ...problem, id, createdAt }, generation };
  });
  await deps.generation.generations.add(stored.filter((one) => one !== null));
  return {
    ...whole,
    problems: made.map(({ counts, warnings }, at) => ({
      date: stretches[at]!.from,
      to: stretches[at]!.to,
      problemId: stored[at]?.problem.id ?? null,
      ...counts,
      warnings: [...warnings],
    })),
  } satisfies z.infer<typeof generateAnswer>;
}

export const generate: HistoryRoute = (app, deps, history) => {
  app.post(
    "/days/generate",
    {
      schema: {
        summary: "Make a problem of each date from requirements, decisions, shifts and absences",
        description: "Stored like imported problems: plan them with POST /problems/{id}/jobs.",
        tags: ["generation"],
        headers: postHeaders,
        body: generateRequest,
        response: { 201: generateAnswer, ...errors(400, 403, 404, 409, 415, 422) },
      },
    },
    async ({ body: wanted, identity }, reply) => {
      const body = heldToAreas(identity, wanted);
      const { from, to } = stretchOf(body);
      const stretches = datesBetween(from, to).map((date) => ({ from: date, to: date }));
      return reply.code(201).send(await generateAll(deps, history, body, stretches));
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
        response: { 201: generateAnswer, ...errors(400, 403, 404, 409, 415, 422) },
      },
    },
    async ({ body: wanted, identity }, reply) => {
      const body = heldToAreas(identity, wanted);
      return reply.code(201).send(await generateAll(deps, history, body, [stretchOf(body)]));
    },
  );
};
