/** Every error leaves as application/problem+json, whoever made it. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { ApiError, PROBLEM_JSON, problemJson } from "../apiError.js";
import type { ApiErrorCode } from "../errorCatalogue.js";
import { allowedMethods, type RouteTable } from "./routeTable.js";

/** Fastify's own errors that are the caller's doing. */
const FRAMEWORK: Readonly<Record<string, { code: ApiErrorCode; detail: string }>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: "media-type-unknown",
    detail: "the Content-Type is not taken here",
  },
  FST_ERR_CTP_INVALID_TYPE: { code: "media-type-unknown", detail: "the Content-Type cannot be read" },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: "body-too-large", detail: "the body is longer than this route takes" },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: "body-not-json", detail: "the body is empty" },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: "body-not-json", detail: "the body is not JSON" },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: "bad-request",
    detail: "the body is not as long as Content-Length says",
  },
  FST_ERR_BAD_URL: { code: "bad-request", detail: "the address cannot be decoded" },
  FST_ERR_MAX_PARAM_LENGTH: { code: "url-too-long", detail: "a part of the path is too long" },
  FST_ERR_ASYNC_CONSTRAINT: { code: "bad-request", detail: "the address cannot be resolved" },
};

/** The answer for any error; what is not known is ours and told without details. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = error.validationContext ?? "request";
    const faults = error.validation.map(({ instancePath, message }) => ({
      code: "request-invalid",
      path: instancePath === "/" ? "" : instancePath,
      message: `${where}: ${message ?? "is not valid"}`,
      todo: "Correct the value; /docs shows what the route takes.",
    }));
    return new ApiError("request-invalid", `${faults.length} value(s) of the ${where} are not valid`, {
      faults,
    });
  }
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
  const known = code === undefined ? undefined : FRAMEWORK[code];
  if (known !== undefined) return new ApiError(known.code, known.detail);
  // secure-json-parse and other parsers say 400 by themselves.
  if (statusCode === 400) return new ApiError("body-not-json", "the body is not JSON that is taken here");
  return new ApiError("internal-error", "an unexpected error; the log has its place under the requestId");
}

export function sendError(error: ApiError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(error.statusCode)
    .headers(error.extras.headers ?? {})
    .header("cache-control", "no-store")
    .type(PROBLEM_JSON)
    .serializer((text: string) => text)
    .send(problemJson(error.code, error.detail, request.id, error.extras));
}

export function handleErrors(app: FastifyInstance, routes: RouteTable): void {
  app.setErrorHandler((error, request, reply) => {
    const answer = toApiError(error);
    if (answer.statusCode >= 500) request.log.error({ err: error }, "request failed");
    return sendError(answer, request, reply);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?", 1)[0]!;
    const allowed = allowedMethods(routes, path);
    const error =
      allowed.length === 0
        ? new ApiError("route-unknown", "no route has this path")
        : new ApiError("method-not-allowed", `the path takes ${allowed.join(", ")}`, {
            headers: { allow: allowed.join(", ") },
          });
    return sendError(error, request, reply);
  });
}
