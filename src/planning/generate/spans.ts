/** Stretches of time in seconds since the epoch, `to` excluded. */
import { addDays } from "../../domain/dates.js";
import { minuteOfDay, type WallClock } from "../../domain/wallClock.js";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A period of standing data: dates, both included, with times on the first and last if given. */
export interface PeriodRecord {
  readonly from: string;
  readonly to?: string;
  readonly fromTime?: string;
  readonly toTime?: string;
}

export function periodSpan(period: PeriodRecord, clock: WallClock): Span {
  const from = clock(period.from, period.fromTime === undefined ? 0 : minuteOfDay(period.fromTime));
  if (period.to === undefined) return { from, to: Infinity };
  const to =
    period.toTime === undefined
      ? clock(addDays(period.to, 1), 0)
      : clock(period.to, minuteOfDay(period.toTime), "second");
  return { from, to };
}

/** What is left of a span, in order. */
export function subtract(span: Span, taken: readonly Span[]): Span[] {
  let rest: Span[] = [span];
  for (const { from, to } of taken) {
    rest = rest.flatMap((piece) =>
      from >= piece.to || to <= piece.from
        ? [piece]
        : [
            { from: piece.from, to: from },
            { from: to, to: piece.to },
          ].filter((left) => left.to > left.from),
    );
  }
  return rest;
}

/** Start windows include both ends; absences exclude their end. A window of one instant may stay. */
export function subtractFromWindow(window: Span, taken: readonly Span[]): Span[] {
  return subtract({ from: window.from, to: window.to + 1 }, taken).map(({ from, to }) => ({
    from,
    to: to - 1,
  }));
}
