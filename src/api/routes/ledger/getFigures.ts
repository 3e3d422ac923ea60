import { z } from "zod";
import { figuresCsv } from "../../../planning/life/index.js";
import { doneRows, periodFigures } from "../../../planning/ledger/index.js";
import { ApiError } from "../../apiError.js";
import { errors } from "../../schemas.js";
import type { HistoryRoute } from "../actuals/deps.js";
import { checkPeriod } from "../actuals/period.js";
import { period } from "../actuals/schemas.js";
import { typePrices } from "./prices.js";

export const getPeriodFigures: HistoryRoute = (app, deps, history) => {
  app.get(
    "/figures",
    {
      schema: {
        summary: "The key figures of what was published in a period, and what was done of it",
        tags: ["ledger"],
        querystring: period.extend({ format: z.enum(["json", "csv"]).default("json") }),
        response: {
          200: {
            description: "At most eight headline figures, all else under detail and done; docs/figures.md",
            content: {
              "application/json": { schema: z.unknown() },
              "text/csv": { schema: z.string() },
            },
          },
          ...errors(400, 403),
        },
      },
    },
    async ({ query: { from, to, format }, identity }, reply) => {
      checkPeriod(from, to);
      if (identity.areas !== undefined) {
        throw new ApiError("access-refused", "the figures of a period are of all areas together");
      }
      const figures = periodFigures(await history.days(from, to), await typePrices(deps.standing.store));
      void reply.header("cache-control", "no-store");
      if (format === "json") return reply.serializer(JSON.stringify).send({ from, to, ...figures });
      return reply
        .type("text/csv; charset=utf-8")
        .serializer((text: string) => text)
        .send(figuresCsv(figures, doneRows(figures)));
    },
  );
};
