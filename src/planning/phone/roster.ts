/** A nurse's shifts by the rota: for dates that no plan covers yet. */
import { ORGANISATION_TIME_ZONE } from "../../contracts/standing/basics.js";
import { minuteOfDay, wallClock } from "../../domain/wallClock.js";
import { periodSpan, subtract } from "../generate/spans.js";
import type { StandingReader } from "../standing/ports.js";
import type { NurseShift } from "./ports.js";

const clock = wallClock(ORGANISATION_TIME_ZONE);
const instant = (seconds: number): Date => new Date(seconds * 1000);

/** What her absences leave of her shifts that start on the date; null: the rota has nobody's shift on it. */
export async function rosterShifts(
  standing: StandingReader,
  nurseId: string,
  date: string,
): Promise<readonly NurseShift[] | null> {
  const on = { from: date, to: date };
  const hers = { ...on, refersTo: [{ kind: "nurses", ids: [nurseId] }] } as const;
  const own = await standing.list("shifts", hers);
  if (own.length === 0) return (await standing.list("shifts", { ...on, limit: 1 })).length === 0 ? null : [];
  const absences = (await standing.list("absences", hers)).map(({ record }) => periodSpan(record, clock));
  const shifts = own.flatMap(({ record }) => {
    const [start, end] = [minuteOfDay(record.from), minuteOfDay(record.to)];
    const span = {
      from: clock(date, start),
      to: clock(date, end <= start ? end + 1440 : end, "second"),
    };
    return subtract(span, absences).map(({ from, to }, at) => ({
      // As generating names the pieces of a shift.
      shiftId: at === 0 ? record.id : `${record.id}#${at + 1}`,
      date,
      from: instant(from),
      to: instant(to),
      mode: null,
    }));
  });
  return shifts.toSorted((a, b) => a.from.getTime() - b.from.getTime());
}
