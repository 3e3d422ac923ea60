/** What key figures are made of: sums of a plan, which may be added to those of other plans. */
import type { Plan, Problem, Shift } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { standingsOf, type Standing } from "./standings.js";

/** Grams of CO2 a kilometre; modes not named here count as none. */
export const CO2_GRAMS: Readonly<Record<string, number>> = { car: 170 };

const DEFAULT_UNSERVED_COST = 100_000;

interface Tally {
  hit: number;
  all: number;
}

export interface TypeTally {
  visits: number;
  served: number;
  bought: number;
  nurseSeconds: number;
}

/** Seconds, visits, metres and grams; maps by mode, language, type, nurse, unservedCost. */
export interface FigureTally {
  paid: number;
  work: number;
  travel: number;
  overtime: number;
  visits: number;
  onTime: number;
  readonly unserved: Map<number, number>;
  readonly familiar: Tally;
  readonly languages: Map<string, Tally>;
  /** Per cent of each used shift that is visits and travel. */
  readonly shiftShares: number[];
  readonly nurses: Map<string, { busy: number; paid: number }>;
  /** Null: the distances of some route of the mode are not known. */
  readonly metres: Map<string, number | null>;
  grams: number;
  readonly types: Map<string, TypeTally>;
}

export function emptyTally(): FigureTally {
  return {
    paid: 0,
    work: 0,
    travel: 0,
    overtime: 0,
    visits: 0,
    onTime: 0,
    unserved: new Map(),
    familiar: { hit: 0, all: 0 },
    languages: new Map(),
    shiftShares: [],
    nurses: new Map(),
    metres: new Map(),
    grams: 0,
    types: new Map(),
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function addMetres(tally: FigureTally, mode: string, metres: number | null): void {
  const sum = tally.metres.get(mode);
  tally.metres.set(mode, sum === null || metres === null ? null : (sum ?? 0) + metres);
}

function addRoute(tally: FigureTally, route: Plan["routes"][number], shift: Shift, share: number): void {
  const overtime = Math.max(0, epochSeconds(route.return) - epochSeconds(shift.to));
  const paid = epochSeconds(shift.to) - epochSeconds(shift.from) + overtime;
  let work = 0;
  const legs = [route.returnTravel];
  for (const stop of route.stops) {
    if (stop.kind !== "visit") continue;
    work += epochSeconds(stop.end) - epochSeconds(stop.start);
    legs.push(stop.travel);
  }
  const known = legs.filter((leg) => leg !== undefined);
  const travel = known.reduce((sum, leg) => sum + leg.seconds, 0);
  const metres = known.every((leg) => leg.metres !== undefined)
    ? known.reduce((sum, leg) => sum + (leg.metres ?? 0), 0)
    : null;
  tally.paid += share * paid;
  tally.work += share * work;
  tally.travel += share * travel;
  tally.overtime += share * overtime;
  tally.shiftShares.push((100 * (work + travel)) / paid);
  const nurse = entry(tally.nurses, shift.nurseId, () => ({ busy: 0, paid: 0 }));
  nurse.busy += share * (work + travel);
  nurse.paid += share * paid;
  addMetres(tally, shift.mode, metres === null ? null : share * metres);
}

/** Of the sums, so that it does not depend on how routes without distances lie among the others. */
function countGrams(tally: FigureTally): void {
  tally.grams = 0;
  for (const [mode, metres] of tally.metres) tally.grams += ((metres ?? 0) / 1000) * (CO2_GRAMS[mode] ?? 0);
}

function addVisit(
  tally: FigureTally,
  problem: VisitsOf,
  visit: Problem["visits"][number],
  at: Standing,
): void {
  tally.visits += 1;
  const type = entry(tally.types, visit.typeId, () => ({ visits: 0, served: 0, bought: 0, nurseSeconds: 0 }));
  type.visits += 1;
  if (at.how === "bought") type.bought += 1;
  if (at.how === "unserved" || at.how === "missing") {
    const cost = visit.unservedCost ?? DEFAULT_UNSERVED_COST;
    tally.unserved.set(cost, (tally.unserved.get(cost) ?? 0) + 1);
  }
  if (at.at === null) return;
  type.served += 1;
  type.nurseSeconds += 60 * visit.minutes * at.nurseIds.length;
  const { preferred } = visit;
  if (
    preferred === undefined ||
    (at.at >= epochSeconds(preferred.from) && at.at <= epochSeconds(preferred.to))
  ) {
    tally.onTime += 1;
  }
  const client = problem.clients.get(visit.clientId);
  const pool = client?.familiarNurseIds ?? [];
  const [first] = client?.languages ?? [];
  for (const nurseId of at.nurseIds) {
    if (pool.length > 0) {
      tally.familiar.all += 1;
      if (pool.includes(nurseId)) tally.familiar.hit += 1;
    }
    const spoken = problem.nurses.get(nurseId)?.languages ?? [];
    if (first === undefined || spoken.length === 0) continue;
    const language = entry(tally.languages, first, () => ({ hit: 0, all: 0 }));
    language.all += 1;
    if ((client?.languages ?? []).some((one) => spoken.includes(one))) language.hit += 1;
  }
}

interface VisitsOf {
  readonly clients: ReadonlyMap<string, Problem["clients"][number]>;
  readonly nurses: ReadonlyMap<string, Problem["nurses"][number]>;
}

export interface TallyPart {
  readonly shiftIds: ReadonlySet<string>;
  readonly visitIds: ReadonlySet<string>;
  /** How much of a route's time and way counts, 0 to 1. Absent: all of it. */
  readonly shareOf?: (route: Plan["routes"][number]) => number;
}

/** The plan must be written by this product. `part`: only these shifts' routes and these visits. */
export function tallyOf(problem: Problem, plan: Plan, part?: TallyPart): FigureTally {
  const tally = emptyTally();
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  for (const route of plan.routes) {
    const shift = shifts.get(route.shiftId);
    if (shift === undefined || part?.shiftIds.has(shift.id) === false) continue;
    const share = part?.shareOf?.(route) ?? 1;
    if (share > 0) addRoute(tally, route, shift, share);
  }
  countGrams(tally);
  const about: VisitsOf = {
    clients: new Map(problem.clients.map((client) => [client.id, client])),
    nurses: new Map(problem.nurses.map((nurse) => [nurse.id, nurse])),
  };
  const standings = standingsOf(problem, plan);
  for (const visit of problem.visits) {
    if (part?.visitIds.has(visit.id) === false) continue;
    addVisit(tally, about, visit, standings.get(visit.id)!);
  }
  return tally;
}

const addTally = (to: Tally, more: Tally): void => {
  to.hit += more.hit;
  to.all += more.all;
};

/** The order does not matter but for that of lists. */
export function addTallies(tallies: Iterable<FigureTally>): FigureTally {
  const sum = emptyTally();
  for (const one of tallies) {
    sum.paid += one.paid;
    sum.work += one.work;
    sum.travel += one.travel;
    sum.overtime += one.overtime;
    sum.visits += one.visits;
    sum.onTime += one.onTime;
    sum.shiftShares.push(...one.shiftShares);
    addTally(sum.familiar, one.familiar);
    for (const [cost, count] of one.unserved) sum.unserved.set(cost, (sum.unserved.get(cost) ?? 0) + count);
    for (const [key, more] of one.languages) {
      addTally(
        entry(sum.languages, key, () => ({ hit: 0, all: 0 })),
        more,
      );
    }
    for (const [id, { busy, paid }] of one.nurses) {
      const nurse = entry(sum.nurses, id, () => ({ busy: 0, paid: 0 }));
      nurse.busy += busy;
      nurse.paid += paid;
    }
    for (const [mode, metres] of one.metres) addMetres(sum, mode, metres);
    for (const [id, more] of one.types) {
      const type = entry(sum.types, id, () => ({ visits: 0, served: 0, bought: 0, nurseSeconds: 0 }));
      type.visits += more.visits;
      type.served += more.served;
      type.bought += more.bought;
      type.nurseSeconds += more.nurseSeconds;
    }
  }
  countGrams(sum);
  return sum;
}
