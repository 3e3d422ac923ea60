import type { FastifyRequest } from "fastify";
import { LOCAL_ADMINISTRATOR } from "../../planning/access/index.js";

/**
 * Who makes a change: whoever has signed in, whatever the body says; without sign-in whom the
 * body names, or `local`.
 */
export function authorOf(request: FastifyRequest, given: string | undefined): string {
  const { userId } = request.identity;
  return userId === LOCAL_ADMINISTRATOR.userId ? (given ?? userId) : userId;
}
