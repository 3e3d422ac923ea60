import { z } from "zod";
import { compareVersions as differenceOf, whomToTell } from "../../../planning/life/index.js";
import { errors } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "./load.js";

const id = z.string().min(1).max(200);

export const compareVersions: LifeRoute = (app, _deps, reader) => {
  app.get(
    "/plans/:id/differences/:otherId",
    {
      schema: {
        summary: "What differs from one version to another: visits, times, cost by part, key figures",
        tags: ["versions"],
        params: z.object({ id, otherId: id }),
        response: {
          200: {
            description: "visits, nurses, counts, cost, rules, figures, and whom to tell",
            content: { "application/json": { schema: z.unknown() } },
          },
          ...errors(400, 404),
        },
      },
    },
    async ({ params }, reply) => {
      const from = await loadVersion(reader, params.id);
      const to = await loadVersion(reader, params.otherId);
      const difference = differenceOf(from, to);
      return reply.serializer(JSON.stringify).send({ ...difference, tell: whomToTell(difference) });
    },
  );
};
