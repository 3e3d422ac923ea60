/** What somebody limited to areas hears of a change: what belongs to others is not there. */
import { type AreaReader, type Identity, withinAreas } from "../access/index.js";
import type { Change } from "./hub.js";

type Areas = readonly (string | null)[];

const textOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** Areas of all clients of the plan, problem or job that the change is about; null: it is about none that is known. */
async function areasOfPlanning({ about }: Change, areas: AreaReader): Promise<Areas | null> {
  const [plan, problem, job] = [textOf(about["planId"]), textOf(about["problemId"]), textOf(about["jobId"])];
  if (plan !== undefined) return areas.ofPlan(plan);
  if (problem !== undefined) return areas.ofProblem(problem);
  return job === undefined ? null : areas.ofJob(job);
}

/** Of the nurses named those of the areas, and those at home everywhere. */
async function nursesWithin(identity: Identity, change: Change, areas: AreaReader): Promise<string[]> {
  const seen: string[] = [];
  for (const nurseId of change.nurseIds ?? []) {
    const found = await areas.ofNurse(nurseId);
    const inside = found?.length === 0 || found?.some((areaId) => withinAreas(identity, areaId)) === true;
    if (inside) seen.push(nurseId);
  }
  return seen;
}

/**
 * The change as somebody limited to areas may hear it, by the rules of reading: drafts and jobs
 * where all clients are of the areas; of a publication for some of them the dates only; of the live day
 * and messages what names a nurse of the areas or at home everywhere. Null: nothing.
 */
export async function withinAreasOf(
  identity: Identity,
  change: Change,
  areas: AreaReader,
): Promise<Change | null> {
  if (identity.areas === undefined || identity.role === "nurse") return change;
  const inside = (areaId: string | null): boolean => withinAreas(identity, areaId);
  switch (change.kind) {
    case "draft":
    case "job": {
      const found = await areasOfPlanning(change, areas);
      return found !== null && found.every(inside) ? change : null;
    }
    case "publication": {
      const found = await areasOfPlanning(change, areas);
      if (found === null || !found.some(inside)) return null;
      if (found.every(inside)) return change;
      const { nurseIds: _, about, ...rest } = change;
      return { ...rest, about: about["dates"] === undefined ? {} : { dates: about["dates"] } };
    }
    case "live":
    case "message": {
      const nurseIds = await nursesWithin(identity, change, areas);
      return nurseIds.length === 0 ? null : { ...change, nurseIds };
    }
    case "standing-data":
      return change;
  }
}
