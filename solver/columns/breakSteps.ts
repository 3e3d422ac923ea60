/**
 * Ways to take breaks on one leg. A break's place is a state of the route (which breaks
 * have been taken), not a stop of its own: on a leg from a stop that ends at `e` to one
 * that starts at `s`, taking breaks in a given order needs `e <= latestEnd`,
 * `s >= e + travel + seconds` and `s >= front`.
 */
import type { Break, Shift } from "../model/problem.js";

/** Breaks beyond this many of one shift are dropped (fewer rules: still a bound). */
const MAX_BREAKS = 3;
export const FAR = 0x3fffffff;

export interface BreakStep {
  /** Breaks taken on the leg, as bits. */
  readonly taken: number;
  /** Their seconds together. */
  readonly seconds: number;
  /** Latest end of the stop before. */
  readonly latestEnd: number;
  /** Earliest start of the stop after. */
  readonly front: number;
  /** One of them must stand between two visits. */
  readonly inside: boolean;
}

export interface BreakPlan {
  readonly count: number;
  /** Breaks that may be left out, as bits, by `afterSeconds`. */
  readonly seconds: readonly number[];
  readonly after: readonly number[];
  /** First is the empty step; several orders of the same breaks may stand. */
  readonly steps: readonly BreakStep[];
  /** Seconds of breaks that were dropped. */
  readonly dropped: number;
}

/** The relaxed window of a break: `latestAfter` is dropped, `earliestAfter` counts from the shift's start. */
function windowOf(b: Break, shift: Shift): { from: number; to: number } {
  return { from: Math.max(b.from, shift.from + b.earliestAfter), to: b.to };
}

export function breakPlan(shift: Shift): BreakPlan {
  const kept = shift.breaks.slice(0, MAX_BREAKS);
  const steps: BreakStep[] = [{ taken: 0, seconds: 0, latestEnd: FAR, front: -FAR, inside: false }];
  const extend = (step: BreakStep): void => {
    kept.forEach((b, i) => {
      if ((step.taken & (1 << i)) !== 0) return;
      const window = windowOf(b, shift);
      // Earliest start of this break is max(e + step.seconds, step.front, window.from).
      const start = Math.max(step.front, window.from);
      if (start > window.to) return;
      const next: BreakStep = {
        taken: step.taken | (1 << i),
        seconds: step.seconds + b.seconds,
        latestEnd: Math.min(step.latestEnd, window.to - step.seconds),
        front: start + b.seconds,
        inside: step.inside || b.inside,
      };
      steps.push(next);
      extend(next);
    });
  };
  extend(steps[0] as BreakStep);
  return {
    count: kept.length,
    seconds: kept.map((b) => b.seconds),
    after: kept.map((b) => b.afterSeconds),
    steps,
    dropped: shift.breaks.slice(MAX_BREAKS).reduce((sum, b) => sum + b.seconds, 0),
  };
}
