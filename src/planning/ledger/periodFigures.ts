/** Key figures of a period: the sums of its published days, and what was done of them. */
import { groupBy } from "../../domain/groups.js";
import { type PastDay, recordsOf } from "../actuals/index.js";
import { addTallies, type KeyFigures, summarise, type TypePrices } from "../life/index.js";

/** Of the visits that nurses were to make. */
export interface DoneFigures {
  /** Days with a check-in or -out. */
  readonly recordedDays: number;
  readonly plannedVisits: number;
  readonly doneVisits: number;
  /** Of visits whose begin is known: begun within the preferred time, or the window where there is none. */
  readonly begunOnTimePercent: number | null;
  readonly cancelledAtDoor: number;
  readonly notAtHome: number;
  /** Minutes of done visits whose length is known, and what was planned for the same ones. */
  readonly doneMinutes: number;
  readonly plannedMinutesOfThese: number;
}

export interface PeriodFigures extends KeyFigures {
  /** Published days. */
  readonly days: number;
  readonly done: DoneFigures;
}

function doneOf(days: readonly PastDay[]): DoneFigures {
  const seen = days.flatMap(({ sheet, events }) => {
    const record = recordsOf(events, (id) => sheet.visits.get(id)?.nurseIds.length ?? 1);
    return [...sheet.visits.values()]
      .filter(({ start }) => start !== null)
      .map((visit) => ({ visit, record: record(visit.visitId) }));
  });
  const states = groupBy(seen, ({ record }) => record.state);
  const count = (state: "done" | "cancelled-at-door" | "not-at-home"): number =>
    states.get(state)?.length ?? 0;
  const begun = seen.filter(({ record }) => record.begunAt !== null);
  const onTime = begun.filter(({ visit, record }) => {
    const span = visit.preferred ?? visit.window;
    return record.begunAt! >= span.from && record.begunAt! <= span.to;
  }).length;
  const measured = seen.filter(({ record }) => record.seconds !== null);
  return {
    recordedDays: days.filter(({ events }) => events.some(({ kind }) => kind.startsWith("check-"))).length,
    plannedVisits: seen.length,
    doneVisits: count("done"),
    begunOnTimePercent: begun.length === 0 ? null : Math.round((1000 * onTime) / begun.length) / 10,
    cancelledAtDoor: count("cancelled-at-door"),
    notAtHome: count("not-at-home"),
    doneMinutes: Math.round(measured.reduce((sum, { record }) => sum + record.seconds!, 0) / 60),
    plannedMinutesOfThese: measured.reduce((sum, { visit }) => sum + visit.minutes, 0),
  };
}

/** @param within areas whose clients count; absent: everybody */
export function periodFigures(
  days: readonly PastDay[],
  prices: TypePrices,
  within?: (areaId: string | null) => boolean,
): PeriodFigures {
  if (within === undefined) {
    const tally = addTallies(days.map(({ sheet }) => sheet.tally));
    return { days: days.length, ...summarise(tally, "nurses", prices), done: doneOf(days) };
  }
  const tally = addTallies(
    days.flatMap(({ sheet }) =>
      [...sheet.areaTallies].flatMap(([areaId, own]) => (within(areaId) ? [own] : [])),
    ),
  );
  const seen = days.map((day) => ({
    ...day,
    sheet: {
      ...day.sheet,
      visits: new Map([...day.sheet.visits].filter(([, { areaId }]) => within(areaId))),
    },
  }));
  return { days: days.length, ...summarise(tally, "nurses", prices), done: doneOf(seen) };
}

/** Rows beside the plan's, for CSV. */
export function doneRows(
  figures: PeriodFigures,
): readonly (readonly [string, string, number | null, string])[] {
  const { done } = figures;
  return [
    ["detail", "published days", figures.days, "days"],
    ["done", "recorded days", done.recordedDays, "days"],
    ["done", "planned visits", done.plannedVisits, "visits"],
    ["done", "done visits", done.doneVisits, "visits"],
    ["done", "begun on time", done.begunOnTimePercent, "%"],
    ["done", "cancelled at the door", done.cancelledAtDoor, "visits"],
    ["done", "not at home", done.notAtHome, "visits"],
    ["done", "visit time", done.doneMinutes, "min"],
    ["done", "planned time of these", done.plannedMinutesOfThese, "min"],
  ];
}
