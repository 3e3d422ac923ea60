/** What of past days somebody limited to areas may see. */
import { type Identity, withinAreas } from "../../../planning/access/index.js";
import type { ActualEvent, DaySheet, History, LiveDay, PastDay } from "../../../planning/actuals/index.js";

/** The days with the visits of the identity's areas. */
export function daysWithin(identity: Identity, days: readonly PastDay[]): readonly PastDay[] {
  if (identity.areas === undefined) return days;
  return days.map((day) => ({
    ...day,
    sheet: {
      ...day.sheet,
      visits: new Map([...day.sheet.visits].filter(([, { areaId }]) => withinAreas(identity, areaId))),
    },
  }));
}

/** Rounds stay, for a nurse may work in several areas; where she is outside the identity's is not told. */
export function liveWithin(identity: Identity, sheet: DaySheet, day: LiveDay): LiveDay {
  if (identity.areas === undefined) return day;
  const seen = (visitId: string): boolean => withinAreas(identity, sheet.visits.get(visitId)?.areaId ?? null);
  const orNull = (visitId: string | null): string | null =>
    visitId !== null && seen(visitId) ? visitId : null;
  const visits = day.visits.filter(({ visitId }) => seen(visitId));
  const counts = Object.fromEntries(
    Object.keys(day.counts).map((state) => [state, visits.filter((one) => one.state === state).length]),
  ) as LiveDay["counts"];
  return {
    ...day,
    visits,
    counts,
    late: day.late.filter(seen),
    missed: day.missed.filter(seen),
    rounds: day.rounds
      .filter(({ shiftId }) => visits.some(({ shiftIds }) => shiftIds.includes(shiftId)))
      .map((round) => ({
        ...round,
        visitId: orNull(round.visitId),
        nextVisitId: orNull(round.nextVisitId),
      })),
  };
}

/** Events of visits of the identity's areas; those without a visit are everybody's. */
export async function eventsWithin(
  identity: Identity,
  history: History,
  events: readonly ActualEvent[],
): Promise<readonly ActualEvent[]> {
  if (identity.areas === undefined) return events;
  const dates = events.map(({ date }) => date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return events;
  const sheets = new Map((await history.days(first, last)).map(({ date, sheet }) => [date, sheet]));
  return events.filter(
    ({ date, visitId }) =>
      visitId === null || withinAreas(identity, sheets.get(date)?.visits.get(visitId)?.areaId ?? null),
  );
}
