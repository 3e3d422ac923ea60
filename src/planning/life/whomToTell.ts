/** Whom a new version concerns: clients whose visit is other than told, nurses whose round is. */
import type { PlanDifference, VisitDifference } from "./comparePlans.js";

export interface ClientToTell {
  readonly clientId: string;
  readonly visitId: string;
  readonly what: readonly ("new" | "cancelled" | "unserved" | "served" | "other-nurses" | "other-time")[];
  /** Null: nobody comes. */
  readonly start: string | null;
  readonly nurseIds: readonly string[];
}

export interface NurseToTell {
  readonly nurseId: string;
  readonly gets: readonly string[];
  readonly loses: readonly string[];
  readonly otherTimes: readonly string[];
}

export interface WhomToTell {
  readonly clients: readonly ClientToTell[];
  readonly nurses: readonly NurseToTell[];
}

function whatOf({ from, to, otherNurses, shiftedSeconds }: VisitDifference): ClientToTell["what"] {
  if (to === null) return ["cancelled"];
  const what: ClientToTell["what"][number][] = from === null ? ["new"] : [];
  const [was, is] = [from?.at ?? null, to.at];
  if (is === null && (was !== null || from === null)) what.push("unserved");
  if (from !== null && was === null && is !== null) what.push("served");
  if (was !== null && is !== null) {
    if (otherNurses) what.push("other-nurses");
    if (shiftedSeconds !== 0) what.push("other-time");
  }
  return what;
}

export function whomToTell({ visits }: Pick<PlanDifference, "visits">): WhomToTell {
  const nurses = new Map<string, { gets: string[]; loses: string[]; otherTimes: string[] }>();
  const round = (nurseId: string) => {
    const known = nurses.get(nurseId) ?? { gets: [], loses: [], otherTimes: [] };
    nurses.set(nurseId, known);
    return known;
  };
  for (const { visitId, from, to, shiftedSeconds } of visits) {
    const [was, is] = [from?.nurseIds ?? [], to?.nurseIds ?? []];
    for (const id of is) {
      if (!was.includes(id)) round(id).gets.push(visitId);
      else if ((shiftedSeconds ?? 0) !== 0) round(id).otherTimes.push(visitId);
    }
    for (const id of was) if (!is.includes(id)) round(id).loses.push(visitId);
  }
  return {
    clients: visits
      .map((one) => ({
        clientId: one.clientId,
        visitId: one.visitId,
        what: whatOf(one),
        start: one.to?.start ?? null,
        nurseIds: one.to?.nurseIds ?? [],
      }))
      .filter(({ what }) => what.length > 0),
    nurses: [...nurses]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([nurseId, rest]) => ({ nurseId, ...rest })),
  };
}
