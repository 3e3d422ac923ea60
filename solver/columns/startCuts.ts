/**
 * Cuts on when services start, of both kinds: gaps between visits (gapCuts.ts) and crews (crewCuts.ts). Each
 * counts services before or from some moment on. The windows are split there, so that a node of the pricing
 * problem either counts wholly or not at all, and labels know nothing of these cuts.
 */
import type { RouteColumn, UsedRoute } from "./columnStore.js";
import { share } from "./scale.js";

/** No class of shifts. */
export const NO_CLASS = -1;

/** One visit's side of a cut: it counts services before `time`, or from `time` on. */
export interface CutSide {
  readonly visit: number;
  readonly time: number;
  readonly before: boolean;
  /** The class whose services count `own` times; all others' count `others` times. `NO_CLASS`: there is none such. */
  readonly shiftClass: number;
  readonly own: number;
  readonly others: number;
  /** By what these numbers are divided. */
  readonly parts: number;
}

/** No plan counts more than `limit` in all sides together. */
export interface StartCut {
  readonly limit: number;
  readonly sides: readonly CutSide[];
}

/** When a visit starts in the master's solution, on which class, and how much of a route that is. */
export interface UsedStart {
  readonly time: number;
  readonly shiftClass: number;
  readonly value: number;
}

/** Moments, both inclusive, at which a cut is equally broken. */
export interface Moments {
  readonly from: number;
  readonly to: number;
}

/** By how much a cut must be broken to be worth adding. */
export const BROKEN = 0.04;
/** Most moments at which the windows of one visit are split: while labels are many, and where routes are listed. */
const MOST_SPLITS = 8;
export const LISTED_SPLITS = 30;
/** Seconds. Cuts stand at round moments where they can, so that splits are shared. */
const GRID = 300;

/** All cuts on starts so far, by visit. */
export class StartCuts {
  readonly list: StartCut[] = [];
  /** Most moments at which the windows of one visit are split. */
  most = MOST_SPLITS;
  /** By visit: moments from which on another node stands for the visit; ascending. */
  readonly splits: number[][];
  private readonly sides: { readonly cut: number; readonly side: CutSide }[][];

  constructor(visits: number) {
    this.splits = Array.from({ length: visits }, () => []);
    this.sides = Array.from({ length: visits }, () => []);
  }

  add(cut: StartCut): void {
    const index = this.list.length;
    this.list.push(cut);
    for (const side of cut.sides) {
      const splits = this.splits[side.visit] as number[];
      if (!splits.includes(side.time)) {
        splits.push(side.time);
        splits.sort((a, b) => a - b);
      }
      this.sides[side.visit]?.push({ cut: index, side });
    }
  }

  /** Whether the visit may be split there. */
  fits(visit: number, time: number): boolean {
    const splits = this.splits[visit] as number[];
    return splits.length < this.most || splits.includes(time);
  }

  /** Which part of the visit's windows the start lies in: starts of one part are the same to all cuts. */
  partOf(visit: number, start: number): number {
    const splits = this.splits[visit] as number[];
    let part = 0;
    while (part < splits.length && (splits[part] as number) <= start) part++;
    return part;
  }

  /** What one service at this start pays at these prices by cut; cuts beyond their end have none. */
  paidAt(visit: number, start: number, shiftClass: number, price: ArrayLike<number>): number {
    let paid = 0;
    for (const { cut, side } of this.sides[visit] as (typeof this.sides)[number]) {
      if (start < side.time !== side.before || cut >= price.length) continue;
      const count = side.shiftClass === shiftClass ? side.own : side.others;
      paid += share(count * (price[cut] as number), side.parts);
    }
    return paid;
  }

  paid({ shiftClass, visits, starts }: Omit<RouteColumn, "cost">, price: ArrayLike<number>): number {
    let paid = 0;
    visits.forEach((visit, i) => (paid += this.paidAt(visit, starts[i] as number, shiftClass, price)));
    return paid;
  }

  /** What the route counts in each cut's row, by cut. */
  sharesOf({ shiftClass, visits, starts }: Omit<RouteColumn, "cost">): Map<number, number> {
    const shares = new Map<number, number>();
    visits.forEach((visit, i) => {
      for (const { cut, side } of this.sides[visit] as (typeof this.sides)[number]) {
        if ((starts[i] as number) < side.time !== side.before) continue;
        const count = side.shiftClass === shiftClass ? side.own : side.others;
        shares.set(cut, (shares.get(cut) ?? 0) + count / side.parts);
      }
    });
    return shares;
  }

  /** By visit: the starts that a solution uses. */
  startsOf(used: readonly UsedRoute[]): UsedStart[][] {
    const starts: UsedStart[][] = this.splits.map(() => []);
    for (const { route, value } of used) {
      const { shiftClass } = route;
      route.visits.forEach((visit, i) =>
        starts[visit]?.push({ time: route.starts[i] as number, shiftClass, value }),
      );
    }
    return starts;
  }
}

/** A moment in the range: one of those known if there is one, else a round one. */
export function momentIn({ from, to }: Moments, known: readonly number[]): number {
  const before = known.find((at) => at >= from && at <= to);
  if (before !== undefined) return before;
  const middle = Math.floor((from + to) / 2);
  const round = Math.round(middle / GRID) * GRID;
  return round >= from && round <= to ? round : middle;
}
