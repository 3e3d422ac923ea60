/** A day as the board draws it, in one answer. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import type { Problem } from "../../../contracts/index.js";
import { keyFigures } from "../../../planning/life/index.js";
import { ApiError } from "../../apiError.js";
import { languageOf, languageQuery } from "../../language.js";
import { errors, idParams } from "../../schemas.js";
import { viewBound } from "../study/bound.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "../versions/load.js";
import { viewDetail } from "../versions/views.js";

const unpack = promisify(gunzip);

/** Without matrices, which are most of a problem's bytes; modes keep their names and sources. */
function withoutTravel(problem: Problem): Problem {
  const modes = Object.entries(problem.travel.modes).map(([mode, { source }]) => [
    mode,
    source === undefined ? {} : { source },
  ]);
  return { ...problem, travel: { modes: Object.fromEntries(modes) } };
}

const json = (description: string) => ({
  description,
  content: { "application/json": { schema: z.unknown() } },
});

export const dayOfPlan: LifeRoute = (app, { study }, reader) => {
  app.get(
    "/plans/:id/day",
    {
      schema: {
        summary:
          "A version as the board draws it: facts, problem without matrices, plan, key figures, what is proved of it",
        tags: ["versions"],
        params: idParams,
        querystring: z.object({ language: languageQuery }),
        response: {
          200: json("version, problem, plan, figures; bound, null where nothing is proved yet"),
          ...errors(400, 404),
        },
      },
    },
    async ({ params, query, headers }, reply) => {
      const loaded = await loadVersion(reader, params.id);
      const bound = await study.bounds.find(params.id);
      const language = languageOf(query.language, headers["accept-language"]);
      void reply.header("cache-control", "no-store");
      return reply.serializer(JSON.stringify).send({
        version: viewDetail(loaded),
        problem: withoutTravel(loaded.problem),
        plan: loaded.plan,
        figures: keyFigures(loaded.problem, loaded.plan),
        bound: bound === null ? null : viewBound(bound, language),
      });
    },
  );
};

export const dayOfProblem: LifeRoute = (app, { problems }) => {
  app.get(
    "/problems/:id/day",
    {
      schema: {
        summary: "An imported problem without its travel matrices",
        tags: ["problems"],
        params: idParams,
        response: { 200: json("problem"), ...errors(400, 404) },
      },
    },
    async ({ params }, reply) => {
      const packed = await problems.findDocument(params.id);
      if (packed === null) throw new ApiError("problem-unknown", "no problem has this id");
      const problem = JSON.parse((await unpack(packed)).toString("utf8")) as Problem;
      return reply.serializer(JSON.stringify).send({ problem: withoutTravel(problem) });
    },
  );
};
