import { z } from "zod";
import { DONE_BY, plannedAgainstDone } from "../../../planning/actuals/index.js";
import { noteSubjects } from "../../access/index.js";
import { errors } from "../../schemas.js";
import type { HistoryRoute } from "./deps.js";
import { checkPeriod } from "./period.js";
import { daysWithin } from "./within.js";
import { doneRows, period } from "./schemas.js";

export const getDone: HistoryRoute = (app, _deps, history) => {
  app.get(
    "/actuals/done",
    {
      schema: {
        summary: "Planned against done over published days, by client, visit type, nurse or date",
        tags: ["actuals"],
        querystring: period.extend({ by: z.enum(DONE_BY) }),
        response: { 200: doneRows, ...errors(400) },
      },
    },
    async (request, reply) => {
      const { from, to, by } = request.query;
      checkPeriod(from, to);
      const days = daysWithin(request.identity, await history.days(from, to));
      noteSubjects(
        request,
        "plan",
        days.map(({ sheet }) => sheet.planId),
      );
      void reply.header("cache-control", "no-store");
      return {
        from,
        to,
        by,
        days: days.length,
        rows: plannedAgainstDone(days, by).map((row) => ({ ...row })),
      };
    },
  );
};
