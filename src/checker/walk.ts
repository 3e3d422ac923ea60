/**
 * Follows one route of a plan through the problem: where the nurse is, when she is free,
 * which leg leads to each stop and which breaks lie on it. Judges nothing; the rules and
 * the costs read what is gathered here.
 */
import type { Break, Client, Nurse, PlanRoute, Shift, Visit } from "./documents.js";
import { secondsOf } from "./instants.js";
import { legSeconds } from "./legs.js";
import { type Lookup, clientOf, required } from "./lookup.js";
import { NotCheckable } from "./notCheckable.js";

export interface TakenBreak {
  readonly spec: Break;
  readonly start: number;
  readonly end: number;
  readonly startAt: string;
  readonly hasVisitBefore: boolean;
  readonly hasVisitAfter: boolean;
}

/** The way from one visit (or the departure) to the next (or the return), instants in seconds. */
export interface Leg {
  /** End of the visit before, or the departure. */
  readonly from: number;
  /** Start of the next visit, or the return. */
  readonly until: number;
  /** Seconds of travel; `null` where there is no way. */
  readonly seconds: number | null;
  readonly breaks: readonly TakenBreak[];
}

export interface TakenVisit {
  readonly visit: Visit;
  readonly client: Client;
  readonly leg: Leg;
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
  readonly startAt: string;
  /** The same visit stands earlier in this route. */
  readonly repeated: boolean;
}

export interface WalkedRoute {
  readonly shift: Shift;
  readonly nurse: Nurse;
  readonly departure: number;
  readonly back: number;
  readonly visits: readonly TakenVisit[];
  /** Breaks that the shift has, each at its first taking. */
  readonly breaks: readonly TakenBreak[];
  readonly lastLeg: Leg;
  readonly unknownVisitIds: readonly string[];
  readonly unknownBreakIds: readonly string[];
  readonly repeatedBreakIds: readonly string[];
}

/**
 * Follows a route of a known shift. Stops that name unknown visits, unknown breaks or a
 * break already taken are set aside: they take no time and no way.
 */
export function walkRoute(lookup: Lookup, shift: Shift, route: PlanRoute): WalkedRoute {
  const departure = secondsOf(route.departure);
  const back = secondsOf(route.return);
  const visits: TakenVisit[] = [];
  const breaks: TakenBreak[] = [];
  const seen = new Set<string>();
  const unknownVisitIds: string[] = [];
  const unknownBreakIds: string[] = [];
  const repeatedBreakIds: string[] = [];
  const lastVisitAt = route.stops.findLastIndex((stop) => stop.kind === "visit");
  let here = shift.startPlaceId;
  let clock = departure;
  let pending: TakenBreak[] = [];

  route.stops.forEach((stop, position) => {
    if (stop.kind === "break") {
      const spec = shift.breaks?.find((one) => one.id === stop.breakId);
      if (spec === undefined) return void unknownBreakIds.push(stop.breakId);
      if (breaks.some((one) => one.spec === spec)) return void repeatedBreakIds.push(stop.breakId);
      const taken: TakenBreak = {
        spec,
        start: secondsOf(stop.start),
        end: secondsOf(stop.end),
        startAt: stop.start,
        hasVisitBefore: seen.size > 0,
        hasVisitAfter: position < lastVisitAt,
      };
      breaks.push(taken);
      pending.push(taken);
      return;
    }
    if (stop.kind !== "visit") throw strangeStop(stop);
    const visit = lookup.visits.get(stop.visitId);
    if (visit === undefined) return void unknownVisitIds.push(stop.visitId);
    const client = clientOf(lookup, visit);
    // A video visit is done wherever the nurse is.
    const place = visit.remote === true ? here : client.placeId;
    const start = secondsOf(stop.start);
    const end = secondsOf(stop.end);
    visits.push({
      visit,
      client,
      leg: {
        from: clock,
        until: start,
        seconds: legSeconds(lookup, shift.mode, here, place),
        breaks: pending,
      },
      arrival: secondsOf(stop.arrival),
      start,
      end,
      startAt: stop.start,
      repeated: seen.has(visit.id),
    });
    seen.add(visit.id);
    here = place;
    clock = end;
    pending = [];
  });

  const seconds = legSeconds(lookup, shift.mode, here, shift.endPlaceId);
  return {
    shift,
    nurse: required(lookup.nurses, shift.nurseId, "nurses"),
    departure,
    back,
    visits,
    breaks,
    lastLeg: { from: clock, until: back, seconds, breaks: pending },
    unknownVisitIds,
    unknownBreakIds,
    repeatedBreakIds,
  };
}

function strangeStop(stop: { readonly kind?: unknown }): NotCheckable {
  return new NotCheckable(
    "stop-kind-unknown",
    "/routes",
    `unknown kind of stop: ${String(stop.kind).slice(0, 60)}`,
    'A stop is of kind "visit" or "break".',
  );
}
