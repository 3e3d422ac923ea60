/** Shifts of the dates planned: what absences, closures and buffers leave of them. */
import type { NurseRecord } from "../../contracts/standing/nurses.js";
import type { ShiftBreakRecord, ShiftRecord } from "../../contracts/standing/shifts.js";
import type { Shift, ShiftBreak } from "../../contracts/problemSchema.js";
import { minuteOfDay } from "../../domain/wallClock.js";
import { shiftKey } from "./elsewhere.js";
import type { Frame } from "./frame.js";
import { periodSpan, type Span, subtract } from "./spans.js";
import { groupBy } from "./standing.js";
import type { WeeklyLimits } from "./weeklyHours.js";

/** How a nurse travels where neither shift, vehicle nor nurse says it. */
export const DEFAULT_MODE = "walk";

/** A shift with a piece of its hours that can be worked; buffers are outside of it. */
export interface WorkingShift {
  readonly record: ShiftRecord;
  readonly nurse: NurseRecord;
  /** The record's own, or `ID#2` for a second piece. */
  readonly id: string;
  readonly span: Span;
  /** The whole shift with its buffers, by the clock. */
  readonly whole: Span;
}

/** From start to end of a shift by the wall clock, on the next date if `to` is no later than `from`. */
function wholeSpan(record: ShiftRecord, frame: Frame): Span {
  const from = minuteOfDay(record.from);
  const to = minuteOfDay(record.to);
  return {
    from: frame.clock(record.date, from),
    to: frame.clock(record.date, to <= from ? to + 1440 : to, "second"),
  };
}

export class Shifts {
  private readonly nurses: ReadonlyMap<string, NurseRecord>;
  private readonly absences: ReadonlyMap<string, readonly Span[]>;
  private readonly closures: ReadonlyMap<string, readonly Span[]>;
  private readonly places: ReadonlySet<string>;

  /** @param elsewhere shifts that other areas have taken, by `shiftKey` */
  constructor(
    private readonly frame: Frame,
    private readonly elsewhere: ReadonlySet<string>,
  ) {
    const { standing, clock } = frame;
    this.nurses = new Map(standing.nurses.map((nurse) => [nurse.id, nurse]));
    this.places = new Set(standing.places.map((place) => place.id));
    const spans = <T extends Parameters<typeof periodSpan>[0]>(
      list: readonly T[],
      key: (item: T) => string,
    ): ReadonlyMap<string, readonly Span[]> =>
      new Map([...groupBy(list, key)].map(([id, group]) => [id, group.map((one) => periodSpan(one, clock))]));
    this.absences = spans(standing.absences, (absence) => absence.nurseId);
    this.closures = spans(standing.closures, (closure) => closure.unitId);
  }

  /** By start, then id. */
  list(): WorkingShift[] {
    const dates = new Set(this.frame.dates);
    return this.frame.standing.shifts
      .filter((record) => dates.has(record.date))
      .flatMap((record) => this.pieces(record))
      .toSorted((a, b) => a.span.from - b.span.from || (a.id < b.id ? -1 : 1));
  }

  private pieces(record: ShiftRecord): WorkingShift[] {
    const { notes, wish } = this.frame;
    const { id: shiftId, nurseId, date } = record;
    const ids = { date, nurseId, shiftId };
    const nurse = this.nurses.get(nurseId);
    if (nurse === undefined) {
      notes.add(
        "nurse-missing",
        ids,
        `shift ${shiftId} is of nurse ${nurseId}, who is not known; it does not count`,
      );
      return [];
    }
    const lost = [record.startPlaceId, record.endPlaceId].find((place) => !this.places.has(place));
    if (lost !== undefined) {
      notes.add(
        "place-missing",
        ids,
        `shift ${shiftId} names place ${lost}, which is not known; it does not count`,
      );
      return [];
    }
    if (wish.areas !== null && nurse.homeAreaId !== undefined && !wish.areas.includes(nurse.homeAreaId))
      return [];
    if (this.elsewhere.has(shiftKey(date, shiftId))) {
      const words = `shift ${shiftId} of nurse ${nurseId} is on a published round of other areas; it does not count`;
      notes.add("shift-elsewhere", ids, words);
      return [];
    }
    const whole = wholeSpan(record, this.frame);
    const unitId = record.unitId ?? nurse.unitId;
    const closed = unitId === undefined ? [] : (this.closures.get(unitId) ?? []);
    const open = subtract(whole, closed);
    if (open.length !== 1 || open[0] !== whole) {
      const words = `unit ${unitId} is closed: ${open.length === 0 ? "the whole of" : "a part of"} shift ${shiftId} does not count`;
      notes.add("unit-closed", ids, words);
    }
    const absences = this.absences.get(nurseId) ?? [];
    const present = open.flatMap((piece) => subtract(piece, absences));
    if (absences.some((span) => span.from < whole.to && whole.from < span.to)) {
      const words = `nurse ${nurseId} is absent: ${present.length === 0 ? "the whole of" : "a part of"} shift ${shiftId} does not count`;
      notes.add("nurse-absent", ids, words);
    }
    const buffers = {
      from: whole.from + (record.startBufferMinutes ?? 0) * 60,
      to: whole.to - (record.endBufferMinutes ?? 0) * 60,
    };
    return present
      .map((piece) => ({ from: Math.max(piece.from, buffers.from), to: Math.min(piece.to, buffers.to) }))
      .filter((span) => span.to > span.from)
      .map((span, at) => ({ record, nurse, id: at === 0 ? shiftId : `${shiftId}#${at + 1}`, span, whole }));
  }
}

const lesser = (a = Infinity, b = Infinity): number => Math.min(a, b);

/** The shift as the problem has it; `limits`: what its week leaves of it. */
export function problemShift(
  shift: WorkingShift,
  mode: string,
  limits: WeeklyLimits | undefined,
  frame: Frame,
): Shift {
  const { record, nurse, span } = shift;
  const contract = nurse.contract ?? { kind: "own" as const };
  const useCost = (record.useCost ?? 0) + (contract.kind === "substitute" ? contract.activationCost : 0);
  const overtime = lesser(record.maxOvertimeMinutes, limits?.overtime);
  const target = lesser(record.targetMinutes, limits?.target);
  const breaks = (record.breaks ?? []).flatMap((one, at) => problemBreak(shift, one, at, frame));
  return {
    id: shift.id,
    nurseId: nurse.id,
    from: frame.write(span.from),
    to: frame.write(span.to),
    startPlaceId: record.startPlaceId,
    endPlaceId: record.endPlaceId,
    mode,
    ...(record.maxOvertimeMinutes === undefined ? {} : { maxOvertimeMinutes: overtime }),
    ...(useCost === 0 ? {} : { useCost }),
    ...(target === Infinity ? {} : { targetMinutes: target }),
    ...(breaks.length === 0 ? {} : { breaks }),
  };
}

/** A break counts from the shift's start; one for which a piece of a shift has no room falls out and is told. */
function problemBreak(shift: WorkingShift, one: ShiftBreakRecord, at: number, frame: Frame): ShiftBreak[] {
  const { whole, span, record } = shift;
  const from = Math.max(whole.from + one.earliestAfterMinutes * 60, span.from);
  const to = Math.min(whole.from + one.latestAfterMinutes * 60, span.to - one.minutes * 60);
  if (to < from) {
    const words = `break ${at + 1} of shift ${record.id} does not fit into what is left of it; it is not planned`;
    frame.notes.add(
      "break-dropped",
      { date: record.date, nurseId: record.nurseId, shiftId: shift.id },
      words,
    );
    return [];
  }
  return [
    {
      id: `break-${at + 1}`,
      minutes: one.minutes,
      from: frame.write(from),
      to: frame.write(to),
      ...(one.afterMinutes === undefined ? {} : { afterMinutes: one.afterMinutes }),
      ...(one.inside === undefined ? {} : { inside: one.inside }),
    },
  ];
}
