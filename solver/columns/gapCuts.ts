/**
 * Cuts of gaps between starts. If b has to start at least d seconds after a, then for any moment t no plan
 * starts b before t and a later than t - d: of the two, one at most. The linear program breaks that, with
 * whole routes as with fractions. A crew of k is k routes, each of which counts 1/k.
 *
 * The windows of both visits are split there, so that a node of the pricing problem either pays a cut
 * wholly or not at all, and labels know nothing of gaps.
 */
import type { ProblemData } from "../model/problem.js";
import type { RouteColumn, UsedRoute } from "./columnStore.js";
import { share } from "./scale.js";

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
export interface GapCut {
  readonly early: number;
  readonly at: number;
  readonly late: number;
  readonly from: number;
}

function gapCut({ before, after, least }: Order, at: number): GapCut {
  return { early: after, at, late: before, from: at - least + 1 };
}

/** One visit's side of a cut. */
interface Side {
  readonly cut: number;
  readonly visit: number;
  readonly time: number;
  /** The cut is paid before `time`; false: from `time` on. */
  readonly before: boolean;
}

/** Most moments at which the windows of one visit are split. */
const MOST_SPLITS = 8;

/** All gap cuts so far, by visit. */
export class GapCuts {
  readonly list: GapCut[] = [];
  /** By visit: moments from which on another node stands for the visit; ascending. */
  readonly splits: number[][];
  private readonly sides: Side[][];

  constructor(private readonly crew: ArrayLike<number>) {
    this.splits = Array.from(crew, () => []);
    this.sides = Array.from(crew, () => []);
  }

  add(cut: GapCut): void {
    const index = this.list.length;
    this.list.push(cut);
    this.addSide({ cut: index, visit: cut.early, time: cut.at, before: true });
    this.addSide({ cut: index, visit: cut.late, time: cut.from, before: false });
  }

  private addSide(side: Side): void {
    const splits = this.splits[side.visit] as number[];
    if (!splits.includes(side.time)) {
      splits.push(side.time);
      splits.sort((a, b) => a - b);
    }
    this.sides[side.visit]?.push(side);
  }

  /** Whether both visits may be split where the cut needs it. */
  hasRoom({ early, at, late, from }: GapCut): boolean {
    return this.fits(early, at) && this.fits(late, from);
  }

  private fits(visit: number, time: number): boolean {
    const splits = this.splits[visit] as number[];
    return splits.length < MOST_SPLITS || splits.includes(time);
  }

  /** What one service at this start pays at these prices by cut; cuts beyond their end have none. */
  paidAt(visit: number, start: number, price: ArrayLike<number>): number {
    let paid = 0;
    const parts = this.crew[visit] as number;
    for (const { cut, time, before } of this.sides[visit] as Side[]) {
      if (start < time === before && cut < price.length) paid += share(price[cut] as number, parts);
    }
    return paid;
  }

  paid({ visits, starts }: Pick<RouteColumn, "visits" | "starts">, price: ArrayLike<number>): number {
    let paid = 0;
    visits.forEach((visit, i) => (paid += this.paidAt(visit, starts[i] as number, price)));
    return paid;
  }

  /** Which share of each cut's row the route takes, by cut. */
  sharesOf({ visits, starts }: Pick<RouteColumn, "visits" | "starts">): Map<number, number> {
    const shares = new Map<number, number>();
    visits.forEach((visit, i) => {
      for (const { cut, time, before } of this.sides[visit] as Side[]) {
        if ((starts[i] as number) < time !== before) continue;
        shares.set(cut, (shares.get(cut) ?? 0) + 1 / (this.crew[visit] as number));
      }
    });
    return shares;
  }

  /** Cuts that the solution breaks, at most one for each order. */
  broken(used: readonly UsedRoute[], orders: readonly Order[]): GapCut[] {
    const starts: Start[][] = this.splits.map(() => []);
    for (const { route, value } of used) {
      route.visits.forEach((visit, i) => {
        const time = route.starts[i] as number;
        starts[visit]?.push({ time, value: value / (this.crew[visit] as number) });
      });
    }
    return orders.flatMap((order) => {
      const worst = worstMoments(order, starts[order.before] as Start[], starts[order.after] as Start[]);
      if (worst === null) return [];
      const cut = gapCut(order, this.moment(order, worst));
      return this.hasRoom(cut) ? [cut] : [];
    });
  }

  /** A moment in the range, where a window is split already if there is one. */
  private moment({ before, after, least }: Order, { from, to }: Moments): number {
    const known = [
      ...(this.splits[after] as number[]),
      ...(this.splits[before] as number[]).map((split) => split + least - 1),
    ].find((at) => at >= from && at <= to);
    if (known !== undefined) return known;
    const middle = Math.floor((from + to) / 2);
    const round = Math.round(middle / GRID) * GRID;
    return round >= from && round <= to ? round : middle;
  }
}

/** Seconds. Cuts stand at round moments where they can, so that splits are shared. */
const GRID = 300;
/** By how much a cut must be broken to be worth adding. */
const BROKEN = 0.04;

interface Start {
  readonly time: number;
  /** Share of the visit that starts then. */
  readonly value: number;
}

/** Moments, both inclusive, at which the cut of an order is equally broken. */
interface Moments {
  readonly from: number;
  readonly to: number;
}

/** Where the order is broken most; null: hardly anywhere. */
function worstMoments({ least }: Order, before: readonly Start[], after: readonly Start[]): Moments | null {
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
