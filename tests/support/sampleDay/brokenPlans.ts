/** One hand-made plan for each way of breaking a rule; each starts from the sample day's valid plan. */
import type { Plan, Problem } from "../../../src/contracts/index.js";
import type { ViolationCode } from "../../../src/checker/index.js";
import { at, samplePlan, sampleProblem } from "../sampleDay.js";

export interface BrokenPlan {
  /** All the breaches that the plan holds, in the checker's order. */
  readonly codes: readonly ViolationCode[];
  readonly what: string;
  readonly problem: Problem;
  readonly plan: Plan;
}

type Route = Plan["routes"][number];
type Stop = Route["stops"][number];

interface Hands {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly s1: Route;
  readonly s2: Route;
  /** A stop of s1 by visit id, or its lunch. */
  stop(id: string): Stop;
  visit(id: string): Problem["visits"][number];
  shift(id: string): Problem["shifts"][number];
  /** Adds a route of the shift with one visit of c3 (home3) in the problem. */
  addRoute(shiftId: string, visitId: string, times: readonly [string, string, string, string]): Route;
  addVisit(id: string, minutes: number, from: string, to: string): void;
}

function brokenBy(
  codes: ViolationCode | readonly ViolationCode[],
  what: string,
  change: (hands: Hands) => void,
): BrokenPlan {
  const problem = sampleProblem();
  const plan = samplePlan();
  const [s1, s2] = plan.routes as [Route, Route];
  change({
    problem,
    plan,
    s1,
    s2,
    stop: (id) => s1.stops.find((stop) => (stop.kind === "visit" ? stop.visitId : stop.breakId) === id)!,
    visit: (id) => problem.visits.find((visit) => visit.id === id)!,
    shift: (id) => problem.shifts.find((shift) => shift.id === id)!,
    addVisit: (id, minutes, from, to) => {
      const windows = [{ from: at(from), to: at(to) }];
      problem.visits.push({ id, clientId: "c3", typeId: "basic", minutes, windows });
    },
    addRoute: (shiftId, visitId, [departure, start, end, back]) => {
      const stop = { kind: "visit" as const, visitId, arrival: at(start), start: at(start), end: at(end) };
      const route: Route = { shiftId, departure: at(departure), return: at(back), stops: [stop] };
      plan.routes.push(route);
      return route;
    },
  });
  return { codes: typeof codes === "string" ? [codes] : codes, what, problem, plan };
}

function move(stop: Stop, start: string, end: string, arrival?: string): void {
  stop.start = at(start);
  stop.end = at(end);
  if (stop.kind === "visit" && arrival !== undefined) stop.arrival = at(arrival);
}

const STANDING = [
  brokenBy("shift-unknown", "a route more, of a shift that is not there", ({ addRoute }) => {
    addRoute("s9", "v1", ["08:00", "08:10", "08:40", "08:50"]);
  }),
  brokenBy("shift-twice", "one shift drives twice, one round after the other", ({ addVisit, addRoute }) => {
    addVisit("v8", 20, "08:00", "09:30");
    addRoute("s2", "v8", ["08:10", "08:20", "08:40", "08:50"]);
  }),
  brokenBy("route-empty", "a shift that only drives out and back", ({ addRoute }) => {
    addRoute("s4", "v1", ["08:00", "08:10", "08:40", "08:50"]).stops = [];
  }),
  brokenBy("visit-unknown", "a visit that is not there", ({ s2 }) => {
    const stop = {
      kind: "visit" as const,
      visitId: "v9",
      arrival: at("10:30"),
      start: at("10:30"),
      end: at("10:30"),
    };
    s2.stops.push(stop);
  }),
  brokenBy(
    ["visit-twice-in-route", "crew-wrong", "crew-apart"],
    "a visit of two by one nurse, twice",
    ({ plan, s2, visit }) => {
      delete visit("v5").pin;
      plan.unserved.push({ visitId: "v5", reasons: [] });
      const first = s2.stops[0]!;
      s2.stops = [first, structuredClone(first)];
      move(s2.stops[1]!, "10:20", "10:40", "10:20");
      s2.return = at("10:50");
      plan.routes[0]!.stops.splice(2, 1);
    },
  ),
  brokenBy("visit-missing", "a visit that nobody speaks of", ({ plan }) => {
    plan.unserved = [];
  }),
  brokenBy("visit-twice", "a visit both made and unserved", ({ plan }) => {
    plan.unserved.push({ visitId: "v2", reasons: [] });
  }),
  brokenBy("visit-twice", "a visit bought twice", ({ plan, problem }) => {
    delete problem.providers![0]!.maxVisits;
    plan.bought!.push({ visitId: "v6", providerId: "helper" });
  }),
  brokenBy("crew-wrong", "a visit of two by one", ({ s2 }) => {
    s2.stops.shift();
    s2.stops[0] = { ...s2.stops[0]!, arrival: at("09:50") } as Stop;
  }),
  brokenBy("crew-apart", "a crew that starts at different times", ({ stop }) => {
    move(stop("v3"), "10:00:01", "10:20:01");
    move(stop("v4"), "12:00", "12:20", "10:30:01");
  }),
  brokenBy("unserved-unknown", "an unserved visit that is not there", ({ plan }) => {
    plan.unserved.push({ visitId: "v9", reasons: [] });
  }),
  brokenBy("bought-unknown", "a bought visit that is not there", ({ plan }) => {
    plan.bought!.push({ visitId: "v9", providerId: "helper" });
  }),
  brokenBy("bought-unknown", "a provider that is not there", ({ plan }) => {
    plan.bought = [{ visitId: "v6", providerId: "nobody" }];
  }),
  brokenBy("provider-type", "a type that the provider does not take", ({ plan }) => {
    plan.bought = [{ visitId: "v6", providerId: "therapist" }];
  }),
  brokenBy("provider-area", "an area that the provider does not serve", ({ problem }) => {
    problem.providers![0]!.areaIds = ["east"];
  }),
  brokenBy("provider-area", "a client without area, a provider with areas", ({ problem }) => {
    delete problem.clients[1]!.areaId;
  }),
  brokenBy("provider-full", "more visits than the provider offers", ({ problem }) => {
    problem.providers![0]!.maxVisits = 0;
  }),
];

const ABILITY_AND_SERVICE = [
  brokenBy("skill-missing", "a skill that the type asks for", ({ problem }) => {
    problem.nurses[0]!.skills = [];
  }),
  brokenBy("skill-missing", "a skill that the visit asks for", ({ visit }) => {
    visit("v1").requires = ["registered-nurse", "medication"];
  }),
  brokenBy("skill-missing", "none of the skills of which one would do", ({ visit }) => {
    visit("v1").requiresAnyOf = ["medication", "rehabilitation"];
  }),
  brokenBy("nurse-refused", "a client who refuses the nurse", ({ problem }) => {
    problem.clients[2]!.refusedNurseIds = ["n1"];
  }),
  brokenBy("visit-length", "a visit one second too short", ({ stop }) => {
    move(stop("v2"), "09:00", "09:29:59");
  }),
  brokenBy("outside-window", "a start one second before its window", ({ stop }) => {
    move(stop("v2"), "08:59:59", "09:29:59");
  }),
  brokenBy("outside-window", "a start one second after its window", ({ visit }) => {
    visit("v1").windows = [{ from: at("07:50"), to: at("07:59:59") }];
  }),
];

const MOVEMENT_AND_HOURS = [
  brokenBy("no-way", "a home to which there is no way", ({ problem }) => {
    problem.travel.modes["car"]!.durations![1]![2] = null;
  }),
  brokenBy("no-way-back", "no way back", ({ problem }) => {
    problem.travel.modes["car"]!.durations![1]![0] = null;
  }),
  brokenBy("arrival-early", "an arrival sooner than the way allows", ({ stop }) => {
    move(stop("v2"), "09:00", "09:30", "08:39:59");
  }),
  brokenBy("start-before-arrival", "a start before the arrival", ({ stop }) => {
    move(stop("v2"), "09:00", "09:30", "09:00:01");
  }),
  brokenBy("break-overlap", "a break that begins within the visit before it", ({ shift, stop }) => {
    shift("s1").breaks![0]!.from = at("10:00");
    move(stop("lunch"), "10:19:59", "10:49:59");
  }),
  brokenBy("leg-short", "a break that ends after the next visit has started", ({ stop }) => {
    move(stop("lunch"), "11:30:01", "12:00:01");
  }),
  brokenBy("leg-short", "a way and a break that do not both fit", ({ shift, stop }) => {
    // From 10:20 to 12:00 there is room for ten minutes of way and 90 of break.
    shift("s1").breaks![0]!.minutes = 91;
    shift("s1").breaks![0]!.from = at("10:20");
    move(stop("lunch"), "10:20", "11:51");
  }),
  brokenBy("return-short", "a return sooner than the way allows", ({ s1 }) => {
    s1.return = at("12:29:59");
  }),
  brokenBy("departs-early", "a departure before the shift", ({ shift }) => {
    shift("s1").from = at("07:50:01");
  }),
  brokenBy("returns-late", "a return past the allowed overtime", ({ shift }) => {
    shift("s1").to = at("11:59:59");
  }),
];

const BREAKS = [
  brokenBy("break-unknown", "a break that the shift does not have", ({ s2 }) => {
    s2.stops.push({ kind: "break", breakId: "tea", start: at("10:30"), end: at("10:30") });
  }),
  brokenBy("break-twice", "a break taken twice", ({ s1 }) => {
    s1.stops.splice(4, 0, structuredClone(s1.stops[3]!));
  }),
  brokenBy("break-length", "a break one second too short", ({ stop }) => {
    move(stop("lunch"), "11:00", "11:29:59");
  }),
  brokenBy("break-window", "a break one second before its window", ({ stop }) => {
    move(stop("lunch"), "10:59:59", "11:29:59");
  }),
  brokenBy("break-window", "a break one second after its window", ({ shift }) => {
    shift("s1").breaks![0]!.from = at("10:00");
    shift("s1").breaks![0]!.to = at("10:59:59");
  }),
  brokenBy("break-too-soon", "a break too soon after the departure", ({ shift }) => {
    shift("s1").breaks![0]!.earliestAfterMinutes = 191;
  }),
  brokenBy("break-too-late", "a break too long after the departure", ({ shift }) => {
    shift("s1").breaks![0]!.latestAfterMinutes = 189;
  }),
  brokenBy("break-not-inside", "an inside break after the last visit", ({ s1, shift, stop }) => {
    delete shift("s1").breaks![0]!.latestAfterMinutes;
    const lunch = stop("lunch");
    s1.stops.splice(3, 1);
    s1.stops.push(lunch);
    move(lunch, "12:20", "12:50");
    s1.return = at("13:00");
  }),
  brokenBy("break-not-inside", "an inside break before the first visit", ({ s1, shift, stop }) => {
    delete shift("s1").breaks![0]!.earliestAfterMinutes;
    shift("s1").breaks![0]!.from = at("07:00");
    const lunch = stop("lunch");
    s1.stops.splice(3, 1);
    s1.stops.unshift(lunch);
    move(lunch, "07:20", "07:50");
    s1.departure = at("07:20");
  }),
  brokenBy("break-missing", "a break left out", ({ s1 }) => {
    s1.stops.splice(3, 1);
  }),
  brokenBy("break-missing", "a break left out on a route one second too long for that", ({ s2 }) => {
    s2.return = at("10:50:01");
  }),
];

const ACROSS_ROUTES = [
  brokenBy("shifts-overlap", "one nurse on two shifts at once", ({ addVisit, addRoute }) => {
    addVisit("v8", 20, "12:00", "16:00");
    addRoute("s3", "v8", ["12:29:59", "12:39:59", "12:59:59", "13:10"]);
  }),
  brokenBy("gap-short", "too short a gap", ({ problem }) => {
    problem.links!.push({ kind: "gap", first: "v1", second: "v2", minMinutes: 61 });
  }),
  brokenBy("gap-short", "two visits in the wrong order", ({ problem }) => {
    problem.links!.push({ kind: "gap", first: "v2", second: "v1", minMinutes: 0 });
  }),
  brokenBy("gap-long", "too long a gap", ({ problem }) => {
    problem.links!.push({ kind: "gap", first: "v1", second: "v2", minMinutes: 0, maxMinutes: 59 });
  }),
  brokenBy("nurses-differ", "different nurses where one should come", ({ problem }) => {
    problem.links!.push({ kind: "same-nurse", visits: ["v2", "v5"] });
  }),
  brokenBy("nurses-same", "one nurse in common where none should be", ({ problem }) => {
    problem.links!.push({ kind: "different-nurse", visits: ["v2", "v3"] });
  }),
];

const FIXED = [
  brokenBy("pin-shift", "a visit off its pinned shift", ({ visit }) => {
    visit("v1").pin = { shiftIds: ["s4"] };
  }),
  brokenBy("pin-shift", "one of two pinned shifts missing from the crew", ({ visit }) => {
    visit("v3").pin = { shiftId: "s1", shiftIds: ["s1", "s4"] };
  }),
  brokenBy("pin-start", "a visit off its pinned start", ({ visit }) => {
    visit("v1").pin = { start: at("08:00:01") };
  }),
  brokenBy("pin-unserved", "a pinned visit that is unserved", ({ visit }) => {
    visit("v7").pin = { shiftId: "s1" };
  }),
  brokenBy("pin-unserved", "a visit pinned to a nurse that is bought", ({ visit }) => {
    visit("v6").pin = { shiftId: "s1" };
  }),
  brokenBy(["pin-unserved", "pin-provider"], "a visit pinned to a provider, unserved", ({ plan, visit }) => {
    visit("v6").pin = { providerId: "helper" };
    plan.bought = [];
    plan.unserved.push({ visitId: "v6", reasons: [] });
  }),
  brokenBy("pin-provider", "a visit bought from another provider than pinned", ({ visit }) => {
    visit("v6").pin = { providerId: "other" };
  }),
  brokenBy("limit-start", "a start moved further than allowed", ({ problem }) => {
    problem.limits = { movedStartMinutes: 9 };
  }),
  brokenBy("limit-clients", "more clients with other nurses than allowed", ({ problem }) => {
    problem.limits = { changedClients: 1 };
  }),
];

export const BROKEN_PLANS: readonly BrokenPlan[] = [
  ...STANDING,
  ...ABILITY_AND_SERVICE,
  ...MOVEMENT_AND_HOURS,
  ...BREAKS,
  ...ACROSS_ROUTES,
  ...FIXED,
];
