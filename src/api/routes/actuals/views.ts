/** What happened, as the API shows it. */
import type { z } from "zod";
import type { LiveView } from "../../../contracts/index.js";
import { instantWriter } from "../../../domain/localTime.js";
import type { ActualEvent, LiveDay, Recorded, Span } from "../../../planning/actuals/index.js";
import type { recorded, storedEvent } from "./schemas.js";

const utc = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;

export function viewRecorded(events: readonly Recorded[]): z.infer<typeof recorded> {
  return {
    events: events.map(({ id, outcome, refusal, flags, date, usedAt, visitId }) => ({
      id,
      outcome,
      refusal,
      flags: [...flags],
      date,
      usedAt: usedAt === null ? null : utc(usedAt),
      visitId,
    })),
  };
}

export function viewEvent(event: ActualEvent, text: string | null): z.infer<typeof storedEvent> {
  const { sentAt: _, at, usedAt, receivedAt, flags, ...rest } = event;
  return { ...rest, at: utc(at), usedAt: utc(usedAt), receivedAt: utc(receivedAt), flags: [...flags], text };
}

export function viewLive(day: LiveDay): LiveView {
  const write = instantWriter(day.timeZone);
  const orNull = (seconds: number | null): string | null => (seconds === null ? null : write(seconds));
  const span = (one: Span | null) => (one === null ? null : { from: write(one.from), to: write(one.to) });
  return {
    date: day.date,
    planId: day.planId,
    timeZone: day.timeZone,
    now: write(day.now),
    counts: { ...day.counts },
    late: [...day.late],
    missed: [...day.missed],
    rounds: day.rounds.map(({ delaySeconds, plannedReturn, expectedReturn, ...rest }) => ({
      ...rest,
      delayMinutes: minutes(delaySeconds),
      plannedReturn: write(plannedReturn),
      expectedReturn: write(expectedReturn),
    })),
    visits: day.visits.map(({ delaySeconds, planned, expected, lastStart, attendance, ...rest }) => ({
      ...rest,
      shiftIds: [...rest.shiftIds],
      nurseIds: [...rest.nurseIds],
      planned: span(planned),
      expected: span(expected),
      lastStart: write(lastStart),
      delayMinutes: delaySeconds === null ? null : minutes(delaySeconds),
      attendance: attendance.map((one) => ({
        nurseId: one.nurseId,
        in: orNull(one.in),
        out: orNull(one.out),
      })),
      faults: [...rest.faults],
      flags: [...rest.flags],
    })),
  };
}
