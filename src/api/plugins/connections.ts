/** Errors below HTTP: bytes that are no request, headers without end, addresses that cannot be read. */
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { PROBLEM_JSON, problemJson } from "../apiError.js";
import { API_ERRORS, type ApiErrorCode } from "../errorCatalogue.js";
import { sendError, toApiError } from "./errors.js";

const BY_CODE: Readonly<Record<string, ApiErrorCode>> = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-timeout",
};

/** Fastify's `clientErrorHandler`: there is no request yet, so the answer is written by hand. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = BY_CODE[error.code ?? ""] ?? "bad-request";
  const body = problemJson(code, "the request cannot be read", randomUUID());
  const { status } = API_ERRORS[code];
  socket.end(
    `HTTP/1.1 ${status} Error\r\nContent-Type: ${PROBLEM_JSON}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Fastify's `frameworkErrors`: before any route. */
export function answerFrameworkError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  // No hook has run yet.
  void reply.header("x-request-id", request.id);
  void sendError(toApiError(error), request, reply);
}
