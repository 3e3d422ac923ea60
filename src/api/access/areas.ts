/** Those who are limited to areas: what belongs to another one is not there for them. */
import type { FastifyRequest } from "fastify";
import { type AreaReader, type SubjectKind, withinAreas } from "../../planning/access/index.js";
import { ApiError } from "../apiError.js";
import type { ApiErrorCode } from "../errorCatalogue.js";
import { subjectOf } from "./subjects.js";

type Areas = readonly (string | null)[] | null;

const READ: Partial<Record<SubjectKind, (areas: AreaReader, id: string) => Promise<Areas>>> = {
  client: (areas, id) => areas.ofClient(id),
  nurse: (areas, id) => areas.ofNurse(id),
  problem: (areas, id) => areas.ofProblem(id),
  plan: (areas, id) => areas.ofPlan(id),
  job: (areas, id) => areas.ofJob(id),
};

const UNKNOWN: Partial<Record<SubjectKind, ApiErrorCode>> = {
  nurse: "nurse-unknown",
  problem: "problem-unknown",
  plan: "plan-unknown",
  job: "job-unknown",
};

/** @throws ApiError as for an id that is not there */
export async function holdToAreas(request: FastifyRequest, areas: AreaReader): Promise<void> {
  const { identity } = request;
  if (identity.areas === undefined) return;
  const subject = subjectOf(request);
  const read = subject === null ? undefined : READ[subject.kind];
  if (subject === null || read === undefined) return;
  const found = await read(areas, subject.id);
  // The route itself answers for an id that is not there.
  if (found === null) return;
  const inside = (areaId: string | null): boolean => withinAreas(identity, areaId);
  // A nurse may work in several areas; a plan is seen by those who may see all of its clients.
  const seen = subject.kind === "nurse" ? found.length === 0 || found.some(inside) : found.every(inside);
  if (!seen) {
    throw new ApiError(UNKNOWN[subject.kind] ?? "not-found", `no ${subject.kind} has this id`);
  }
}
