import { z } from "zod";
import { maySeePlan } from "../../access/index.js";
import { date, errors, idParams } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "./load.js";
import { publishedFor } from "./published.js";
import { publishedView, versionDetail, versionView } from "./schemas.js";
import { viewDetail, viewPublication, viewVersion } from "./views.js";

export const getVersion: LifeRoute = (app, deps, reader) => {
  const { versions, signIn } = deps;
  app.get(
    "/plans/:id/version",
    {
      schema: {
        summary: "Who made a plan, from which, why, with which weights; its violations",
        tags: ["versions"],
        params: idParams,
        response: { 200: versionDetail, ...errors(400, 404) },
      },
    },
    async ({ params: { id } }, reply) => {
      void reply.header("cache-control", "no-store");
      return viewDetail(await loadVersion(reader, id));
    },
  );
  app.get(
    "/plans/:id/problem",
    {
      schema: {
        summary: "The problem that a plan is judged by: its document with the plan's own pins",
        tags: ["versions"],
        params: idParams,
        response: {
          200: {
            description: "kotikierros/problem@1",
            content: { "application/json": { schema: z.unknown() } },
          },
          ...errors(400, 404),
        },
      },
    },
    async ({ params: { id } }, reply) => {
      const { problem } = await loadVersion(reader, id);
      return reply.serializer(JSON.stringify).send(problem);
    },
  );
  app.get(
    "/days/:date/versions",
    {
      schema: {
        summary: "Every version of a day, oldest first",
        tags: ["versions"],
        params: z.object({ date }),
        response: { 200: z.object({ versions: z.array(versionView) }), ...errors(400) },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const all = await versions.list(request.params.date);
      const seen = await Promise.all(all.map(({ id }) => maySeePlan(request, signIn?.areas, id)));
      return { versions: all.filter((_, index) => seen[index]).map(viewVersion) };
    },
  );
  app.get(
    "/days/:date/published",
    {
      schema: {
        summary: "What holds on a day, and who published it",
        description: "What was published last; `beside`: versions of other areas that hold, too.",
        tags: ["versions"],
        params: z.object({ date }),
        response: { 200: publishedView, ...errors(400, 404) },
      },
    },
    async (request, reply) => {
      const [found, ...beside] = await publishedFor(request, deps, request.params.date);
      void reply.header("cache-control", "no-store");
      return { ...viewPublication(found), beside: beside.map(viewPublication) };
    },
  );
};
