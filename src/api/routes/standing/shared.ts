/** What the routes of standing data have in common. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Fault } from "../../../contracts/index.js";
import type { StandingKind } from "../../../contracts/standing/index.js";
import type { ChangeFacts, Expected, StoredRecord } from "../../../planning/standing/index.js";
import { authorOf } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { errors } from "../../schemas.js";

export const TAGS = ["standing data"];

/** A tag that names the revision, and of kinds with versions the version. */
export function tagOf({ version, revision }: Pick<StoredRecord, "version" | "revision">): string {
  return version === "" ? `"${revision}"` : `"${version}.${revision}"`;
}

/** What If-Match says: nothing, anything that is there, or one of some revisions. */
export function expectedBy(request: FastifyRequest): Expected {
  const header = request.headers["if-match"];
  if (header === undefined) return null;
  if (header.trim() === "*") return () => true;
  const tags = header.split(",").map((tag) => tag.trim());
  return (stored) => tags.includes(tagOf(stored));
}

export const matchHeaders = z.looseObject({
  "if-match": z
    .string()
    .optional()
    .describe("The ETag of the revision that is changed; none for a new record"),
});

export function changeFacts(request: FastifyRequest): ChangeFacts {
  return { author: authorOf(request, undefined), changedAt: new Date() };
}

export function recordInvalid(kind: StandingKind, faults: readonly Fault[]): ApiError {
  const count = `${faults.length} fault${faults.length === 1 ? "" : "s"}`;
  return new ApiError("record-invalid", `the record of ${kind} has ${count}`, { faults });
}

/** A response for the description only: records are written as they are stored. */
export function documented<S extends number>(status: S, schema: z.ZodType, ...failures: readonly number[]) {
  const content = { "application/json": { schema } };
  return { [status]: { description: "Done", content }, ...errors(...failures) };
}
