/**
 * A published day as those need it who look back on it: who was to be where and when, without
 * travel matrices. Small, so that weeks of them stay in memory. Times are epoch seconds.
 */
import type { PlanRoute, Problem, Shift, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { groupBy } from "../../domain/groups.js";
import { instantWriter } from "../../domain/localTime.js";
import type { LoadedVersion } from "../life/loadVersion.js";
import { emptyTally, type FigureTally, tallyOf } from "../life/figureTally.js";
import { type Standing, standingsOf } from "../life/standings.js";

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface SheetVisit {
  readonly visitId: string;
  readonly clientId: string;
  readonly typeId: string;
  readonly areaId: string | null;
  readonly minutes: number;
  readonly how: Standing["how"];
  readonly shiftIds: readonly string[];
  readonly nurseIds: readonly string[];
  /** Null unless a nurse was to come. */
  readonly start: number | null;
  readonly end: number | null;
  /** The window in which it starts; where it starts in none, from the first to the last. */
  readonly window: Span;
  readonly preferred: Span | null;
  readonly familiarNurseIds: readonly string[];
}

export interface SheetStop {
  readonly kind: "visit" | "break";
  /** Of the visit or the break. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Of the leg that leads here; 0 for breaks. */
  readonly travelSeconds: number;
}

export interface SheetRound {
  readonly shiftId: string;
  readonly nurseId: string;
  /** Of the shift. */
  readonly from: number;
  readonly to: number;
  readonly departure: number;
  readonly returned: number;
  readonly returnTravelSeconds: number;
  readonly stops: readonly SheetStop[];
}

export interface SheetGap {
  readonly first: string;
  readonly second: string;
  readonly minSeconds: number;
}

/** A shift without a round whose nurse is at work all the same. */
export interface IdleShift extends Span {
  readonly shiftId: string;
  readonly nurseId: string;
}

export interface DaySheet {
  readonly date: string;
  readonly planId: string;
  readonly timeZone: string;
  readonly rounds: readonly SheetRound[];
  readonly visits: ReadonlyMap<string, SheetVisit>;
  readonly gaps: readonly SheetGap[];
  /** Shifts without a round that cost nothing to use: own nurses, who are there anyway. */
  readonly idle: readonly IdleShift[];
  /** Of the date's routes and visits, for key figures. */
  readonly tally: FigureTally;
  /** The same by area of the clients; of a round that share which its visits' minutes there are of all of them. */
  readonly areaTallies: ReadonlyMap<string | null, FigureTally>;
  /** Skills of the nurses of the problem. */
  readonly skills: ReadonlyMap<string, readonly string[]>;
}

const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): Span => ({
  from: epochSeconds(from),
  to: epochSeconds(to),
});

function windowOf(visit: Visit, start: number | null): Span {
  const spans = visit.windows.map(spanOf);
  const inside = spans.find(({ from, to }) => start !== null && from <= start && start <= to);
  if (inside !== undefined) return inside;
  const [at] = visit.pin?.start === undefined ? [] : [epochSeconds(visit.pin.start)];
  if (spans.length === 0) return { from: start ?? at ?? 0, to: start ?? at ?? 0 };
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

function roundOf(route: PlanRoute, shift: Shift): SheetRound {
  return {
    shiftId: shift.id,
    nurseId: shift.nurseId,
    from: epochSeconds(shift.from),
    to: epochSeconds(shift.to),
    departure: epochSeconds(route.departure),
    returned: epochSeconds(route.return),
    returnTravelSeconds: route.returnTravel?.seconds ?? 0,
    stops: route.stops.map((stop) => ({
      kind: stop.kind,
      id: stop.kind === "visit" ? stop.visitId : stop.breakId,
      start: epochSeconds(stop.start),
      end: epochSeconds(stop.end),
      travelSeconds: stop.kind === "visit" ? (stop.travel?.seconds ?? 0) : 0,
    })),
  };
}

/** How much of the round's time at clients is at these visits, 0 to 1. */
function shareWithin(route: PlanRoute, visitIds: ReadonlySet<string>): number {
  let [here, all] = [0, 0];
  for (const stop of route.stops) {
    if (stop.kind !== "visit") continue;
    const seconds = epochSeconds(stop.end) - epochSeconds(stop.start);
    all += seconds;
    if (visitIds.has(stop.visitId)) here += seconds;
  }
  return all === 0 ? 0 : here / all;
}

/** The latest of the dates that is not after `wanted`, or the first. */
function dateFor(dates: readonly string[], wanted: string): string {
  return dates.findLast((date) => date <= wanted) ?? dates[0]!;
}

function gapsOf(problem: Problem): SheetGap[] {
  return (problem.links ?? []).flatMap((link) =>
    link.kind === "gap" ? [{ first: link.first, second: link.second, minSeconds: 60 * link.minMinutes }] : [],
  );
}

export interface SheetSource extends Pick<LoadedVersion, "problem" | "plan"> {
  readonly version: Pick<LoadedVersion["version"], "id" | "dates">;
}

/**
 * One for every date on which a shift of the version's problem starts. A visit belongs to the date
 * on which its shift starts; one that no nurse makes, to that of its first window.
 */
export function sheetsOf({ version, problem, plan }: SheetSource): ReadonlyMap<string, DaySheet> {
  const write = instantWriter(problem.timeZone);
  const dateOf = (seconds: number): string => write(seconds).slice(0, 10);
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const clients = new Map(problem.clients.map((client) => [client.id, client]));
  const standings = standingsOf(problem, plan);
  const skills = new Map(problem.nurses.map(({ id, skills: own }) => [id, own ?? []]));
  const dates = version.dates.toSorted();
  const sheets = new Map(
    dates.map((date) => [
      date,
      {
        date,
        planId: version.id,
        timeZone: problem.timeZone,
        rounds: [] as SheetRound[],
        visits: new Map<string, SheetVisit>(),
        gaps: gapsOf(problem),
        idle: [] as IdleShift[],
        skills,
        tally: emptyTally(),
        areaTallies: new Map() as ReadonlyMap<string | null, FigureTally>,
      },
    ]),
  );
  if (dates.length === 0) return sheets;
  for (const route of plan.routes) {
    const shift = shifts.get(route.shiftId);
    if (shift !== undefined) sheets.get(dateOf(epochSeconds(shift.from)))?.rounds.push(roundOf(route, shift));
  }
  const used = new Set(plan.routes.map(({ shiftId }) => shiftId));
  for (const { id, nurseId, from, to, useCost } of problem.shifts) {
    if (used.has(id) || (useCost ?? 0) > 0) continue;
    const span = spanOf({ from, to });
    sheets.get(dateOf(span.from))?.idle.push({ shiftId: id, nurseId, ...span });
  }
  for (const visit of problem.visits) {
    const standing = standings.get(visit.id)!;
    const client = clients.get(visit.clientId);
    const window = windowOf(visit, standing.at);
    const shift = shifts.get(standing.shiftIds[0] ?? "");
    const date = dateFor(dates, dateOf(shift === undefined ? window.from : epochSeconds(shift.from)));
    sheets.get(date)!.visits.set(visit.id, {
      visitId: visit.id,
      clientId: visit.clientId,
      typeId: visit.typeId,
      areaId: client?.areaId ?? null,
      minutes: visit.minutes,
      how: standing.how,
      shiftIds: standing.shiftIds,
      nurseIds: standing.nurseIds,
      start: standing.at,
      end: standing.at === null ? null : standing.at + 60 * visit.minutes,
      window,
      preferred: visit.preferred === undefined ? null : spanOf(visit.preferred),
      familiarNurseIds: client?.familiarNurseIds ?? [],
    });
  }
  for (const sheet of sheets.values()) {
    const shiftIds = new Set(sheet.rounds.map(({ shiftId }) => shiftId));
    sheet.tally = tallyOf(problem, plan, { shiftIds, visitIds: new Set(sheet.visits.keys()) });
    const visits = groupBy([...sheet.visits.values()], ({ areaId }) => areaId);
    sheet.areaTallies = new Map(
      [...visits].map(([areaId, own]) => {
        const visitIds = new Set(own.map(({ visitId }) => visitId));
        const shareOf = (route: PlanRoute): number => shareWithin(route, visitIds);
        return [areaId, tallyOf(problem, plan, { shiftIds, visitIds, shareOf })];
      }),
    );
  }
  return sheets;
}
