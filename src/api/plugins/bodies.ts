/** Bodies: small JSON for commands, raw bytes for documents; the bytes are kept for Idempotency-Key. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ApiError } from "../apiError.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The body as it came; null: none. */
    rawBody: Buffer | null;
  }
}

/** Commands take small JSON objects; an absent or empty body is an empty object. */
export function takeJson(app: FastifyInstance): void {
  app.decorateRequest("rawBody", null);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    (request: FastifyRequest, body: Buffer, done) => {
      request.rawBody = body;
      if (body.byteLength === 0) {
        done(null, {});
        return;
      }
      try {
        done(null, JSON.parse(body.toString("utf8")));
      } catch {
        done(new ApiError("body-not-json", "the body is not JSON"));
      }
    },
  );
}

/** Documents are taken as bytes, whatever they say they are; their reader judges them. */
export function takeDocuments(app: FastifyInstance, limit: number): void {
  app.removeAllContentTypeParsers();
  const types = ["application/json", "application/gzip", "application/x-gzip"];
  app.addContentTypeParser(
    types,
    { parseAs: "buffer", bodyLimit: limit },
    (request: FastifyRequest, body: Buffer, done) => {
      request.rawBody = body;
      done(null, body);
    },
  );
}
