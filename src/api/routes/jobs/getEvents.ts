import { z } from "zod";
import { isFinal, type StoredJob } from "../../../planning/ports.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";
import { viewJob } from "../../views.js";
import { EventStream } from "../../eventStream.js";

/** Id of the last event; a reader that comes back with it has seen everything. */
const LAST_ID = "end";

export const getEvents: Route = (app, { jobs, heartbeat }) => {
  const open = new Set<EventStream>();
  // A stream that stays open would keep the server from ending.
  app.addHook("preClose", async () => {
    for (const stream of open) stream.end();
  });

  app.get(
    "/jobs/:id/events",
    {
      schema: {
        summary: "A job's changes as they happen, as server-sent events",
        description:
          "Events `state` and `progress` carry the job; the last one, `result`, carries the ended job, and the stream closes. A comment line comes as a sign of life.",
        tags: ["jobs"],
        params: idParams,
        response: {
          200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } },
          204: {
            description: "Everything was sent before",
            content: { "text/event-stream": { schema: z.string() } },
          },
          ...errors(400, 404),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const early: StoredJob[] = [];
      let stream: EventStream | null = null;
      const show = (to: EventStream, kind: "state" | "progress", job: StoredJob): void => {
        if (isFinal(job.state)) {
          to.send("result", viewJob(job), { id: LAST_ID });
          to.end();
        } else to.send(kind, viewJob(job), { droppable: kind === "progress" });
      };
      // Listening begins before the first look, so that no change falls in between.
      const unsubscribe = jobs.subscribe(id, ({ kind, job }) => {
        if (stream === null) early.push(job);
        else show(stream, kind, job);
      });
      try {
        const job = await jobs.find(id);
        if (job === null) throw new ApiError("job-unknown", "no job has this id");
        if (isFinal(job.state) && request.headers["last-event-id"] === LAST_ID) {
          unsubscribe();
          return await reply.code(204).send();
        }
        reply.hijack();
        stream = new EventStream(
          reply.raw,
          { "x-request-id": request.id, "x-content-type-options": "nosniff" },
          heartbeat ?? 15_000,
        );
        open.add(stream);
        const opened = stream;
        stream.whenClosed(() => {
          unsubscribe();
          open.delete(opened);
        });
        show(stream, "state", job);
        for (const change of early) show(stream, "state", change);
        return reply;
      } catch (error) {
        unsubscribe();
        throw error;
      }
    },
  );
};
