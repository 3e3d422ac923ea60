import { z } from "zod";
import { liveView, phoneInstant } from "../../../contracts/index.js";
import { LIVE_LIMITS, liveDay } from "../../../planning/actuals/index.js";
import { noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { date, errors } from "../../schemas.js";
import type { HistoryRoute } from "./deps.js";
import { liveWithin } from "./within.js";
import { viewLive } from "./views.js";

const minutes = (seconds: number) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .max(1440)
    .default(seconds / 60);

export const getLive: HistoryRoute = (app, deps, history) => {
  app.get(
    "/days/:date/live",
    {
      schema: {
        summary:
          "The published day as it runs: state of each visit and nurse, expected times, late and missed",
        tags: ["actuals"],
        params: z.object({ date }),
        querystring: z.object({
          now: phoneInstant.optional().describe("To see the day as of then; default the server's clock"),
          lateMinutes: minutes(LIVE_LIMITS.lateSeconds).describe("Late: so long after the plan"),
          missedMinutes: minutes(LIVE_LIMITS.missedSeconds).describe(
            "Missed: not begun so long after the last allowed start",
          ),
        }),
        response: { 200: liveView, ...errors(400, 404) },
      },
    },
    async (request, reply) => {
      const { params, query, identity } = request;
      const day = await history.day(params.date);
      if (day === null) throw new ApiError("day-unpublished", `nothing is published for ${params.date}`);
      const clock = deps.now?.() ?? Date.now();
      const now = Math.floor((query.now === undefined ? clock : Date.parse(query.now)) / 1000);
      // Seen as of an instant, only what had happened by then is known.
      const events = query.now === undefined ? day.events : day.events.filter(({ usedAt }) => usedAt <= now);
      void reply.header("cache-control", "no-store");
      const limits = { lateSeconds: 60 * query.lateMinutes, missedSeconds: 60 * query.missedMinutes };
      const seen = liveWithin(identity, day.sheet, liveDay(day.sheet, events, now, limits));
      noteSubjects(request, "plan", [day.sheet.planId]);
      return viewLive(seen);
    },
  );
};
