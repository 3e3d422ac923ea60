/**
 * Hours of nurses over a week, from Monday: of the dates planned together, and of what is published
 * or done on its other dates. Beyond the hours of her contract
 * work costs (`targetMinutes` of her shifts); beyond the most that she may work there is none: shifts
 * that would reach further do not count, and overtime keeps within what is left.
 */
import { mondayOf } from "../../domain/dates.js";
import { DEFAULT_RULE_SET, type WorkedMinutes } from "../workingTime/index.js";
import type { Frame } from "./frame.js";
import type { WorkingShift } from "./shifts.js";
import { groupBy } from "./standing.js";

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
  const unpaid = (record.breaks ?? []).filter(({ minutes }) => minutes >= DEFAULT_RULE_SET.unpaidFromMinutes);
  return (span.to - span.from) / 60 - unpaid.reduce((sum, { minutes }) => sum + minutes, 0);
}

const hoursText = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** A nurse's week. */
interface Week {
  readonly monday: string;
  /** Minutes on dates of it that are not planned now. */
  readonly before: number;
}

/** In the order of their starts, as far as the most hours reach. */
function withinMost(list: readonly WorkingShift[], week: Week, frame: Frame): WorkingShift[] {
  const most = list[0]!.nurse.mostWeeklyHours;
  if (most === undefined) return [...list];
  let worked = week.before;
  return list.filter((shift) => {
    const minutes = workedMinutes(shift);
    if (worked + minutes <= most * 60) {
      worked += minutes;
      return true;
    }
    const { id, nurse, record } = shift;
    const words = `shift ${id} would bring nurse ${nurse.id} beyond ${most} hours in the week of ${week.monday}; it does not count`;
    frame.notes.add("weekly-hours-full", { date: record.date, nurseId: nurse.id, shiftId: id }, words);
    return false;
  });
}

function limitsOf(
  list: readonly WorkingShift[],
  { monday, before }: Week,
  frame: Frame,
): readonly (readonly [string, WeeklyLimits])[] {
  const { nurse } = list[0]!;
  const own = list.reduce((sum, shift) => sum + workedMinutes(shift), 0);
  const worked = before + own;
  const { weeklyHours: hours, mostWeeklyHours: most, pacePercent: pace = 100 } = nurse;
  const over = hours !== undefined && worked > hours * 60;
  if (over) {
    const words = `the shifts of nurse ${nurse.id} come to ${hoursText(worked)} hours in the week of ${monday}, her contract is ${hours}`;
    frame.notes.add("weekly-hours-exceeded", { date: monday, nurseId: nurse.id }, words);
  }
  const left = over ? Math.max(0, hours * 60 - before) : own;
  // Whoever takes longer makes fewer planned minutes in the hours that she has.
  const slow = Math.max(100, pace);
  return list.map((shift) => [
    shift.id,
    {
      ...(over || slow > 100
        ? { target: Math.floor((workedMinutes(shift) * left * 100) / (own * slow)) }
        : {}),
      ...(most === undefined ? {} : { overtime: Math.floor((most * 60 - worked) / list.length) }),
    },
  ]);
}

function weekOf(monday: string, dates: ReadonlyMap<string, number> | undefined, frame: Frame): Week {
  let before = 0;
  for (const [date, minutes] of dates ?? [])
    if (mondayOf(date) === monday && !frame.dates.includes(date)) before += minutes;
  return { monday, before };
}

/** The shifts that count, in the order given. */
export function withinWeeklyHours(
  working: readonly WorkingShift[],
  published: WorkedMinutes,
  frame: Frame,
): WeeklyShifts {
  const weeks = groupBy(working, ({ nurse, record }) => JSON.stringify([nurse.id, mondayOf(record.date)]));
  const kept = new Set<WorkingShift>();
  const limits = new Map<string, WeeklyLimits>();
  for (const list of weeks.values()) {
    const week = weekOf(mondayOf(list[0]!.record.date), published.get(list[0]!.nurse.id), frame);
    const within = withinMost(list, week, frame);
    for (const shift of within) kept.add(shift);
    if (within.length === 0) continue;
    for (const [id, limit] of limitsOf(within, week, frame)) limits.set(id, limit);
  }
  return { shifts: working.filter((shift) => kept.has(shift)), limits };
}
