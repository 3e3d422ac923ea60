/** Who is able to make which visit, by skills and refusals; visits with the same needs form a group. */
import type { Problem, Visit } from "../../contracts/problemSchema.js";

export interface NeedGroup {
  /** Skills that are all needed, then alternatives as `a|b`; empty: anyone. */
  readonly skills: readonly string[];
  /** Nurses with a shift who have them. */
  readonly nurseIds: ReadonlySet<string>;
}

interface Needs {
  readonly all: readonly string[];
  readonly anyOf: readonly (readonly string[])[];
}

function needsOf(problem: Problem): (visit: Visit) => Needs {
  const types = new Map(problem.visitTypes.map((type) => [type.id, type]));
  return (visit) => {
    const type = types.get(visit.typeId);
    return {
      all: [...new Set([...(type?.requires ?? []), ...(visit.requires ?? [])])].toSorted(),
      anyOf: [type?.requiresAnyOf ?? [], visit.requiresAnyOf ?? []]
        .filter((list) => list.length > 0)
        .map((list) => [...new Set(list)].toSorted()),
    };
  };
}

export interface Ability {
  /** One for anyone, one for each skill and each list of alternatives, one for each combination asked for. */
  readonly groups: readonly NeedGroup[];
  /** The group of the visit's own needs. */
  groupOf(visit: Visit): NeedGroup;
  /** Nurses with a shift who may make the visit, refusals heeded. */
  able(visit: Visit): ReadonlySet<string>;
}

export function abilityOf(problem: Problem): Ability {
  const working = new Set(problem.shifts.map((shift) => shift.nurseId));
  const nurses = problem.nurses
    .filter((nurse) => working.has(nurse.id))
    .map((nurse) => ({ id: nurse.id, skills: new Set(nurse.skills ?? []) }));
  const has = ({ skills }: { readonly skills: ReadonlySet<string> }, needs: Needs): boolean =>
    needs.all.every((skill) => skills.has(skill)) &&
    needs.anyOf.every((list) => list.some((skill) => skills.has(skill)));
  const groups = new Map<string, NeedGroup>();
  const add = (needs: Needs): NeedGroup => {
    const skills = [...needs.all, ...needs.anyOf.map((list) => list.join("|"))];
    const key = JSON.stringify(skills);
    let group = groups.get(key);
    if (group === undefined) {
      group = { skills, nurseIds: new Set(nurses.filter((nurse) => has(nurse, needs)).map(({ id }) => id)) };
      groups.set(key, group);
    }
    return group;
  };
  const needs = needsOf(problem);
  add({ all: [], anyOf: [] });
  for (const visit of problem.visits) {
    const own = needs(visit);
    for (const skill of own.all) add({ all: [skill], anyOf: [] });
    for (const list of own.anyOf) add({ all: [], anyOf: [list] });
    add(own);
  }
  const refused = new Map(problem.clients.map((client) => [client.id, client.refusedNurseIds ?? []]));
  return {
    groups: [...groups.values()],
    groupOf: (visit) => add(needs(visit)),
    able(visit) {
      // A visit that has begun keeps whoever makes it: skills and refusals no longer count.
      if (visit.pin?.begun === true) return working;
      const { nurseIds } = add(needs(visit));
      const without = refused.get(visit.clientId) ?? [];
      return without.length === 0 ? nurseIds : new Set([...nurseIds].filter((id) => !without.includes(id)));
    },
  };
}
