import type { FastifyRequest } from "fastify";
import type { Publication } from "../../../planning/life/index.js";
import { maySeePlan } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";

/** What holds on a date and the caller may see, published last first. */
export async function publishedSeen(
  request: FastifyRequest,
  { versions, signIn }: ApiDeps,
  date: string,
): Promise<readonly Publication[]> {
  const seen: Publication[] = [];
  for (const one of await versions.findPublished(date))
    if (await maySeePlan(request, signIn?.areas, one.planId)) seen.push(one);
  return seen;
}

/**
 * The same; at least one.
 *
 * @throws ApiError `day-unpublished`
 */
export async function publishedFor(
  request: FastifyRequest,
  deps: ApiDeps,
  date: string,
): Promise<readonly [Publication, ...Publication[]]> {
  const [first, ...others] = await publishedSeen(request, deps, date);
  if (first === undefined) throw new ApiError("day-unpublished", `nothing is published for ${date}`);
  return [first, ...others];
}
