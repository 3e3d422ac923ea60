/**
 * When the rest of a day is to be expected: what is known of each round is carried along it, visit
 * by visit, and from round to round where visits need several nurses or keep a gap. Nobody is
 * expected before the plan's time, and nothing in the past. Epoch seconds.
 */
import type { ActualEvent } from "./ports.js";
import type { DaySheet, SheetRound, Span } from "./sheet.js";
import type { VisitRecord } from "./visitState.js";

export interface Expected {
  /** By visit: start and end as they were or are to be expected. */
  readonly visits: ReadonlyMap<string, Span>;
  /** By shift: when the nurse is back. */
  readonly returns: ReadonlyMap<string, number>;
}

interface Told {
  readonly visitId: string | null;
  readonly seconds: number;
}

/** Her last word of running late, unless something was ended or begun since: then that tells more. */
function toldLate(round: SheetRound, events: readonly ActualEvent[]): Told | null {
  const own = events.filter(({ nurseId }) => nurseId === round.nurseId);
  const last = own.findLast(({ kind }) => kind !== "note");
  if (last?.kind !== "running-late") return null;
  return { visitId: last.visitId, seconds: 60 * (last.minutes ?? 0) };
}

interface Reached {
  /** When she could leave where she is. */
  readonly free: number;
  /** Position in the round of the last stop that has begun; -1: none. */
  readonly at: number;
}

class Carrier {
  private readonly visits = new Map<string, Span>();
  private readonly returns = new Map<string, number>();

  constructor(
    private readonly sheet: DaySheet,
    private readonly record: (visitId: string) => VisitRecord,
    private readonly events: readonly ActualEvent[],
    private readonly now: number,
    private readonly skipped: (visitId: string, round: SheetRound, reached: number) => boolean,
  ) {}

  private known(visitId: string): Span | null {
    const { state, begunAt, endedAt } = this.record(visitId);
    if (state === "open") return null;
    const minutes = this.sheet.visits.get(visitId)?.minutes ?? 0;
    const from = begunAt ?? (endedAt === null ? this.now : endedAt - (state === "done" ? 60 * minutes : 0));
    return { from, to: endedAt ?? Math.max(this.now, from + 60 * minutes) };
  }

  private reached(round: SheetRound): Reached {
    let free = round.departure;
    let at = -1;
    for (const [index, stop] of round.stops.entries()) {
      if (stop.kind !== "visit") continue;
      const span = this.known(stop.id);
      if (span === null) continue;
      const own = this.record(stop.id).attendance.find(({ nurseId }) => nurseId === round.nurseId);
      free = Math.max(free, own?.out ?? span.to);
      at = index;
    }
    return { free, at };
  }

  /** Whether a start has moved. */
  private follow(round: SheetRound): boolean {
    const { free, at } = this.reached(round);
    const told = toldLate(round, this.events);
    let ready = free;
    let breaks = 0;
    let said = told !== null && told.visitId === null;
    let moved = false;
    for (const [index, stop] of round.stops.entries()) {
      if (stop.kind === "break") {
        // What lies before the place that she has reached is over.
        if (index > at) breaks += stop.end - stop.start;
        continue;
      }
      if (this.known(stop.id) !== null || this.skipped(stop.id, round, at)) continue;
      if (told?.visitId === stop.id) said = true;
      const late = said ? stop.start + told!.seconds : 0;
      said = false;
      const start = Math.max(
        stop.start,
        late,
        this.now,
        ready + stop.travelSeconds + breaks,
        this.visits.get(stop.id)?.from ?? 0,
      );
      const end = start + (stop.end - stop.start);
      if (this.visits.get(stop.id)?.from !== start) moved = true;
      this.visits.set(stop.id, { from: start, to: end });
      ready = end;
      breaks = 0;
    }
    this.returns.set(round.shiftId, Math.max(round.returned, ready + round.returnTravelSeconds + breaks));
    return moved;
  }

  private keepGaps(): boolean {
    let moved = false;
    for (const { first, second, minSeconds } of this.sheet.gaps) {
      const [a, b] = [this.visits.get(first), this.visits.get(second)];
      if (a === undefined || b === undefined || this.known(second) !== null) continue;
      const start = a.from + minSeconds;
      if (b.from >= start) continue;
      this.visits.set(second, { from: start, to: b.to + start - b.from });
      moved = true;
    }
    return moved;
  }

  run(): Expected {
    for (const id of this.sheet.visits.keys()) {
      const span = this.known(id);
      if (span !== null) this.visits.set(id, span);
    }
    // Starts only grow, each by a chain of visits, so that there is an end; rounds that wait for
    // each other in a ring would have none.
    for (let turn = 0; turn <= this.sheet.visits.size; turn++) {
      let moved = false;
      for (const round of this.sheet.rounds) moved = this.follow(round) || moved;
      moved = this.keepGaps() || moved;
      if (!moved) break;
    }
    return { visits: this.visits, returns: this.returns };
  }
}

export function expectedTimes(
  sheet: DaySheet,
  record: (visitId: string) => VisitRecord,
  events: readonly ActualEvent[],
  now: number,
  /** Whether a visit that is not known to have begun is no more counted on; told how far its round has come. */
  skipped: (visitId: string, round: SheetRound, reached: number) => boolean,
): Expected {
  return new Carrier(sheet, record, events, now, skipped).run();
}
