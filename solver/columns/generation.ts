/**
 * Column generation: master program, prices, pricing of every class, and the record of
 * what has been proved.
 */
import type { MasterEngine } from "../lp/master.js";
import type { ProblemData } from "../model/problem.js";
import { ClassPricing, type PricingKind, type PricingTeam } from "./classPricing.js";
import { Closing } from "./closing.js";
import { ColumnStore } from "./columnStore.js";
import { fewEnough } from "./cuts.js";
import { forbidCircles, forbidCirclesFound } from "./cycles.js";
import { ordersOf } from "./gapCuts.js";
import { greedyRoutes } from "./greedyRoutes.js";
import { leastOutside, type Outside, outsideOf } from "./lagrangian.js";
import { MasterCuts } from "./masterCuts.js";
import { Pace } from "./pace.js";
import { NO_CUTS, type PricePoint } from "./pricePoint.js";
import { type Pass, PricingRounds } from "./pricingRounds.js";
import { Proofs } from "./proofs.js";
import type { GenerationSettings } from "./settings.js";
import { simplePrices } from "./simpleBound.js";
import { LISTED_SPLITS } from "./startCuts.js";
import { type Center, StablePrices } from "./stablePrices.js";
import type { WarmRoute } from "./warmStart.js";

export interface StageReport {
  readonly round: number;
  readonly objective: number;
  readonly unserved: number;
  readonly columns: number;
  readonly labels: number;
  readonly added: number;
  readonly exact: boolean;
  readonly growth: number;
}

export interface Improvement {
  /** Number of unserved visits in the last master solution; NaN when there was none. */
  readonly unserved: number;
  /** More time would hardly raise the bound for the same numbers of unserved visits. */
  readonly converged: boolean;
}

/** Points by which the master may stay above the bound: a share of the cost besides unserved. */
const TOLERANCE = 0.0003;
/** Cuts are added once the master is within this share of the rest from the bound. */
const CUTS_FROM = 0.003;
/** What a missing visit costs at first, as a multiple of what one costs in the first plan, and how it grows. */
const FIRST_MISSING = 4;
const MORE_MISSING = 4;
/**
 * Points by which exact pricing may leave a shift's cheapest route open: a share of what is still open
 * altogether, at first at most so much of the rest, in the end no more than this.
 */
const LOOSENESS = 0.1;
const FIRST_SLACK = 0.01;
const SLACK = 0.3;
/** What a round of wide pricing costs beside a quick one. */
const WIDE = 4;
/** Cuts on starts are added once the master is within this share: they make pricing slower. */
const STARTS_FROM = 0.03;
/** How often they join the master between two exact pricings. */
const START_ROUNDS = 3;
/** Visits that the master may miss without being told that they are dearer. */
const MISSING = 1e-4;
/** Turns of each class between two numbers proved cheaply, until the first exact pricing is through. */
const CHEAP_EVERY = 3;

/** What a round tells whoever watches, apart from what pricing has found. */
type RoundValues = Pick<StageReport, "objective" | "unserved" | "growth">;

export class Generation {
  readonly scale: number;
  readonly proofs: Proofs;
  private readonly outside: Outside;
  private readonly pricing: ClassPricing;
  private readonly team: PricingTeam;
  private readonly rounds: PricingRounds;
  private readonly cuts: MasterCuts;
  private readonly store: ColumnStore;
  private readonly closing: Closing;
  private readonly visits: number;
  private readonly counts: number[];
  private missing = Infinity;
  private firstMissing = Infinity;
  /** The best prices so far and what they prove, by the least number of unserved visits asked. */
  private readonly centers = new Map<number, Center>();
  /** By the same: the master's last value without anything missing, points. */
  private readonly values = new Map<number, number>();
  /** The master's last value, points. */
  objective = Infinity;
  /** The cheapest routes of the last exact pricing went in circles. */
  private circles = true;
  /** Visits that its last solution misses. */
  private missed = 0;

  constructor(
    private readonly data: ProblemData,
    engine: MasterEngine,
    private readonly settings: GenerationSettings,
    private readonly stopped: () => boolean,
    private readonly report: (stage: StageReport) => void,
    team: (pricing: ClassPricing) => PricingTeam,
    /** Ends even what stands before anything is proved. */
    private readonly outOfTime: () => boolean,
  ) {
    this.pricing = new ClassPricing(data, settings, outOfTime);
    this.team = team(this.pricing);
    this.scale = this.pricing.scale;
    this.outside = outsideOf(data, this.scale);
    this.visits = data.visits.length;
    this.counts = this.pricing.classes.map((c) => c.shifts.length);
    this.store = new ColumnStore(engine, this.outside, this.counts, this.scale, this.pricing.startCuts);
    this.rounds = new PricingRounds(this.pricing, this.team, this.store, settings.routesPerClass);
    this.cuts = new MasterCuts(this.store, this.pricing, settings, ordersOf(data), this.outside.crew);
    this.proofs = new Proofs(this.outside, this.counts, this.pricing.startCuts);
    const { outside, counts, scale } = this;
    const day = { outside, counts, scale, startCuts: this.pricing.startCuts };
    this.closing = new Closing(engine, this.pricing, this.team, day, this.proofs, settings.labels, (whole) =>
      this.cuts.addStarts(whole, true),
    );
  }

  dispose(): void {
    this.store.dispose();
  }

  /** Records the instant bound, unless out of time before. */
  simple(): void {
    const { data, pricing, scale, outOfTime } = this;
    const prices = simplePrices(data, pricing.classes, (c) => pricing.graphs.of(c), scale, outOfTime);
    if (prices === null) return;
    const none = new Float64Array(this.counts.length);
    this.proofs.note({ prices, classes: none, cuts: NO_CUTS, startCuts: NO_CUTS }, none);
  }

  /** Whether an exact pricing has proved something for plans with so many unserved visits or more. */
  pricedExactly(from: number): boolean {
    return this.centers.has(from);
  }

  /** Whether the master serves all it has to for less than so many points: it hardly proves more than it costs. */
  isBelow(points: number): boolean {
    return this.missed <= MISSING && this.objective < points;
  }

  /** Least points of leaving so many visits out. */
  leastOutside(count: number): number {
    return leastOutside(this.outside, count, this.scale);
  }

  /** Gives the master a sensible beginning where no search found any. */
  begin(): void {
    greedyRoutes({
      outside: this.outside,
      counts: this.counts,
      scale: this.scale,
      price: (classes, visit) => {
        const base = new Float64Array(this.counts.length);
        const at = { visit, base, cuts: NO_CUTS, startCuts: NO_CUTS, slack: 0, circling: false };
        return this.team.run(classes, "first", at, this.stopped);
      },
      add: (route) => this.store.add(route),
      stopped: this.stopped,
    });
  }

  /**
   * Gives the master routes that were found elsewhere, of which the first `whole` are a plan. What that
   * costs by visit tells how dear a visit may be before there is need of more.
   */
  take(routes: readonly WarmRoute[], whole: number): void {
    let cost = 0;
    const classOf = new Map<number, number>();
    this.pricing.classes.forEach(({ shifts }, c) => shifts.forEach((s) => classOf.set(s, c)));
    for (const [number, { shift, visits, bounds }] of routes.entries()) {
      if (number === whole && cost > 0) this.firstMissing = (FIRST_MISSING * cost) / this.visits;
      if (this.stopped()) return;
      const shiftClass = classOf.get(shift);
      if (shiftClass === undefined) continue;
      const timed = this.pricing.timed(shiftClass, visits, bounds);
      if (timed === null) continue;
      this.store.add({ shiftClass, ...timed });
      cost += timed.cost;
    }
  }

  /** Scaled; false: nothing is gained by more. */
  private setMissing(cost: number): boolean {
    this.missing = Math.ceil(cost);
    return this.store.setMissing(this.missing);
  }

  /**
   * What these prices prove by the completion bounds alone: weaker than labels, and there at once.
   * A number for whoever ends the run before the first exact pricing is through.
   */
  private noteCheaply(at: PricePoint, halted: () => boolean): readonly number[] {
    const least = this.rounds.ask("bound", at, this.circling, halted).map((answer) => answer.least);
    this.proofs.note(at, least);
    return least;
  }

  /** Exact pricing has to look for circles first. */
  private get circling(): boolean {
    return this.circles && this.settings.growNeighbours;
  }

  /**
   * Improves the bound for plans with from .. to unserved visits until the master's value is
   * next to it, `enough` points are reached, or `stopped`. With `quickOnly` nothing is proved:
   * it only finds about where the master's solution lies. `pause` is asked after each exact pricing and ends it, too.
   */
  improve(
    from: number,
    to: number,
    enough: number,
    stopped: () => boolean,
    quickOnly = false,
    pause: () => boolean = () => false,
  ): Improvement {
    const { store, rounds, settings } = this;
    const halted = (): boolean => this.stopped() || stopped();
    store.setUnservedRange(from > 0 ? from : -Infinity, to < this.visits ? to : Infinity);
    this.setMissing(this.firstMissing);
    const prices = this.startPrices(from, to);
    const pace = new Pace(rounds.turns);
    let unserved = Number.NaN;
    let quick = 0;
    let startRounds = 0;
    let looseness = LOOSENESS;
    let kind: PricingKind = "quick";
    while (!halted()) {
      rounds.round++;
      const answer = store.solve();
      if (answer.status !== "optimal") break;
      const outside = store.outsideOf(answer.primal);
      ({ unserved } = outside);
      this.objective = answer.objective;
      this.missed = outside.missing;
      if (this.missed <= MISSING) this.values.set(from, this.objective);
      const now = this.pricesOf(answer.duals);
      const { center, weight } = prices;
      const at = prices.at(now);
      const values = { objective: answer.objective, unserved, growth: 0 };
      // Until there are proved prices to lean on, lean on those of the rounds before.
      const steady = center === null ? (prices.calm as PricePoint) : at;
      if (center === null && ++quick % (CHEAP_EVERY * rounds.turns) === 0) this.noteCheaply(steady, halted);
      let added = center === null ? this.quickRound(kind, steady, now, halted, values) : 0;
      if (added === 0) added = this.quickRound(kind, at, now, halted, values);
      const rest = answer.objective - this.leastOutside(Math.round(unserved));
      const holds = pace.holds(answer.objective, rest, kind === "wide" ? WIDE : 1);
      if (added > 0 && holds) {
        this.shrink(answer.duals);
        continue;
      }
      if (outside.missing > MISSING && this.setMissing(MORE_MISSING * this.missing)) {
        this.noteCheaply(at, halted);
        kind = "quick";
        pace.reset();
        continue;
      }
      // Once there are cuts on starts, they change the prices more than anything: settle most before proving.
      if (
        startRounds > 0 &&
        startRounds < START_ROUNDS &&
        this.cuts.addStarts(store.used(answer.primal)) > 0
      ) {
        startRounds++;
        kind = "quick";
        pace.reset();
        continue;
      }
      if (kind === "quick" && !this.centers.has(from)) {
        kind = "wide";
        pace.reset();
        continue;
      }
      if (quickOnly) return { unserved, converged: false };
      kind = "quick";
      let growth = 0;
      if (this.circling) {
        const cheapest = () => rounds.ask("circles", steady, true, halted);
        growth = forbidCirclesFound(cheapest, this.pricing.ng, 4 * this.visits, halted);
      }
      // What the first pass does not come to before its end is proved cheaply all the same.
      const floor = center === null ? this.noteCheaply(steady, halted) : [];
      const open = answer.objective - Math.max(0, this.proofs.between(from, to) / this.scale);
      const slack = Math.max(SLACK, Math.min(FIRST_SLACK * rest, looseness * open) / this.data.shifts.length);
      const pass = rounds.exact(steady, now, this.circling, halted, Math.ceil(slack * this.scale));
      const least = pass.least.map((value, c) => Math.max(value, floor[c] ?? value));
      const better = prices.take(steady, this.proofs.note(steady, least), least);
      if (better !== null) this.centers.set(from, better);
      const reached = this.proofs.between(from, to) / this.scale;
      const gap = answer.objective - reached;
      if (reached >= enough) return { unserved, converged: true };
      const used = store.used(answer.primal);
      if (settings.growNeighbours) {
        const seen = [...used.map(({ route }) => route), ...pass.cheapest].map(({ visits }) => visits);
        const grown = forbidCircles(seen, this.pricing.ng, 4 * this.visits);
        growth += grown;
        this.circles = grown > 0;
      }
      if (growth > 0) store.forbidCycles(this.pricing.ng);
      startRounds = gap <= STARTS_FROM * rest && this.cuts.addStarts(used) > 0 ? 1 : 0;
      const cuts = startRounds + (gap <= CUTS_FROM * rest ? this.cuts.addTriples(used, now.cuts) : 0);
      this.tell(pass, { ...values, growth }, true);
      if (growth + cuts === 0 && gap <= Math.max(0.5, TOLERANCE * rest)) {
        return { unserved, converged: true };
      }
      if (pass.added === 0 && growth + cuts === 0) {
        if (weight === 0) {
          if (!pass.complete) break;
          if (slack <= SLACK) return { unserved, converged: true };
          looseness /= 4;
        }
        // The smoothed prices found nothing for the master: go closer to its own.
        prices.sharpen();
      }
      pace.reset();
      this.shrink(answer.duals);
      if (pause()) break;
    }
    // Cut off before any exact pricing: the last prices may prove something all the same.
    const { center, calm } = prices;
    if (center === null && calm !== null) this.noteCheaply(calm, this.stopped);
    return { unserved, converged: false };
  }

  /** Points proved for plans with from .. to unserved visits. */
  points(from: number, to: number): number {
    return this.proofs.between(from, to) / this.scale;
  }

  /** What the master's last solution for these many unserved visits or more costs besides them, points; 0: there is none. */
  rest(from: number): number {
    const value = this.values.get(from);
    return value === undefined ? 0 : value - this.leastOutside(from);
  }

  /** Whether for from .. to unserved visits nearly as much is proved as the master costs. */
  isNear(from: number, to: number): boolean {
    const value = this.values.get(from);
    if (value === undefined || !this.centers.has(from)) return false;
    return (
      value - this.proofs.between(from, to) / this.scale <= CUTS_FROM * (value - this.leastOutside(from))
    );
  }

  /**
   * Goes on from the best prices for plans with from .. to unserved visits by listing routes, until `enough`
   * points are reached; true: more time would raise the bound no further.
   */
  close(from: number, to: number, enough: number): boolean {
    const center = this.centers.get(from);
    if (center === undefined || !this.isNear(from, to)) return false;
    const { scale, stopped } = this;
    const value = (this.values.get(from) as number) * scale;
    const rest = value - this.leastOutside(from) * scale;
    const { startCuts } = this.pricing;
    const before = startCuts.most;
    startCuts.most = LISTED_SPLITS;
    const closed = this.closing.run(center, from, to, enough * scale, value, rest, stopped);
    startCuts.most = before;
    return closed;
  }

  /** Windows may be split more often from now on; false: they already may. */
  splitFiner(): boolean {
    const { startCuts } = this.pricing;
    if (startCuts.most === LISTED_SPLITS) return false;
    startCuts.most = LISTED_SPLITS;
    return true;
  }

  /** The best prices for other numbers of unserved visits are no more than a beginning. */
  private startPrices(from: number, to: number): StablePrices {
    const { smoothing } = this.settings;
    const own = this.centers.get(from) ?? null;
    const center = own ?? [...this.centers.values()].at(-1) ?? null;
    return new StablePrices(center, from, to, own === null ? smoothing / 2 : smoothing, smoothing);
  }

  private quickRound(
    kind: PricingKind,
    at: PricePoint,
    own: PricePoint,
    halted: () => boolean,
    values: RoundValues,
  ): number {
    const pass = this.rounds.quick(kind, at, own, this.circling, halted);
    this.tell(pass, values, false);
    return pass.added;
  }

  private tell({ labels, added }: Pass, values: RoundValues, exact: boolean): void {
    this.report({ ...values, round: this.rounds.round, columns: this.store.size, labels, added, exact });
  }

  private shrink(duals: Float64Array): void {
    const { columns } = this.settings;
    if (this.store.size > columns) this.store.rebuild(duals, columns / 2);
  }

  private pricesOf(duals: Float64Array): PricePoint {
    const own = this.store.pricesAt(duals);
    return { ...own, cuts: fewEnough(own.cuts) };
  }
}
