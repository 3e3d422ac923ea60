/** Shifts that published rounds of other areas have taken: nurses of the pool stand in each area's problem. */
import type { PastDay } from "../actuals/index.js";

/** Names a shift on the date on which it starts. */
export const shiftKey = (date: string, shiftId: string): string => JSON.stringify([date, shiftId]);

/** Of the days' rounds those without a visit of the areas planned; null: all are planned, so none is elsewhere. */
export function shiftsElsewhere(
  days: readonly PastDay[],
  areas: readonly string[] | null,
): ReadonlySet<string> {
  if (areas === null) return new Set();
  const planned = (areaId: string | null | undefined): boolean => areaId != null && areas.includes(areaId);
  return new Set(
    days.flatMap(({ date, sheet }) =>
      sheet.rounds
        .filter(
          ({ stops }) =>
            !stops.some(({ kind, id }) => kind === "visit" && planned(sheet.visits.get(id)?.areaId)),
        )
        .map(({ shiftId }) => shiftKey(date, shiftId)),
    ),
  );
}
