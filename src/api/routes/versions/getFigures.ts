import { z } from "zod";
import { figuresCsv, keyFigures } from "../../../planning/life/index.js";
import { errors, idParams } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { typePrices } from "../ledger/prices.js";
import { loadVersion } from "./load.js";

const format = z.enum(["json", "csv"]).default("json");

export const getFigures: LifeRoute = (app, { standing }, reader) => {
  app.get(
    "/plans/:id/figures",
    {
      schema: {
        summary: "The key figures of a plan",
        tags: ["versions"],
        params: idParams,
        querystring: z.object({ format }),
        response: {
          200: {
            description: "At most eight headline figures; all else under detail; docs/figures.md",
            content: {
              "application/json": { schema: z.unknown() },
              "text/csv": { schema: z.string() },
            },
          },
          ...errors(400, 404),
        },
      },
    },
    async ({ params: { id }, query }, reply) => {
      const { problem, plan } = await loadVersion(reader, id);
      const figures = keyFigures(problem, plan, await typePrices(standing.store));
      if (query.format === "json") return reply.serializer(JSON.stringify).send(figures);
      return reply
        .type("text/csv; charset=utf-8")
        .serializer((text: string) => text)
        .send(figuresCsv(figures));
    },
  );
};
