/**
 * What it would take to serve a visit: changes of the problem, each proved by making it,
 * solving again from the plan and letting the checker judge. A change counts only if the
 * visit is served and every visit that was served before still is.
 */
import { checkPlan } from "../../checker/index.js";
import type { Plan, Problem, Shift, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { instantWriter } from "../../domain/localTime.js";
import { LimitsConflict, PinsConflict, PlanRefused } from "../errors.js";
import { solveDay } from "../solveDay.js";
import { type Said, type Say } from "./words.js";

export interface ProvedChange {
  /** Minutes asked for; null where the change has no size. No smaller one was found to do. */
  readonly minutes: number | null;
  readonly said: Said;
  readonly cost: Said;
  readonly costBefore: number;
  /** Of the plan found for the changed problem, its own unserved costs and weights. */
  readonly costAfter: number;
  readonly plan: Plan;
}

export interface ChangeOptions {
  /** Work of each solve. Default 400. */
  readonly iterations?: number;
  readonly seed?: number;
  readonly cancelled?: () => boolean;
  /** Changes tried so far, and how many there are to try. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A change of one kind; `edit` makes it on a copy, `most` is the largest size tried in minutes. */
interface Proposal {
  readonly most: number | null;
  readonly edit: (doc: Problem, minutes: number) => void;
  readonly said: (minutes: number) => Said;
}

/** Largest change of a window or shift that is tried. */
const MOST_MINUTES = 240;
/** Shifts, and nurses, whose change is tried: the nearest ones. */
const MOST_TRIED = 6;

/**
 * Cheapest first. Once `cancelled` says so, what was proved until then.
 *
 * @param visitId a visit that the plan leaves out
 */
export function whatItWouldTake(
  problem: Problem,
  plan: Plan,
  visitId: string,
  say: Say,
  options: ChangeOptions = {},
): ProvedChange[] {
  const costBefore = checkPlan(problem, plan).cost.total;
  const out: ProvedChange[] = [];
  const nothing: Proposal = { most: null, edit: () => {}, said: () => say("change-none", { visitId }) };
  const all = [nothing, ...proposals(problem, visitId, say)];
  for (const [tried, proposal] of all.entries()) {
    if (options.cancelled?.()) break;
    options.onProgress?.(tried, all.length);
    const found = least(problem, plan, visitId, proposal, options);
    if (found === null) continue;
    const { minutes, plan: after, cost: costAfter } = found;
    out.push({
      minutes: proposal.most === null ? null : minutes,
      said: proposal.said(minutes),
      cost: say("cost-change", { costBefore, costAfter }),
      costBefore,
      costAfter,
      plan: after,
    });
    // The search was not done: a price for a change would be a price for nothing.
    if (proposal === nothing) break;
  }
  return out.toSorted((a, b) => a.costAfter - b.costAfter || (a.minutes ?? 0) - (b.minutes ?? 0));
}

/** The smallest size that was proved, by bisection. */
function least(
  problem: Problem,
  plan: Plan,
  visitId: string,
  { most, edit }: Proposal,
  options: ChangeOptions,
): { minutes: number; plan: Plan; cost: number } | null {
  const prove = (minutes: number): { minutes: number; plan: Plan; cost: number } | null => {
    const doc = copyOf(problem);
    edit(doc, minutes);
    const found = proved(doc, plan, visitId, options);
    return found === null ? null : { minutes, ...found };
  };
  let best = prove(most ?? 0);
  if (best === null || most === null) return best;
  let low = 0;
  while (best.minutes - low > 1 && !options.cancelled?.()) {
    const middle = (low + best.minutes) >> 1;
    const found = prove(middle);
    if (found === null) low = middle;
    else best = found;
  }
  return best;
}

/** The plan for a changed problem in which the visit and all that were served are; null: none was found. */
function proved(
  doc: Problem,
  plan: Plan,
  visitId: string,
  options: ChangeOptions,
): { plan: Plan; cost: number } | null {
  const kept = servedIn(plan);
  const boughtBefore = new Set((plan.bought ?? []).map((one) => one.visitId));
  // Leaving out what must stay is made dear for the search only; costs are told with the real prices.
  const dear = copyOf(doc);
  for (const visit of dear.visits) {
    if (visit.id === visitId || kept.has(visit.id) || boughtBefore.has(visit.id)) {
      visit.unservedCost = 20 * (visit.unservedCost ?? 100_000) + 1_000_000;
    }
  }
  const found = solvedFrom(dear, plan, options);
  if (found === null) return null;
  const verdict = checkPlan(doc, found);
  const served = servedIn(found);
  const bought = new Set((found.bought ?? []).map((one) => one.visitId));
  const stays = [...kept].every((id) => served.has(id));
  const boughtStays = [...boughtBefore].every((id) => served.has(id) || bought.has(id));
  const done = served.has(visitId) || bought.has(visitId);
  return verdict.valid && done && stays && boughtStays ? { plan: found, cost: verdict.cost.total } : null;
}

/** Null: the pins cannot hold with the change, or the checker refuses what was found. */
function solvedFrom(doc: Problem, start: Plan, options: ChangeOptions): Plan | null {
  try {
    return solveDay(doc, { seed: options.seed ?? 1, iterations: options.iterations ?? 400, start }).plan;
  } catch (error) {
    if (error instanceof PinsConflict || error instanceof LimitsConflict || error instanceof PlanRefused)
      return null;
    throw error;
  }
}

/** A copy whose lists of people, shifts and visits may be edited; the travel matrices are shared. */
function copyOf(problem: Problem): Problem {
  const { travel, places, ...rest } = problem;
  return { ...(JSON.parse(JSON.stringify(rest)) as typeof rest), travel, places };
}

function servedIn(plan: Plan): Set<string> {
  return new Set(
    plan.routes.flatMap(({ stops }) =>
      stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : [])),
    ),
  );
}

function proposals(problem: Problem, visitId: string, say: Say): Proposal[] {
  const visit = problem.visits.find(({ id }) => id === visitId)!;
  const move = mover(problem.timeZone);
  const own = (doc: Problem): Visit => doc.visits.find(({ id }) => id === visitId)!;
  const out: Proposal[] = [
    {
      most: MOST_MINUTES,
      edit: (doc, minutes) => {
        for (const window of own(doc).windows) window.to = move(window.to, minutes);
      },
      said: (changeMinutes) => say("change-window-later", { visitId, changeMinutes }),
    },
    {
      most: MOST_MINUTES,
      edit: (doc, minutes) => {
        for (const window of own(doc).windows) window.from = move(window.from, -minutes);
      },
      said: (changeMinutes) => say("change-window-earlier", { visitId, changeMinutes }),
    },
    {
      most: visit.minutes - 1,
      edit: (doc, minutes) => {
        own(doc).minutes -= minutes;
      },
      said: (changeMinutes) => say("change-shorter", { visitId, changeMinutes }),
    },
    ...extraNurse(problem, visit, say),
    {
      most: null,
      edit: (doc) => {
        const prices = (doc.providers ?? []).map(({ cost }) => cost);
        const cost = prices.length > 0 ? Math.max(...prices) : 0;
        (doc.providers ??= []).push({
          id: freshId(doc, "extra"),
          typeIds: [visit.typeId],
          maxVisits: 1,
          cost,
        });
      },
      said: () => say("change-provider", { visitId }),
    },
  ];
  if ((visit.crewSize ?? 1) > 1) {
    out.push({
      most: null,
      edit: (doc) => {
        own(doc).crewSize = 1;
      },
      said: () => say("change-crew", { visitId, crewSize: 1 }),
    });
  }
  for (const shift of nearest(problem, visit)) {
    out.push(...shiftChanges(problem, visit, shift, say));
  }
  return out.filter(({ most }) => most === null || most > 0);
}

/** More minutes of a shift of someone able; a skill, or the client's word, for someone who is not. */
function shiftChanges(problem: Problem, visit: Visit, shift: Shift, say: Say): Proposal[] {
  const move = mover(problem.timeZone);
  const nurse = problem.nurses.find(({ id }) => id === shift.nurseId)!;
  const client = problem.clients.find(({ id }) => id === visit.clientId)!;
  const skills = lacking(problem, visit, nurse.skills ?? []);
  const refused = client.refusedNurseIds?.includes(nurse.id) ?? false;
  if (skills.length > 0) {
    return [
      {
        most: null,
        edit: (doc) => {
          const one = doc.nurses.find(({ id }) => id === nurse.id)!;
          one.skills = [...(one.skills ?? []), ...skills];
        },
        said: () => say("change-skill", { nurseId: nurse.id, skills }),
      },
    ];
  }
  if (refused) {
    return [
      {
        most: null,
        edit: (doc) => {
          const one = doc.clients.find(({ id }) => id === client.id)!;
          one.refusedNurseIds = one.refusedNurseIds!.filter((id) => id !== nurse.id);
        },
        said: () => say("change-refusal", { clientId: client.id, nurseId: nurse.id }),
      },
    ];
  }
  const own = (doc: Problem): Shift => doc.shifts.find(({ id }) => id === shift.id)!;
  return [
    {
      most: MOST_MINUTES,
      edit: (doc, minutes) => {
        own(doc).to = move(shift.to, minutes);
      },
      said: (changeMinutes) => say("change-shift-later", { shiftId: shift.id, changeMinutes }),
    },
    {
      most: MOST_MINUTES,
      edit: (doc, minutes) => {
        own(doc).from = move(shift.from, -minutes);
      },
      said: (changeMinutes) => say("change-shift-earlier", { shiftId: shift.id, changeMinutes }),
    },
  ];
}

/** A nurse with all skills asked for, there and back from the first shift's place, for the whole window. */
function extraNurse(problem: Problem, visit: Visit, say: Say): Proposal[] {
  const move = mover(problem.timeZone);
  const model = nearest(problem, visit)[0] ?? problem.shifts[0];
  const starts = visit.windows.toSorted((a, b) => epochSeconds(a.from) - epochSeconds(b.from));
  const first = starts[0];
  if (first === undefined || model === undefined) return [];
  // An hour each way is enough in any town; the route itself takes only what it needs.
  const fromAt = move(first.from, -60);
  const toAt = move(first.to, 60 + visit.minutes);
  const edit = (doc: Problem): void => {
    const id = freshId(doc, "extra-nurse");
    doc.nurses.push({ id, skills: lacking(doc, visit, []) });
    doc.shifts.push({
      id: freshId(doc, "extra-shift"),
      nurseId: id,
      from: fromAt,
      to: toAt,
      startPlaceId: model.startPlaceId,
      endPlaceId: model.endPlaceId,
      mode: model.mode,
    });
  };
  return [{ most: null, edit, said: () => say("change-nurse", { fromAt, toAt }) }];
}

/** Skills that a visit asks for and these are not; of a group where one is enough, its first. */
function lacking(problem: Problem, visit: Visit, have: readonly string[]): string[] {
  const type = problem.visitTypes.find(({ id }) => id === visit.typeId)!;
  const out = new Set([...(type.requires ?? []), ...(visit.requires ?? [])].filter((k) => !have.includes(k)));
  for (const group of [type.requiresAnyOf ?? [], visit.requiresAnyOf ?? []])
    if (group.length > 0 && !group.some((k) => have.includes(k) || out.has(k))) out.add(group[0]!);
  return [...out];
}

/** Shifts whose hours lie nearest to the visit's windows. */
function nearest(problem: Problem, visit: Visit): Shift[] {
  const away = (shift: Shift): number =>
    Math.min(
      ...visit.windows.map(({ from, to }) =>
        Math.max(0, epochSeconds(from) - epochSeconds(shift.to), epochSeconds(shift.from) - epochSeconds(to)),
      ),
    );
  const order = problem.shifts.toSorted((a, b) => away(a) - away(b));
  const able = order.filter((shift) => {
    const nurse = problem.nurses.find(({ id }) => id === shift.nurseId)!;
    return lacking(problem, visit, nurse.skills ?? []).length === 0;
  });
  return [...able.slice(0, MOST_TRIED), ...order.filter((s) => !able.includes(s)).slice(0, MOST_TRIED)];
}

function freshId(doc: Problem, wish: string): string {
  const taken = new Set([...doc.nurses, ...doc.shifts, ...(doc.providers ?? [])].map(({ id }) => id));
  let id = wish;
  for (let n = 2; taken.has(id); n += 1) id = `${wish}-${n}`;
  return id;
}

function mover(timeZone: string): (instant: string, minutes: number) => string {
  const write = instantWriter(timeZone);
  return (instant, minutes) => write(epochSeconds(instant) + 60 * minutes);
}
