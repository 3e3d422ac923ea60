import { z } from "zod";
import { continuityView } from "../../../contracts/index.js";
import {
  type ContinuityChange,
  type ContinuityRule,
  continuityChange,
  CONTINUITY_RULE,
  continuityOf,
  meetingsOf,
  meetingsOfSheets,
} from "../../../planning/ledger/index.js";
import { withinAreas } from "../../../planning/access/index.js";
import { noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { date, errors } from "../../schemas.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { daysWithin } from "../actuals/within.js";
import { clientId, days, firstOf, hourReader } from "./spans.js";

const { days: shortDays, longDays, most, leastVisits, hours } = CONTINUITY_RULE;

export const getContinuity: HistoryRoute = (app, _deps, history) => {
  app.get(
    "/continuity",
    {
      schema: {
        summary:
          "Different nurses by client over days and months, the most familiar, and what a draft would do",
        tags: ["ledger"],
        querystring: z.object({
          date: date.describe("Last day of both spans"),
          days: days(92, shortDays),
          longDays: days(400, longDays),
          most: days(20, most).describe("How many nurses count as the most familiar"),
          leastVisits: days(100, leastVisits).describe("Visits that make a nurse familiar"),
          hourFrom: z.coerce.number().int().min(0).max(23).default(hours.from),
          hourTo: z.coerce.number().int().min(1).max(24).default(hours.to),
          planId: z
            .string()
            .min(1)
            .max(200)
            .optional()
            .describe("A draft, in the place of what is published"),
          clientId,
        }),
        response: { 200: continuityView, ...errors(400, 404) },
      },
    },
    async (request, reply) => {
      const { query, identity } = request;
      const rule: ContinuityRule = {
        days: query.days,
        longDays: query.longDays,
        most: query.most,
        leastVisits: query.leastVisits,
        hours: { from: query.hourFrom, to: query.hourTo },
      };
      const wanted = (id: string): boolean => query.clientId === undefined || query.clientId === id;
      const past = daysWithin(
        identity,
        await history.days(firstOf(query.date, Math.max(rule.days, rule.longDays)), query.date),
      );
      const clients = continuityOf(meetingsOf(past), query.date, hourReader(past), rule).filter((one) =>
        wanted(one.clientId),
      );
      let changes: readonly ContinuityChange[] | null = null;
      if (query.planId !== undefined) {
        const sheets = await history.sheets(query.planId);
        const dates = [...sheets.keys()].toSorted();
        const [first, last] = [dates[0], dates.at(-1)];
        if (first === undefined || last === undefined) {
          throw new ApiError("plan-unknown", "no plan with a date has this id");
        }
        const around = daysWithin(identity, await history.days(firstOf(last, rule.longDays), last));
        const draft = meetingsOfSheets(sheets.values()).filter(({ areaId }) => withinAreas(identity, areaId));
        const zone = sheets.get(first)?.timeZone;
        changes = continuityChange(
          meetingsOf(around),
          draft,
          new Set(dates),
          hourReader(around, zone),
          rule,
        ).filter((one) => wanted(one.clientId));
      }
      noteSubjects(request, "client", new Set([...clients, ...(changes ?? [])].map((one) => one.clientId)));
      void reply.header("cache-control", "no-store");
      return {
        date: query.date,
        days: rule.days,
        longDays: rule.longDays,
        clients: clients.map((one) => ({ ...one, familiarNurseIds: [...one.familiarNurseIds] })),
        changes: changes?.map((one) => ({ ...one, newNurseIds: [...one.newNurseIds] })) ?? null,
      };
    },
  );
};
