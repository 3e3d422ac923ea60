import { z } from "zod";
import { DemoRefused } from "../../../planning/demo/index.js";
import { ApiError } from "../../apiError.js";
import { livenDemo } from "../../demo/liven.js";
import { errors, postHeaders } from "../../schemas.js";
import type { Route } from "../../types.js";

const answer = z
  .object({
    loaded: z.boolean().describe("False: it was all there already"),
    date: z.string().describe("Today"),
  })
  .meta({ id: "DemoLoaded" });

const body = z.strictObject({
  plan: z
    .boolean()
    .default(false)
    .describe("Also plan and publish today before answering; tomorrow and the week behind follow after that"),
});

/** What tells who asks, for calls in the same name. */
const IDENTIFYING = ["cookie", "authorization", "x-requested-by", "host"];

export const loadDemo: Route = (app, { generation, now = Date.now }) => {
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
        body: body.nullish(),
        response: { 200: answer, ...errors(409) },
      },
    },
    async (request) => {
      try {
        const loaded = await load(request.identity?.userId ?? "demo");
        if (request.body?.plan !== true) return loaded;
        const headers = Object.fromEntries(
          IDENTIFYING.flatMap((name) => {
            const value = request.headers[name];
            return typeof value === "string" ? [[name, value]] : [];
          }),
        );
        await livenDemo(app, headers, now());
        return loaded;
      } catch (error) {
        if (error instanceof DemoRefused) throw new ApiError("demo-refused", error.message);
        throw error;
      }
    },
  );
};
