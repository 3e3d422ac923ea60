/**
 * Pins that can each hold on their own: able nurses who are not refused, a start that
 * the shift can reach, a provider that takes the visit. One pin at most for each nurse, so
 * that two of them seldom conflict.
 */
import type { Problem } from "../../../src/contracts/index.js";
import { chance, pick, sample } from "../source.js";
import type { Context, Nurse, Shift, Visit } from "./context.js";

type Pin = NonNullable<Visit["pin"]>;

/** Pins some visits in place. */
export function addPins(context: Context, problem: Problem): void {
  const free = new Set(problem.nurses.map(({ id }) => id));
  const sold = new Map<string, number>();
  for (const visit of problem.visits) {
    if (!chance(context.source, 25)) continue;
    const pin = chance(context.source, 25)
      ? providerPin(context, problem, visit, sold)
      : nursePin(context, problem, visit, free);
    if (pin !== undefined) visit.pin = pin;
  }
}

function providerPin(
  { source }: Context,
  problem: Problem,
  visit: Visit,
  sold: Map<string, number>,
): Pin | undefined {
  const areaId = problem.clients.find(({ id }) => id === visit.clientId)!.areaId;
  const takers = (problem.providers ?? []).filter(
    ({ id, typeIds, areaIds, maxVisits = 100 }) =>
      typeIds.includes(visit.typeId) &&
      (areaIds === undefined || (areaId !== undefined && areaIds.includes(areaId))) &&
      (sold.get(id) ?? 0) < maxVisits,
  );
  if (takers.length === 0) return undefined;
  const provider = pick(source, takers);
  sold.set(provider.id, (sold.get(provider.id) ?? 0) + 1);
  return { providerId: provider.id };
}

function nursePin(context: Context, problem: Problem, visit: Visit, free: Set<string>): Pin | undefined {
  const { source, instant, time, seconds } = context;
  const begun = chance(source, 25);
  const crewSize = visit.crewSize ?? 1;
  const crew: Shift[] = [];
  for (const shift of sample(source, problem.shifts, problem.shifts.length)) {
    const nurse = problem.nurses.find(({ id }) => id === shift.nurseId)!;
    if (!free.has(nurse.id) || crew.some(({ nurseId }) => nurseId === nurse.id)) continue;
    if (crew.length < crewSize && (begun || isAble(problem, nurse, visit))) crew.push(shift);
  }
  if (crew.length < crewSize) return undefined;
  const reach = reachOf(context, problem, visit, crew);
  const spans = begun
    ? [reach]
    : visit.windows.map(({ from, to }) => ({
        from: Math.max(reach.from, seconds(from)),
        to: Math.min(reach.to, seconds(to)),
      }));
  const possible = spans.filter(({ from, to }) => from <= to);
  if (possible.length === 0) return undefined;
  const span = pick(source, possible);
  for (const { nurseId } of crew) free.delete(nurseId);
  const shiftIds = crew.map(({ id }) => id);
  if (begun) {
    // What is under way started early in the shift.
    const start = time(span.from, Math.min(span.to, span.from + 3600));
    return { shiftIds, start: instant(start), begun: true };
  }
  const pin: Pin = chance(source, 50) ? { shiftIds } : { shiftId: shiftIds[0]! };
  if (!chance(source, 50)) return pin;
  const start = instant(time(span.from, span.to));
  return chance(source, 30) ? { start } : { ...pin, start };
}

function isAble(problem: Problem, nurse: Nurse, visit: Visit): boolean {
  const type = problem.visitTypes.find(({ id }) => id === visit.typeId)!;
  const client = problem.clients.find(({ id }) => id === visit.clientId)!;
  const have = new Set(nurse.skills);
  if (client.refusedNurseIds?.includes(nurse.id) === true) return false;
  return [visit, type].every(({ requires = [], requiresAnyOf = [] }) => {
    const one = requiresAnyOf.length === 0 || requiresAnyOf.some((skill) => have.has(skill));
    return one && requires.every((skill) => have.has(skill));
  });
}

/** Starts that every shift of the crew can make on its own, breaks aside; may be empty. */
function reachOf({ seconds }: Context, problem: Problem, visit: Visit, crew: readonly Shift[]) {
  const home = problem.clients.find(({ id }) => id === visit.clientId)!.placeId;
  const index = new Map(problem.places.map(({ id }, at) => [id, at]));
  let from = 0;
  let to = Infinity;
  for (const shift of crew) {
    const mode = problem.travel.modes[shift.mode]!;
    const place = visit.remote === true ? shift.startPlaceId : home;
    const leg = (a: string, b: string): number => {
      if (a === b) return 0;
      const setup = problem.places[index.get(b)!]!.setupSeconds ?? 0;
      const seconds = mode.durations![index.get(a)!]![index.get(b)!];
      return seconds == null ? Infinity : seconds + (mode.perStopSeconds ?? 0) + setup;
    };
    from = Math.max(from, seconds(shift.from) + leg(shift.startPlaceId, place));
    to = Math.min(to, seconds(shift.to) - visit.minutes * 60 - leg(place, shift.endPlaceId));
  }
  return { from, to };
}
