/**
 * The facts of a problem and of a plan that are asked for one by one, taken out of the
 * documents when these are stored. Instants are seconds since the epoch; dates are
 * "YYYY-MM-DD" in the problem's time zone.
 */
import type { Plan, Problem } from "../contracts/index.js";
import { epochSeconds } from "../domain/instant.js";
import { instantWriter } from "../domain/localTime.js";

export interface ProblemFacts {
  readonly timeZone: string;
  /** First and last date that any shift or window touches. */
  readonly firstDate: string;
  readonly lastDate: string;
  readonly visits: number;
  readonly clients: number;
  readonly nurses: number;
  readonly shifts: number;
  /** Some mode that a shift uses has no matrices: travel times are filled in before planning. */
  readonly lacksTravel: boolean;
}

export interface ClientRecord {
  readonly id: string;
  readonly placeId: string;
  readonly lat: number;
  readonly lon: number;
  readonly areaId: string | null;
  readonly languages: readonly string[];
  readonly familiarNurseIds: readonly string[];
  readonly refusedNurseIds: readonly string[];
}

export interface NurseRecord {
  readonly id: string;
  readonly name: string | null;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** Null: every area. */
  readonly areaIds: readonly string[] | null;
}

export interface VisitTypeRecord {
  readonly id: string;
  readonly name: Readonly<Record<string, string>> | null;
  readonly requires: readonly string[];
  readonly requiresAnyOf: readonly string[];
}

export interface ShiftRecord {
  readonly id: string;
  readonly nurseId: string;
  readonly from: number;
  readonly to: number;
  readonly firstDate: string;
  readonly lastDate: string;
  readonly mode: string;
  readonly startPlaceId: string;
  readonly endPlaceId: string;
}

export interface VisitRecord {
  readonly id: string;
  readonly clientId: string;
  readonly typeId: string;
  readonly placeId: string;
  readonly placeName: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly minutes: number;
  readonly crewSize: number;
  readonly remote: boolean;
}

export interface ProblemRecords {
  readonly clients: readonly ClientRecord[];
  readonly nurses: readonly NurseRecord[];
  readonly visitTypes: readonly VisitTypeRecord[];
  readonly shifts: readonly ShiftRecord[];
  readonly visits: readonly VisitRecord[];
}

export interface StopRecord {
  readonly kind: "visit" | "break";
  readonly visitId: string | null;
  readonly breakId: string | null;
  readonly arrival: number | null;
  readonly start: number;
  readonly end: number;
  /** Date of `start`. */
  readonly date: string;
}

export interface RoundRecord {
  readonly shiftId: string;
  readonly nurseId: string;
  readonly departure: number;
  readonly return: number;
  readonly stops: readonly StopRecord[];
}

export interface PlanRecords {
  readonly firstDate: string;
  readonly lastDate: string;
  readonly rounds: readonly RoundRecord[];
}

function known<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
  const value = map.get(id);
  if (value === undefined) throw new RangeError(`${what} ${id} is not in the problem`);
  return value;
}

/** Dates between the earliest and the latest of these instants; a problem without any has none. */
function dateRange(instants: readonly number[], dateOf: (at: number) => string): [string, string] {
  if (instants.length === 0) return ["", ""];
  let first = instants[0]!;
  let last = first;
  for (const at of instants) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return [dateOf(first), dateOf(last)];
}

/** The records of a problem that parseProblem has accepted. */
export function problemRecords(problem: Problem): { facts: ProblemFacts; records: ProblemRecords } {
  const write = instantWriter(problem.timeZone);
  const dateOf = (at: number): string => write(at).slice(0, 10);
  const places = new Map(problem.places.map((place) => [place.id, place]));
  const clients = new Map(problem.clients.map((client) => [client.id, client]));
  const shifts = problem.shifts.map((shift): ShiftRecord => {
    const from = epochSeconds(shift.from);
    const to = epochSeconds(shift.to);
    return {
      id: shift.id,
      nurseId: shift.nurseId,
      from,
      to,
      firstDate: dateOf(from),
      lastDate: dateOf(to),
      mode: shift.mode,
      startPlaceId: shift.startPlaceId,
      endPlaceId: shift.endPlaceId,
    };
  });
  const windows = problem.visits.flatMap((visit) =>
    visit.windows.flatMap((window) => [epochSeconds(window.from), epochSeconds(window.to)]),
  );
  const [firstDate, lastDate] = dateRange(
    [...shifts.flatMap((shift) => [shift.from, shift.to]), ...windows],
    dateOf,
  );
  return {
    facts: {
      timeZone: problem.timeZone,
      firstDate,
      lastDate,
      visits: problem.visits.length,
      clients: problem.clients.length,
      nurses: problem.nurses.length,
      shifts: problem.shifts.length,
      lacksTravel: problem.shifts.some(({ mode }) => problem.travel.modes[mode]?.durations === undefined),
    },
    records: {
      clients: problem.clients.map((client) => {
        const place = known(places, client.placeId, "place");
        return {
          id: client.id,
          placeId: client.placeId,
          lat: place.lat,
          lon: place.lon,
          areaId: client.areaId ?? null,
          languages: client.languages ?? [],
          familiarNurseIds: client.familiarNurseIds ?? [],
          refusedNurseIds: client.refusedNurseIds ?? [],
        };
      }),
      nurses: problem.nurses.map((nurse) => ({
        id: nurse.id,
        name: nurse.name ?? null,
        skills: nurse.skills ?? [],
        languages: nurse.languages ?? [],
        areaIds: nurse.areaIds ?? null,
      })),
      visitTypes: problem.visitTypes.map((type) => ({
        id: type.id,
        name: type.name ?? null,
        requires: type.requires ?? [],
        requiresAnyOf: type.requiresAnyOf ?? [],
      })),
      shifts,
      visits: problem.visits.map((visit) => {
        const place = known(places, known(clients, visit.clientId, "client").placeId, "place");
        return {
          id: visit.id,
          clientId: visit.clientId,
          typeId: visit.typeId,
          placeId: place.id,
          placeName: place.name ?? null,
          lat: place.lat,
          lon: place.lon,
          minutes: visit.minutes,
          crewSize: visit.crewSize ?? 1,
          remote: visit.remote ?? false,
        };
      }),
    },
  };
}

/** The records of a plan that the checker has read. Throws a RangeError for a shift that is not there. */
export function planRecords(problem: Problem, plan: Plan): PlanRecords {
  const write = instantWriter(problem.timeZone);
  const dateOf = (at: number): string => write(at).slice(0, 10);
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const rounds = plan.routes.map((route): RoundRecord => ({
    shiftId: route.shiftId,
    nurseId: known(shifts, route.shiftId, "shift").nurseId,
    departure: epochSeconds(route.departure),
    return: epochSeconds(route.return),
    stops: route.stops.map((stop): StopRecord => {
      const start = epochSeconds(stop.start);
      return {
        kind: stop.kind,
        visitId: stop.kind === "visit" ? stop.visitId : null,
        breakId: stop.kind === "break" ? stop.breakId : null,
        arrival: stop.kind === "visit" ? epochSeconds(stop.arrival) : null,
        start,
        end: epochSeconds(stop.end),
        date: dateOf(start),
      };
    }),
  }));
  // Overtime may end on a date that no shift reaches.
  const [firstDate, lastDate] = dateRange(
    [
      ...problem.shifts.flatMap((shift) => [epochSeconds(shift.from), epochSeconds(shift.to)]),
      ...rounds.map((round) => round.return),
    ],
    dateOf,
  );
  return { firstDate, lastDate, rounds };
}
