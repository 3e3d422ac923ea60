/** The most that nurses can work within a stretch of time. */
import type { Problem, Shift } from "../../contracts/problemSchema.js";
import { epochSeconds } from "../../domain/instant.js";

/** Stretches in seconds since the epoch, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface MustBreak extends Stretch {
  /** First and last allowed start, both included. */
  readonly seconds: number;
}

interface Hours extends Stretch {
  readonly breaks: readonly MustBreak[];
}

export function overlapOf(one: Stretch, from: number, to: number): number {
  return Math.max(0, Math.min(one.to, to) - Math.max(one.from, from));
}

/**
 * The least that something of `seconds` overlaps a stretch when it starts anywhere from
 * `first` to `last`. As it moves, the overlap grows, stays and shrinks, so an end is least.
 */
export function leastOverlap(first: number, last: number, seconds: number, from: number, to: number): number {
  return Math.min(
    overlapOf({ from: first, to: first + seconds }, from, to),
    overlapOf({ from: last, to: last + seconds }, from, to),
  );
}

function hoursOf(shift: Shift): Hours {
  return {
    from: epochSeconds(shift.from),
    to: epochSeconds(shift.to) + (shift.maxOvertimeMinutes ?? 0) * 60,
    // One that may be left out of a short round takes nothing for certain.
    breaks: (shift.breaks ?? [])
      .filter((one) => (one.afterMinutes ?? 0) === 0)
      .map((one) => ({
        from: epochSeconds(one.from),
        to: epochSeconds(one.to),
        seconds: one.minutes * 60,
      })),
  };
}

/** Seconds that all stretches cover together within one. */
function covered(list: readonly Stretch[], from: number, to: number): number {
  let sum = 0;
  let reached = from;
  for (const stretch of list) {
    const start = Math.max(stretch.from, reached);
    const end = Math.min(stretch.to, to);
    if (end > start) {
      sum += end - start;
      reached = end;
    }
  }
  return sum;
}

/** One nurse's time, to count quickly that there is enough. */
export interface NurseHours {
  /** Without overlaps, in order. */
  readonly hours: readonly Stretch[];
  /** Between the first start and the last end of each break that must be taken; its length. */
  readonly breaks: readonly (Stretch & { readonly seconds: number })[];
}

/** By nurse id. */
export function hoursByNurse(problem: Problem): ReadonlyMap<string, NurseHours> {
  const lists = new Map<string, Hours[]>();
  for (const shift of problem.shifts) {
    lists.set(shift.nurseId, [...(lists.get(shift.nurseId) ?? []), hoursOf(shift)]);
  }
  return new Map(
    [...lists].map(([id, list]): [string, NurseHours] => {
      let reached = -Infinity;
      const hours = list
        .toSorted((a, b) => a.from - b.from)
        .map(({ from, to }) => {
          const stretch = { from: Math.max(from, reached), to };
          reached = Math.max(reached, to);
          return stretch;
        })
        .filter(({ from, to }) => to > from);
      const breaks = list.flatMap((one) =>
        one.breaks.map(({ from, to, seconds }) => ({ from, to: to + seconds, seconds })),
      );
      return [id, { hours, breaks }];
    }),
  );
}

/** Seconds that one nurse can work from `from` to `to`, overtime included, breaks that must fall there not. */
export type NurseSupply = (from: number, to: number) => number;

/** By nurse id; nurses without a shift are not there. */
export function suppliesOf(problem: Problem): ReadonlyMap<string, NurseSupply> {
  const shifts = new Map<string, Hours[]>();
  for (const shift of problem.shifts) {
    shifts.set(shift.nurseId, [...(shifts.get(shift.nurseId) ?? []), hoursOf(shift)]);
  }
  return new Map(
    [...shifts].map(([id, list]): [string, NurseSupply] => {
      const sorted = list.toSorted((a, b) => a.from - b.from);
      return [
        id,
        (from, to) => {
          // Both are more than can be: shifts do not overlap as used, breaks are taken where the round is.
          const single = sorted.reduce((sum, hours) => {
            const taken = hours.breaks.reduce(
              (rest, one) => rest + leastOverlap(one.from, one.to, one.seconds, from, to),
              0,
            );
            return sum + Math.max(0, overlapOf(hours, from, to) - taken);
          }, 0);
          return Math.min(single, covered(sorted, from, to));
        },
      ];
    }),
  );
}
