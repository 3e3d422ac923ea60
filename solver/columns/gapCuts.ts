/**
 * Cuts of gaps between starts. If b has to start at least d seconds after a, then for any moment t no plan
 * starts b before t and a later than t - d: of the two, one at most. The linear program breaks that, with
 * whole routes as with fractions. A crew of k is k routes, each of which counts 1/k.
 */
import type { ProblemData } from "../model/problem.js";
import {
  BROKEN,
  type CutSide,
  type Moments,
  momentIn,
  NO_CLASS,
  type StartCut,
  type StartCuts,
  type UsedStart,
} from "./startCuts.js";

/** `after` starts at least `least` seconds after `before` does; a greatest gap is one below 0. */
export interface Order {
  readonly before: number;
  readonly after: number;
  readonly least: number;
}

export function ordersOf(data: ProblemData): Order[] {
  return data.links.flatMap((link) => {
    if (link.kind !== "gap") return [];
    const { first, second, min, max } = link;
    const orders: Order[] = [{ before: first, after: second, least: min }];
    if (max !== null) orders.push({ before: second, after: first, least: -max });
    return orders;
  });
}

/** Of these two starts a plan has one at most: `early` before `at`, `late` at `from` or later. Seconds. */
export function gapCut(
  early: number,
  at: number,
  late: number,
  from: number,
  crew: ArrayLike<number>,
): StartCut {
  const side = (visit: number, time: number, before: boolean): CutSide => ({
    visit,
    time,
    before,
    shiftClass: NO_CLASS,
    own: 0,
    others: 1,
    parts: crew[visit] as number,
  });
  return { limit: 1, sides: [side(early, at, true), side(late, from, false)] };
}

/** Cuts that the solution breaks, at most one for each order. `starts`: by visit. */
export function brokenGaps(
  starts: readonly (readonly UsedStart[])[],
  orders: readonly Order[],
  crew: ArrayLike<number>,
  known: StartCuts,
): StartCut[] {
  const shares = (visit: number): readonly Start[] =>
    (starts[visit] ?? []).map(({ time, value }) => ({ time, value: value / (crew[visit] as number) }));
  return orders.flatMap(({ before, after, least }) => {
    const worst = worstMoments(least, shares(before), shares(after));
    if (worst === null) return [];
    const at = momentIn(worst, [
      ...(known.splits[after] as number[]),
      ...(known.splits[before] as number[]).map((split) => split + least - 1),
    ]);
    const from = at - least + 1;
    if (!known.fits(after, at) || !known.fits(before, from)) return [];
    return [gapCut(after, at, before, from, crew)];
  });
}

type Start = Pick<UsedStart, "time" | "value">;

/** Where the order is broken most; null: hardly anywhere. */
function worstMoments(least: number, before: readonly Start[], after: readonly Start[]): Moments | null {
  let most = 1 + BROKEN;
  let worst: Moments | null = null;
  for (const { time } of after) {
    const from = time + 1;
    let sum = 0;
    let to = Infinity;
    for (const other of after) {
      if (other.time < from) sum += other.value;
      else to = Math.min(to, other.time);
    }
    for (const other of before) {
      if (other.time <= from - least) continue;
      sum += other.value;
      to = Math.min(to, other.time + least - 1);
    }
    if (sum <= most || to === Infinity) continue;
    most = sum;
    worst = { from, to };
  }
  return worst;
}
