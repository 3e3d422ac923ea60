/**
 * Times one route with given starts: places the breaks, chooses the return. Knows the
 * contract's rules in its own simple way, so that it can feed the checker without using it.
 */
import type { Plan, Problem } from "../../../src/contracts/index.js";
import { toInstant, toSeconds } from "../clock.js";
import { type Source, chance } from "../source.js";

export type Shift = Problem["shifts"][number];
export type Visit = Problem["visits"][number];
type Break = NonNullable<Shift["breaks"]>[number];
type PlanRoute = Plan["routes"][number];
type PlanStop = PlanRoute["stops"][number];

export interface Taken {
  readonly visit: Visit;
  readonly start: number;
}

/** A route in the making: `departure` and starts are fixed, the rest follows. */
export interface Draft {
  readonly shift: Shift;
  readonly departure: number;
  readonly taken: readonly Taken[];
}

export interface Settled {
  readonly draft: Draft;
  readonly route: PlanRoute;
  readonly back: number;
  /** Lacks a break that has to lie between two visits; a later visit may mend that. */
  readonly owing: boolean;
}

/** Where things are in a problem: places of visits, seconds of legs. */
export class Roads {
  private readonly index: ReadonlyMap<string, number>;
  private readonly homes: ReadonlyMap<string, string>;

  constructor(readonly problem: Problem) {
    this.index = new Map(problem.places.map(({ id }, at) => [id, at]));
    this.homes = new Map(problem.clients.map(({ id, placeId }) => [id, placeId]));
  }

  placeOf(visit: Visit, here: string): string {
    return visit.remote === true ? here : this.homes.get(visit.clientId)!;
  }

  /** Seconds of a leg; infinite where there is no way. */
  leg(mode: string, from: string, to: string): number {
    if (from === to) return 0;
    const { durations, perStopSeconds = 0 } = this.problem.travel.modes[mode]!;
    const at = this.index.get(to)!;
    const seconds = durations![this.index.get(from)!]![at];
    if (seconds == null) return Infinity;
    return seconds + perStopSeconds + (this.problem.places[at]!.setupSeconds ?? 0);
  }

  /** Place and instant at which a draft's nurse is free after so many of her visits. */
  freeAt(draft: Draft, after: number): { place: string; clock: number } {
    let place = draft.shift.startPlaceId;
    for (const { visit } of draft.taken.slice(0, after)) place = this.placeOf(visit, place);
    const last = draft.taken[after - 1];
    return { place, clock: last === undefined ? draft.departure : last.start + last.visit.minutes * 60 };
  }
}

interface Gap {
  readonly from: number;
  /** Infinite for the way to the end. */
  readonly until: number;
  readonly travel: number;
  readonly inside: boolean;
}

/**
 * The route of a draft, each break at the first leg that has room for it; breaks that may be
 * left out sometimes are. `null` if the breaks, the ways or the shift's end forbid it.
 */
export function settle(roads: Roads, draft: Draft, source: Source): Settled | null {
  const { shift, departure, taken } = draft;
  const waiting = new Set(
    (shift.breaks ?? []).filter(({ afterMinutes = 0 }) => afterMinutes === 0 || chance(source, 60)),
  );
  const stops: PlanStop[] = [];
  let place = shift.startPlaceId;
  let clock = departure;
  for (const { visit, start } of taken) {
    const to = roads.placeOf(visit, place);
    const travel = roads.leg(shift.mode, place, to);
    const gap = { from: clock, until: start, travel, inside: clock > departure };
    if (clock + travel > start) return null;
    stops.push(...placeBreaks(gap, waiting, departure, source).stops);
    // An arrival may stand later than the earliest possible one.
    const arrival = chance(source, 20) ? source.int(clock + travel, start) : clock + travel;
    const end = start + visit.minutes * 60;
    stops.push({
      kind: "visit",
      visitId: visit.id,
      arrival: toInstant(arrival, 120),
      start: toInstant(start, 120),
      end: toInstant(end, 120),
    });
    place = to;
    clock = end;
  }
  const travel = roads.leg(shift.mode, place, shift.endPlaceId);
  if (travel === Infinity) return null;
  const last = placeBreaks(
    { from: clock, until: Infinity, travel, inside: false },
    waiting,
    departure,
    source,
  );
  stops.push(...last.stops);
  const latest = toSeconds(shift.to) + (shift.maxOvertimeMinutes ?? 0) * 60;
  let back = Math.max(last.end, clock + travel + last.rest);
  if (back <= latest && chance(source, 15)) back = source.int(back, latest);
  const taking = new Set(stops.map((stop) => (stop.kind === "break" ? stop.breakId : "")));
  const owed = (shift.breaks ?? []).filter(
    ({ id, afterMinutes = 0 }) => !taking.has(id) && back - departure > afterMinutes * 60,
  );
  if (back > latest || owed.some(({ inside }) => inside !== true)) return null;
  const route: PlanRoute = {
    shiftId: shift.id,
    departure: toInstant(departure, 120),
    return: toInstant(back, 120),
    stops,
  };
  return { draft, route, back, owing: owed.length > 0 };
}

/** Takes from `waiting` what fits on a leg; `end` is that of the last break, `rest` their sum. */
function placeBreaks(gap: Gap, waiting: Set<Break>, departure: number, source: Source) {
  const stops: PlanStop[] = [];
  let end = gap.from;
  let rest = 0;
  for (const spec of waiting) {
    if (spec.inside === true && !gap.inside) continue;
    const first = Math.max(end, toSeconds(spec.from), departure + (spec.earliestAfterMinutes ?? 0) * 60);
    const last = Math.min(
      toSeconds(spec.to),
      departure + (spec.latestAfterMinutes ?? Infinity) * 60,
      gap.until - spec.minutes * 60,
    );
    const room = gap.from + gap.travel + rest + spec.minutes * 60 <= gap.until;
    if (first > last || !room) continue;
    const start = chance(source, 30) ? source.int(first, last) : first;
    end = start + spec.minutes * 60;
    rest += spec.minutes * 60;
    waiting.delete(spec);
    stops.push({
      kind: "break",
      breakId: spec.id,
      start: toInstant(start, 120),
      end: toInstant(end, 120),
    });
  }
  return { stops, end, rest };
}
