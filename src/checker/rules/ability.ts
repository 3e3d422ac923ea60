/** Rule 2: each nurse has the skills that visit and type ask for, and the client does not refuse her. */
import type { Day } from "../day.js";
import type { Visit } from "../documents.js";
import { required } from "../lookup.js";
import type { Fail } from "../violations.js";

export function checkAbility(day: Day, fail: Fail): void {
  for (const { shift, nurse, visits } of day.routes) {
    const have = new Set(nurse.skills);
    for (const { visit, client } of visits) {
      if (visit.pin?.begun === true) continue;
      const stop = { shiftId: shift.id, visitId: visit.id, nurseId: nurse.id };
      const skills = missingSkills(day, have, visit);
      if (skills.length > 0) fail("skill-missing", { ...stop, skills });
      if (client.refusedNurseIds?.includes(nurse.id) === true) {
        fail("nurse-refused", { ...stop, clientId: client.id });
      }
    }
  }
}

/** The skills she lacks; of a group of which one would do, all are named. */
function missingSkills(day: Day, have: ReadonlySet<string>, visit: Visit): readonly string[] {
  const type = required(day.lookup.types, visit.typeId, "visitTypes");
  const missing = new Set<string>();
  for (const { requires, requiresAnyOf } of [visit, type]) {
    for (const skill of requires ?? []) if (!have.has(skill)) missing.add(skill);
    const group = requiresAnyOf ?? [];
    if (group.length > 0 && !group.some((skill) => have.has(skill))) {
      for (const skill of group) missing.add(skill);
    }
  }
  return [...missing];
}
