/**
 * A problem of several dates taken apart by date, and the plans of its dates as one plan: a
 * start for planning all of them together.
 */
import type { Plan, Problem, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { instantWriter } from "../../domain/localTime.js";

type Gap = Extract<NonNullable<Problem["links"]>[number], { kind: "gap" }>;

interface Part {
  readonly shifts: Problem["shifts"];
  readonly from: number;
  readonly to: number;
}

/** The shifts by the date on which they start, in order. */
function partsOf(problem: Problem): Part[] {
  const write = instantWriter(problem.timeZone);
  const dates = new Map<string, Problem["shifts"]>();
  for (const shift of problem.shifts) {
    const date = write(epochSeconds(shift.from)).slice(0, 10);
    dates.set(date, [...(dates.get(date) ?? []), shift]);
  }
  return [...dates]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, shifts]) => ({
      shifts,
      from: Math.min(...shifts.map((shift) => epochSeconds(shift.from))),
      to: Math.max(...shifts.map((shift) => epochSeconds(shift.to) + (shift.maxOvertimeMinutes ?? 0) * 60)),
    }));
}

function windowsIn({ windows }: Visit, part: Part): Visit["windows"] {
  return windows.filter(({ from, to }) => epochSeconds(from) < part.to && epochSeconds(to) >= part.from);
}

/** The ids in groups that the gaps bind together, each in the order of the ids. */
function joined(ids: ReadonlySet<string>, gaps: readonly Gap[]): string[][] {
  const groups = new Map([...ids].map((id) => [id, [id]]));
  for (const { first, second } of gaps) {
    const [one, other] = [groups.get(first)!, groups.get(second)!];
    if (one === other) continue;
    one.push(...other);
    for (const id of other) groups.set(id, one);
  }
  return [...new Set(groups.values())];
}

/**
 * Visits of which the day is free, in groups that gaps bind together, each by day: those that a gap
 * with a most holds to one day, in the order in which the other gaps put them.
 */
function chainsOf(problem: Problem, free: ReadonlySet<string>): string[][][] {
  const gaps = (problem.links ?? []).filter(
    (link) => link.kind === "gap" && free.has(link.first) && free.has(link.second),
  ) as Gap[];
  const whole = joined(free, gaps);
  const days = joined(
    free,
    gaps.filter(({ maxMinutes }) => maxMinutes !== undefined),
  );
  const before = new Map<string, number>();
  for (const { second, maxMinutes } of gaps)
    if (maxMinutes === undefined) before.set(second, (before.get(second) ?? 0) + 1);
  const earliest = (day: readonly string[]): number => Math.min(...day.map((id) => before.get(id) ?? 0));
  return whole.map((group) =>
    days.filter(([id]) => group.includes(id!)).toSorted((a, b) => earliest(a) - earliest(b)),
  );
}

/** The part of each visit: the only one, or for a chain of n days n of its parts, evenly spread. */
function assign(problem: Problem, parts: readonly Part[]): ReadonlyMap<string, number> {
  const open = new Map(
    problem.visits.map((visit) => [
      visit.id,
      parts.flatMap((part, at) => (windowsIn(visit, part).length > 0 ? [at] : [])),
    ]),
  );
  const chosen = new Map<string, number>();
  const free = new Set<string>();
  for (const [id, list] of open) {
    if (list.length > 1) free.add(id);
    else chosen.set(id, list[0] ?? 0);
  }
  for (const [number, chain] of chainsOf(problem, free).entries()) {
    // Each chain begins a little later in its share of the dates, so that they fill all of them.
    const offset = (number * 0.618_033_988_75) % 1;
    for (const [at, day] of chain.entries()) {
      const list = open.get(day[0]!)!;
      const part = list[Math.min(list.length - 1, Math.floor(((at + offset) * list.length) / chain.length))]!;
      for (const id of day) chosen.set(id, part);
    }
  }
  return chosen;
}

/**
 * One problem for each date on which shifts start. Null where there is only one such date, or
 * where pins, limits or a plan before bind the dates.
 */
export function dayProblems(problem: Problem): Problem[] | null {
  const { previous, limits, visits, links = [], providers = [] } = problem;
  if (previous !== undefined || limits !== undefined || visits.some(({ pin }) => pin !== undefined))
    return null;
  const parts = partsOf(problem);
  if (parts.length < 2) return null;
  const chosen = assign(problem, parts);
  return parts.map((part, at): Problem => {
    const own = visits
      .filter(({ id }) => chosen.get(id) === at)
      .map((visit) => {
        const windows = windowsIn(visit, part);
        return windows.length === 0 ? visit : { ...visit, windows };
      });
    const ids = new Set(own.map(({ id }) => id));
    return {
      ...problem,
      visits: own,
      shifts: part.shifts,
      links: links.filter((link) =>
        link.kind === "gap"
          ? ids.has(link.first) && ids.has(link.second)
          : link.visits.every((id) => ids.has(id)),
      ),
      providers: providers.map(({ maxVisits, ...rest }) =>
        maxVisits === undefined ? rest : { ...rest, maxVisits: Math.floor(maxVisits / parts.length) },
      ),
    };
  });
}

/** The plans of all dates as one; the figures of a plan are not kept, for a start has none. */
export function joinPlans(plans: readonly Plan[]): Plan {
  const [first] = plans;
  if (first === undefined) throw new RangeError("there is no plan to join");
  return {
    format: first.format,
    routes: plans.flatMap(({ routes }) => routes),
    bought: plans.flatMap(({ bought }) => bought ?? []),
    unserved: plans.flatMap(({ unserved }) => unserved),
  };
}
