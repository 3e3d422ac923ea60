/**
 * What it would take that a visit left out is served, one bought is made by a nurse of one's own, one
 * late starts in its preferred time: changes of the problem, each proved by making it, solving again
 * from the plan and letting the checker judge. A change counts only if the visit stands as wished and
 * every visit that was served before still is.
 */
import { checkPlan } from "../../checker/index.js";
import type { Plan, Problem, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { LimitsConflict, PinsConflict, PlanRefused } from "../errors.js";
import { solveDay } from "../solveDay.js";
import { freshId, type OpenStanding, type Proposal, proposals } from "./proposals.js";
import type { Said, Say } from "./words.js";

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

/** What is asked of every change. */
interface Quest {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly visitId: string;
  readonly standing: OpenStanding;
  readonly options: ChangeOptions;
}

interface Proof {
  readonly minutes: number;
  readonly plan: Plan;
  readonly cost: number;
}

/**
 * Cheapest first. Where the visit could stand as wished with nothing changed but the day would be
 * dearer, that comes with its price, and of the changes those after which the day is no dearer than
 * the plan. Once `cancelled` says so, what was proved until then.
 *
 * @param visitId a visit that the plan leaves out, buys or starts late
 */
export function whatItWouldTake(
  problem: Problem,
  plan: Plan,
  visitId: string,
  say: Say,
  options: ChangeOptions = {},
): ProvedChange[] {
  const costBefore = checkPlan(problem, plan).cost.total;
  const standing = standingIn(plan, visitId);
  const quest: Quest = { problem, plan, visitId, standing, options };
  const nothing: Proposal = {
    most: null,
    edit: () => {},
    said: () => say(`change-none-${standing}`, { visitId }),
  };
  const all = [nothing, ...proposals(problem, visitId, standing, say)];
  const out: ProvedChange[] = [];
  let ceiling = Infinity;
  for (const [tried, proposal] of all.entries()) {
    if (options.cancelled?.()) break;
    options.onProgress?.(tried, all.length);
    const found = least(quest, proposal, ceiling);
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
    if (proposal !== nothing) continue;
    // The search was not done: a price for a change would be a price for nothing.
    if (standing === "unserved" || costAfter <= costBefore) break;
    ceiling = costBefore;
  }
  return out.toSorted((a, b) => a.costAfter - b.costAfter || (a.minutes ?? 0) - (b.minutes ?? 0));
}

function standingIn(plan: Plan, visitId: string): OpenStanding {
  if (plan.unserved.some((one) => one.visitId === visitId)) return "unserved";
  return (plan.bought ?? []).some((one) => one.visitId === visitId) ? "bought" : "late";
}

/** The smallest size that was proved, by bisection. */
function least(quest: Quest, { most, edit }: Proposal, ceiling: number): Proof | null {
  const prove = (minutes: number): Proof | null => {
    const doc = copyOf(quest.problem);
    edit(doc, minutes);
    const found = proved(doc, quest);
    return found === null || found.cost > ceiling ? null : { minutes, ...found };
  };
  let best = prove(most ?? 0);
  if (best === null || most === null) return best;
  let low = 0;
  while (best.minutes - low > 1 && !quest.options.cancelled?.()) {
    const middle = (low + best.minutes) >> 1;
    const found = prove(middle);
    if (found === null) low = middle;
    else best = found;
  }
  return best;
}

/** The plan for a changed problem in which the visit stands as wished and all that were served are; null: none was found. */
function proved(doc: Problem, { plan, visitId, standing, options }: Quest): Omit<Proof, "minutes"> | null {
  const kept = startsIn(plan);
  const boughtBefore = new Set((plan.bought ?? []).map((one) => one.visitId));
  // Leaving out what must stay is made dear for the search only; costs are told with the real prices.
  const dear = copyOf(doc);
  for (const visit of dear.visits) {
    if (visit.id === visitId || kept.has(visit.id) || boughtBefore.has(visit.id)) {
      visit.unservedCost = 20 * (visit.unservedCost ?? 100_000) + 1_000_000;
    }
    if (visit.id === visitId && !insistOn(standing, dear, visit)) return null;
  }
  const found = solvedFrom(dear, plan, options);
  if (found === null) return null;
  const verdict = checkPlan(doc, found);
  const starts = startsIn(found);
  const bought = new Set((found.bought ?? []).map((one) => one.visitId));
  const stays = [...kept.keys()].every((id) => starts.has(id));
  const boughtStays = [...boughtBefore].every((id) => starts.has(id) || bought.has(id));
  const done = starts.has(visitId) || (standing === "unserved" && bought.has(visitId));
  const until = doc.visits.find(({ id }) => id === visitId)?.preferred?.to;
  const inTime =
    standing !== "late" ||
    (until !== undefined && epochSeconds(starts.get(visitId) ?? until) <= epochSeconds(until));
  return verdict.valid && done && inTime && stays && boughtStays
    ? { plan: found, cost: verdict.cost.total }
    : null;
}

/** Lets the search see only plans in which the visit stands as wished; false: there are none. */
function insistOn(standing: OpenStanding, doc: Problem, visit: Visit): boolean {
  if (standing === "bought") {
    // A type of its own, which no provider takes.
    const type = doc.visitTypes.find(({ id }) => id === visit.typeId)!;
    visit.typeId = freshId(doc, "own-nurse");
    doc.visitTypes.push({ ...type, id: visit.typeId });
  }
  const until = visit.preferred?.to;
  if (standing === "late" && until !== undefined) {
    visit.windows = visit.windows
      .filter(({ from }) => epochSeconds(from) <= epochSeconds(until))
      .map(({ from, to }) => ({ from, to: epochSeconds(to) <= epochSeconds(until) ? to : until }));
  }
  return visit.windows.length > 0;
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

/** Starts of the visits on routes. */
function startsIn(plan: Plan): Map<string, string> {
  return new Map(
    plan.routes.flatMap(({ stops }) =>
      stops.flatMap((stop) => (stop.kind === "visit" ? [[stop.visitId, stop.start] as const] : [])),
    ),
  );
}
