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

/** Groups whose routes hold all their answers to areas by themselves. */
const OWN_FILTER: ReadonlySet<string> = new Set(["standing", "actuals"]);

function refuseUnfiltered({ accessRow }: FastifyRequest): void {
  if (accessRow === null || accessRow.row.personal !== true) return;
  if (accessRow.row.areas === "handler" || OWN_FILTER.has(accessRow.group)) return;
  throw new ApiError("access-refused", `${accessRow.row.route} is not for those who are limited to areas`);
}

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
  if (subject === null || read === undefined) {
    refuseUnfiltered(request);
    return;
  }
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

/** For routes that list plans: whether the caller may see all clients of this one. */
export async function maySeePlan(
  request: FastifyRequest,
  areas: AreaReader | undefined,
  planId: string,
): Promise<boolean> {
  const { identity } = request;
  if (identity.areas === undefined || areas === undefined) return true;
  return (await areas.ofPlan(planId))?.every((areaId) => withinAreas(identity, areaId)) === true;
}

/** For routes that tell of nurses: whether the caller may see this one. */
export async function maySeeNurse(
  request: FastifyRequest,
  areas: AreaReader | undefined,
  nurseId: string,
): Promise<boolean> {
  const { identity } = request;
  // A nurse's own list is hers whatever her areas.
  if (identity.areas === undefined || areas === undefined || identity.role === "nurse") return true;
  const found = await areas.ofNurse(nurseId);
  return found !== null && (found.length === 0 || found.some((areaId) => withinAreas(identity, areaId)));
}
