import type { FastifyReply, FastifyRequest } from "fastify";

/** Whether an If-None-Match header names this tag (weak comparison, lists and `*`; RFC 9110, 13.1.2). */
export function noneMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return true;
  const strong = (text: string): string => text.trim().replace(/^W\//, "");
  return header.trim() !== "*" && !header.split(",").some((one) => strong(one) === strong(tag));
}

/** Sets the tag; true: the caller has it already, and 304 was set as the answer's status. */
export function answerNotModified(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  void reply.header("etag", tag).header("cache-control", "private, no-cache");
  if (noneMatch(request.headers["if-none-match"], tag)) return false;
  void reply.code(304);
  return true;
}
