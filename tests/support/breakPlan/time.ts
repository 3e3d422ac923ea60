/** Ways to break the times of a plan. */
import { pick } from "../source.js";
import { type Break, anyBreakStop, anyDelta, anyRoute, anyVisitStop, moveStop, moved } from "./edit.js";

const shiftVisit: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  moveStop(at.stop, anyDelta(edit.source));
  return true;
};

const moveStartOnly: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  const seconds = anyDelta(edit.source);
  at.stop.start = moved(at.stop.start, seconds);
  at.stop.end = moved(at.stop.end, seconds);
  return true;
};

const moveArrival: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  at.stop.arrival = moved(at.stop.arrival, anyDelta(edit.source));
  return true;
};

const changeVisitLength: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  at.stop.end = moved(at.stop.end, anyDelta(edit.source));
  return true;
};

const moveWholeCrew: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  const seconds = anyDelta(edit.source);
  for (const { stops } of edit.plan.routes) {
    for (const stop of stops) {
      if (stop.kind === "visit" && stop.visitId === at.stop.visitId) moveStop(stop, seconds);
    }
  }
  return true;
};

const moveDeparture: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined) return false;
  route.departure = moved(route.departure, anyDelta(edit.source));
  return true;
};

const moveReturn: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined) return false;
  route.return = moved(route.return, anyDelta(edit.source));
  return true;
};

const moveWholeRoute: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined) return false;
  const seconds = anyDelta(edit.source);
  route.departure = moved(route.departure, seconds);
  route.return = moved(route.return, seconds);
  for (const stop of route.stops) moveStop(stop, seconds);
  return true;
};

const moveRestOfRoute: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  const seconds = anyDelta(edit.source);
  for (const stop of at.route.stops.slice(at.index)) moveStop(stop, seconds);
  at.route.return = moved(at.route.return, seconds);
  return true;
};

const moveBreak: Break = (edit) => {
  const at = anyBreakStop(edit);
  if (at === undefined) return false;
  moveStop(at.stop, anyDelta(edit.source));
  return true;
};

const changeBreakLength: Break = (edit) => {
  const at = anyBreakStop(edit);
  if (at === undefined) return false;
  at.stop.end = moved(at.stop.end, anyDelta(edit.source));
  return true;
};

/** To the edge of a window or a second past it. */
const toWindowEdge: Break = (edit) => {
  const at = anyVisitStop(edit);
  const visit = edit.problem.visits.find(({ id }) => id === at?.stop.visitId);
  if (at === undefined || visit === undefined || visit.windows.length === 0) return false;
  const window = pick(edit.source, visit.windows);
  const past = edit.source.int(0, 1);
  at.stop.start = edit.source.int(0, 1) === 0 ? moved(window.to, past) : moved(window.from, -past);
  at.stop.end = moved(at.stop.start, visit.minutes * 60);
  return true;
};

export const TIME_BREAKS = {
  shiftVisit,
  moveStartOnly,
  moveArrival,
  changeVisitLength,
  moveWholeCrew,
  moveDeparture,
  moveReturn,
  moveWholeRoute,
  moveRestOfRoute,
  moveBreak,
  changeBreakLength,
  toWindowEdge,
} satisfies Record<string, Break>;
