/** Tells visits that nobody on the dates planned is able to make. */
import type { VisitOrigin } from "../../contracts/generation.js";
import type { Problem } from "../../contracts/problemSchema.js";
import type { Frame } from "./frame.js";

/** One warning for each requirement: the skills that no nurse with a shift has together. */
export function tellMissingSkills(frame: Frame, problem: Problem, origins: readonly VisitOrigin[]): void {
  const working = new Set(problem.shifts.map((shift) => shift.nurseId));
  const nurses = problem.nurses
    .filter((nurse) => working.has(nurse.id))
    .map((nurse) => new Set(nurse.skills ?? []));
  if (nurses.length === 0) return;
  const types = new Map(problem.visitTypes.map((type) => [type.id, type]));
  for (const [at, visit] of problem.visits.entries()) {
    const type = types.get(visit.typeId);
    const all = [...(type?.requires ?? []), ...(visit.requires ?? [])];
    const anyOf = [type?.requiresAnyOf ?? [], visit.requiresAnyOf ?? []].filter((list) => list.length > 0);
    const able = nurses.some(
      (skills) =>
        all.every((skill) => skills.has(skill)) && anyOf.every((list) => list.some((one) => skills.has(one))),
    );
    if (able) continue;
    const requirementId = origins[at]!.requirementId;
    const needed = [...all, ...anyOf.map((list) => list.join(" or "))].join(", ");
    frame.notes.add(
      "skill-without-nurse",
      { requirementId },
      `requirement ${requirementId} needs ${needed}, which no nurse with a shift has`,
    );
  }
}
