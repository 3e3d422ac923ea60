/** Ways to break where the visits and breaks of a plan stand. */
import { pick } from "../source.js";
import { type Break, anyBreakStop, anyRoute, anyVisitStop, moved } from "./edit.js";

const swapStops: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined || route.stops.length < 2) return false;
  const index = edit.source.int(0, route.stops.length - 2);
  const [a, b] = route.stops.slice(index, index + 2);
  route.stops.splice(index, 2, b!, a!);
  return true;
};

/** Two visits change places; each place keeps its times. */
const swapVisitIds: Break = (edit) => {
  const a = anyVisitStop(edit);
  const b = anyVisitStop(edit);
  if (a === undefined || b === undefined || a.stop === b.stop) return false;
  [a.stop.visitId, b.stop.visitId] = [b.stop.visitId, a.stop.visitId];
  return true;
};

const dropVisit: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  at.route.stops.splice(at.index, 1);
  return true;
};

const duplicateVisit: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  at.route.stops.splice(at.index + edit.source.int(0, 1), 0, structuredClone(at.stop));
  return true;
};

const copyToOtherRoute: Break = (edit) => {
  const at = anyVisitStop(edit);
  const route = anyRoute(edit);
  if (at === undefined || route === undefined) return false;
  route.stops.splice(edit.source.int(0, route.stops.length), 0, structuredClone(at.stop));
  return true;
};

const moveToOtherRoute: Break = (edit) => {
  const at = anyVisitStop(edit);
  const route = anyRoute(edit);
  if (at === undefined || route === undefined) return false;
  at.route.stops.splice(at.index, 1);
  route.stops.splice(edit.source.int(0, route.stops.length), 0, at.stop);
  return true;
};

const otherShift: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined) return false;
  route.shiftId = pick(edit.source, edit.problem.shifts).id;
  return true;
};

const swapShifts: Break = (edit) => {
  const a = anyRoute(edit);
  const b = anyRoute(edit);
  if (a === undefined || b === undefined || a === b) return false;
  [a.shiftId, b.shiftId] = [b.shiftId, a.shiftId];
  return true;
};

const dropRoute: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined) return false;
  edit.plan.routes.splice(edit.plan.routes.indexOf(route), 1);
  return true;
};

const emptyRoute: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined) return false;
  route.stops = route.stops.filter(({ kind }) => kind === "break");
  return true;
};

/** The second part goes on as another route of the same shift. */
const splitRoute: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  const { route, index, stop } = at;
  const rest = route.stops.splice(index);
  edit.plan.routes.push({ shiftId: route.shiftId, departure: stop.start, return: route.return, stops: rest });
  route.return = stop.start;
  return true;
};

const repeatRoute: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined) return false;
  edit.plan.routes.push(structuredClone(route));
  return true;
};

const reorderRoutes: Break = (edit) => {
  edit.plan.routes.reverse();
  return edit.plan.routes.length > 1;
};

const dropBreak: Break = (edit) => {
  const at = anyBreakStop(edit);
  if (at === undefined) return false;
  at.route.stops.splice(at.index, 1);
  return true;
};

const breakTwice: Break = (edit) => {
  const at = anyBreakStop(edit);
  if (at === undefined) return false;
  at.route.stops.splice(edit.source.int(0, at.route.stops.length), 0, structuredClone(at.stop));
  return true;
};

const breakElsewhere: Break = (edit) => {
  const at = anyBreakStop(edit);
  if (at === undefined) return false;
  at.route.stops.splice(at.index, 1);
  const edges = [0, at.route.stops.length, edit.source.int(0, at.route.stops.length)];
  at.route.stops.splice(pick(edit.source, edges), 0, at.stop);
  return true;
};

/** A break of the shift, or of another one, where none was. */
const addBreak: Break = (edit) => {
  const route = anyRoute(edit);
  const specs = edit.problem.shifts.flatMap(({ breaks }) => breaks ?? []);
  if (route === undefined || specs.length === 0) return false;
  const own = edit.problem.shifts.find(({ id }) => id === route.shiftId)?.breaks ?? [];
  const spec = pick(edit.source, own.length > 0 && edit.source.int(0, 3) > 0 ? own : specs);
  const start = moved(spec.from, edit.source.int(0, 1800));
  const stop = { kind: "break" as const, breakId: spec.id, start, end: moved(start, spec.minutes * 60) };
  route.stops.splice(edit.source.int(0, route.stops.length), 0, stop);
  return true;
};

export const PLACE_BREAKS = {
  swapStops,
  swapVisitIds,
  dropVisit,
  duplicateVisit,
  copyToOtherRoute,
  moveToOtherRoute,
  otherShift,
  swapShifts,
  dropRoute,
  emptyRoute,
  splitRoute,
  repeatRoute,
  reorderRoutes,
  dropBreak,
  breakTwice,
  breakElsewhere,
  addBreak,
} satisfies Record<string, Break>;
