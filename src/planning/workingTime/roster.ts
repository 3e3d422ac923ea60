/** Rosters to be judged: as somebody sends them, or from what was published and done. */
import type { Roster } from "../../contracts/index.js";
import { addDays } from "../../domain/dates.js";
import { epochSeconds } from "../../domain/instant.js";
import { localDays } from "../../domain/localDays.js";
import type { DaySheet, PastDay, SheetRound } from "../actuals/index.js";
import type { ActualEvent } from "../actuals/ports.js";
import type { JudgedRoster } from "./check.js";
import type { Duty, Person } from "./duties.js";

/** So many days around a period are looked at: averages and rests reach that far. */
export const CONTEXT_DAYS_BEFORE = 119;
export const CONTEXT_DAYS_AFTER = 21;

export function rosterOf(sent: Roster): JudgedRoster {
  const nurses = sent.nurses ?? [];
  const { dateOf } = localDays(sent.timeZone);
  const judged = (from: string): boolean => {
    const date = dateOf(epochSeconds(from));
    return sent.from <= date && date <= sent.to;
  };
  return {
    timeZone: sent.timeZone,
    from: sent.from,
    to: sent.to,
    duties: sent.shifts.map((shift) => ({
      id: shift.id,
      nurseId: shift.nurseId,
      from: epochSeconds(shift.from),
      to: epochSeconds(shift.to),
      breaks:
        shift.breaks?.map(({ from, to }) => ({ from: epochSeconds(from), to: epochSeconds(to) })) ?? null,
      knownSince: shift.knownSince === undefined ? null : epochSeconds(shift.knownSince),
      consent: shift.consent ?? false,
      context: !judged(shift.from),
    })),
    persons: new Map(nurses.map((nurse): [string, Person] => [nurse.id, nurse])),
  };
}

/**
 * When she worked: the shift, and what the round and the events go beyond it. The ways to the first
 * visit and from the last count, since travel between visits is working time.
 */
function dutyOf(round: SheetRound, events: readonly ActualEvent[], context: boolean): Duty {
  const own = new Set(round.stops.flatMap((stop) => (stop.kind === "visit" ? [stop.id] : [])));
  const hers = events.filter(
    ({ kind, nurseId, visitId }) =>
      nurseId === round.nurseId &&
      visitId !== null &&
      own.has(visitId) &&
      kind !== "note" &&
      kind !== "running-late",
  );
  const first = round.stops.find(({ kind }) => kind === "visit")?.travelSeconds ?? 0;
  const times = hers.map(({ usedAt }) => usedAt);
  return {
    id: round.shiftId,
    nurseId: round.nurseId,
    from: Math.min(round.from, round.departure, ...times.map((time) => time - first)),
    to: Math.max(round.to, round.returned, ...times.map((time) => time + round.returnTravelSeconds)),
    breaks: round.stops.flatMap((stop) =>
      stop.kind === "break" ? [{ from: stop.start, to: stop.end }] : [],
    ),
    knownSince: null,
    consent: false,
    context,
  };
}

const idleDuties = (sheet: DaySheet, context: boolean): Duty[] =>
  sheet.idle.map(({ shiftId, nurseId, from, to }) => ({
    id: shiftId,
    nurseId,
    from,
    to,
    breaks: null,
    knownSince: null,
    consent: false,
    context,
  }));

export interface KnownDay {
  readonly sheet: DaySheet;
  readonly events: readonly ActualEvent[];
}

/** `judged`: dates whose shifts are judged; the other days are looked at. */
export function rosterOfDays(
  days: readonly KnownDay[],
  span: { readonly from: string; readonly to: string },
  timeZone: string,
): JudgedRoster {
  const persons = new Map<string, Person>();
  const duties = days.flatMap(({ sheet, events }) => {
    const context = sheet.date < span.from || sheet.date > span.to;
    for (const [id, skills] of sheet.skills) {
      persons.set(id, { id, form: "period", shortenedRest: false, skills });
    }
    return [...sheet.rounds.map((round) => dutyOf(round, events, context)), ...idleDuties(sheet, context)];
  });
  return { timeZone, from: span.from, to: span.to, duties, persons };
}

/** The published days, with those of a draft in the place of what holds on its dates. */
export function withDraft(
  days: readonly PastDay[],
  draft: ReadonlyMap<string, DaySheet>,
): readonly KnownDay[] {
  const events = new Map(days.map((day) => [day.date, day.events]));
  return [
    ...days.filter(({ date }) => !draft.has(date)),
    ...[...draft].map(([date, sheet]) => ({ sheet, events: events.get(date) ?? [] })),
  ].toSorted((a, b) => (a.sheet.date < b.sheet.date ? -1 : 1));
}

export const contextOf = (from: string, to: string): { readonly from: string; readonly to: string } => ({
  from: addDays(from, -CONTEXT_DAYS_BEFORE),
  to: addDays(to, CONTEXT_DAYS_AFTER),
});
