/** Who may take a visit, and what it costs whatever its time. */
import type { ProblemData } from "./problem.js";

/** Rule 2: skills and refusals; a begun visit is past them. */
export function canServe(d: ProblemData, v: number, nurse: number): boolean {
  const visit = d.visits[v];
  if (visit.pin?.provider !== undefined) return false;
  if (visit.pin?.begun) return true;
  const have = d.nurses[nurse].skills;
  return (
    visit.requires.every((k) => have.includes(k)) &&
    visit.requiresAnyOf.every((group) => group.length === 0 || group.some((k) => have.includes(k))) &&
    !d.clients[visit.client].refused.includes(nurse)
  );
}

/** A pinned shift's own visits go there; with a full crew of pinned shifts nobody else may. */
export function pinAllows(d: ProblemData, v: number, s: number): boolean {
  const pinned = d.visits[v].pin?.shifts ?? [];
  if (pinned.length === 0 || pinned.includes(s)) return true;
  return pinned.length < d.visits[v].crewSize && pinned.every((p) => d.shifts[p].nurse !== d.shifts[s].nurse);
}

export function providerTakes(
  d: ProblemData,
  provider: number,
  client: number,
  type: number,
  pin: ProblemData["visits"][number]["pin"],
): boolean {
  const p = d.providers[provider];
  if (pin && (pin.provider !== provider || pin.shifts.length > 0 || pin.start !== undefined)) return false;
  const area = d.clients[client].area;
  return p.types.includes(type) && (p.areas === null || (area !== null && p.areas.includes(area)));
}

/** Unfamiliar, outside area, language; and `moved` where the visit is one nurse's. */
export function assignPrice(d: ProblemData, v: number, s: number): number {
  const w = d.weights;
  const visit = d.visits[v];
  const client = d.clients[visit.client];
  const nurse = d.nurses[d.shifts[s].nurse];
  let price = 0;
  if (client.familiar.length > 0 && !client.familiar.includes(d.shifts[s].nurse)) price += w.unfamiliar;
  if (nurse.areas !== null && client.area !== null && !nurse.areas.includes(client.area))
    price += w.outsideArea;
  if (
    client.languages.length > 0 &&
    nurse.languages.length > 0 &&
    !client.languages.some((l) => nurse.languages.includes(l))
  )
    price += w.language;
  const before = d.previous[v];
  if (
    before &&
    visit.crewSize === 1 &&
    !(before.whole && before.shifts.length === 1 && before.shifts[0] === s)
  )
    price += w.moved;
  return price;
}
