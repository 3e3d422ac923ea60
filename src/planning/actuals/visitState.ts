/**
 * What has become of a visit, from its events. The order of arrival does not matter: times count.
 * Of a nurse's check-ins the first counts, of her check-outs the last.
 */
import { groupBy } from "../../domain/groups.js";
import type { ActualEvent, ActualFlag } from "./ports.js";

export const VISIT_STATES = ["open", "begun", "done", "cancelled-at-door", "not-at-home"] as const;
/** `open`: nothing is known of it yet. */
export type VisitState = (typeof VISIT_STATES)[number];

export const RECORD_FAULTS = [
  /** A check-out without a check-in: when it began is not known. */
  "no-check-in",
  /** The check-out is before the check-in: neither length nor end is believed. */
  "out-before-in",
  /** Some nurse of the crew has no check-in though another has ended the visit. */
  "crew-incomplete",
  /** Both done and cancelled or not at home: what came last counts. */
  "contradicting",
] as const;
export type RecordFault = (typeof RECORD_FAULTS)[number];

/** One nurse's part. Epoch seconds. */
export interface Attendance {
  readonly nurseId: string;
  readonly in: number | null;
  readonly out: number | null;
}

export interface VisitRecord {
  readonly state: VisitState;
  readonly attendance: readonly Attendance[];
  /** First check-in of anybody. */
  readonly begunAt: number | null;
  /** Last check-out of anybody; of a visit that did not take place when that was told. */
  readonly endedAt: number | null;
  /** From first check-in to last check-out; null unless both are known and believable. */
  readonly seconds: number | null;
  readonly faults: readonly RecordFault[];
  /** Of all its events. */
  readonly flags: readonly ActualFlag[];
  readonly notes: number;
}

/** Accidents of two presses in one minute are no visit's end. */
const SAME_PRESS = 5;

function attendanceOf(nurseId: string, events: readonly ActualEvent[]): Attendance | null {
  const ins = events.filter(({ kind }) => kind === "check-in").map(({ usedAt }) => usedAt);
  const outs = events.filter(({ kind }) => kind === "check-out").map(({ usedAt }) => usedAt);
  if (ins.length + outs.length === 0) return null;
  return {
    nurseId,
    in: ins.length === 0 ? null : Math.min(...ins),
    out: outs.length === 0 ? null : Math.max(...outs),
  };
}

/** `crew`: how many nurses were planned. */
export function recordOf(events: readonly ActualEvent[], crew = 1): VisitRecord {
  const attendance = [...groupBy(events, ({ nurseId }) => nurseId)]
    .map(([nurseId, own]) => attendanceOf(nurseId, own))
    .filter((one) => one !== null);
  const faults = new Set<RecordFault>();
  for (const { in: began, out } of attendance) {
    if (out !== null && began === null) faults.add("no-check-in");
    if (out !== null && began !== null && out < began - SAME_PRESS) faults.add("out-before-in");
  }
  const ins = attendance.flatMap((one) => (one.in === null ? [] : [one.in]));
  const outs = attendance.flatMap((one) => (one.out === null ? [] : [one.out]));
  const begunAt = ins.length === 0 ? null : Math.min(...ins);
  const lastOut = outs.length === 0 ? null : Math.max(...outs);
  if (lastOut !== null && attendance.length < crew) faults.add("crew-incomplete");

  const turned = events.filter(({ kind }) => kind === "cancelled-at-door" || kind === "not-at-home").at(-1);
  if (turned !== undefined && lastOut !== null) faults.add("contradicting");
  const turnedLast =
    turned !== undefined && turned.usedAt >= Math.max(lastOut ?? -Infinity, begunAt ?? -Infinity);
  // Somebody who is inside and has not come out keeps the visit under way.
  const inside = attendance.some((one) => one.out === null);
  const state: VisitState = turnedLast
    ? (turned.kind as "cancelled-at-door" | "not-at-home")
    : attendance.length === 0
      ? "open"
      : inside
        ? "begun"
        : "done";
  const believable = !faults.has("out-before-in") && !faults.has("no-check-in");
  const length = begunAt !== null && lastOut !== null ? Math.max(0, lastOut - begunAt) : null;
  return {
    state,
    attendance,
    begunAt,
    endedAt: turnedLast ? turned.usedAt : state === "done" ? Math.max(lastOut!, begunAt ?? lastOut!) : null,
    seconds: state === "done" && believable ? length : null,
    faults: [...faults],
    flags: [...new Set(events.flatMap(({ flags }) => flags))],
    notes: events.filter(({ kind }) => kind === "note").length,
  };
}

const NONE: VisitRecord = recordOf([]);

/** Records of a day's visits; a visit without events has an open one. */
export function recordsOf(
  events: readonly ActualEvent[],
  crewOf: (visitId: string) => number,
): (visitId: string) => VisitRecord {
  const own = groupBy(
    events.filter(({ visitId }) => visitId !== null),
    ({ visitId }) => visitId!,
  );
  const records = new Map([...own].map(([visitId, all]) => [visitId, recordOf(all, crewOf(visitId))]));
  return (visitId) => records.get(visitId) ?? NONE;
}
