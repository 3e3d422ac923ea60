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

/** People are told times to the minute: seconds within one are nobody's news. */
function otherMinute({ from, to }: VisitDifference): boolean {
  const [was, is] = [from?.at ?? null, to?.at ?? null];
  return was !== null && is !== null && Math.floor(was / 60) !== Math.floor(is / 60);
}

function whatOf(one: VisitDifference): ClientToTell["what"] {
  const { from, to, otherNurses } = one;
  if (to === null) return ["cancelled"];
  const what: ClientToTell["what"][number][] = from === null ? ["new"] : [];
  const [was, is] = [from?.at ?? null, to.at];
  if (is === null && (was !== null || from === null)) what.push("unserved");
  if (from !== null && was === null && is !== null) what.push("served");
  if (was !== null && is !== null) {
    if (otherNurses) what.push("other-nurses");
    if (otherMinute(one)) what.push("other-time");
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
  for (const one of visits) {
    const { visitId, from, to } = one;
    const [was, is] = [from?.nurseIds ?? [], to?.nurseIds ?? []];
    for (const id of is) {
      if (!was.includes(id)) round(id).gets.push(visitId);
      else if (otherMinute(one)) round(id).otherTimes.push(visitId);
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
