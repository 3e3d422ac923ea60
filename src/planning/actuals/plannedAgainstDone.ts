/** What was planned against what was done, by client, visit type, nurse or date. */
import { groupBy } from "../../domain/groups.js";
import type { PastDay } from "./history.js";
import type { SheetVisit } from "./sheet.js";
import { recordsOf, type VisitRecord } from "./visitState.js";

export const DONE_BY = ["client", "type", "nurse", "date"] as const;
export type DoneBy = (typeof DONE_BY)[number];

export interface DoneRow {
  /** Id of the client, type or nurse, or the date. */
  readonly key: string;
  /** Visits that nurses were to make; with `by` nurse, those of her rounds. */
  readonly plannedVisits: number;
  readonly plannedMinutes: number;
  readonly doneVisits: number;
  /** Of the visits whose length is known. */
  readonly doneMinutes: number;
  /** Done visits whose length is not known or not believed. */
  readonly unmeasured: number;
  readonly cancelledAtDoor: number;
  readonly notAtHome: number;
  /** Planned, and nothing is known of it. */
  readonly withoutRecord: number;
  /** Neither planned for a nurse nor bought. */
  readonly unserved: number;
  /** Begun after the last allowed start. */
  readonly begunTooLate: number;
  /** Planned minutes of the visits whose length is known: what `doneMinutes` compares with. */
  readonly plannedMinutesOfMeasured: number;
}

interface Seen {
  readonly key: string;
  readonly visit: SheetVisit;
  readonly record: VisitRecord;
  /** Of the key: with `by` nurse her own time, else the visit's. */
  readonly seconds: number | null;
  readonly begunAt: number | null;
  readonly done: boolean;
}

function seenOf(day: PastDay, by: DoneBy): Seen[] {
  const record = recordsOf(day.events, (id) => day.sheet.visits.get(id)?.nurseIds.length ?? 1);
  return [...day.sheet.visits.values()].flatMap((visit): Seen[] => {
    const own = record(visit.visitId);
    const whole = {
      visit,
      record: own,
      seconds: own.seconds,
      begunAt: own.begunAt,
      done: own.state === "done",
    };
    if (by === "client") return [{ ...whole, key: visit.clientId }];
    if (by === "type") return [{ ...whole, key: visit.typeId }];
    if (by === "date") return [{ ...whole, key: day.date }];
    const nurses = new Set([...visit.nurseIds, ...own.attendance.map(({ nurseId }) => nurseId)]);
    return [...nurses].map((nurseId) => {
      const part = own.attendance.find((one) => one.nurseId === nurseId);
      const known = part?.in != null && part.out !== null && part.out >= part.in;
      return {
        ...whole,
        key: nurseId,
        seconds: known && own.state === "done" ? part.out! - part.in! : null,
        begunAt: part?.in ?? null,
        done: own.state === "done" && part !== undefined,
      };
    });
  });
}

function rowOf(key: string, by: DoneBy, all: readonly Seen[]): DoneRow {
  const planned = all.filter(
    ({ visit }) => visit.start !== null && (by !== "nurse" || visit.nurseIds.includes(key)),
  );
  const done = all.filter((one) => one.done);
  const measured = done.filter(({ seconds }) => seconds !== null);
  const minutes = (visits: readonly Seen[]): number =>
    visits.reduce((sum, { visit }) => sum + visit.minutes, 0);
  const count = (test: (one: Seen) => boolean): number => all.filter(test).length;
  return {
    key,
    plannedVisits: planned.length,
    plannedMinutes: minutes(planned),
    doneVisits: done.length,
    doneMinutes: Math.round(measured.reduce((sum, { seconds }) => sum + seconds!, 0) / 60),
    unmeasured: done.length - measured.length,
    cancelledAtDoor: count(({ record }) => record.state === "cancelled-at-door"),
    notAtHome: count(({ record }) => record.state === "not-at-home"),
    withoutRecord: planned.filter(({ record }) => record.state === "open").length,
    unserved: count(({ visit }) => visit.how === "unserved" || visit.how === "missing"),
    begunTooLate: count(({ begunAt, visit }) => begunAt !== null && begunAt > visit.window.to),
    plannedMinutesOfMeasured: minutes(measured),
  };
}

/** By key, in the order of keys. Days are those that were published. */
export function plannedAgainstDone(days: readonly PastDay[], by: DoneBy): readonly DoneRow[] {
  const groups = groupBy(
    days.flatMap((day) => seenOf(day, by)),
    ({ key }) => key,
  );
  return [...groups].map(([key, all]) => rowOf(key, by, all)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
