/**
 * A plan from a given one, valid or not: orders are kept, starts serve only to bind coupled
 * visits; what cannot stand is left absent for the search to place.
 */
import { FAR, type Model } from "../model/model.js";
import type { Solution } from "../model/solution.js";
import { Route } from "../schedule/route.js";
import { emptyPlan, type PlanCopy } from "./planCopy.js";
import { boughtFrom, OUT, type State } from "./state.js";

/** What a start says of one visit on one shift. */
interface Seat {
  readonly visit: number;
  readonly start: number;
}

/** Loads `solution` into `state`, as much of it as can stand. */
export function loadSolution(state: State, solution: Solution): void {
  const seats = new Map<number, Seat[]>();
  for (const route of solution.routes) {
    const list = seats.get(route.shift) ?? [];
    for (const stop of route.stops)
      if (stop.kind === "visit") list.push({ visit: stop.visit, start: stop.start });
    seats.set(route.shift, list);
  }
  loadSeats(state, seats, solution.bought);
}

/** Loads the published plan that the problem names, if it names one. False: it does not. */
export function loadPrevious(state: State): boolean {
  const { model } = state;
  const seats = new Map<number, Seat[]>();
  model.data.previous.forEach((before, visit) => {
    if (!before) return;
    for (const s of before.shifts) {
      const list = seats.get(s) ?? [];
      list.push({ visit, start: before.start });
      seats.set(s, list);
    }
  });
  if (seats.size === 0) return false;
  for (const list of seats.values()) list.sort((a, b) => a.start - b.start || a.visit - b.visit);
  loadSeats(state, seats, []);
  return true;
}

function loadSeats(
  state: State,
  seats: ReadonlyMap<number, readonly Seat[]>,
  bought: readonly { readonly visit: number; readonly provider: number }[],
): void {
  const { model } = state;
  const plan = emptyPlan(model);
  const shiftsOf = new Map<number, number[]>();
  const startOf = new Map<number, number>();
  for (const [shift, list] of seats) {
    if (shift >= model.shiftCount) continue;
    for (const { visit, start } of list) {
      if (visit >= model.visits || !model.able[visit * model.shiftCount + shift]) continue;
      const at = shiftsOf.get(visit) ?? [];
      if (
        at.length === model.crew[visit] ||
        at.some((s) => model.shifts[s].nurse === model.shifts[shift].nurse)
      )
        continue;
      at.push(shift);
      shiftsOf.set(visit, at);
      startOf.set(visit, startOf.get(visit) ?? start);
    }
  }
  for (const [visit, at] of shiftsOf) {
    const pinned = model.data.visits[visit].pin?.shifts ?? [];
    if (at.length < model.crew[visit] || !pinned.every((s) => at.includes(s))) continue;
    // Where a pin says otherwise than the plan, the pin holds.
    const start = model.data.visits[visit].pin?.start ?? startOf.get(visit)!;
    startOf.set(visit, start);
    if (model.crew[visit] > 1) {
      if (!allowed(model, visit, start)) continue;
      plan.lo[visit] = start;
      plan.hi[visit] = start;
      plan.crewAt[visit] = at;
    }
    plan.where[visit] = at[0];
  }
  dropBrokenLinks(model, plan, shiftsOf);
  bindGaps(model, plan, startOf);
  for (const [shift, list] of seats) {
    if (shift >= model.shiftCount) continue;
    const order = plan.sequences[shift];
    for (const { visit } of list) {
      if (
        visit < model.visits &&
        plan.where[visit] >= 0 &&
        shiftsOf.get(visit)?.includes(shift) &&
        !order.includes(visit)
      )
        order.push(visit);
    }
  }
  const used = new Map<number, number>();
  for (const { visit, provider } of bought) {
    const count = used.get(provider) ?? 0;
    if (plan.where[visit] !== OUT || !model.providersOf[visit].includes(provider)) continue;
    if (count >= model.providerMax[provider]) continue;
    used.set(provider, count + 1);
    plan.where[visit] = boughtFrom(provider);
  }
  state.load(plan);
  untangle(state);
}

function allowed(model: Model, v: number, t: number): boolean {
  for (let k = model.windowStart[v]; k < model.windowStart[v + 1]; k++)
    if (model.windowFrom[k] <= t && t <= model.windowTo[k]) return true;
  return false;
}

/** Leaves one end of each broken same-nurse or different-nurse link absent. */
function dropBrokenLinks(
  model: Model,
  plan: PlanCopy,
  shiftsOf: ReadonlyMap<number, readonly number[]>,
): void {
  for (const link of model.nurseLinks) {
    if (plan.where[link.a] < 0 || plan.where[link.b] < 0) continue;
    const nurses = (v: number): number[] => (shiftsOf.get(v) ?? []).map((s) => model.shifts[s].nurse);
    const shared = nurses(link.a).some((x) => nurses(link.b).includes(x));
    if (shared === (link.kind === "same-nurse")) continue;
    dropFrom(model, plan, model.pinned[link.b] ? link.a : link.b);
  }
}

function dropFrom(_model: Model, plan: PlanCopy, v: number): void {
  plan.where[v] = OUT;
  plan.crewAt[v] = [];
  plan.lo[v] = -FAR;
  plan.hi[v] = FAR;
}

/** Cuts gaps where the given starts keep them, half of the slack to each side; drops an end where they do not. */
function bindGaps(model: Model, plan: PlanCopy, startOf: ReadonlyMap<number, number>): void {
  model.gaps.forEach((gap, g) => {
    const { first, second, min, max } = gap;
    if (plan.where[first] < 0 || plan.where[second] < 0) return;
    const a = startOf.get(first)!;
    const b = startOf.get(second)!;
    if (b - a < min || b - a > max) {
      dropFrom(model, plan, model.pinned[second] ? first : second);
      return;
    }
    const fixedFirst = model.crew[first] > 1;
    const fixedSecond = model.crew[second] > 1;
    const slack = b - a - min;
    const firstHi = fixedFirst ? a : fixedSecond ? a + slack : a + (slack >> 1);
    plan.gaps.at[g * 4] = firstHi;
    plan.gaps.at[g * 4 + 1] = firstHi + min;
    if (max < FAR) {
      const room = max - (b - a);
      const firstLo = fixedFirst ? a : fixedSecond ? a - room : a - (room >> 1);
      plan.gaps.at[g * 4 + 2] = firstLo;
      plan.gaps.at[g * 4 + 3] = firstLo + max;
    } else {
      plan.gaps.at[g * 4 + 2] = -FAR;
      plan.gaps.at[g * 4 + 3] = FAR;
    }
    plan.gaps.bound[g] = 1;
  });
  model.gaps.forEach((gap, g) => {
    if (!plan.gaps.bound[g]) return;
    if (plan.where[gap.first] < 0 || plan.where[gap.second] < 0) {
      plan.gaps.bound[g] = 0;
      return;
    }
    narrow(model, plan, gap.first, plan.gaps.at[g * 4 + 2], plan.gaps.at[g * 4]);
    narrow(model, plan, gap.second, plan.gaps.at[g * 4 + 1], plan.gaps.at[g * 4 + 3]);
  });
}

function narrow(model: Model, plan: PlanCopy, v: number, lo: number, hi: number): void {
  if (model.crew[v] > 1) return;
  plan.lo[v] = Math.max(plan.lo[v], lo);
  plan.hi[v] = Math.min(plan.hi[v], hi);
}

/** Takes visits off routes that have no times: pinned ones last, else the fewest that simple trying finds. */
function untangle(state: State): void {
  const { model } = state;
  for (const index of state.routes.keys()) {
    const route = state.routes[index];
    if (route.cost < Infinity || route.length === 0) continue;
    const order = Array.from(route.seq.subarray(1, route.length + 1));
    // Tried aside: from a route without times the state itself would take more off than was asked.
    const scratch = new Route(model, index, state.bounds);
    scratch.setWindow(route.from, route.end);
    const costOf = (visits: readonly number[]): number => {
      scratch.setSequence(visits);
      return scratch.cost;
    };
    const gone = oneTooMany(model, order, costOf) ?? allTooMany(model, order, costOf);
    state.begin();
    state.remove(gone, gone.length);
  }
  state.begin();
}

/** The visit without a pin that is best taken off, where one is enough. */
function oneTooMany(
  model: Model,
  order: readonly number[],
  costOf: (visits: readonly number[]) => number,
): readonly number[] | null {
  let cheapest = -1;
  let least = Infinity;
  for (const v of order) {
    if (model.pinned[v]) continue;
    const cost = costOf(order.filter((u) => u !== v)) + model.unservedCost[v];
    if (cost >= least) continue;
    least = cost;
    cheapest = v;
  }
  return cheapest < 0 ? null : [cheapest];
}

/** What is left when visits are put back as long as they fit: begun ones first, then pinned, then dear ones. */
function allTooMany(
  model: Model,
  order: readonly number[],
  costOf: (visits: readonly number[]) => number,
): readonly number[] {
  const rank = (v: number): number =>
    model.data.visits[v].pin?.begun ? Infinity : model.pinned[v] ? Number.MAX_VALUE : model.unservedCost[v];
  const kept = new Set<number>();
  for (const v of [...order].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))) {
    kept.add(v);
    if (costOf(order.filter((u) => kept.has(u))) === Infinity) kept.delete(v);
  }
  return order.filter((v) => !kept.has(v));
}
