import { z } from "zod";
import { figuresCsv } from "../../../planning/life/index.js";
import { doneRows, periodFigures } from "../../../planning/ledger/index.js";
import { withinAreas } from "../../../planning/access/index.js";
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
        querystring: period.extend({
          areaId: z.string().min(1).max(500).optional().describe("Only clients of this area"),
          format: z.enum(["json", "csv"]).default("json"),
        }),
        response: {
          200: {
            description: "At most eight headline figures, all else under detail and done; docs/figures.md",
            content: {
              "application/json": { schema: z.unknown() },
              "text/csv": { schema: z.string() },
            },
          },
          ...errors(400, 404),
        },
      },
    },
    async ({ query: { from, to, areaId, format }, identity }, reply) => {
      checkPeriod(from, to);
      if (areaId !== undefined && !withinAreas(identity, areaId)) {
        throw new ApiError("not-found", "no area has this id");
      }
      const everywhere = areaId === undefined && identity.areas === undefined;
      const within = (id: string | null): boolean =>
        areaId === undefined ? withinAreas(identity, id) : id === areaId;
      const figures = periodFigures(
        await history.days(from, to),
        await typePrices(deps.standing.store),
        everywhere ? undefined : within,
      );
      void reply.header("cache-control", "no-store");
      if (format === "json") return reply.serializer(JSON.stringify).send({ from, to, ...figures });
      return reply
        .type("text/csv; charset=utf-8")
        .serializer((text: string) => text)
        .send(figuresCsv(figures, doneRows(figures)));
    },
  );
};
