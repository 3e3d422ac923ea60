/**
 * The part of a problem that some routes' times depend on: their shifts, their visits, the
 * links among these. Times of a handful of rounds need no model of the whole day, which takes
 * longer to lay out than the rounds take to time.
 */
import { Model, type ShiftModel } from "../model/model.js";
import type { Link, ProblemData } from "../model/problem.js";
import type { Route as PlannedRoute } from "../model/solution.js";

/** A shift and its visits in the order in which they are made. */
export interface Order {
  readonly shift: number;
  readonly visits: readonly number[];
}

/** Data of a part, with the shifts whose orders have each visit. */
export interface PartData extends ProblemData {
  readonly onShifts: readonly (readonly number[])[];
}

/** Of the visits only their own shifts are looked at: each pair of a visit and a shift more takes its time. */
export class PartModel extends Model {
  declare readonly data: PartData;

  constructor(data: PartData) {
    super(data);
  }

  protected override concerned(visit: number): readonly ShiftModel[] {
    return this.data.onShifts[visit].map((shift) => this.shifts[shift]);
  }
}

export interface Part {
  readonly data: PartData;
  /** The orders given, by the part's own numbers. */
  readonly orders: readonly Order[];
  readonly hints: ReadonlyMap<number, number>;
  readonly moved: ReadonlySet<number>;
  /** A route of the part by the numbers of the whole. */
  toWhole(route: PlannedRoute): PlannedRoute;
}

/** Numbers of the part by those of the whole. */
function numbered(list: readonly number[]): ReadonlyMap<number, number> {
  return new Map(list.map((index, at) => [index, at]));
}

function renumberLink(link: Link, visitAt: ReadonlyMap<number, number>): Link[] {
  const [one, other] = link.kind === "gap" ? [link.first, link.second] : [link.a, link.b];
  const [a, b] = [visitAt.get(one), visitAt.get(other)];
  if (a === undefined || b === undefined) return [];
  return [link.kind === "gap" ? { ...link, first: a, second: b } : { ...link, a, b }];
}

/** @param orders at most one for each shift */
export function partOf(
  whole: ProblemData,
  orders: readonly Order[],
  hints: ReadonlyMap<number, number>,
  moved: ReadonlySet<number>,
): Part {
  const visits = [...new Set(orders.flatMap((order) => order.visits))];
  const shifts = orders.map(({ shift }) => shift);
  const [visitAt, shiftAt] = [numbered(visits), numbered(shifts)];
  const onShifts = visits.map((): number[] => []);
  for (const [shift, order] of orders.entries())
    for (const visit of order.visits) onShifts[visitAt.get(visit)!].push(shift);
  // Shifts outside the part matter to who may serve, not to when.
  const inside = (list: readonly number[]): number[] => list.flatMap((shift) => shiftAt.get(shift) ?? []);
  return {
    data: {
      ...whole,
      visits: visits.map((visit) => {
        const one = whole.visits[visit];
        return one.pin === undefined ? one : { ...one, pin: { ...one.pin, shifts: inside(one.pin.shifts) } };
      }),
      previous: visits.map((visit) => {
        const before = whole.previous[visit];
        return before === null ? null : { ...before, shifts: inside(before.shifts) };
      }),
      shifts: shifts.map((shift) => whole.shifts[shift]),
      links: whole.links.flatMap((link) => renumberLink(link, visitAt)),
      providers: [],
      onShifts,
    },
    orders: orders.map((order, shift) => ({
      shift,
      visits: order.visits.map((visit) => visitAt.get(visit)!),
    })),
    hints: new Map(
      visits.flatMap((visit, at) => (hints.has(visit) ? [[at, hints.get(visit)!] as const] : [])),
    ),
    moved: new Set([...moved].flatMap((visit) => visitAt.get(visit) ?? [])),
    toWhole: (route) => ({
      ...route,
      shift: shifts[route.shift],
      stops: route.stops.map((stop) =>
        stop.kind === "visit" ? { ...stop, visit: visits[stop.visit] } : stop,
      ),
    }),
  };
}
