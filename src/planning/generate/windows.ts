/** Start windows of a requirement on a date, as instants. */
import type { RequirementRecord } from "../../contracts/standing/requirements.js";
import { minuteOfDay, type WallClock } from "../../domain/wallClock.js";
import { type Span, subtractFromWindow } from "./spans.js";

interface LocalWindow {
  readonly from: string;
  readonly to: string;
}

/** One of n times a day. */
export interface TimeOfVisit {
  /** 1 to n. */
  readonly number: number;
  readonly windows: readonly LocalWindow[];
  /** Wished start; null: none. */
  readonly preferred: LocalWindow | null;
}

/** A start window in seconds since the epoch, both ends included. */
export interface DayWindow extends Span {
  /** The part of it in which a start is wished for; null: none is. */
  readonly preferred: Span | null;
}

/** The n times of a day: each its own window, or all the same one. */
export function timesOf(record: RequirementRecord): TimeOfVisit[] {
  const count = record.rhythm.timesADay ?? 1;
  const { windows, preferred = [] } = record;
  if (count === 1) return [{ number: 1, windows, preferred: preferred[0] ?? null }];
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    windows: [windows[windows.length === 1 ? 0 : at]!],
    preferred: preferred[preferred.length === 1 ? 0 : at] ?? null,
  }));
}

/** Minutes after midnight of a local window; `to` before `from` reaches into the next date. */
export function localSpan({ from, to }: LocalWindow): Span {
  const start = minuteOfDay(from);
  const end = minuteOfDay(to);
  return { from: start, to: end < start ? end + 1440 : end };
}

/** The first start that any of the windows allows, minutes after midnight. */
export function startMinutes(windows: readonly LocalWindow[]): number {
  return Math.min(...windows.map((window) => localSpan(window).from));
}

/** A window's instants; a time that comes twice in autumn counts from its first to its second. */
function instants(window: LocalWindow, date: string, clock: WallClock): Span {
  const { from, to } = localSpan(window);
  return { from: clock(date, from), to: clock(date, to, "second") };
}

function overlap(one: Span, other: Span): Span | null {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from <= to ? { from, to } : null;
}

/**
 * The windows of one time of a date, in order, without what is taken out of them.
 *
 * @param wished the client's own wish, which counts where the requirement prefers nothing
 */
export function dayWindows(
  time: TimeOfVisit,
  date: string,
  clock: WallClock,
  wished: LocalWindow | undefined,
  taken: readonly Span[] = [],
): DayWindow[] {
  const wish = time.preferred ?? wished ?? null;
  const preferred = wish === null ? null : instants(wish, date, clock);
  return time.windows
    .flatMap((window) => subtractFromWindow(instants(window, date, clock), taken))
    .map((span) => ({ ...span, preferred: preferred === null ? null : overlap(span, preferred) }))
    .toSorted((a, b) => a.from - b.from);
}
