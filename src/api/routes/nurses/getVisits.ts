import { createHash } from "node:crypto";
import { z } from "zod";
import { nurseDaySchema } from "../../../contracts/nurseDay.js";
import { addDays } from "../../../domain/dates.js";
import { toldByVisit, viewNurseDay } from "../../../planning/phone/index.js";
import { ApiError } from "../../apiError.js";
import { answerNotModified } from "../../etag.js";
import { date, errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

export const getVisits: Route = (app, { plans, nurses, phone, actuals }) => {
  app.get(
    "/nurses/:id/visits",
    {
      schema: {
        summary: "A nurse's visits and breaks of a date, from the version that is published",
        description:
          "On a date that was never published, from the latest plan of a job. A stop belongs to the date on which it starts, by the problem's time zone. A nurse without work on a planned date has no rounds. Names, tasks and languages are those on record now.",
        tags: ["nurses"],
        params: idParams,
        querystring: z.object({ date }),
        response: {
          200: nurseDaySchema,
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
      // Events of a night round count to the date on which its shift starts.
      const events = await actuals.events.list({ from: addDays(day, -1), to: day, nurseId });
      const view = await viewNurseDay(phone, nurseId, day, found, toldByVisit(events));
      const digest = createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 22);
      if (answerNotModified(request, reply, `W/"${digest}"`)) return reply.send();
      return view;
    },
  );
};
