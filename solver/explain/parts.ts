/** Cost of a state by the contract's parts, unweighted, times of each route at their best. */
import type { Model } from "../model/model.js";
import type { CostPart, Weights } from "../model/problem.js";
import type { Route as PlannedRoute } from "../model/solution.js";
import { timesOf } from "../schedule/times.js";
import { OUT, providerOf, type State } from "../search/state.js";
import { lateSeconds } from "./planState.js";

export type Parts = Record<CostPart, number>;

export function noParts(): Parts {
  return {
    travel: 0,
    wait: 0,
    early: 0,
    late: 0,
    worstLate: 0,
    overtime: 0,
    unfamiliar: 0,
    outsideArea: 0,
    language: 0,
    overload: 0,
    use: 0,
    bought: 0,
    moved: 0,
    shifted: 0,
    unserved: 0,
  };
}

export function weighted(parts: Parts, weights: Weights): number {
  let sum = 0;
  for (const part of Object.keys(parts) as CostPart[]) sum += weights[part] * parts[part];
  return sum;
}

export function difference(after: Parts, before: Parts): Parts {
  const out = noParts();
  for (const part of Object.keys(out) as CostPart[]) out[part] = after[part] - before[part];
  return out;
}

/** Routes timed before, by their stamp: only those that changed are timed anew. */
export class PartCounter {
  private readonly timed = new Map<number, PlannedRoute>();

  constructor(private readonly state: State) {}

  routeOf(s: number): PlannedRoute {
    const route = this.state.routes[s];
    let planned = this.timed.get(route.stamp);
    if (!planned) {
      planned = timesOf(route);
      this.timed.set(route.stamp, planned);
    }
    return planned;
  }

  /** Every route must have times. */
  count(): Parts {
    const { state } = this;
    const { model } = state;
    const parts = noParts();
    const seen = new Map<number, number>();
    for (const route of state.routes) {
      if (route.length === 0) continue;
      const planned = this.routeOf(route.shift.index);
      addRoute(model, planned, route.travel, route.work, parts);
      for (const stop of planned.stops) if (stop.kind === "visit") seen.set(stop.visit, stop.start);
    }
    for (const [v, start] of seen) addStart(state, v, start, parts);
    for (let v = 0; v < model.visits; v++) {
      if (state.where[v] === OUT) parts.unserved += model.data.visits[v].unservedCost;
      else if (state.where[v] < OUT) parts.bought += model.data.providers[providerOf(state.where[v])].cost;
    }
    return parts;
  }
}

function addRoute(model: Model, planned: PlannedRoute, travel: number, work: number, parts: Parts): void {
  const d = model.data;
  const shift = d.shifts[planned.shift];
  parts.travel += travel;
  let rest = 0;
  for (const stop of planned.stops) {
    if (stop.kind === "break") rest += stop.end - stop.start;
    else addPerson(model, stop.visit, shift.nurse, parts);
  }
  parts.wait += planned.return - planned.departure - travel - work - rest;
  parts.overtime += Math.max(0, planned.return - shift.to);
  if (shift.target !== null) parts.overload += Math.max(0, travel + work - shift.target);
  parts.use += shift.useCost;
}

function addPerson(model: Model, v: number, nurseIndex: number, parts: Parts): void {
  const d = model.data;
  const client = d.clients[d.visits[v].client];
  const nurse = d.nurses[nurseIndex];
  if (client.familiar.length > 0 && !client.familiar.includes(nurseIndex)) parts.unfamiliar += 1;
  if (nurse.areas !== null && client.area !== null && !nurse.areas.includes(client.area))
    parts.outsideArea += 1;
  const both = client.languages.length > 0 && nurse.languages.length > 0;
  if (both && !client.languages.some((l) => nurse.languages.includes(l))) parts.language += 1;
}

function addStart(state: State, v: number, start: number, parts: Parts): void {
  const d = state.model.data;
  const { preferred } = d.visits[v];
  if (preferred) parts.early += Math.max(0, preferred.from - start);
  const late = lateSeconds(d, v, start);
  parts.late += late;
  parts.worstLate = Math.max(parts.worstLate, late);
  const before = d.previous[v];
  if (!before) return;
  parts.shifted += Math.abs(start - before.start);
  const now = state.shiftsOf(v);
  const same =
    before.whole && before.shifts.length === now.length && now.every((s) => before.shifts.includes(s));
  if (!same) parts.moved += 1;
}
