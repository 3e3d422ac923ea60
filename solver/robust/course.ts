/**
 * The course of a planned day: what happens one after the other on every route. All that one event
 * waits for stands before it in the list, so one pass through the list replays the day.
 */
import { NO_WAY, type ProblemData } from "../model/problem.js";
import type { Route, Solution } from "../model/solution.js";

export interface Event {
  readonly kind: "return" | "departure" | "break" | "visit";
  /** Instant by the plan. */
  readonly planned: number;
  /** Routes concerned: one, or one for each of a visit's crew. */
  readonly routes: readonly number[];
  /** Visit, or -1. */
  readonly visit: number;
  /** Planned seconds of the leg that leads here, by route; of a break those travelled before it. */
  readonly travel: readonly number[];
  /** Of a break: its length; of a visit its planned length. */
  readonly seconds: number;
  /** Latest allowed start of a visit or break; Infinity: none. */
  readonly latest: number;
  /** Of a visit: the end of its preferred time; Infinity: none. */
  readonly preferred: number;
  /** Of a visit: it starts no sooner than so many seconds after these visits start. */
  readonly after: readonly (readonly [visit: number, seconds: number])[];
  /** Of a departure: the routes of the nurse that come before. */
  readonly routesBefore: readonly number[];
}

export interface Course {
  readonly events: readonly Event[];
  /** Shift of each route. */
  readonly shifts: readonly number[];
  /** Visits on routes, in the order of the problem. */
  readonly visits: readonly number[];
}

const RANK = { return: 0, departure: 1, break: 2, visit: 3 } as const;

const NOTHING = {
  visit: -1,
  seconds: 0,
  latest: Infinity,
  preferred: Infinity,
  after: [],
  routesBefore: [],
} as const;

/** Routes without visits are left out. Legs without a way count as 0: such a plan is not valid. */
export function courseOf(data: ProblemData, solution: Solution): Course {
  const routes = solution.routes.filter((r) => r.stops.some((s) => s.kind === "visit"));
  const seats = new Map<number, { routes: number[]; travel: number[]; planned: number }>();
  const events: Event[] = [];
  routes.forEach((route, r) => {
    events.push({
      ...NOTHING,
      kind: "departure",
      planned: route.departure,
      routes: [r],
      travel: [0],
      routesBefore: routesBefore(data, routes, r),
    });
    walk(data, route, r, events, seats);
  });
  const starts = new Map([...seats].map(([v, seat]) => [v, seat.planned]));
  for (const [v, seat] of seats) {
    const { windows, preferred, pin, seconds } = data.visits[v];
    const window = windows.find((w) => w.from <= seat.planned && seat.planned <= w.to);
    events.push({
      ...NOTHING,
      kind: "visit",
      planned: seat.planned,
      routes: seat.routes,
      visit: v,
      travel: seat.travel,
      seconds,
      latest: pin?.begun === true ? Infinity : (window?.to ?? seat.planned),
      preferred: preferred?.to ?? Infinity,
      after: data.links.flatMap((link) =>
        link.kind === "gap" && link.second === v && (starts.get(link.first) ?? Infinity) <= seat.planned
          ? [[link.first, link.min] as const]
          : [],
      ),
    });
  }
  events.sort((a, b) => a.planned - b.planned || RANK[a.kind] - RANK[b.kind] || before(a, b));
  return {
    events,
    shifts: routes.map((r) => r.shift),
    visits: [...seats.keys()].sort((a, b) => a - b),
  };
}

/** Two visits that start at once: the one that the other waits for comes first. */
function before(a: Event, b: Event): number {
  if (b.after.some(([v]) => v === a.visit)) return -1;
  return a.after.some(([v]) => v === b.visit) ? 1 : a.visit - b.visit;
}

/** Earlier routes of the same nurse. */
function routesBefore(data: ProblemData, routes: readonly Route[], r: number): number[] {
  const own = routes[r];
  const nurse = data.shifts[own.shift].nurse;
  return routes.flatMap((other, i) =>
    i !== r && data.shifts[other.shift].nurse === nurse && other.return <= own.departure ? [i] : [],
  );
}

/** The stops of one route and its return; each visit's seat is noted, to be one event for the crew. */
function walk(
  data: ProblemData,
  route: Route,
  r: number,
  events: Event[],
  seats: Map<number, { routes: number[]; travel: number[]; planned: number }>,
): void {
  const shift = data.shifts[route.shift];
  const { legs } = data.modes[shift.mode];
  let here = shift.startPlace;
  let clock = route.departure;
  const leg = (to: number): number => {
    const seconds = legs[here * data.placeCount + to];
    return seconds === NO_WAY ? 0 : seconds;
  };
  const visits = route.stops.filter((s) => s.kind === "visit");
  let next = 0;
  let travelled = 0;
  const placeOf = (v: number): number => (data.visits[v].remote ? here : data.visits[v].place);
  for (const stop of route.stops) {
    if (stop.kind === "break") {
      const ahead = visits[next];
      const left = leg(ahead === undefined ? shift.endPlace : placeOf(ahead.visit)) - travelled;
      // As much of the leg as the plan leaves time for comes before the break.
      const first = Math.max(0, Math.min(left, stop.start - clock));
      const { to, seconds } = shift.breaks[stop.break];
      events.push({
        ...NOTHING,
        kind: "break",
        planned: stop.start,
        routes: [r],
        travel: [first],
        seconds,
        latest: to,
      });
      travelled += first;
      clock = stop.end;
      continue;
    }
    const place = placeOf(stop.visit);
    const seat = seats.get(stop.visit) ?? { routes: [], travel: [], planned: stop.start };
    seat.routes.push(r);
    seat.travel.push(leg(place) - travelled);
    seats.set(stop.visit, seat);
    here = place;
    clock = stop.end;
    travelled = 0;
    next++;
  }
  events.push({
    ...NOTHING,
    kind: "return",
    planned: route.return,
    routes: [r],
    travel: [leg(shift.endPlace) - travelled],
  });
}
