/** The day as it runs: the state of each visit and nurse, who is late, what was missed. */
import type { ActualEvent, ActualFlag } from "./ports.js";
import { expectedTimes } from "./expected.js";
import type { DaySheet, SheetRound, SheetVisit, Span } from "./sheet.js";
import { type RecordFault, recordsOf, type VisitRecord, type VisitState } from "./visitState.js";

export interface LiveLimits {
  /** Late: expected so long after the planned start, or after the last allowed start. */
  readonly lateSeconds: number;
  /** Missed: not begun so long after the last allowed start. */
  readonly missedSeconds: number;
}
export const LIVE_LIMITS: LiveLimits = { lateSeconds: 900, missedSeconds: 3600 };

export type LiveState = VisitState | "missed" | "unserved" | "bought";

/** Epoch seconds. */
export interface LiveVisit {
  readonly visitId: string;
  readonly clientId: string;
  readonly typeId: string;
  readonly state: LiveState;
  readonly shiftIds: readonly string[];
  readonly nurseIds: readonly string[];
  readonly planned: Span | null;
  /** As it was or is to be expected; null where nobody is expected any more. */
  readonly expected: Span | null;
  readonly lastStart: number;
  /** Of the start, against the plan; earlier is negative. Null where there is nothing to compare. */
  readonly delaySeconds: number | null;
  /** Not begun, and expected too late. */
  readonly late: boolean;
  readonly attendance: VisitRecord["attendance"];
  readonly faults: readonly RecordFault[];
  readonly flags: readonly ActualFlag[];
  readonly notes: number;
}

export type NurseState = "to-come" | "on-the-way" | "at-visit" | "back";

export interface LiveRound {
  readonly shiftId: string;
  readonly nurseId: string;
  readonly state: NurseState;
  /** Where she is, or was last; null: nowhere yet. */
  readonly visitId: string | null;
  readonly nextVisitId: string | null;
  /** The worst to come: of the starts that are left, or of the return where no visit is left. */
  readonly delaySeconds: number;
  readonly plannedReturn: number;
  readonly expectedReturn: number;
  readonly done: number;
  readonly left: number;
}

export interface LiveDay {
  readonly date: string;
  readonly planId: string;
  readonly timeZone: string;
  readonly now: number;
  readonly visits: readonly LiveVisit[];
  readonly rounds: readonly LiveRound[];
  /** Visit ids, the most delayed first. */
  readonly late: readonly string[];
  /** Visit ids by their last allowed start. */
  readonly missed: readonly string[];
  readonly counts: Readonly<Record<LiveState, number>>;
}

const begunStates: readonly LiveState[] = ["begun", "done"];
const overStates: readonly LiveState[] = ["done", "cancelled-at-door", "not-at-home", "missed"];

class Live {
  private readonly record: (visitId: string) => VisitRecord;
  private readonly rounds: ReadonlyMap<string, SheetRound>;

  constructor(
    private readonly sheet: DaySheet,
    private readonly events: readonly ActualEvent[],
    private readonly now: number,
    private readonly limits: LiveLimits,
  ) {
    this.record = recordsOf(events, (id) => sheet.visits.get(id)?.nurseIds.length ?? 1);
    this.rounds = new Map(sheet.rounds.map((round) => [round.shiftId, round]));
  }

  /** Nobody can be counted on to make up for it: time is over, and its round has gone on or ended. */
  private missed(visit: SheetVisit): boolean {
    if (visit.start === null || this.record(visit.visitId).state !== "open") return false;
    return this.now > visit.window.to + this.limits.missedSeconds;
  }

  private skipped(visitId: string, round: SheetRound, reached: number): boolean {
    const visit = this.sheet.visits.get(visitId);
    if (visit === undefined || !this.missed(visit)) return false;
    const at = round.stops.findIndex((stop) => stop.kind === "visit" && stop.id === visitId);
    return at < reached || this.now > round.to;
  }

  private stateOf(visit: SheetVisit): LiveState {
    const { state } = this.record(visit.visitId);
    if (state !== "open") return state;
    if (visit.how === "bought") return "bought";
    if (visit.start === null) return "unserved";
    return this.missed(visit) ? "missed" : "open";
  }

  private visit(visit: SheetVisit, expected: Span | null): LiveVisit {
    const record = this.record(visit.visitId);
    const state = this.stateOf(visit);
    const start = visit.start;
    const took = state !== "cancelled-at-door" && state !== "not-at-home";
    const delaySeconds = start === null || expected === null || !took ? null : expected.from - start;
    const late =
      delaySeconds !== null &&
      state === "open" &&
      (delaySeconds > this.limits.lateSeconds || expected!.from > visit.window.to);
    return {
      visitId: visit.visitId,
      clientId: visit.clientId,
      typeId: visit.typeId,
      state,
      shiftIds: visit.shiftIds,
      nurseIds: visit.nurseIds,
      planned: start === null ? null : { from: start, to: visit.end! },
      expected,
      lastStart: visit.window.to,
      delaySeconds,
      late,
      attendance: record.attendance,
      faults: record.faults,
      flags: record.flags,
      notes: record.notes,
    };
  }

  private round(round: SheetRound, visits: ReadonlyMap<string, LiveVisit>, back: number): LiveRound {
    const own = round.stops.flatMap((stop) => (stop.kind === "visit" ? [visits.get(stop.id)!] : []));
    const at = own.find(({ state }) => state === "begun");
    const left = own.filter(
      ({ state, expected }) => !overStates.includes(state) && state !== "begun" && expected !== null,
    );
    const seen = own.filter(
      ({ state }) => begunStates.includes(state) || state === "not-at-home" || state === "cancelled-at-door",
    );
    const last = seen.toSorted((a, b) => (a.expected?.from ?? 0) - (b.expected?.from ?? 0)).at(-1);
    const state: NurseState =
      at !== undefined
        ? "at-visit"
        : left.length === 0 && this.now >= back
          ? "back"
          : seen.length === 0 && this.now < round.departure
            ? "to-come"
            : "on-the-way";
    const [next] = left;
    return {
      shiftId: round.shiftId,
      nurseId: round.nurseId,
      state,
      visitId: at?.visitId ?? last?.visitId ?? null,
      nextVisitId: next?.visitId ?? null,
      delaySeconds:
        left.length === 0
          ? Math.max(0, back - round.returned)
          : Math.max(...left.map(({ delaySeconds }) => delaySeconds ?? 0)),
      plannedReturn: round.returned,
      expectedReturn: back,
      done: own.filter((one) => one.state === "done").length,
      left: left.length,
    };
  }

  day(): LiveDay {
    const { visits: expected, returns } = expectedTimes(
      this.sheet,
      this.record,
      this.events,
      this.now,
      (visitId, round, reached) => this.skipped(visitId, round, reached),
    );
    const visits = [...this.sheet.visits.values()].map((visit) =>
      this.visit(visit, expected.get(visit.visitId) ?? null),
    );
    const byId = new Map(visits.map((visit) => [visit.visitId, visit]));
    const counts = Object.fromEntries(
      (
        ["open", "begun", "done", "cancelled-at-door", "not-at-home", "missed", "unserved", "bought"] as const
      ).map((state) => [state, visits.filter((one) => one.state === state).length]),
    ) as LiveDay["counts"];
    return {
      date: this.sheet.date,
      planId: this.sheet.planId,
      timeZone: this.sheet.timeZone,
      now: this.now,
      visits,
      rounds: [...this.rounds.values()].map((round) =>
        this.round(round, byId, returns.get(round.shiftId) ?? round.returned),
      ),
      late: visits
        .filter(({ late }) => late)
        .toSorted((a, b) => b.delaySeconds! - a.delaySeconds!)
        .map(({ visitId }) => visitId),
      missed: visits
        .filter(({ state }) => state === "missed")
        .toSorted((a, b) => a.lastStart - b.lastStart)
        .map(({ visitId }) => visitId),
      counts,
    };
  }
}

/** `events`: of the date, by `usedAt`. `now` in epoch seconds. */
export function liveDay(
  sheet: DaySheet,
  events: readonly ActualEvent[],
  now: number,
  limits: LiveLimits = LIVE_LIMITS,
): LiveDay {
  return new Live(sheet, events, now, limits).day();
}
