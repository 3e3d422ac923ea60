/**
 * The last part of the way: once prices prove nearly what the linear program costs, few routes are left that a plan
 * below some target may use. All of them are listed, and branch and bound over the list proves that there is no
 * such plan, or how cheap one can be. The target rises as long as the lists stay short enough.
 */
import type { MasterEngine } from "../lp/master.js";
import type { ClassPricing } from "./classPricing.js";
import type { RouteColumn, UsedRoute } from "./columnStore.js";
import { leastBetween } from "./lagrangian.js";
import { type PoolProblem, PoolSearch } from "./poolSearch.js";
import type { Proofs } from "./proofs.js";
import type { Center } from "./stablePrices.js";

/** The first target above what is proved, as a share of the rest, and by what factor the room above the prices grows at most. */
const FIRST_ROOM = 0.001;
const MOST_GROWTH = 2;
/** Below this growth another list is not worth its time. */
const LEAST_GROWTH = 1.08;
/** Of the labels that a list may take, the part that the first may. */
const FIRST_PART = 8;
/** Most routes of one list. */
const MOST_ROUTES = 300_000;
/** Of what labels allow, the next list should take so much. */
const AIM = 0.6;
const RUNGS = 60;

interface Listed {
  readonly routes: RouteColumn[];
  readonly labels: number;
}

export class Closing {
  constructor(
    private readonly engine: MasterEngine,
    private readonly pricing: ClassPricing,
    private readonly day: Pick<PoolProblem, "outside" | "counts" | "scale" | "startCuts">,
    private readonly proofs: Proofs,
    /** Most labels of one list. */
    private readonly labels: number,
    /** Adds cuts on starts that a whole solution breaks; tells how many. */
    private readonly cutStarts: (whole: readonly UsedRoute[]) => number,
  ) {}

  /**
   * Raises what is proved for plans with from .. to unserved visits, to `enough` at most; `rest`: about what they
   * cost besides these. Scaled. True: more time would raise it no further.
   */
  run(
    center: Center,
    from: number,
    to: number,
    enough: number,
    rest: number,
    stopped: () => boolean,
  ): boolean {
    const proved = (): number => this.proofs.between(from, to);
    const base = leastBetween(center.proved, from, to);
    const least = FIRST_ROOM * rest;
    let room = Math.max(0, proved() - base) + least;
    let before: { readonly room: number; readonly labels: number } | null = null;
    for (let rung = 0; rung < RUNGS && Number.isFinite(base) && !stopped(); rung++) {
      if (proved() >= enough) return true;
      const target = Math.min(enough, Math.ceil(base + room));
      // The labels grow fast with the room: where the least room takes many, there is no use in trying.
      const most = room < 2 * least ? this.labels / FIRST_PART : this.labels;
      const listed = this.list(center, target - base, most, stopped);
      if (listed === null) return false;
      const { routes, labels } = listed;
      const { cuts } = this.pricing;
      const list = { routes, prices: center, cuts, target, from, to };
      const search = new PoolSearch(this.engine, { ...this.day, ...list });
      const { proved: found, whole } = search.run(this.proofs.proved, stopped);
      search.dispose();
      this.proofs.take(found);
      if (whole !== null) {
        // What it breaks between routes can be told apart from now on.
        if (this.cutStarts(whole) === 0) return true;
        continue;
      }
      if (proved() <= target - this.day.scale) return false;
      const growth: number =
        before === null ? MOST_GROWTH : growthTo(AIM * this.labels, room, labels, before.room, before.labels);
      if (growth < LEAST_GROWTH) return false;
      before = { room, labels };
      room *= growth;
    }
    return false;
  }

  /** Every route of a plan that costs less than `room` above what the prices prove; null: too many, or `stopped`. */
  private list(center: Center, room: number, most: number, stopped: () => boolean): Listed | null {
    const routes: RouteColumn[] = [];
    const at = { visit: center.prices.visit, cuts: center.cuts, startCuts: center.startCuts };
    let labels = 0;
    for (const c of this.day.counts.keys()) {
      const below = room + Math.min(0, center.least[c] as number);
      const found = this.pricing.every(c, at, below, most - labels, stopped);
      if (found === null) return null;
      labels += found.labels;
      for (const route of found.routes) routes.push(route);
      if (labels > most || routes.length > MOST_ROUTES) return null;
    }
    return { routes, labels };
  }
}

/** By what the room may grow so that about so many labels are made, if these grow with it as they did. */
function growthTo(
  aim: number,
  room: number,
  labels: number,
  roomBefore: number,
  labelsBefore: number,
): number {
  const past = stepsBetween(labelsBefore, labels);
  if (past === 0) return MOST_GROWTH;
  return Math.min(MOST_GROWTH, 1 + ((room - roomBefore) * stepsBetween(labels, aim)) / (past * room));
}

/** How often the smaller number grows by a quarter until it is the greater one. */
function stepsBetween(from: number, to: number): number {
  let steps = 0;
  for (let labels = Math.max(1, from); labels < to; labels *= 1.25) steps++;
  return steps;
}
