/**
 * A plan such as a coordinator would have published: visit after visit in order of preferred
 * time, each appended to the round of a nurse who may do it and can be there, familiar nurses
 * first. Every round holds (ways, shift, meals), so limits against it can be kept; visits that
 * fit nowhere are left out of it.
 */
import type { Problem, Shift, Visit } from "../../src/contracts/index.js";
import { instantOf } from "./clock.js";
import type { Draw } from "./draw.js";
import type { Draft } from "./features/feature.js";

type Published = NonNullable<Problem["previous"]>["visits"];

interface Round {
  readonly shift: Shift;
  place: string;
  /** Epoch seconds at which the nurse is free. */
  free: number;
  /** Meals still to come. */
  meals: NonNullable<Shift["breaks"]>;
}

const at = (instant: string) => Date.parse(instant) / 1000;

export function publishedPlan(draft: Draft, draw: Draw): Published {
  const { problem, wishes, clock } = draft;
  const rounds: Round[] = draw.shuffled(problem.shifts).map((shift) => ({
    shift,
    place: shift.startPlaceId,
    free: at(shift.from),
    meals: [...(shift.breaks ?? [])],
  }));
  const order = problem.visits.map((visit, i) => ({ visit, wish: wishes[i]! }));
  order.sort((a, b) => a.wish.preferredFrom - b.wish.preferredFrom);
  const published: Published = {};
  for (const { visit, wish } of order) {
    if (visit.pin !== undefined) continue;
    const start = linkedStart(problem, published, visit, at(clock(wish.preferredFrom)));
    const fits = rounds.flatMap((round) => {
      const when = arrival(draft, round, visit, start);
      return when === null ? [] : [{ round, when }];
    });
    const crew = chooseCrew(problem, published, visit, fits);
    if (crew === null) continue;
    const when = Math.max(...crew.map((c) => c.when));
    const last = crew.every((c) => arrival(draft, c.round, visit, when) === when);
    if (!last) continue;
    for (const { round } of crew) {
      takeMeals(round, when);
      round.free = when + visit.minutes * 60;
      if (!visit.remote) round.place = draft.placeOf(visit);
    }
    published[visit.id] = {
      shiftIds: crew.map((c) => c.round.shift.id),
      start: instantOf(when, problem.timeZone),
    };
  }
  return published;
}

/** Not before what a gap from an earlier visit allows. */
function linkedStart(problem: Problem, published: Published, visit: Visit, wanted: number): number {
  let start = wanted;
  for (const link of problem.links ?? []) {
    const first = link.kind === "gap" && link.second === visit.id ? published[link.first] : undefined;
    if (link.kind === "gap" && first) start = Math.max(start, at(first.start) + link.minMinutes * 60);
  }
  return start;
}

/** Meals that must be over before a visit at `when`: those whose last start would pass. */
const due = (round: Round, until: number) => round.meals.filter((meal) => at(meal.to) < until);

function takeMeals(round: Round, when: number): void {
  const gone = new Set(due(round, when + 3600));
  round.meals = round.meals.filter((meal) => !gone.has(meal));
}

/** First whole minute at or after `start` at which the round can begin the visit; null: it cannot. */
function arrival(draft: Draft, round: Round, visit: Visit, start: number): number | null {
  if (!draft.able(round.shift.nurseId, visit)) return null;
  const place = visit.remote ? round.place : draft.placeOf(visit);
  let ready = round.free;
  for (const meal of due(round, Math.max(start, round.free) + 3600)) {
    ready = Math.max(ready, at(meal.from)) + meal.minutes * 60;
  }
  ready += draft.leg(round.shift.mode, round.place, place);
  let when = Math.ceil(Math.max(start, ready) / 60) * 60;
  const window = visit.windows.find((w) => when <= at(w.to));
  if (window === undefined) return null;
  when = Math.max(when, at(window.from));
  const rest = due(round, Infinity).reduce((sum, m) => sum + m.minutes * 60, 0);
  const back = draft.leg(round.shift.mode, place, round.shift.endPlaceId);
  return when + visit.minutes * 60 + back + rest <= at(round.shift.to) ? when : null;
}

/** Familiar nurses first, then the earliest; null: too few different nurses, or a link forbids it. */
function chooseCrew<T extends { round: Round; when: number }>(
  problem: Problem,
  published: Published,
  visit: Visit,
  fits: readonly T[],
): T[] | null {
  const familiar = problem.clients.find((c) => c.id === visit.clientId)?.familiarNurseIds ?? [];
  const strange = (nurseId: string) => (familiar.includes(nurseId) ? 0 : 900);
  const best = [...fits].sort(
    (a, b) => a.when + strange(a.round.shift.nurseId) - b.when - strange(b.round.shift.nurseId),
  );
  const crew: T[] = [];
  for (const one of best) {
    if (crew.length === (visit.crewSize ?? 1)) break;
    if (crew.every((c) => c.round.shift.nurseId !== one.round.shift.nurseId)) crew.push(one);
  }
  if (crew.length < (visit.crewSize ?? 1)) return null;
  const nurses = new Set(crew.map((c) => c.round.shift.nurseId));
  const nurseOf = (id: string) => problem.shifts.find((s) => s.id === id)?.nurseId ?? "";
  const holds = (problem.links ?? []).every((link) => {
    if (link.kind === "gap") {
      const first = link.second === visit.id ? published[link.first] : undefined;
      if (first === undefined || link.maxMinutes === undefined) return true;
      return Math.max(...crew.map((c) => c.when)) - at(first.start) <= link.maxMinutes * 60;
    }
    if (!link.visits.includes(visit.id)) return true;
    const other = published[link.visits[0] === visit.id ? link.visits[1] : link.visits[0]];
    if (other === undefined) return true;
    return other.shiftIds.some((id) => nurses.has(nurseOf(id))) === (link.kind === "same-nurse");
  });
  return holds ? crew : null;
}
