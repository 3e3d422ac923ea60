import { z } from "zod";
import type { ChangeView } from "../../../contracts/index.js";
import { type Change, mayHear, toldOf, withinAreasOf } from "../../../planning/changes/index.js";
import { errors } from "../../schemas.js";
import { EventStream } from "../../eventStream.js";
import type { ContactRoute } from "./deps.js";

function viewChange(change: Change): ChangeView {
  return {
    id: change.id,
    at: change.at.toISOString(),
    kind: change.kind,
    userId: change.userId,
    about: Object.fromEntries(
      Object.entries(change.about).map(([key, value]) => [
        key,
        typeof value === "string" ? value : [...value],
      ]),
    ),
    ...(change.nurseIds === undefined ? {} : { nurseIds: [...change.nurseIds] }),
  };
}

export const getEvents: ContactRoute = (app, { changes, heartbeat, areas }) => {
  const open = new Set<EventStream>();
  // A stream that stays open would keep the server from ending.
  app.addHook("preClose", async () => {
    for (const stream of open) stream.end();
  });

  app.get(
    "/events",
    {
      schema: {
        summary: "Changes of drafts, plans, the live day and messages as they happen, as server-sent events",
        description:
          "First an event `hello`, then one for each change that the role may hear of. With Last-Event-ID what was missed comes first; where that cannot be told any more an event `reload` says to read everything anew. Ids and dates only. The stream ends after an hour, so that an ended session hears no more; the reader connects again.",
        tags: ["contact"],
        headers: z.looseObject({ "last-event-id": z.string().max(200).optional() }),
        response: {
          200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } },
          ...errors(401, 403),
        },
      },
    },
    async (request, reply) => {
      const { identity } = request;
      const lastId = request.headers["last-event-id"];
      reply.hijack();
      const stream = new EventStream(
        reply.raw,
        { "x-request-id": request.id, "x-content-type-options": "nosniff" },
        heartbeat,
      );
      open.add(stream);
      let last: Promise<void> = Promise.resolve();
      const show = (change: Change): void => {
        if (!mayHear(identity, change)) return;
        if (identity.areas === undefined || areas === undefined) {
          stream.send(change.kind, viewChange(toldOf(identity, change)), { id: change.id });
          return;
        }
        // Areas are looked up; what came first is told first all the same.
        const reader = areas;
        last = last
          .then(() => withinAreasOf(identity, change, reader))
          .then(
            (seen) => {
              if (seen !== null) stream.send(seen.kind, viewChange(toldOf(identity, seen)), { id: seen.id });
            },
            (error: unknown) => {
              request.log.error({ err: error }, "the areas of a change could not be read");
              stream.send("reload", {}, { id: change.id });
            },
          );
      };
      // Nothing falls in between: looking back and listening happen in one go.
      const missed = typeof lastId === "string" ? changes.since(lastId) : null;
      stream.send("hello", { lastId: changes.lastId() }, missed === null ? { id: changes.lastId() } : {});
      if (missed?.complete === true) for (const change of missed.changes) show(change);
      if (missed?.complete === false) stream.send("reload", {}, { id: changes.lastId() });
      const unsubscribe = changes.subscribe(show);
      const timer = setTimeout(() => stream.end(), STREAM_MILLISECONDS);
      timer.unref();
      stream.whenClosed(() => {
        clearTimeout(timer);
        unsubscribe();
        open.delete(stream);
      });
      return reply;
    },
  );
};

/** A session may end meanwhile; it is asked for again at each connecting. */
const STREAM_MILLISECONDS = 3600 * 1000;
