import { z } from "zod";
import { costPart, promisesView } from "../../../contracts/study/index.js";
import { languageOf, languageQuery } from "../../language.js";
import { errors, idParams } from "../../schemas.js";
import { loadVersion } from "../versions/load.js";
import { runStudy } from "./runStudy.js";
import type { StudyRoute } from "./route.js";

const curves = z
  .string()
  .transform((text) => text.split(",").filter((word) => word !== ""))
  .pipe(z.array(costPart).max(4));

export const getPromises: StudyRoute = (app, deps, reader) => {
  app.get(
    "/plans/:id/promises",
    {
      schema: {
        summary: "What promises cost: the dearest of the day, and wishes as curves",
        description:
          "With `Accept: text/event-stream`: events `progress`, then `result`. Closing the connection ends the work.",
        tags: ["studies"],
        params: idParams,
        querystring: z.object({
          language: languageQuery,
          dearest: z.coerce.number().int().min(1).max(50).default(10),
          resolve: z
            .stringbool()
            .default(false)
            .describe("Measure the dearest by solving again without each; false: estimates in 3 s"),
          iterations: z.coerce.number().int().min(1).max(100_000).default(300).describe("Of each solve"),
          seconds: z.coerce.number().positive().max(600).default(20).describe("No solve begins later"),
          curves: curves.optional().describe("Weights by comma, such as late,unfamiliar,moved; at most 4"),
        }),
        response: { 200: promisesView, ...errors(400, 404, 422) },
      },
    },
    async (request, reply) => {
      const { params, query, headers } = request;
      const day = await loadVersion(reader, params.id);
      const { language, curves: asked, ...limits } = query;
      const answer = await runStudy(deps, request, reply, {
        kind: "promises",
        day,
        ask: { ...limits, curves: asked ?? [], language: languageOf(language, headers["accept-language"]) },
        tell: (found) => found,
      });
      return answer ?? reply;
    },
  );
};
