/**
 * Idempotency-Key on POST: the same key with the same body gets the same answer, however often
 * it is sent; the work is done once. Answers are kept for a day, over restarts too. A server
 * error is not kept: the request may be tried again.
 */
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { IdempotencyStore } from "../../planning/ports.js";
import { LOCAL_ADMINISTRATOR } from "../../planning/access/index.js";
import { ApiError } from "../apiError.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The claimed key, while its first request is being answered. */
    idempotencyKey: string | null;
  }
}

const KEY = /^[\x21-\x7e]{1,255}$/;
const KEPT_HEADERS = ["content-type", "location"] as const;
export const KEPT_MILLISECONDS = 24 * 3600 * 1000;

function keyOf(request: FastifyRequest): string | null {
  // Answers with secrets are not kept anywhere.
  if (request.method !== "POST" || request.accessRow?.row.secret === true) return null;
  const given = request.headers["idempotency-key"];
  if (given === undefined) return null;
  if (typeof given !== "string" || !KEY.test(given)) {
    throw new ApiError("request-invalid", "Idempotency-Key is not 1 to 255 visible ASCII characters");
  }
  // Keys are each caller's own: nobody gets an answer that was another's.
  const { userId } = request.identity;
  const caller = userId === LOCAL_ADMINISTRATOR.userId ? "" : `${userId} `;
  return `POST ${caller}${request.url.split("?", 1)[0]} ${given}`;
}

export function answerOnce(app: FastifyInstance, store: IdempotencyStore): void {
  app.decorateRequest("idempotencyKey", null);

  // After the body has been read and before it is judged: a repeated fault is a repeated answer too.
  app.addHook("preValidation", async (request, reply) => {
    const key = keyOf(request);
    if (key === null) return;
    const digest = createHash("sha256")
      .update(request.rawBody ?? "")
      .digest("hex");
    const claim = await store.claim(key, digest, new Date());
    switch (claim.kind) {
      case "new":
        request.idempotencyKey = key;
        return;
      case "pending":
        throw new ApiError("idempotency-key-busy", "the first request with this key has no answer yet");
      case "other-body":
        throw new ApiError("idempotency-key-reused", "the key was sent before with another body");
      case "answered":
        return reply
          .code(claim.answer.status)
          .headers(claim.answer.headers)
          .header("idempotency-replayed", "true")
          .serializer((text: string) => text)
          .send(claim.answer.body);
    }
  });

  // A stream is written past the framework: it is not kept, and its key is free again.
  app.addHook("onResponse", async (request) => {
    const key = request.idempotencyKey;
    request.idempotencyKey = null;
    if (key !== null) await store.release(key);
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const key = request.idempotencyKey;
    if (key === null) return payload;
    request.idempotencyKey = null;
    if (reply.statusCode >= 500 || typeof payload !== "string") {
      await store.release(key);
      return payload;
    }
    const headers: Record<string, string> = {};
    for (const name of KEPT_HEADERS) {
      const value = reply.getHeader(name);
      if (typeof value === "string") headers[name] = value;
    }
    await store.keep(key, { status: reply.statusCode, headers, body: payload });
    return payload;
  });
}
