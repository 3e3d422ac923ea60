import { noteReadingsSchema, readingOutcomesSchema } from "../../../contracts/nurseDay.js";
import { askedVisits } from "../../../planning/phone/index.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

export const postReadings: Route = (app, { nurses, plans, phone, now = Date.now }) => {
  app.post(
    "/nurses/:id/note-readings",
    {
      schema: {
        summary: "Tells that a nurse has read access notes",
        description:
          "Ids are made by the phone; one that is known changes nothing, so that a phone may send again. A reading of a visit that is not on her round is kept and marked.",
        tags: ["nurses"],
        params: idParams,
        body: noteReadingsSchema,
        response: { 200: readingOutcomesSchema, ...errors(400, 404) },
      },
    },
    async ({ params: { id }, body: { readings } }) => {
      if (!(await nurses.exists(id))) throw new ApiError("nurse-unknown", "no nurse has this id");
      const dates = new Set(readings.map(({ date }) => date));
      const visits = new Map<string, ReadonlySet<string>>();
      for (const date of dates) {
        const day = await plans.findNurseDay(id, date);
        visits.set(date, new Set(askedVisits(day?.rounds ?? []).map(({ visitId }) => visitId)));
      }
      const receivedAt = new Date(now());
      const isOnRound = (visitId: string, date: string): boolean => visits.get(date)?.has(visitId) === true;
      const added = await phone.addReadings(
        readings.map(({ id: readingId, visitId, date, at }) => ({
          id: readingId,
          nurseId: id,
          visitId,
          date,
          readAt: new Date(at),
          receivedAt,
          onRound: isOnRound(visitId, date),
        })),
      );
      return {
        outcomes: readings.map(({ id: readingId, visitId, date }) => ({
          id: readingId,
          outcome: added.has(readingId) ? ("stored" as const) : ("duplicate" as const),
          onRound: isOnRound(visitId, date),
        })),
      };
    },
  );
};
