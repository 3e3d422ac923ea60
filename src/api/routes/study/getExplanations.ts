import { z } from "zod";
import { explanations } from "../../../contracts/study/index.js";
import { languageOf, languageQuery } from "../../language.js";
import { errors, idParams } from "../../schemas.js";
import { loadVersion } from "../versions/load.js";
import { runStudy } from "./runStudy.js";
import type { StudyRoute } from "./route.js";

/** Seconds for conflicts with `deep=true`; visits that come later have none. */
const DEEP_SECONDS = 2;

export const getExplanations: StudyRoute = (app, deps, reader) => {
  app.get(
    "/plans/:id/explanations",
    {
      schema: {
        summary: "Why visits are left out, bought or late: kind and words for each",
        description:
          "With `Accept: text/event-stream`: events `progress`, then `result`. Closing the connection ends the work.",
        tags: ["studies"],
        params: idParams,
        querystring: z.object({
          language: languageQuery,
          deep: z
            .stringbool()
            .default(false)
            .describe("Also conflicts and visits in whose place it could come, as far as two seconds reach"),
        }),
        response: { 200: explanations, ...errors(400, 404, 422) },
      },
    },
    async (request, reply) => {
      const { params, query, headers } = request;
      const day = await loadVersion(reader, params.id);
      const language = languageOf(query.language, headers["accept-language"]);
      const deepSeconds = query.deep ? DEEP_SECONDS : 0;
      const answer = await runStudy(deps, request, reply, {
        kind: "explanations",
        day,
        ask: { language, deepSeconds },
        tell: (found) => found,
      });
      return answer ?? reply;
    },
  );
};
