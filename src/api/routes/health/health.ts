import { z } from "zod";
import type { Route } from "../../types.js";

export const health: Route = (app) => {
  app.get(
    "/health",
    {
      schema: {
        summary: "Whether the server answers",
        tags: ["service"],
        response: { 200: z.object({ status: z.literal("ok") }) },
      },
    },
    async () => ({ status: "ok" as const }),
  );
};
