/**
 * The last part of the way: once prices prove nearly what the linear program costs, few routes are left that a plan
 * below some target may use. All of them are listed, and branch and bound over the list proves that there is no
 * such plan, or how cheap one can be. The target rises as long as the lists stay short enough.
 */
import type { MasterEngine } from "../lp/master.js";
import { unpacked } from "./classList.js";
import type { ClassPricing, PricingTeam } from "./classPricing.js";
import type { RouteColumn, UsedRoute } from "./columnStore.js";
import { leastBetween } from "./lagrangian.js";
import { type PoolProblem, PoolSearch } from "./poolSearch.js";
import type { Proofs } from "./proofs.js";
import type { Center } from "./stablePrices.js";

/** The first target above what is proved, as a share of the rest, and by what factor the room above the prices grows at most. */
const FIRST_ROOM = 0.001;
const FIRST_GROWTH = 2;
const NEXT_GROWTH = 1.3;
const MOST_GROWTH = 1.6;
/** Below this growth another list is not worth its time. */
const LEAST_GROWTH = 1.05;
/** Of the labels that a list may take, the part that the first may, and one with more room; how often that is tried. */
const FIRST_PART = 8;
const FEW_PART = 24;
const MORE_PART = 3;
const MORE_TURNS = 2;
/** Most routes of one list. */
const MOST_ROUTES = 300_000;
/** Of what labels allow, the next list should take so much. */
const AIM = 0.8;
const RUNGS = 60;

interface Listed {
  readonly routes: RouteColumn[];
  readonly labels: number;
}

/** What a list took. */
interface Taken {
  readonly room: number;
  readonly labels: number;
  readonly routes: number;
}

export class Closing {
  constructor(
    private readonly engine: MasterEngine,
    private readonly pricing: ClassPricing,
    private readonly team: PricingTeam,
    private readonly day: Pick<PoolProblem, "outside" | "counts" | "scale" | "startCuts">,
    private readonly proofs: Proofs,
    /** Most labels of one list. */
    private readonly labels: number,
    /** Adds cuts on starts that a whole solution breaks; tells how many. */
    private readonly cutStarts: (whole: readonly UsedRoute[]) => number,
  ) {}

  /**
   * Raises what is proved for plans with from .. to unserved visits, to `enough` at most. They cost about `value` in
   * the linear program, `rest` of it besides these visits. Scaled. True: more time would raise it no further.
   */
  run(
    center: Center,
    from: number,
    to: number,
    enough: number,
    value: number,
    rest: number,
    stopped: () => boolean,
  ): boolean {
    const proved = (): number => this.proofs.between(from, to);
    const base = leastBetween(center.proved, from, to);
    const least = FIRST_ROOM * rest;
    const smallest = Math.max(0, proved() - base) + least;
    // What the linear program costs is proved over a list most often.
    const wanted = Math.max(smallest, value - base + least);
    if (proved() >= enough) return true;
    if (!Number.isFinite(wanted)) return false;
    const first = this.first(
      center,
      smallest,
      Math.min(wanted, enough - base),
      smallest < 2 * least,
      stopped,
    );
    let room = first?.room ?? 0;
    let before: Taken | null = null;
    for (let rung = 0; room > 0 && rung < RUNGS && !stopped(); rung++) {
      if (proved() >= enough) return true;
      const target = Math.min(enough, Math.ceil(base + room));
      const listed = rung === 0 ? first : this.list(center, target - base, this.labels, stopped);
      // To look at a long list takes a while before the clock is looked at again.
      if (listed === null || stopped()) return false;
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
      const now: Taken = { room, labels, routes: routes.length };
      const growth: number =
        before !== null ? this.growth(before, now) : room > smallest ? NEXT_GROWTH : FIRST_GROWTH;
      if (growth < LEAST_GROWTH) return false;
      before = now;
      room *= growth;
    }
    return false;
  }

  /**
   * The first list, and its room; null: there is no use in trying. Labels grow fast with the room: where few of them
   * are enough for the smallest, more room, up to the one wanted, may take more of them. `narrow`: no list has been made
   * with about so much.
   */
  private first(
    center: Center,
    smallest: number,
    wanted: number,
    narrow: boolean,
    stopped: () => boolean,
  ): (Listed & { readonly room: number }) | null {
    const list = (room: number, part: number): (Listed & { readonly room: number }) | null => {
      const listed = this.list(center, Math.ceil(room), this.labels / part, stopped);
      return listed === null ? null : { ...listed, room };
    };
    const least = list(Math.min(smallest, wanted), narrow ? FIRST_PART : MORE_PART);
    if (least === null || least.labels > this.labels / FEW_PART) return least;
    for (let room = wanted, turn = 0; room > MOST_GROWTH * smallest && turn < MORE_TURNS; turn++, room /= 2) {
      const more = list(room, MORE_PART);
      if (more !== null) return more;
    }
    return least;
  }

  /** By what the room may grow so that neither labels nor routes become too many. */
  private growth(before: Taken, now: Taken): number {
    const by = (of: "labels" | "routes", most: number): number =>
      growthTo(AIM * most, now.room, now[of], before.room, before[of]);
    return Math.min(by("labels", this.labels), by("routes", MOST_ROUTES));
  }

  /** Every route of a plan that costs less than `room` above what the prices prove; null: too many, or `stopped`. */
  private list(center: Center, room: number, most: number, stopped: () => boolean): Listed | null {
    const at = { visit: center.prices.visit, cuts: center.cuts, startCuts: center.startCuts };
    const below = Float64Array.from(this.day.counts, (_, c) => room + Math.min(0, center.least[c] as number));
    const lists = this.team.list({ at, below, labels: most }, stopped);
    if (lists.length < below.length || lists.some(({ complete }) => !complete)) return null;
    const labels = lists.reduce((sum, list) => sum + list.labels, 0);
    const count = lists.reduce((sum, { cost }) => sum + cost.length, 0);
    if (labels > most || count > MOST_ROUTES) return null;
    return { routes: lists.toSorted((a, b) => a.shiftClass - b.shiftClass).flatMap(unpacked), labels };
  }
}

/** By what the room may grow so that there are about so many, if these grow with it as they did. */
function growthTo(aim: number, room: number, count: number, roomBefore: number, countBefore: number): number {
  const past = stepsBetween(countBefore, count);
  if (past === 0) return MOST_GROWTH;
  return Math.min(MOST_GROWTH, 1 + ((room - roomBefore) * stepsBetween(count, aim)) / (past * room));
}

/** How often the smaller number grows by a quarter until it is the greater one. */
function stepsBetween(from: number, to: number): number {
  let steps = 0;
  for (let count = Math.max(1, from); count < to; count *= 1.25) steps++;
  return steps;
}
