/** The list of days, what was imported for one, and the demo day for a first look. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { DayStore } from "../../../planning/dayPorts.js";
import { ApiError } from "../../apiError.js";
import { date, errors, postHeaders, problemSummary } from "../../schemas.js";
import type { Route } from "../../types.js";
import { viewProblem } from "../../views.js";
import { publishedSeen } from "../versions/published.js";
import { dayHead } from "../../../contracts/views/days.js";

export interface DayDeps {
  readonly store: DayStore;
  /** A problem document, gzipped; absent: there is no demo day. */
  readonly demoFile?: string;
}

const listDays: Route = (app, deps) => {
  const { days } = deps;
  if (days === undefined) return;
  app.get(
    "/days",
    {
      schema: {
        summary: "Dates for which something is imported, oldest first",
        tags: ["versions"],
        querystring: z.object({ from: date.optional(), to: date.optional() }),
        response: { 200: z.object({ days: z.array(dayHead) }), ...errors(400) },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      void reply.header("cache-control", "no-store");
      const limits = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      const listed = await days.store.listDays(limits);
      if (request.identity.areas === undefined) return { days: [...listed] };
      // What holds for other areas is not theirs.
      const seen = listed.map(async (day) => {
        const [held] = day.publishedPlanId === null ? [] : await publishedSeen(request, deps, day.date);
        return { ...day, publishedPlanId: held?.planId ?? null };
      });
      return { days: await Promise.all(seen) };
    },
  );
};

const listProblems: Route = (app, { days }) => {
  if (days === undefined) return;
  app.get(
    "/days/:date/problems",
    {
      schema: {
        summary: "Problems that were imported for a date, oldest first",
        tags: ["versions"],
        params: z.object({ date }),
        response: { 200: z.object({ problems: z.array(problemSummary) }), ...errors(400) },
      },
    },
    async ({ params }, reply) => {
      void reply.header("cache-control", "no-store");
      return { problems: (await days.store.listProblems(params.date)).map(viewProblem) };
    },
  );
};

const demoDay: Route = (app, { days, problems, reader }) => {
  const file = days?.demoFile;
  if (file === undefined) return;
  app.post(
    "/demo/day",
    {
      schema: {
        summary: "Import the demo day: a team in central Helsinki, all persons invented",
        tags: ["problems"],
        headers: postHeaders,
        response: { 201: problemSummary, ...errors(400, 409, 422) },
      },
    },
    async (_request, reply) => {
      const read = await reader.readProblem(await readFile(file));
      if (!read.ok) {
        throw new ApiError("problem-invalid", "the demo day has faults", { faultsText: read.faults });
      }
      const { gzip, digest, size, facts, records } = read;
      const createdAt = new Date();
      const stored = await problems.add({ id: randomUUID(), gzip, digest, size, facts, records, createdAt });
      const view = viewProblem(stored);
      return reply.code(201).header("location", view.links.self).send(view);
    },
  );
};

export const DAY_ROUTES: readonly Route[] = [listDays, listProblems, demoDay];
