import { z } from "zod";
import { ApiError } from "../../apiError.js";
import { answerNotModified } from "../../etag.js";
import { date, errors, idParams, roundView } from "../../schemas.js";
import type { Route } from "../../types.js";
import { viewRounds } from "../../views.js";

export const getVisits: Route = (app, { plans, nurses }) => {
  app.get(
    "/nurses/:id/visits",
    {
      schema: {
        summary: "A nurse's visits and breaks of a date, from the version that is published",
        description:
          "On a date that was never published, from the latest plan of a job. A stop belongs to the date on which it starts, by the problem's time zone. A nurse without work on a planned date has no rounds.",
        tags: ["nurses"],
        params: idParams,
        querystring: z.object({ date }),
        response: {
          200: z.object({
            nurseId: z.string(),
            date: z.string(),
            timeZone: z.string(),
            planId: z.string(),
            rounds: z.array(roundView),
          }),
          304: { description: "Not modified", content: { "application/json": { schema: z.unknown() } } },
          ...errors(400, 404),
        },
      },
    },
    async (request, reply) => {
      const nurseId = request.params.id;
      const { date: day } = request.query;
      if (!(await nurses.exists(nurseId))) throw new ApiError("nurse-unknown", "no nurse has this id");
      const found = await plans.findNurseDay(nurseId, day);
      if (found === null) throw new ApiError("day-unplanned", `no stored plan covers ${day}`);
      if (answerNotModified(request, reply, `W/"${found.planIds.join(" ")}"`)) return reply.send();
      const { planId, timeZone, rounds } = found;
      return { nurseId, date: day, timeZone, planId, rounds: viewRounds(rounds, timeZone) };
    },
  );
};
