/**
 * Column generation: master program, prices, pricing of every class, and the record of
 * what has been proved. Prices are smoothed towards the best ones so far (Wentges 1997).
 */
import type { MasterEngine } from "../lp/master.js";
import type { ProblemData } from "../model/problem.js";
import type { ShiftClass } from "./classes.js";
import { type ClassAnswer, ClassPricing, type PricingKind, type PricingTeam, WORTH } from "./classPricing.js";
import { ColumnStore, type RouteColumn } from "./columnStore.js";
import { brokenCuts, type Cut, cutsPaid, MOST_PRICED } from "./cuts.js";
import { type Order, ordersOf } from "./gapCuts.js";
import { greedyRoutes } from "./greedyRoutes.js";
import { forbidCircles, forbidCirclesFound } from "./cycles.js";
import type { PricedRoute } from "./labelling.js";
import { boundByCount, leastBetween, type Outside, outsideOf } from "./lagrangian.js";
import { mixed, NO_CUTS, type PricePoint, rounded } from "./pricePoint.js";
import type { GenerationSettings } from "./settings.js";
import { simplePrices } from "./simpleBound.js";
import type { WarmRoute } from "./warmStart.js";

interface Center extends PricePoint {
  readonly proved: Float64Array;
}

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

/** What one pricing of several classes has come to. */
interface Pass {
  /** By class: no route costs less. */
  readonly least: readonly number[];
  /** Routes that joined the master. */
  readonly added: number;
  readonly labels: number;
  /** A few of the cheapest routes of each class. */
  readonly cheapest: readonly PricedRoute[];
  readonly complete: boolean;
}

/** Of each class so many of the cheapest routes show where neighbourhoods must grow. */
const CHEAPEST = 5;
/** Points by which the master may stay above the bound: a share of the cost besides unserved. */
const TOLERANCE = 0.0003;
/** Cuts are added once the master is within this share of the rest from the bound. */
const CUTS_FROM = 0.003;
/**
 * Quick pricing turns to the wider beam, and then ends, when so many rounds gain less than this share of
 * the rest; never before each class has had its turn twice.
 */
const STALL = 0.004;
const STALL_ROUNDS = 6;
/** Weight of the rounds before in the prices of the first quick rounds. */
const CALM = 0.85;
/** Classes that one quick pricing looks at. */
const CLASSES_AT_ONCE = 5;

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
/** Gap cuts are added once the master is within this share: they make pricing slower. */
const GAPS_FROM = 0.03;
/** How often gap cuts join the master between two exact pricings. */
const GAP_ROUNDS = 3;
/** Visits that the master may miss without being told that they are dearer. */
const MISSING = 1e-4;
/** Turns of each class between two numbers proved cheaply, until the first exact pricing is through. */
const CHEAP_EVERY = 3;

export class Generation {
  readonly scale: number;
  readonly classes: ShiftClass[];
  readonly outside: Outside;
  /** Best bound by number of unserved visits, scaled. */
  readonly proved: Float64Array;
  private readonly pricing: ClassPricing;
  private readonly team: PricingTeam;
  private readonly orders: readonly Order[];
  private readonly knownCuts = new Map<string, Cut>();
  private readonly single: Uint8Array;
  private readonly store: ColumnStore;
  private readonly visits: number;
  private readonly counts: number[];
  private round = 0;
  private missing = Infinity;
  private firstMissing = Infinity;
  /** The best prices so far and what they prove, by the least number of unserved visits asked. */
  private readonly centers = new Map<number, Center>();
  /** The master's last value, points. */
  objective = Infinity;
  /** The cheapest routes of the last exact pricing went in circles. */
  private circling = true;
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
    this.classes = this.pricing.classes;
    this.outside = outsideOf(data, this.scale);
    this.visits = data.visits.length;
    this.counts = this.classes.map((c) => c.shifts.length);
    this.single = Uint8Array.from(this.outside.crew, (crew) => (crew === 1 ? 1 : 0));
    this.orders = ordersOf(data);
    this.store = new ColumnStore(engine, this.outside, this.counts, this.scale, this.pricing.gapCuts);
    this.proved = new Float64Array(this.visits + 1).fill(-Infinity);
  }

  dispose(): void {
    this.store.dispose();
  }

  /** Records the instant bound, unless out of time before. */
  simple(): void {
    const { data, classes, pricing, scale, outOfTime } = this;
    const prices = simplePrices(data, classes, (c) => pricing.graphs.of(c), scale, outOfTime);
    if (prices === null) return;
    const none = new Float64Array(this.classes.length);
    this.note({ prices, classes: none, cuts: NO_CUTS, gaps: NO_CUTS }, none);
  }

  /** Whether an exact pricing has proved something for plans with so many unserved visits or more. */
  pricedExactly(from: number): boolean {
    return this.centers.has(from);
  }

  /** Whether the master serves all it has to for less than so many points: it hardly proves more than it costs. */
  isBelow(points: number): boolean {
    return this.missed <= MISSING && this.objective < points;
  }

  /** The number of unserved visits at which least is proved. */
  cheapestCount(): number {
    let best = 0;
    for (let n = 1; n <= this.visits; n++) {
      if ((this.proved[n] as number) < (this.proved[best] as number)) best = n;
    }
    return best;
  }

  /** Least points of leaving so many visits out. */
  leastOutside(count: number): number {
    const sorted = this.outside.unserved.toSorted();
    let sum = 0;
    for (let n = 0; n < count; n++) sum += sorted[n] as number;
    return Math.round(sum / this.scale);
  }

  /** Gives the master a sensible beginning where no search found any. */
  begin(): void {
    greedyRoutes({
      outside: this.outside,
      counts: this.counts,
      scale: this.scale,
      price: (classes, visit) => {
        const at = {
          visit,
          base: new Float64Array(this.classes.length),
          cuts: NO_CUTS,
          gaps: NO_CUTS,
          slack: 0,
          circling: false,
        };
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
    this.classes.forEach(({ shifts }, c) => shifts.forEach((s) => classOf.set(s, c)));
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
    const least = this.ask([...this.counts.keys()], "bound", at, halted).map((answer) => answer.least);
    this.note(at, least);
    return least;
  }

  private ask(
    classes: readonly number[],
    kind: PricingKind,
    at: PricePoint,
    halted: () => boolean,
    slack = 0,
  ): readonly ClassAnswer[] {
    const circling = this.circling && this.settings.growNeighbours;
    const asked = { ...at, visit: at.prices.visit, base: at.classes, slack, circling };
    return this.team.run(classes, kind, asked, halted);
  }

  /** Least of what is proved for plans with from .. to unserved visits, scaled. */
  provedBetween(from: number, to: number): number {
    return leastBetween(this.proved, from, to);
  }

  /**
   * Improves the bound for plans with from .. to unserved visits until the master's value is
   * next to it, `enough` points are reached, or `stopped`. With `quickOnly` nothing is proved:
   * it only finds about where the master's solution lies.
   */
  improve(from: number, to: number, enough: number, stopped: () => boolean, quickOnly = false): Improvement {
    const { store, settings } = this;
    const halted = (): boolean => this.stopped() || stopped();
    store.setUnservedRange(from > 0 ? from : -Infinity, to < this.visits ? to : Infinity);
    this.setMissing(this.firstMissing);
    let center = this.centers.get(from) ?? [...this.centers.values()].at(-1) ?? null;
    let centerValue = center === null ? -Infinity : leastBetween(center.proved, from, to);
    let unserved = Number.NaN;
    // The best prices for other numbers of unserved visits are no more than a beginning here.
    let smoothing = this.centers.has(from) ? settings.smoothing : settings.smoothing / 2;
    let past = Infinity;
    let calm: PricePoint | null = null;
    let since = 0;
    let quick = 0;
    let gapRounds = 0;
    let looseness = LOOSENESS;
    let kind: PricingKind = "quick";
    const turns = Math.ceil(this.classes.length / CLASSES_AT_ONCE);
    const patience = Math.max(STALL_ROUNDS, 2 * turns);
    while (!halted()) {
      this.round++;
      const answer = store.solve();
      if (answer.status !== "optimal") break;
      const outside = store.outsideOf(answer.primal);
      ({ unserved } = outside);
      this.objective = answer.objective;
      this.missed = outside.missing;
      const now = this.pricesOf(answer.duals);
      const weight = center === null ? 0 : smoothing;
      const at = mixed(now, center, weight);
      const reports = { round: this.round, objective: answer.objective, unserved, growth: 0 };
      // Until there are proved prices to lean on, lean on those of the rounds before.
      calm = calm === null ? now : mixed(now, calm, CALM);
      if (center === null && ++quick % (CHEAP_EVERY * turns) === 0) this.noteCheaply(calm, halted);
      let added = center === null ? this.quickRound(kind, calm, now, halted, reports) : 0;
      if (added === 0) added = this.quickRound(kind, at, now, halted, reports);
      const rest = answer.objective - this.leastOutside(Math.round(unserved));
      const slow = past - answer.objective < STALL * Math.max(0, rest);
      if (++since >= patience) {
        past = answer.objective;
        since = 0;
      }
      if (added > 0 && (since > 0 || !slow)) {
        this.shrink(answer.duals);
        continue;
      }
      if (outside.missing > MISSING && this.setMissing(MORE_MISSING * this.missing)) {
        this.noteCheaply(at, halted);
        kind = "quick";
        past = Infinity;
        since = 0;
        continue;
      }
      // Once there are gap cuts, they change the prices more than anything: settle most before proving.
      if (gapRounds > 0 && gapRounds < GAP_ROUNDS && this.cutGaps(store.used(answer.primal)) > 0) {
        gapRounds++;
        kind = "quick";
        past = Infinity;
        since = 0;
        continue;
      }
      if (kind === "quick" && !this.centers.has(from)) {
        kind = "wide";
        past = Infinity;
        since = 0;
        continue;
      }
      if (quickOnly) return { unserved, converged: false };
      kind = "quick";
      // What the first pass does not come to before its end is proved cheaply all the same.
      const steady = center === null ? calm : at;
      let growth = 0;
      if (settings.growNeighbours && this.circling) {
        const cheapest = () => this.ask([...this.counts.keys()], "circles", steady, halted);
        growth = forbidCirclesFound(cheapest, this.pricing.ng, 4 * this.visits, halted);
      }
      const floor = center === null ? this.noteCheaply(steady, halted) : [];
      const open = answer.objective - Math.max(0, this.provedBetween(from, to) / this.scale);
      const slack = Math.max(SLACK, Math.min(FIRST_SLACK * rest, looseness * open) / this.data.shifts.length);
      const pass = this.price("exact", steady, now, halted, Math.ceil(slack * this.scale));
      const proved = this.note(
        steady,
        pass.least.map((value, c) => Math.max(value, floor[c] ?? value)),
      );
      const value = leastBetween(proved, from, to);
      if (value > centerValue) {
        center = { ...steady, proved };
        this.centers.set(from, center);
        centerValue = value;
        smoothing = settings.smoothing;
      }
      const reached = this.provedBetween(from, to) / this.scale;
      const gap = answer.objective - reached;
      if (reached >= enough) return { unserved, converged: true };
      if (settings.growNeighbours) {
        const used = store.used(answer.primal).map(({ route }) => route);
        const seen = [...used, ...pass.cheapest].map(({ visits }) => visits);
        const grown = forbidCircles(seen, this.pricing.ng, 4 * this.visits);
        growth += grown;
        this.circling = grown > 0;
      }
      if (growth > 0) store.forbidCycles(this.pricing.ng);
      gapRounds = 0;
      if (gap <= GAPS_FROM * rest && this.cutGaps(store.used(answer.primal)) > 0) gapRounds = 1;
      const cuts = gapRounds + (gap <= CUTS_FROM * rest ? this.cut(store.used(answer.primal), now.cuts) : 0);
      this.report({
        ...reports,
        columns: store.size,
        labels: pass.labels,
        added: pass.added,
        exact: true,
        growth,
      });
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
        smoothing = smoothing > 0.2 ? smoothing / 2 : 0;
      }
      past = Infinity;
      since = 0;
      this.shrink(answer.duals);
    }
    // Cut off before any exact pricing: the last prices may prove something all the same.
    if (center === null && calm !== null) this.noteCheaply(calm, this.stopped);
    return { unserved, converged: false };
  }

  /** One quick pricing; if it finds nothing, the other classes have their turn. */
  private quickRound(
    kind: PricingKind,
    at: PricePoint,
    own: PricePoint,
    halted: () => boolean,
    reports: Pick<StageReport, "objective" | "unserved" | "growth">,
  ): number {
    const turns = Math.ceil(this.classes.length / CLASSES_AT_ONCE);
    let pass = this.price(kind, at, own, halted);
    for (let turn = 1; turn < turns && pass.added === 0 && !halted(); turn++) {
      this.round++;
      pass = this.price(kind, at, own, halted);
    }
    const { added, labels } = pass;
    this.report({ ...reports, round: this.round, columns: this.store.size, labels, added, exact: false });
    return added;
  }

  /** Adds cuts that the solution breaks while labels can carry them all; tells how many. */
  private cut(
    used: readonly { readonly route: RouteColumn; readonly value: number }[],
    prices: Float64Array,
  ): number {
    const { cutsAtOnce, cuts: room } = this.settings;
    const priced = prices.reduce((count, price) => count + (price > 0 ? 1 : 0), 0);
    const most = Math.min(cutsAtOnce, room - this.pricing.cuts.length, MOST_PRICED - priced);
    if (most <= 0) return 0;
    const cuts = brokenCuts(used, this.single, this.knownCuts, most);
    for (const cut of cuts) {
      this.knownCuts.set(cut.visits.join(), cut);
      this.pricing.cuts.push(cut);
      this.store.addCut(cut);
    }
    return cuts.length;
  }

  /** Adds gap cuts that the solution breaks; tells how many. */
  private cutGaps(used: readonly { readonly route: RouteColumn; readonly value: number }[]): number {
    const cuts = this.orders.length > 0 ? this.pricing.gapCuts.broken(used, this.orders) : [];
    const known = this.pricing.gapCuts.list.length;
    this.pricing.addGapCuts(cuts);
    cuts.forEach((_, k) => this.store.addCut(known + k));
    return cuts.length;
  }

  private shrink(duals: Float64Array): void {
    if (this.store.size > this.settings.columns) this.store.rebuild(duals, 2000);
  }

  /** Records what these prices prove, by number of unserved visits. */
  private note(at: PricePoint, leastReduced: ArrayLike<number>): Float64Array {
    const bounds = boundByCount(this.outside, at.prices, leastReduced, this.counts);
    let cuts = 0;
    for (const price of at.cuts) cuts += price;
    for (const price of at.gaps) cuts += price;
    for (let n = 0; n <= this.visits; n++) {
      const bound = (bounds[n] as number) - cuts;
      bounds[n] = bound;
      if (bound > (this.proved[n] as number)) this.proved[n] = bound;
    }
    return bounds;
  }

  private pricesOf(duals: Float64Array): PricePoint {
    const { visits, scale, store } = this;
    const rows = { visits, classes: this.classes.length, providers: this.outside.providerCost.length };
    return rounded(duals, rows, store.cutPrices(duals), scale);
  }

  /** Prices every class at `at`; adds routes that are cheap at the master's own prices. */
  private price(kind: PricingKind, at: PricePoint, own: PricePoint, halted: () => boolean, slack = 0): Pass {
    // Quick pricing takes classes in turn: fresh prices are worth more than more routes.
    const turns = kind === "exact" ? 1 : Math.max(1, Math.ceil(this.classes.length / CLASSES_AT_ONCE));
    const classes: number[] = [];
    for (let c = turns > 1 ? this.round % turns : 0; c < this.classes.length; c += turns) classes.push(c);
    const answers = this.ask(classes, kind, at, halted, slack);
    let added = 0;
    let labels = 0;
    for (const answer of answers) {
      labels += answer.labels;
      added += this.addRoutes(answer.shiftClass, answer.routes, at, own);
    }
    const least = answers.map((answer) => answer.least);
    const cheapest = answers.flatMap(({ routes }) => routes.slice(0, CHEAPEST));
    return { least, added, labels, cheapest, complete: answers.every((answer) => answer.complete) };
  }

  private addRoutes(c: number, routes: readonly PricedRoute[], at: PricePoint, own: PricePoint): number {
    let added = 0;
    const { cuts, gapCuts } = this.pricing;
    for (const route of routes) {
      if (added >= this.settings.routesPerClass) break;
      const { visits, starts, reduced } = route;
      let cost = reduced - cutsPaid(cuts, at.cuts, visits) - gapCuts.paid(route, at.gaps);
      let real =
        cutsPaid(cuts, own.cuts, visits) + gapCuts.paid(route, own.gaps) - (own.classes[c] as number);
      for (const v of visits) {
        cost += at.prices.visit[v] as number;
        real -= own.prices.visit[v] as number;
      }
      if (real + cost > -WORTH * this.scale) continue;
      if (this.store.add({ shiftClass: c, visits, starts, cost })) added++;
    }
    return added;
  }
}
