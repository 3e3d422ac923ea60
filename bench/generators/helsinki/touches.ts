/** What makes the day a real one: crews, couples, languages, video visits, a refusal, and one visit nobody can make. */
import type { Visit } from "../../../src/contracts/index.js";
import type { Draw } from "../../generate/draw.js";
import type { Need } from "./visits.js";

function change(need: Need, id: string, keys: Partial<Visit>): void {
  const index = need.visits.findIndex((visit) => visit.id === id);
  need.visits[index] = { ...need.visits[index], ...keys };
}

const basics = (need: Need): Visit[] => need.visits.filter((visit) => visit.typeId === "basic");

/** Four visits need two nurses at once (lifting); each a little longer, and seldom left out. */
export function crews(need: Need, draw: Draw): void {
  const morning = basics(need).filter((v) => v.id.endsWith("morning"));
  const evening = basics(need).filter((v) => v.id.endsWith("evening"));
  for (const visit of [...draw.sample(morning, 3), ...draw.sample(evening, 1)])
    change(need, visit.id, { crewSize: 2, minutes: 30, unservedCost: 300_000 });
}

/** Seven visits by video: mostly someone watches a dose being taken. */
export function videoVisits(need: Need, draw: Draw): void {
  const fitting = basics(need).filter((v) => v.crewSize === undefined && !v.id.endsWith("morning"));
  for (const visit of draw.sample(fitting, 7)) change(need, visit.id, { remote: true, minutes: 10 });
}

/** Eight clients speak Swedish, three of them nothing else; one speaks English. */
export function languages(need: Need, draw: Draw): void {
  const chosen = draw.sample(
    need.clients.map((_, index) => index),
    9,
  );
  for (const [order, index] of chosen.entries()) {
    const spoken = order === 8 ? ["en"] : order < 3 ? ["sv"] : ["sv", "fi"];
    need.clients[index] = { ...need.clients[index], languages: spoken };
  }
}

/** Two couples share a door; one nurse sees both of them in the morning. */
export function couples(need: Need, draw: Draw): void {
  const mornings = draw.shuffled(
    basics(need).filter(
      (v) => v.id.endsWith("morning") && v.crewSize === undefined && v.remote === undefined,
    ),
  );
  const taken = new Set<string>();
  for (let made = 0; made < 2; made++) {
    const pair = mornings
      .flatMap((a) => mornings.map((b) => [a, b] as const))
      .find(([a, b]) => {
        const one = need.clients.find((client) => client.id === a.clientId);
        const two = need.clients.find((client) => client.id === b.clientId);
        return (
          a.clientId !== b.clientId &&
          one?.areaId === two?.areaId &&
          !taken.has(a.clientId) &&
          !taken.has(b.clientId)
        );
      });
    if (!pair) throw new Error("no couple to be made");
    const [a, b] = pair;
    taken.add(a.clientId).add(b.clientId);
    const home = need.clients.find((client) => client.id === a.clientId)?.placeId ?? "";
    const index = need.clients.findIndex((client) => client.id === b.clientId);
    need.clients[index] = { ...need.clients[index], placeId: home };
    change(need, b.id, { windows: a.windows, preferred: a.preferred ?? a.windows[0] });
    need.links.push({ kind: "same-nurse", visits: [a.id, b.id] });
  }
}

/** One client does not want one nurse. */
export function wishes(need: Need, draw: Draw): void {
  const index = draw.between(0, need.clients.length - 1);
  const refused = "n3";
  const { familiarNurseIds, ...client } = need.clients[index];
  const others = familiarNurseIds?.filter((id) => id !== refused) ?? [];
  need.clients[index] = {
    ...client,
    ...(others.length > 0 ? { familiarNurseIds: others } : {}),
    refusedNurseIds: [refused],
  };
}

/**
 * An infusion in the evening: the only nurse with `iv-therapy` works the morning. Nobody can
 * make it, and the plan has to say so.
 */
export function infusion(need: Need): void {
  const wound = need.visits.find(
    (visit) => visit.id.endsWith("wound") && visit.windows[0].to.slice(11) > "17",
  );
  if (!wound) throw new Error("no evening visit of a registered nurse");
  change(need, wound.id, { id: `${wound.clientId}-infusion`, requires: ["iv-therapy"], minutes: 40 });
}
