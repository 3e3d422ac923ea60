/**
 * Hours of nurses over a week, from Monday, of the dates planned together. Beyond the hours of her contract
 * work costs (`targetMinutes` of her shifts); beyond the most that she may work there is none: shifts
 * that would reach further do not count, and overtime keeps within what is left.
 */
import { mondayOf } from "../rhythm/index.js";
import type { Frame } from "./frame.js";
import type { WorkingShift } from "./shifts.js";
import { groupBy } from "./standing.js";

/** Breaks of so many minutes are the nurse's own time, as in the rule set that comes with the program. */
const UNPAID_BREAK = 30;

/** What a week leaves of a shift's own values; absent: all. Minutes. */
export interface WeeklyLimits {
  readonly target?: number;
  readonly overtime?: number;
}

export interface WeeklyShifts {
  readonly shifts: readonly WorkingShift[];
  /** By shift id. */
  readonly limits: ReadonlyMap<string, WeeklyLimits>;
}

function workedMinutes({ span, record }: WorkingShift): number {
  const unpaid = (record.breaks ?? []).filter(({ minutes }) => minutes >= UNPAID_BREAK);
  return (span.to - span.from) / 60 - unpaid.reduce((sum, { minutes }) => sum + minutes, 0);
}

const hoursText = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** In the order of their starts, as far as the most hours reach. */
function withinMost(list: readonly WorkingShift[], week: string, frame: Frame): WorkingShift[] {
  const most = list[0]!.nurse.mostWeeklyHours;
  if (most === undefined) return [...list];
  let worked = 0;
  return list.filter((shift) => {
    const minutes = workedMinutes(shift);
    if (worked + minutes <= most * 60) {
      worked += minutes;
      return true;
    }
    const { id, nurse, record } = shift;
    const words = `shift ${id} would bring nurse ${nurse.id} beyond ${most} hours in the week of ${week}; it does not count`;
    frame.notes.add("weekly-hours-full", { date: record.date, nurseId: nurse.id, shiftId: id }, words);
    return false;
  });
}

function limitsOf(
  list: readonly WorkingShift[],
  week: string,
  frame: Frame,
): readonly (readonly [string, WeeklyLimits])[] {
  const { nurse } = list[0]!;
  const worked = list.reduce((sum, shift) => sum + workedMinutes(shift), 0);
  const { weeklyHours: hours, mostWeeklyHours: most } = nurse;
  const over = hours !== undefined && worked > hours * 60;
  if (over) {
    const words = `the shifts of nurse ${nurse.id} come to ${hoursText(worked)} hours in the week of ${week}, her contract is ${hours}`;
    frame.notes.add("weekly-hours-exceeded", { date: week, nurseId: nurse.id }, words);
  }
  return list.map((shift) => [
    shift.id,
    {
      ...(over ? { target: Math.floor((workedMinutes(shift) * hours * 60) / worked) } : {}),
      ...(most === undefined ? {} : { overtime: Math.floor((most * 60 - worked) / list.length) }),
    },
  ]);
}

/** The shifts that count, in the order given. */
export function withinWeeklyHours(working: readonly WorkingShift[], frame: Frame): WeeklyShifts {
  const weeks = groupBy(working, ({ nurse, record }) => JSON.stringify([nurse.id, mondayOf(record.date)]));
  const kept = new Set<WorkingShift>();
  const limits = new Map<string, WeeklyLimits>();
  for (const list of weeks.values()) {
    const week = mondayOf(list[0]!.record.date);
    const within = withinMost(list, week, frame);
    for (const shift of within) kept.add(shift);
    if (within.length === 0) continue;
    for (const [id, limit] of limitsOf(within, week, frame)) limits.set(id, limit);
  }
  return { shifts: working.filter((shift) => kept.has(shift)), limits };
}
