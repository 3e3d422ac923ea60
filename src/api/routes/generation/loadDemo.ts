import { z } from "zod";
import { DemoRefused } from "../../../planning/demo/index.js";
import { ApiError } from "../../apiError.js";
import { errors, postHeaders } from "../../schemas.js";
import type { Route } from "../../types.js";

const answer = z
  .object({
    loaded: z.boolean().describe("False: it was all there already"),
    date: z.string().describe("The next Monday with shifts, for POST /days/generate"),
  })
  .meta({ id: "DemoLoaded" });

export const loadDemo: Route = (app, { generation }) => {
  const load = generation.loadDemo;
  if (load === undefined) return;
  app.post(
    "/demo",
    {
      schema: {
        summary: "Load the demo organisation: invented people on recorded roads of central Helsinki",
        description: "Shifts for five weeks from this one on. Loaded again it brings what is missing.",
        tags: ["generation"],
        headers: postHeaders,
        response: { 200: answer, ...errors(409) },
      },
    },
    async (request) => {
      try {
        return await load(request.identity?.userId ?? "demo");
      } catch (error) {
        if (error instanceof DemoRefused) throw new ApiError("demo-refused", error.message);
        throw error;
      }
    },
  );
};
