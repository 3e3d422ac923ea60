/** Time on the phone: its clock set right by the server's last word, and dates in the plan's zone. */
import { addDays } from "../../shared/dates.js";

/** What the phone knows of the right time. */
export interface ClockFacts {
  /** Server's time less the device's at the last contact, milliseconds. */
  readonly offset: number;
  /** The latest right time that the phone has seen, epoch milliseconds. */
  readonly latest: number;
}

export const UNKNOWN_CLOCK: ClockFacts = { offset: 0, latest: 0 };

/** From here on a nurse is told that her phone's clock is wrong. */
export const WRONG_CLOCK_MILLISECONDS = 2 * 60_000;

/**
 * The time now, epoch milliseconds. It never runs backwards over what was seen: a clock that
 * is set back neither shows yesterday's notes again nor keeps expired data alive.
 */
export function rightNow(device: number, clock: ClockFacts): number {
  return Math.max(device + clock.offset, clock.latest);
}

/** The facts after an answer that says `server`, received at `device`; both epoch milliseconds. */
export function setClock(device: number, server: number): ClockFacts {
  // It was written a little earlier, by as much as the network takes: small differences are noise.
  const difference = server - device;
  const offset = Math.abs(difference) < 5_000 ? 0 : difference;
  return { offset, latest: device + offset };
}

/** "YYYY-MM-DD" of an instant in a time zone. */
export function dateIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** Monday to Sunday of the week that the date is in. */
export function weekOf(date: string): readonly string[] {
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
  return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(date, day - weekday));
}

/** An instant as the API takes it, `YYYY-MM-DDThh:mm:ssZ`. */
export function instantText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export const millis = (instant: string): number => Date.parse(instant);
