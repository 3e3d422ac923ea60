import { z } from "zod";
import { deepExplanation } from "../../../contracts/study/index.js";
import { languageOf, languageQuery } from "../../language.js";
import { errors, idParams } from "../../schemas.js";
import { loadVersion } from "../versions/load.js";
import { runStudy } from "./runStudy.js";
import type { StudyRoute } from "./route.js";

export const getExplanation: StudyRoute = (app, deps, reader) => {
  app.get(
    "/plans/:id/visits/:visitId/explanation",
    {
      schema: {
        summary: "Why one visit is left out, bought or late: smallest conflict, and what it would take",
        description:
          "Each change is proved by making it and solving again. With `Accept: text/event-stream`: events `progress`, then `result`. Closing the connection ends the work.",
        tags: ["studies"],
        params: idParams.extend({ visitId: z.string().min(1).max(500) }),
        querystring: z.object({
          language: languageQuery,
          seconds: z.coerce
            .number()
            .min(0)
            .max(600)
            .default(30)
            .describe("For proving changes; 0: conflict and places only"),
          iterations: z.coerce.number().int().min(1).max(100_000).default(300).describe("Of each solve"),
        }),
        response: { 200: deepExplanation, ...errors(400, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const { params, query, headers } = request;
      const day = await loadVersion(reader, params.id);
      const { seconds, iterations } = query;
      const language = languageOf(query.language, headers["accept-language"]);
      const ask = { visitId: params.visitId, language, seconds, iterations };
      return (
        (await runStudy(deps, request, reply, { kind: "explanation", day, ask, tell: (found) => found })) ??
        reply
      );
    },
  );
};
