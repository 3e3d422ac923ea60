import { z } from "zod";
import { addDays } from "../../../domain/dates.js";
import { calibrate, DURATION_RULE, lastedOf, suggestDurations } from "../../../planning/ledger/index.js";
import { noteSubjects } from "../../access/index.js";
import { date, errors } from "../../schemas.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { daysWithin } from "../actuals/within.js";
import { clientId, days, firstOf } from "./spans.js";

const DAYS = 90;
const HELD_BACK = 14;

export const getDurations: HistoryRoute = (app, _deps, history) => {
  app.get(
    "/durations/suggestions",
    {
      schema: {
        summary: "Minutes by client and type within which so many of the recent visits ended",
        tags: ["ledger"],
        querystring: z.object({
          date: date.describe("Last day that is learned from"),
          days: days(400, DAYS),
          quantile: z.coerce.number().min(0.05).max(0.99).default(DURATION_RULE.quantile),
          leastVisits: days(100, DURATION_RULE.leastVisits).describe(
            "Fewer own visits than this: learned from all of the type",
          ),
          clientId,
        }),
        response: {
          200: z
            .object({
              date: z.string(),
              days: z.int(),
              quantile: z.number(),
              suggestions: z.array(
                z.object({
                  clientId: z.string(),
                  typeId: z.string(),
                  plannedMinutes: z.int().describe("Planned last"),
                  suggestedMinutes: z.int(),
                  visits: z.int().describe("Visits that it is learned from"),
                  from: z.enum(["client", "type"]),
                }),
              ),
              calibration: z
                .object({
                  visits: z.int(),
                  withinShare: z.number().nullable().describe("To be near the quantile"),
                })
                .describe(`The last ${HELD_BACK} days tried with what the days before them teach`),
            })
            .meta({ id: "DurationSuggestions" }),
          ...errors(400),
        },
      },
    },
    async (request, reply) => {
      const { query, identity } = request;
      const rule = { quantile: query.quantile, leastVisits: query.leastVisits };
      const past = daysWithin(identity, await history.days(firstOf(query.date, query.days), query.date));
      const lasted = lastedOf(past);
      const suggestions = suggestDurations(lasted, rule).filter(
        (one) => query.clientId === undefined || one.clientId === query.clientId,
      );
      const { visits, withinShare } = calibrate(lasted, addDays(query.date, 1 - HELD_BACK), rule);
      noteSubjects(request, "client", new Set(suggestions.map((one) => one.clientId)));
      void reply.header("cache-control", "no-store");
      return {
        date: query.date,
        days: query.days,
        quantile: query.quantile,
        suggestions: suggestions.map((one) => ({ ...one })),
        calibration: { visits, withinShare },
      };
    },
  );
};
