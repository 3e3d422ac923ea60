import { z } from "zod";
import { nurseNotesSchema } from "../../../contracts/nurseDay.js";
import { askedVisits, visitsToHandOver } from "../../../planning/phone/index.js";
import { noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { date, errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

export const getNotes: Route = (app, { nurses, plans, phone, now = Date.now }) => {
  app.get(
    "/nurses/:id/notes",
    {
      schema: {
        summary: "How to get in at a nurse's visits of a date",
        description:
          "Only for visits of hers, from twelve hours before the round's departure until an hour after the visit's planned end. Her phone opens each around its visit and reports the reading.",
        tags: ["nurses"],
        params: idParams,
        querystring: z.object({ date }),
        response: { 200: nurseNotesSchema, ...errors(400, 404) },
      },
    },
    async (request, reply) => {
      const {
        params: { id },
        query,
      } = request;
      if (!(await nurses.exists(id))) throw new ApiError("nurse-unknown", "no nurse has this id");
      const day = await plans.findNurseDay(id, query.date);
      if (day === null) throw new ApiError("day-unplanned", `no stored plan covers ${query.date}`);
      const handed = new Set(visitsToHandOver(day.rounds, now()));
      const visits = askedVisits(day.rounds).filter(({ visitId }) => handed.has(visitId));
      const backgrounds = await phone.listBackgrounds(id, query.date, day.planIds, visits);
      noteSubjects(
        request,
        "client",
        visits.map(({ clientId }) => clientId),
      );
      void reply.header("cache-control", "no-store");
      return {
        nurseId: id,
        date: query.date,
        notes: visits.flatMap(({ visitId }) => {
          const texts = backgrounds.get(visitId)?.accessNotes ?? [];
          return texts.length === 0 ? [] : [{ visitId, text: texts.join("\n") }];
        }),
      };
    },
  );
};
