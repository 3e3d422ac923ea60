/** A problem and its plan, looked up by id and read in the clock of the problem's time zone. */
import type { Client, Nurse, Place, Plan, PlanStop, Problem, Shift, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { instantWriter, type InstantWriter } from "../../domain/localTime.js";

export type PlanRoute = Plan["routes"][number];
export type VisitStop = Extract<PlanStop, { kind: "visit" }>;

export class Day {
  readonly nurses: ReadonlyMap<string, Nurse>;
  readonly clients: ReadonlyMap<string, Client>;
  readonly visits: ReadonlyMap<string, Visit>;
  readonly shifts: ReadonlyMap<string, Shift>;
  readonly places: ReadonlyMap<string, Place>;
  /** Ids of the nurses of each served visit. */
  readonly crews: ReadonlyMap<string, readonly string[]>;
  private readonly placeIndex: ReadonlyMap<string, number>;
  private readonly local: InstantWriter;

  constructor(
    readonly problem: Problem,
    readonly plan: Plan,
  ) {
    this.nurses = byId(problem.nurses);
    this.clients = byId(problem.clients);
    this.visits = byId(problem.visits);
    this.shifts = byId(problem.shifts);
    this.places = byId(problem.places);
    this.placeIndex = new Map(problem.places.map((place, index) => [place.id, index]));
    this.local = instantWriter(problem.timeZone);
    const crews = new Map<string, string[]>();
    for (const route of plan.routes) {
      const nurseId = must(this.shifts, route.shiftId).nurseId;
      for (const stop of route.stops) {
        if (stop.kind === "visit") crews.set(stop.visitId, [...(crews.get(stop.visitId) ?? []), nurseId]);
      }
    }
    this.crews = crews;
  }

  /** `07:35` in the time zone of the problem. */
  clock(instant: string): string {
    return this.local(epochSeconds(instant)).slice(11, 16);
  }

  /** `2026-11-23` in the time zone of the problem. */
  date(instant: string): string {
    return this.local(epochSeconds(instant)).slice(0, 10);
  }

  /** A person's name where the problem has one, else the id. */
  nurseName(id: string): string {
    return this.nurses.get(id)?.name ?? id;
  }

  /** The leg from one place to another as the rules count it. Undefined: no way, or no matrices. */
  leg(mode: string, from: string, to: string): { seconds: number; metres: number | undefined } | undefined {
    if (from === to) return { seconds: 0, metres: 0 };
    const travel = this.problem.travel.modes[mode];
    const [row, column] = [must(this.placeIndex, from), must(this.placeIndex, to)];
    const bare = travel?.durations?.[row]?.[column];
    if (travel === undefined || bare === undefined || bare === null) return undefined;
    const setup = must(this.places, to).setupSeconds ?? 0;
    return {
      seconds: bare + (travel.perStopSeconds ?? 0) + setup,
      metres: travel.distances?.[row]?.[column] ?? undefined,
    };
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The value of a key that a checked document is known to have. */
export function must<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`unknown id ${key} in a checked document`);
  return value;
}

/** Seconds from one instant to another. */
export function secondsBetween(from: string, to: string): number {
  return epochSeconds(to) - epochSeconds(from);
}
