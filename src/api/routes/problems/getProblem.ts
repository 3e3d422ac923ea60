import { ApiError } from "../../apiError.js";
import { errors, idParams, problemSummary } from "../../schemas.js";
import type { Route } from "../../types.js";
import { viewProblem } from "../../views.js";

export const getProblem: Route = (app, { problems }) => {
  app.get(
    "/problems/:id",
    {
      schema: {
        summary: "What is known of an imported problem",
        tags: ["problems"],
        params: idParams,
        response: { 200: problemSummary, ...errors(400, 404) },
      },
    },
    async ({ params: { id } }) => {
      const problem = await problems.find(id);
      if (problem === null) throw new ApiError("problem-unknown", "no problem has this id");
      return viewProblem(problem);
    },
  );
};
