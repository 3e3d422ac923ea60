/**
 * Breaks as steps between break states. The state is the set of breaks already taken; a
 * step takes one or more of them on one leg. Whatever the order within the leg, a step is
 * told by four numbers, so that the position of a break is a state of the timing programme
 * and not an element of the sequence.
 */
import { FAR } from "./constants.js";
import type { Break } from "./problem.js";

export interface BreakTransition {
  /** State before and after, as bit sets. */
  readonly from: number;
  readonly to: number;
  /** Seconds of rest on the leg. */
  readonly rest: number;
  /** The next stop starts no sooner than this. */
  readonly notBefore: number;
  /** The stop before ends no later than this. */
  readonly endBy: number;
  /** One of the breaks must lie between two visits. */
  readonly inside: boolean;
  /** Breaks in the order taken. */
  readonly order: readonly number[];
}

/** Where a break may start, for one departure. */
export interface BreakWindow {
  readonly from: number;
  readonly to: number;
}

/** Widest windows over all departures from `shiftFrom` on (departures later only move them later). */
export function widestWindows(breaks: readonly Break[], shiftFrom: number): BreakWindow[] {
  return breaks.map((b) => ({ from: Math.max(b.from, shiftFrom + b.earliestAfter), to: b.to }));
}

/** Windows when the route departs at `departure`. */
export function windowsAt(breaks: readonly Break[], departure: number): BreakWindow[] {
  return breaks.map((b) => ({
    from: Math.max(b.from, departure + b.earliestAfter),
    to: b.latestAfter === null ? b.to : Math.min(b.to, departure + b.latestAfter),
  }));
}

/** All steps by the state they leave, with the widest windows. */
export function transitionsOf(breaks: readonly Break[], shiftFrom: number): BreakTransition[][] {
  return transitionsIn(breaks, widestWindows(breaks, shiftFrom));
}

export function transitionsIn(
  breaks: readonly Break[],
  windows: readonly BreakWindow[],
): BreakTransition[][] {
  const states = 1 << breaks.length;
  const out: BreakTransition[][] = [];
  for (let from = 0; from < states; from++) {
    const list: BreakTransition[] = [];
    for (const order of orders(breaks.length, from)) list.push(...step(breaks, windows, from, order));
    out.push(list);
  }
  return out;
}

/** Every non-empty order of breaks that are not in `taken`. */
function orders(count: number, taken: number): number[][] {
  const out: number[][] = [];
  const grow = (prefix: number[], used: number): void => {
    for (let b = 0; b < count; b++) {
      if (used & (1 << b)) continue;
      const next = [...prefix, b];
      out.push(next);
      grow(next, used | (1 << b));
    }
  };
  grow([], taken);
  return out;
}

/**
 * The breaks of `order` after an end e: the first starts at max(e, from), each next after
 * the one before. With R the rest so far, break i starts at
 * max(e + R_i, max_j<=i from_j + R_i - R_j), so it meets its window for every e up to
 * to_i - R_i, and the last one ends at max(e + R, max_j from_j + R - R_j).
 */
function step(
  breaks: readonly Break[],
  windows: readonly BreakWindow[],
  from: number,
  order: readonly number[],
): BreakTransition[] {
  let rest = 0;
  let earliest = -Infinity;
  let endBy = Infinity;
  let to = from;
  let inside = false;
  for (const b of order) {
    earliest = Math.max(earliest, windows[b].from);
    if (earliest > windows[b].to) return [];
    endBy = Math.min(endBy, windows[b].to - rest);
    earliest += breaks[b].seconds;
    rest += breaks[b].seconds;
    to |= 1 << b;
    inside ||= breaks[b].inside;
  }
  return [{ from, to, rest, notBefore: earliest, endBy, inside, order }];
}

/** When a stop can lie in each break state, from the steps alone. */
export function stateLimits(
  transitions: readonly (readonly BreakTransition[])[],
  endStates: Uint8Array,
): { release: Float64Array; deadline: Float64Array } {
  const states = transitions.length;
  const release = new Float64Array(states).fill(FAR);
  const deadline = new Float64Array(states).fill(-FAR);
  release[0] = -FAR;
  for (let m = 0; m < states; m++)
    for (const step of transitions[m]) release[step.to] = Math.min(release[step.to], step.notBefore);
  for (let m = states - 1; m >= 0; m--) {
    if (endStates[m]) deadline[m] = FAR;
    else for (const step of transitions[m]) deadline[m] = Math.max(deadline[m], step.endBy);
  }
  return { release, deadline };
}
