/** What holds for every request: its id, its line in the log, the headers of every answer. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { ApiError } from "../apiError.js";

const ACCEPTED_ID = /^[\w.:-]{1,64}$/;

/** The caller's `x-request-id` where it is a plain word, else a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && ACCEPTED_ID.test(given) ? given : randomUUID();
}

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** @param localOnly without sign-in: answer to names of this machine only */
export function watchRequests(app: FastifyInstance, localOnly: boolean): void {
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    // A page on another site may point its own name at this machine; the Host header tells.
    const { host } = request.headers;
    if (localOnly && host !== undefined && !LOCAL_HOST.test(host)) {
      throw new ApiError("host-not-allowed", "the Host header names another machine");
    }
  });
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        // The pattern, not the address: an address may hold anything.
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      },
      "answered",
    );
  });
}
