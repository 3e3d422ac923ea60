/**
 * Every place where a visit could go, priced by really putting it there: all shifts, all
 * positions, exact times. The other visits keep their order; those bound to other routes
 * (crews, gaps) keep their starts.
 */
import { type BarrierRule, barriersOf } from "../explain/barriers.js";
import { Model } from "../model/model.js";
import type { ProblemData } from "../model/problem.js";
import type { Route as PlannedRoute, Solution } from "../model/solution.js";
import { StartBounds } from "../schedule/bounds.js";
import { Route } from "../schedule/route.js";
import { timesOf } from "../schedule/times.js";

export interface VisitPlace {
  readonly shift: number;
  /** 0: first on the route. */
  readonly position: number;
  /** Points that the route costs more; the visit's own unserved cost is not in it. */
  readonly cost: number;
  /** The route with the visit, timed. */
  readonly route: PlannedRoute;
  /** The route without it, timed; null: it is the only visit. */
  readonly without: PlannedRoute | null;
}

/** A shift that has no place for the visit, and why: a rule that holds even on an empty day comes first. */
export interface ClosedShift {
  readonly shift: number;
  /** `link`: where its linked visits stand; `room`: only its round as it stands. */
  readonly rule: BarrierRule | "link" | "room";
  /** Skills that the nurse lacks, as indices. */
  readonly skills: readonly number[];
}

export interface VisitPlaces {
  /** Cheapest first. */
  readonly places: readonly VisitPlace[];
  readonly closed: readonly ClosedShift[];
}

/** The visit's bounds from the gaps to visits that stand where they stand. */
function bindVisit(
  model: Model,
  bounds: StartBounds,
  visit: number,
  starts: ReadonlyMap<number, number>,
): void {
  for (const index of model.gapsOf[visit]) {
    const { first, second, min, max } = model.gaps[index];
    const other = starts.get(first === visit ? second : first);
    if (other === undefined) continue;
    const lo = first === visit ? other - max : other + min;
    const hi = first === visit ? other - min : other + max;
    bounds.lo[visit] = Math.max(bounds.lo[visit], lo);
    bounds.hi[visit] = Math.min(bounds.hi[visit], hi);
  }
}

/** Nurses that a link keeps from the visit, by where its other ends stand. */
function linksAllow(
  model: Model,
  visit: number,
  nurse: number,
  at: ReadonlyMap<number, Set<number>>,
): boolean {
  return model.nurseLinksOf[visit].every((index) => {
    const { kind, a, b } = model.nurseLinks[index];
    const others = at.get(a === visit ? b : a);
    return others === undefined || others.has(nurse) === (kind === "same-nurse");
  });
}

/**
 * Places of a visit of one nurse on the routes of `solution`; where it stands now does not count.
 *
 * @throws RangeError for a crew visit: its nurses' places depend on each other
 */
export function insertionPlaces(data: ProblemData, solution: Solution, visit: number): VisitPlaces {
  const model = new Model(data);
  if (model.crew[visit] > 1) throw new RangeError(`visit ${data.visits[visit].id} needs a crew`);
  const bounds = new StartBounds(model.visits);
  const starts = new Map<number, number>();
  const nursesAt = new Map<number, Set<number>>();
  const orders = model.shifts.map((): number[] => []);
  for (const { shift, stops } of solution.routes) {
    for (const stop of stops) {
      if (stop.kind !== "visit" || stop.visit === visit) continue;
      orders[shift].push(stop.visit);
      starts.set(stop.visit, stop.start);
      const nurses = nursesAt.get(stop.visit) ?? new Set();
      nursesAt.set(stop.visit, nurses.add(model.shifts[shift].nurse));
      if (model.coupled[stop.visit] === 0) continue;
      bounds.lo[stop.visit] = stop.start;
      bounds.hi[stop.visit] = stop.start;
    }
  }
  bindVisit(model, bounds, visit, starts);
  const found: VisitPlace[] = [];
  const allowed = (shift: number): boolean => linksAllow(model, visit, model.shifts[shift].nurse, nursesAt);
  for (const shift of model.candidates[visit]) {
    if (!allowed(shift)) continue;
    const before = new Route(model, shift, bounds);
    const order = orders[shift];
    before.setSequence(order);
    if (before.cost === Infinity) continue;
    const without = order.length === 0 ? null : timesOf(before);
    const route = new Route(model, shift, bounds);
    for (let position = 0; position <= order.length; position++) {
      route.setSequence(order.toSpliced(position, 0, visit));
      if (route.cost === Infinity || route.lonely) continue;
      found.push({ shift, position, cost: route.cost - before.cost, route: timesOf(route), without });
    }
  }
  const open = new Set(found.map(({ shift }) => shift));
  const barriers = new Map(barriersOf(model, visit).map((barrier) => [barrier.shift, barrier]));
  const closed = [...model.shifts.keys()]
    .filter((shift) => !open.has(shift))
    .map(
      (shift): ClosedShift =>
        barriers.get(shift) ?? { shift, rule: allowed(shift) ? "room" : "link", skills: [] },
    );
  return {
    places: found.sort((a, b) => a.cost - b.cost || a.shift - b.shift || a.position - b.position),
    closed,
  };
}
