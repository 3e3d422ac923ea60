import type { Problem, Visit } from "../../src/contracts/index.js";

/** A test whether a nurse has the skills for a visit and the client does not refuse her. */
export function abilityOf(problem: Problem): (nurseId: string, visit: Visit) => boolean {
  const skills = new Map(problem.nurses.map((n) => [n.id, new Set(n.skills ?? [])]));
  const types = new Map(problem.visitTypes.map((t) => [t.id, t]));
  const refused = new Map(problem.clients.map((c) => [c.id, c.refusedNurseIds ?? []]));
  return (nurseId, visit) => {
    const have = skills.get(nurseId);
    if (have === undefined || refused.get(visit.clientId)?.includes(nurseId)) return false;
    return [visit, types.get(visit.typeId)].every((source) => {
      const any = source?.requiresAnyOf ?? [];
      const all = source?.requires ?? [];
      return all.every((s) => have.has(s)) && (any.length === 0 || any.some((s) => have.has(s)));
    });
  };
}
