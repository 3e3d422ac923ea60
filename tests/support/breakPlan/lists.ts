/** Ways to break `unserved` and `bought`, and to name what does not exist. */
import { pick } from "../source.js";
import { type Break, type Edit, anyBreakStop, anyRoute, anyVisitStop } from "./edit.js";

const NOWHERE = "no-such-id";

function buy({ plan }: Edit, visitId: string, providerId: string): void {
  plan.bought = [...(plan.bought ?? []), { visitId, providerId }];
}

const leaveOutUnserved: Break = ({ plan, source }) => {
  if (plan.unserved.length === 0) return false;
  plan.unserved.splice(source.int(0, plan.unserved.length - 1), 1);
  return true;
};

const unservedTwice: Break = ({ plan, source }) => {
  if (plan.unserved.length === 0) return false;
  plan.unserved.push(structuredClone(pick(source, plan.unserved)));
  return true;
};

const alsoUnserved: Break = ({ plan, problem, source }) => {
  plan.unserved.push({ visitId: pick(source, problem.visits).id, reasons: [] });
  return true;
};

/** Takes a visit from all routes and lists it as unserved: often still a valid plan. */
const giveUp: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  const { visitId } = at.stop;
  for (const route of edit.plan.routes) {
    route.stops = route.stops.filter((stop) => stop.kind === "break" || stop.visitId !== visitId);
  }
  edit.plan.routes = edit.plan.routes.filter(({ stops }) => stops.some(({ kind }) => kind === "visit"));
  edit.plan.unserved.push({ visitId, reasons: [] });
  return true;
};

const buyAnything: Break = (edit) => {
  const providers = edit.problem.providers ?? [];
  if (providers.length === 0) return false;
  buy(edit, pick(edit.source, edit.problem.visits).id, pick(edit.source, providers).id);
  return true;
};

/** Moves unserved visits to a provider, fit or not, as many as there are. */
const buyUnserved: Break = (edit) => {
  const providers = edit.problem.providers ?? [];
  if (providers.length === 0 || edit.plan.unserved.length === 0) return false;
  const { id } = pick(edit.source, providers);
  for (const { visitId } of edit.plan.unserved) buy(edit, visitId, id);
  edit.plan.unserved = [];
  return true;
};

const changeProvider: Break = ({ plan, problem, source }) => {
  const providers = problem.providers ?? [];
  if (plan.bought === undefined || plan.bought.length === 0 || providers.length === 0) return false;
  pick(source, plan.bought).providerId = pick(source, providers).id;
  return true;
};

const buyTwice: Break = ({ plan, source }) => {
  if (plan.bought === undefined || plan.bought.length === 0) return false;
  plan.bought.push(structuredClone(pick(source, plan.bought)));
  return true;
};

const leaveOutBought: Break = ({ plan, source }) => {
  if (plan.bought === undefined || plan.bought.length === 0) return false;
  plan.bought.splice(source.int(0, plan.bought.length - 1), 1);
  return true;
};

const unknownVisit: Break = (edit) => {
  const at = anyVisitStop(edit);
  if (at === undefined) return false;
  at.stop.visitId = NOWHERE;
  return true;
};

const unknownBreak: Break = (edit) => {
  const at = anyBreakStop(edit);
  if (at === undefined) return false;
  at.stop.breakId = NOWHERE;
  return true;
};

const unknownShift: Break = (edit) => {
  const route = anyRoute(edit);
  if (route === undefined) return false;
  route.shiftId = NOWHERE;
  return true;
};

const unknownUnserved: Break = ({ plan }) => {
  plan.unserved.push({ visitId: NOWHERE, reasons: [] });
  return true;
};

const unknownProvider: Break = (edit) => {
  buy(edit, pick(edit.source, edit.problem.visits).id, NOWHERE);
  return true;
};

const unknownBought: Break = (edit) => {
  const providers = edit.problem.providers ?? [];
  buy(edit, NOWHERE, providers.length === 0 ? NOWHERE : pick(edit.source, providers).id);
  return true;
};

export const LIST_BREAKS = {
  leaveOutUnserved,
  unservedTwice,
  alsoUnserved,
  giveUp,
  buyAnything,
  buyUnserved,
  changeProvider,
  buyTwice,
  leaveOutBought,
  unknownVisit,
  unknownBreak,
  unknownShift,
  unknownUnserved,
  unknownProvider,
  unknownBought,
} satisfies Record<string, Break>;
