import { z } from "zod";
import { ApiError } from "../../apiError.js";
import { errors, idParams, roundView } from "../../schemas.js";
import type { Route } from "../../types.js";
import { viewRounds } from "../../views.js";

export const getRoutes: Route = (app, { plans }) => {
  app.get(
    "/plans/:id/routes",
    {
      schema: {
        summary: "A plan's rounds by departure, with what the problem says of each visit",
        tags: ["plans"],
        params: idParams,
        response: {
          200: z.object({ planId: z.string(), timeZone: z.string(), routes: z.array(roundView) }),
          ...errors(400, 404),
        },
      },
    },
    async ({ params: { id } }, reply) => {
      const found = await plans.findRounds(id);
      if (found === null) throw new ApiError("plan-unknown", "no plan has this id");
      // Judging a thousand stops against the schema again would hold up other answers.
      void reply.header("cache-control", "private, no-cache").serializer(JSON.stringify);
      const { timeZone, rounds } = found;
      return { planId: id, timeZone, routes: viewRounds(rounds, timeZone) };
    },
  );
};
