import { z } from "zod";
import { robustnessView, spreads } from "../../../contracts/study/index.js";
import type { LoadedVersion } from "../../../planning/life/index.js";
import { languageOf, languageQuery } from "../../language.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import { loadVersion } from "../versions/load.js";
import { runStudy } from "./runStudy.js";
import type { StudyRoute } from "./route.js";

const samples = z.int().min(1).max(20_000).default(1_000).describe("Days replayed");
const seed = z.int().min(0).max(4_294_967_295).default(1);

const body = z.strictObject({
  samples,
  seed,
  spreads: spreads.default({}),
  quantile: z
    .number()
    .gt(0.5)
    .lt(1)
    .nullable()
    .default(null)
    .describe("Also plan again so that times up to this share of cases fit, and tell what that costs"),
  seconds: z.number().positive().max(600).default(10).describe("For planning again"),
});

export const robustnessRoutes: StudyRoute = (app, deps, reader) => {
  const shared = { tags: ["studies"], params: idParams };
  const study = (day: LoadedVersion, ask: z.infer<typeof body>, language: "fi" | "sv" | "en") => ({
    kind: "robustness" as const,
    day,
    ask: { ...ask, language },
    tell: (found: z.infer<typeof robustnessView>) => found,
  });
  app.get(
    "/plans/:id/robustness",
    {
      schema: {
        ...shared,
        summary: "How sure is the plan? Replayed with times drawn: late visits, overtime, what starts delays",
        querystring: z.object({
          language: languageQuery,
          samples: z.coerce.number().pipe(samples.unwrap()).default(1_000),
          seed: z.coerce.number().pipe(seed.unwrap()).default(1),
        }),
        response: { 200: robustnessView, ...errors(400, 404, 422) },
      },
    },
    async (request, reply) => {
      const { params, query, headers } = request;
      const day = await loadVersion(reader, params.id);
      const ask = body.parse({ samples: query.samples, seed: query.seed });
      const language = languageOf(query.language, headers["accept-language"]);
      return (await runStudy(deps, request, reply, study(day, ask, language))) ?? reply;
    },
  );
  app.post(
    "/plans/:id/robustness",
    {
      schema: {
        ...shared,
        summary: "The same with spreads of one's own, or with a plan for a chosen quantile and its price",
        querystring: z.object({ language: languageQuery }),
        headers: postHeaders,
        body,
        response: { 200: robustnessView, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const { params, query, headers } = request;
      const day = await loadVersion(reader, params.id);
      const language = languageOf(query.language, headers["accept-language"]);
      return (await runStudy(deps, request, reply, study(day, request.body, language))) ?? reply;
    },
  );
};
