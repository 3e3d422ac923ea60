import { z } from "zod";
import { noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { date, errors } from "../../schemas.js";
import type { HistoryRoute } from "./deps.js";
import { storedEvent } from "./schemas.js";
import { eventsWithin } from "./within.js";
import { viewEvent } from "./views.js";

const id = z.string().min(1).max(500).optional();

export const getActuals: HistoryRoute = (app, { actuals: { events: store } }, history) => {
  app.get(
    "/actuals",
    {
      schema: {
        summary: "Events of a period with the texts of notes, by when they happened",
        tags: ["actuals"],
        querystring: z.object({ from: date, to: date, visitId: id, clientId: id, nurseId: id }),
        response: { 200: z.object({ events: z.array(storedEvent) }), ...errors(400) },
      },
    },
    async (request, reply) => {
      const all = await store.list(request.query);
      const events = await eventsWithin(request.identity, history, all);
      noteSubjects(
        request,
        "client",
        new Set(events.flatMap(({ clientId }) => (clientId === null ? [] : [clientId]))),
      );
      const texts = await store.notes(events.filter(({ kind }) => kind === "note").map((event) => event.id));
      void reply.header("cache-control", "no-store");
      return { events: events.map((event) => viewEvent(event, texts.get(event.id) ?? null)) };
    },
  );
  app.delete(
    "/actuals/:id/text",
    {
      schema: {
        summary: "Erase the text of a note; that there was one stays known",
        tags: ["actuals"],
        params: z.object({ id: z.string().min(1).max(100) }),
        response: { 204: z.undefined().describe("Erased"), ...errors(400, 404) },
      },
    },
    async ({ params }, reply) => {
      if (!(await store.eraseNote(params.id))) {
        throw new ApiError("note-unknown", "no note with this id has a text");
      }
      return reply.code(204).send();
    },
  );
};
