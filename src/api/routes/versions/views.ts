/** Versions as the API shows them. */
import type { z } from "zod";
import {
  keyViolations,
  type LoadedVersion,
  type PlanVersion,
  type Publication,
  weightsOf,
} from "../../../planning/life/index.js";
import type { publicationView, versionDetail, versionView } from "./schemas.js";

export function viewVersion(version: PlanVersion): z.infer<typeof versionView> {
  const plan = `/plans/${version.id}`;
  return {
    id: version.id,
    problemId: version.problemId,
    parentId: version.parentId,
    kind: version.kind,
    state: version.state,
    author: version.author,
    reason: version.reason,
    dates: [...version.dates],
    valid: version.valid,
    cost: version.cost,
    unserved: version.unserved,
    policy: version.policy,
    seed: version.seed,
    engineVersion: version.engineVersion,
    travelSource: version.travelSource,
    createdAt: version.createdAt.toISOString(),
    publishedAt: version.publishedAt?.toISOString() ?? null,
    links: { self: `${plan}/version`, plan, verdict: `${plan}/verdict`, problem: `${plan}/problem` },
  };
}

export function viewDetail(loaded: LoadedVersion): z.infer<typeof versionDetail> {
  return {
    ...viewVersion(loaded.version),
    weights: weightsOf(loaded.problem),
    changes: loaded.version.changes,
    violations: [...keyViolations(loaded.verdict)],
  };
}

export function viewPublication(publication: Publication): z.infer<typeof publicationView> {
  return {
    ...publication,
    acknowledged: publication.acknowledged.map((one) => ({ ...one })),
    dates: [...publication.dates],
    areas: publication.areas === null ? null : [...publication.areas],
    publishedAt: publication.publishedAt.toISOString(),
  };
}
