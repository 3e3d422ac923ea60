import { generationView } from "../../../contracts/generation.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

export const getGeneration: Route = (app, { generation: { generations } }) => {
  app.get(
    "/problems/:id/generation",
    {
      schema: {
        summary: "Where a generated problem comes from: warnings, and the requirement of each visit",
        tags: ["generation"],
        params: idParams,
        response: { 200: generationView, ...errors(400, 404) },
      },
    },
    async ({ params: { id } }) => {
      const found = await generations.find(id);
      if (found === null) throw new ApiError("generation-unknown", "no generated problem has this id");
      return {
        problemId: id,
        from: found.from,
        to: found.to,
        areas: found.areas === null ? null : [...found.areas],
        policy: found.policy,
        warnings: [...found.warnings],
        visits: found.visits.map((visit) => ({ ...visit, tasks: [...visit.tasks] })),
        createdAt: found.createdAt.toISOString(),
      };
    },
  );
};
