/** Visit types, clients, visits and the links between visits. */
import type { Problem } from "../../../src/contracts/index.js";
import { chance, pick, sample, some } from "../source.js";
import {
  AREAS,
  type Client,
  type Context,
  DAY_SECONDS,
  LANGUAGES,
  type Link,
  SKILLS,
  type Visit,
} from "./context.js";

type VisitType = Problem["visitTypes"][number];

export function makeTypes({ source, has }: Context): VisitType[] {
  const types: VisitType[] = [{ id: "basic" }, { id: "demanding" }];
  if (!has("skills")) return types;
  types[0]!.requiresAnyOf = some(source, SKILLS.slice(0, 2), 70);
  types[1]!.requires = some(source, SKILLS.slice(1), 40);
  return types;
}

export function makeClients(
  { source, has }: Context,
  placeIds: readonly string[],
  nurseIds: readonly string[],
): Client[] {
  const homes = placeIds.filter((id) => id.startsWith("p"));
  const count = source.int(1, 5);
  return Array.from({ length: count }, (_, index) => {
    const client: Client = { id: `c${index + 1}`, placeId: pick(source, homes) };
    if (has("people")) {
      if (chance(source, 60)) client.areaId = pick(source, AREAS);
      if (chance(source, 60)) client.languages = some(source, LANGUAGES, 50);
      if (chance(source, 50)) client.familiarNurseIds = some(source, nurseIds, 40);
    }
    if (has("refusals") && chance(source, 35)) {
      const refused = some(source, nurseIds, 30);
      client.refusedNurseIds = refused.filter((id) => client.familiarNurseIds?.includes(id) !== true);
    }
    return client;
  });
}

export function makeVisits(context: Context, clients: readonly Client[], nurseCount: number): Visit[] {
  const { source, options } = context;
  const count = source.int(options.minVisits ?? 1, options.maxVisits ?? 7);
  return Array.from({ length: count }, (_, index) =>
    makeVisit(context, `v${index + 1}`, clients, nurseCount),
  );
}

function makeVisit(context: Context, id: string, clients: readonly Client[], nurseCount: number): Visit {
  const { source, has, instant, time } = context;
  const windows = makeWindows(context);
  const visit: Visit = {
    id,
    clientId: pick(source, clients).id,
    typeId: chance(source, 30) ? "demanding" : "basic",
    minutes: source.int(1, 12) * 5,
    windows: windows.map(([from, to]) => ({ from: instant(from), to: instant(to) })),
  };
  if (has("preferred") && chance(source, 70)) {
    // Mostly inside the windows, sometimes before, after or around them: it only costs.
    const [first, last] = [windows[0]![0], windows.at(-1)![1]];
    const from = time(Math.max(0, first - 1800), last);
    visit.preferred = { from: instant(from), to: instant(time(from, Math.max(from, last) + 900)) };
  }
  if (has("skills") && chance(source, 20)) visit.requires = some(source, SKILLS, 30);
  if (has("skills") && chance(source, 20)) visit.requiresAnyOf = some(source, SKILLS, 60);
  if (has("crews") && nurseCount > 1 && chance(source, 35)) {
    visit.crewSize = Math.min(nurseCount, chance(source, 15) ? 3 : 2);
  }
  if (has("remote") && chance(source, 25)) visit.remote = true;
  if (chance(source, 25)) visit.unservedCost = source.int(1, 40) * 10_000;
  if (has("cheapUnserved") && chance(source, 40)) visit.unservedCost = source.int(0, 40) * 50;
  return visit;
}

/** Sorted and apart; from a single instant to two hours long. */
function makeWindows({ source, has, time }: Context): (readonly [number, number])[] {
  const count = has("severalWindows") && chance(source, 50) ? source.int(2, 3) : 1;
  const windows: (readonly [number, number])[] = [];
  let earliest = 0;
  for (let number = 0; number < count && earliest < DAY_SECONDS - 1800; number += 1) {
    const from = time(earliest, Math.min(DAY_SECONDS - 1800, earliest + 4 * 3600));
    const to = chance(source, 90) ? time(from, Math.min(DAY_SECONDS, from + 7200)) : from;
    windows.push([from, to]);
    earliest = to + 60;
  }
  return windows;
}

/** Gaps run from a visit to a later one in the list, so that they never go round in a circle. */
export function makeLinks({ source, has }: Context, visits: readonly Visit[]): Link[] {
  const links: Link[] = [];
  if (visits.length < 2) return links;
  const ids = visits.map(({ id }) => id);
  const pair = (): [string, string] => {
    const [a, b] = sample(source, ids, 2) as [string, string];
    return ids.indexOf(a) < ids.indexOf(b) ? [a, b] : [b, a];
  };
  if (has("gaps")) {
    for (let number = source.int(1, 2); number > 0; number -= 1) {
      const [first, second] = pair();
      if (links.some((link) => link.kind === "gap" && link.first === first && link.second === second))
        continue;
      const minMinutes = source.int(0, 18) * 10;
      const link: Link = { kind: "gap", first, second, minMinutes };
      if (chance(source, 50)) link.maxMinutes = minMinutes + source.int(0, 12) * 10;
      links.push(link);
    }
  }
  if (has("nurseLinks")) {
    const kind = chance(source, 50) ? "different-nurse" : "same-nurse";
    links.push({ kind, visits: pair() });
  }
  return links;
}
