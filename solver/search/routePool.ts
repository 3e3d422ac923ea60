/**
 * Good routes that the search has been through, as columns for set partitioning. Routes of the
 * same class of shifts with the same visits are one entry: the order seen last.
 */
import type { Model } from "../model/model.js";
import type { State } from "./state.js";

export interface PooledRoute {
  /** Class of shifts, see {@link RoutePool.classOf}. */
  readonly kind: number;
  readonly visits: readonly number[];
}

export class RoutePool {
  /** Class of each shift; shifts of one class are the same to the optimiser. */
  readonly classOf: Int32Array;
  /** Members of each class. */
  readonly members: readonly (readonly number[])[];
  /** Oldest first. */
  private readonly entries = new Map<string, PooledRoute>();

  constructor(
    model: Model,
    /** Most entries; the oldest goes first. */
    private readonly most: number,
  ) {
    const { classOf, members } = classesOf(model);
    this.classOf = classOf;
    this.members = members;
  }

  get routes(): Iterable<PooledRoute> {
    return this.entries.values();
  }

  get size(): number {
    return this.entries.size;
  }

  /** Takes in the routes of `state` that are named. */
  add(state: State, shifts: readonly number[]): void {
    for (const s of shifts) {
      const route = state.routes[s];
      if (route.length === 0 || route.lonely) continue;
      const visits = Array.from(route.seq.subarray(1, route.length + 1));
      const kind = this.classOf[s];
      const key = `${kind}:${visits.toSorted((a, b) => a - b).join()}`;
      // Seen again: young again.
      this.entries.delete(key);
      this.entries.set(key, { kind, visits });
      if (this.entries.size <= this.most) continue;
      for (const oldest of this.entries.keys()) {
        this.entries.delete(oldest);
        break;
      }
    }
  }
}

/** Shifts of one nurse that could overlap stay alone: what one may do hangs on the other. */
function classesOf(model: Model): { classOf: Int32Array; members: number[][] } {
  const classOf = new Int32Array(model.shiftCount);
  const members: number[][] = [];
  const known = new Map<string, number>();
  const single = new Set(model.siblings.flat());
  model.shifts.forEach((shift, s) => {
    const data = model.data.shifts[s];
    const able: number[] = [];
    for (let v = 0; v < model.visits; v++)
      if (model.able[v * model.shiftCount + s]) able.push(v, model.assignCost[v * model.shiftCount + s]);
    const key = single.has(s)
      ? `alone ${s}`
      : JSON.stringify([
          shift.from,
          shift.to,
          shift.end,
          shift.startPlace,
          shift.endPlace,
          data.mode,
          shift.capacity,
          shift.useCost,
          shift.target,
          data.breaks,
          able,
        ]);
    const kind = known.get(key) ?? members.length;
    known.set(key, kind);
    (members[kind] ??= []).push(s);
    classOf[s] = kind;
  });
  return { classOf, members };
}
