import { createHash } from "node:crypto";
import { actualsBatch } from "../../../contracts/index.js";
import { recordActuals } from "../../../planning/actuals/index.js";
import { authorOf, noteChange, noteSubjects } from "../../access/index.js";
import { errors, postHeaders } from "../../schemas.js";
import type { HistoryRoute } from "./deps.js";
import { recorded } from "./schemas.js";
import { viewRecorded } from "./views.js";

const BODY_BYTES = 4 * 1024 * 1024;

export const postActuals: HistoryRoute = (app, deps, history) => {
  app.post(
    "/actuals",
    {
      bodyLimit: BODY_BYTES,
      schema: {
        summary: "What happened: check-in, check-out, cancelled at the door, not at home, running late, note",
        description:
          "Events carry ids that the phone made: sent again they change nothing. They may come hours late and in any order. A wrong clock is corrected by `sentAt` and flagged. Each event has its own outcome; a refused one keeps no other from being stored.",
        tags: ["actuals"],
        headers: postHeaders,
        body: actualsBatch,
        response: { 200: recorded, ...errors(400, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { identity, body } = request;
      const result = await recordActuals(
        {
          history,
          store: deps.actuals.events,
          digest: (text) => createHash("sha256").update(text).digest("hex"),
        },
        {
          batch: body,
          receivedAt: Math.floor((deps.now?.() ?? Date.now()) / 1000),
          author: authorOf(request, undefined),
          // A nurse without an id in the plans writes of nobody.
          onlyNurseId: identity.role === "nurse" ? (identity.nurseId ?? "") : undefined,
        },
      );
      const stored = result.filter(({ outcome }) => outcome === "stored");
      noteSubjects(
        request,
        "client",
        new Set(result.flatMap(({ clientId }) => (clientId === null ? [] : [clientId]))),
      );
      noteChange(request, {
        about: { dates: [...new Set(stored.flatMap(({ date }) => (date === null ? [] : [date])))] },
        // What was refused has happened to nobody.
        nurseIds: [
          ...new Set(
            body.events.flatMap(({ nurseId }, at) => (result[at]?.outcome === "stored" ? nurseId : [])),
          ),
        ],
      });
      void reply.header("cache-control", "no-store");
      return viewRecorded(result);
    },
  );
};
