/** How often something may be tried. Counted in memory, before the trying: guesses at once count too. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ApiError } from "../apiError.js";

const WINDOW_MILLISECONDS = 5 * 60 * 1000;

/**
 * Counts an attempt under a key; one limit stands alone, several may be asked one after the other.
 *
 * @param max within five minutes
 */
export function attemptsOf(
  app: Pick<FastifyInstance, "createRateLimit">,
  groupId: string,
  max: number,
  keyOf: (request: FastifyRequest) => string,
): (request: FastifyRequest) => Promise<void> {
  const count = app.createRateLimit({
    max,
    timeWindow: WINDOW_MILLISECONDS,
    keyGenerator: (request: FastifyRequest) => `${groupId} ${keyOf(request)}`,
  });
  return async (request) => {
    const result = await count(request);
    if (result.isAllowed || !result.isExceeded) return;
    throw new ApiError("too-many-attempts", `more than ${max} attempts in five minutes`, {
      headers: { "retry-after": String(result.ttlInSeconds) },
    });
  };
}
