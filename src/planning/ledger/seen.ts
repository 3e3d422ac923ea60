/** Who was with whom when: from what was done where that is known, else from what was published. */
import type { DaySheet, PastDay } from "../actuals/index.js";
import { recordsOf } from "../actuals/index.js";

/** One nurse at one visit. Epoch seconds. */
export interface Meeting {
  readonly date: string;
  readonly visitId: string;
  readonly clientId: string;
  readonly areaId: string | null;
  readonly nurseId: string;
  readonly at: number;
}

/** A day with nothing known of it counts as published: the ledger is to work without check-ins, too. */
function meetingsOfDay({ date, sheet, events }: PastDay): Meeting[] {
  const record = recordsOf(events, (id) => sheet.visits.get(id)?.nurseIds.length ?? 1);
  return [...sheet.visits.values()].flatMap((visit): Meeting[] => {
    const { state, attendance, begunAt, endedAt } = record(visit.visitId);
    if (state === "cancelled-at-door" || state === "not-at-home") return [];
    const { visitId, clientId, areaId, start } = visit;
    const at = begunAt ?? start ?? endedAt;
    if (at === null) return [];
    const nurseIds = state === "open" ? visit.nurseIds : attendance.map(({ nurseId }) => nurseId);
    return nurseIds.map((nurseId) => ({ date, visitId, clientId, areaId, nurseId, at }));
  });
}

export function meetingsOf(days: readonly PastDay[]): readonly Meeting[] {
  return days.flatMap(meetingsOfDay);
}

/** What a draft plans, as meetings. */
export function meetingsOfSheets(sheets: Iterable<DaySheet>): readonly Meeting[] {
  return [...sheets].flatMap((sheet) =>
    [...sheet.visits.values()].flatMap(({ visitId, clientId, areaId, nurseIds, start }) =>
      start === null
        ? []
        : nurseIds.map((nurseId) => ({ date: sheet.date, visitId, clientId, areaId, nurseId, at: start })),
    ),
  );
}
