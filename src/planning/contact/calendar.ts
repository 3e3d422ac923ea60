/** What a nurse's calendar shows: working time and visits, nothing of clients. */
import type { NurseShift } from "../phone/ports.js";
import type { NurseDay } from "../ports.js";

export interface CalendarEvent {
  /** Stays the same when times change. */
  readonly id: string;
  readonly kind: "shift" | "visit" | "break";
  readonly start: Date;
  readonly end: Date;
}

/** Shifts, each once. */
export function shiftEvents(shifts: readonly NurseShift[]): readonly CalendarEvent[] {
  return shifts.map(({ shiftId, date, from, to }) => ({
    id: `shift-${date}-${shiftId}`,
    kind: "shift",
    start: from,
    end: to,
  }));
}

/** Visits and breaks of a date, without whom, where or what. Crew visits once each, by shift. */
export function stopEvents(date: string, { rounds }: NurseDay): readonly CalendarEvent[] {
  return rounds.flatMap(({ shiftId, stops }) =>
    stops.map((stop, index): CalendarEvent => ({
      // Ids of visits may say something of clients, and go to another company's calendar.
      id: `stop-${date}-${shiftId}-${index}`,
      kind: stop.kind,
      start: stop.start,
      end: stop.end,
    })),
  );
}
