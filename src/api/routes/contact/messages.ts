import { z } from "zod";
import { type MessageView, messageView, newMessage } from "../../../contracts/index.js";
import type { Identity } from "../../../planning/access/index.js";
import type { Message } from "../../../planning/contact/index.js";
import { maySeeNurse, noteChange, noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { ContactRoute } from "./deps.js";

const querystring = z.object({
  nurseId: z.string().min(1).max(200).optional().describe("A nurse gets hers only"),
  after: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  unread: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

const viewMessage = (message: Message): MessageView => ({
  ...message,
  sentAt: message.sentAt.toISOString(),
  readAt: message.readAt?.toISOString() ?? null,
});

/** Whose messages somebody may have: a nurse hers, the office any. */
function nurseFor(identity: Identity, given: string | undefined): string | undefined {
  if (identity.role !== "nurse") return given;
  if (identity.nurseId === undefined || (given !== undefined && given !== identity.nurseId)) {
    throw new ApiError("nurse-unknown", "no nurse has this id");
  }
  return identity.nurseId;
}

/** Each side marks what the other has written. */
function isForReader(identity: Identity, { direction, nurseId }: Message): boolean {
  if (identity.role === "nurse") return direction === "to-nurse" && nurseId === identity.nurseId;
  return direction === "from-nurse";
}

export const messages: ContactRoute = (app, { stores, nurses, areas, now }) => {
  const { messages: store } = stores;

  app.get(
    "/messages",
    {
      schema: {
        summary: "Messages between the office and nurses, oldest first",
        tags: ["contact"],
        querystring,
        response: { 200: z.object({ messages: z.array(messageView) }), ...errors(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { nurseId: given, after, unread, limit } = request.query;
      const nurseId = nurseFor(request.identity, given);
      const all = await store.list({
        limit,
        ...(nurseId === undefined ? {} : { nurseId }),
        ...(after === undefined ? {} : { after }),
        ...(unread === undefined ? {} : { unread }),
      });
      const seen = await Promise.all(all.map((message) => maySeeNurse(request, areas, message.nurseId)));
      const found = all.filter((_, index) => seen[index]);
      noteSubjects(
        request,
        "nurse",
        found.map((message) => message.nurseId),
      );
      void reply.header("cache-control", "no-store");
      return { messages: found.map(viewMessage) };
    },
  );

  app.post(
    "/messages",
    {
      schema: {
        summary: "Write to a nurse, or as a nurse to the office",
        tags: ["contact"],
        body: newMessage,
        response: { 200: messageView, 201: messageView, ...errors(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const { identity, body } = request;
      const nurseId = nurseFor(identity, body.nurseId);
      const there = nurseId !== undefined && (await nurses.exists(nurseId));
      if (!there || !(await maySeeNurse(request, areas, nurseId))) {
        throw new ApiError("nurse-unknown", "no nurse has this id");
      }
      const message: Message = {
        ...body,
        nurseId,
        direction: identity.role === "nurse" ? "from-nurse" : "to-nurse",
        author: identity.userId,
        sentAt: now(),
        readAt: null,
      };
      noteSubjects(request, "nurse", [nurseId]);
      const outcome = await store.add(message);
      if (outcome === "other-content") {
        throw new ApiError("message-id-used", "the id was used for another message");
      }
      if (outcome === "duplicate") return reply.code(200).send(viewMessage((await store.find(message.id))!));
      noteChange(request, { about: { messageId: message.id }, nurseIds: [nurseId] });
      return reply.code(201).send(viewMessage(message));
    },
  );

  app.post(
    "/messages/:id/read",
    {
      schema: {
        summary: "Tells that the other side has read a message",
        tags: ["contact"],
        params: idParams,
        response: { 200: messageView, ...errors(401, 403, 404) },
      },
    },
    async (request) => {
      const message = await store.find(request.params.id);
      const seen =
        message !== null &&
        isForReader(request.identity, message) &&
        (await maySeeNurse(request, areas, message.nurseId));
      if (!seen) {
        throw new ApiError("message-unknown", "no message to you has this id");
      }
      await store.markRead(message.id, now());
      noteChange(request, { about: { messageId: message.id }, nurseIds: [message.nurseId] });
      return viewMessage((await store.find(message.id))!);
    },
  );
};
