import { z } from "zod";
import { planBound } from "../../../contracts/study/index.js";
import { boundSaid, type StoredBound } from "../../../planning/study/index.js";
import { ApiError } from "../../apiError.js";
import { type AnswerLanguage, languageOf, languageQuery } from "../../language.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import { loadVersion } from "../versions/load.js";
import { runStudy } from "./runStudy.js";
import type { StudyRoute } from "./route.js";

const querystring = z.object({ language: languageQuery });
const response = { 200: planBound };

/** As told to people. */
export function viewBound(
  { provedAt, ...found }: StoredBound,
  language: AnswerLanguage,
): z.infer<typeof planBound> {
  return { ...found, provedAt: provedAt.toISOString(), said: boundSaid(found, language) };
}

export const boundRoutes: StudyRoute = (app, deps, reader) => {
  const { bounds } = deps.study;
  app.get(
    "/plans/:id/bound",
    {
      schema: {
        summary: "How far the plan can be from the best one, as far as that is proved",
        tags: ["studies"],
        params: idParams,
        querystring,
        response: { ...response, ...errors(400, 404) },
      },
    },
    async ({ params, query, headers }) => {
      const found = await bounds.find(params.id);
      if (found !== null) return viewBound(found, languageOf(query.language, headers["accept-language"]));
      await loadVersion(reader, params.id);
      throw new ApiError("bound-unknown", "nothing is proved of this plan yet");
    },
  );
  app.post(
    "/plans/:id/bound",
    {
      schema: {
        summary: "Prove how far the plan can be from the best one; what is proved stays",
        description:
          "With `Accept: text/event-stream`: events `progress` with the bound so far, then `result`. Closing the connection ends the work and keeps what is proved.",
        tags: ["studies"],
        params: idParams,
        querystring,
        headers: postHeaders,
        body: z.strictObject({ seconds: z.number().positive().max(3_600).default(60) }).nullish(),
        response: { ...response, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const { params, query, headers } = request;
      const day = await loadVersion(reader, params.id);
      const language = languageOf(query.language, headers["accept-language"]);
      const answer = await runStudy(deps, request, reply, {
        kind: "bound",
        day,
        ask: { seconds: request.body?.seconds ?? 60 },
        keep: true,
        tell: async (found) => viewBound(await bounds.raise(params.id, found, new Date()), language),
      });
      return answer ?? reply;
    },
  );
};
