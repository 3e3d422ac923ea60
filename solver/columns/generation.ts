/**
 * Column generation: master program, prices, pricing of every class, and the record of
 * what has been proved. Prices are smoothed towards the best ones so far (Wentges 1997).
 */
import type { MasterEngine } from "../lp/master.js";
import type { ProblemData } from "../model/problem.js";
import { shiftClasses, type ShiftClass } from "./classes.js";
import { ColumnStore } from "./columnStore.js";
import { Completion } from "./completion.js";
import { forbidCircles } from "./cycles.js";
import { pricingGraph, type PricingGraph } from "./graph.js";
import { Labelling, type PricedRoute } from "./labelling.js";
import { boundByCount, type Outside, outsideOf, type Prices } from "./lagrangian.js";
import { NgSets } from "./ngSets.js";
import { simplePrices } from "./simpleBound.js";
import { costScale } from "./scale.js";

export interface GenerationSettings {
  /** Visits that each neighbourhood begins with. */
  readonly firstNeighbours: number;
  /** Let neighbourhoods grow where the master's routes go in circles. */
  readonly growNeighbours: boolean;
  /** Most routes that one pricing of one class adds. */
  readonly routesPerClass: number;
  /** Weight of the best prices in the smoothed ones, 0 .. 1. */
  readonly smoothing: number;
  /** Labels of each time bucket that quick pricing follows. */
  readonly beam: number;
  /** Most labels of one exact pricing. */
  readonly labels: number;
  /** Most columns before the master is rebuilt with the useful ones. */
  readonly columns: number;
}

export const GENERATION_DEFAULTS: GenerationSettings = {
  firstNeighbours: 5,
  growNeighbours: true,
  routesPerClass: 12,
  smoothing: 0.3,
  beam: 60,
  labels: 1_500_000,
  columns: 12_000,
};

/** Prices of everything at one moment; class prices are at most 0. */
interface PricePoint {
  readonly prices: Prices;
  readonly classes: Float64Array;
}

/** A route found before there is any master solution. */
interface FirstRoute {
  readonly shiftClass: number;
  readonly visits: readonly number[];
  readonly reduced: number;
}

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

/** Points by which the master may stay above the bound: a share of the cost besides unserved. */
const TOLERANCE = 0.0003;
/** Quick pricing ends when so many rounds gain less than this share of the rest. */
const STALL = 0.004;
const STALL_ROUNDS = 6;
/** Weight of the rounds before in the prices of the first quick rounds. */
const CALM = 0.6;
/** Classes that one quick pricing looks at. */
const CLASSES_AT_ONCE = 5;

/** Labels of each time bucket that the first routes follow: the master needs many more soon anyway. */
const FIRST_BEAM = 10;
/** Quick rounds between two numbers proved cheaply, until the first exact pricing is through. */
const CHEAP_EVERY = 15;

/** A column must promise this many points to be worth adding. */
const WORTH = 0.01;
/** Reduced cost, in points, that exact pricing leaves open by class. */
const PROOF = 0.3;
/** Exact pricing looks for routes at least this near to the cheapest. */
const KEEP_EXACT = 0.8;

export class Generation {
  readonly scale: number;
  readonly classes: ShiftClass[];
  readonly outside: Outside;
  /** Best bound by number of unserved visits, scaled. */
  readonly proved: Float64Array;
  private readonly graphs: PricingGraph[];
  private readonly ng: NgSets;
  private readonly completion = new Completion();
  private readonly labelling: Labelling;
  private readonly store: ColumnStore;
  private readonly visits: number;
  private readonly counts: number[];
  private round = 0;
  /** The best prices so far and what they prove, by the least number of unserved visits asked. */
  private readonly centers = new Map<number, Center>();
  /** The master's last value, points. */
  objective = Infinity;

  constructor(
    private readonly data: ProblemData,
    engine: MasterEngine,
    private readonly settings: GenerationSettings,
    private readonly stopped: () => boolean,
    private readonly report: (stage: StageReport) => void,
  ) {
    this.scale = costScale(data);
    this.classes = shiftClasses(data, this.scale);
    this.outside = outsideOf(data, this.scale);
    this.visits = data.visits.length;
    this.counts = this.classes.map((c) => c.shifts.length);
    this.graphs = this.classes.map((c) => pricingGraph(data, c, this.scale));
    this.ng = new NgSets(this.visits);
    firstNeighbours(this.graphs, this.ng, settings.firstNeighbours);
    this.labelling = new Labelling(this.ng, this.completion);
    this.store = new ColumnStore(engine, this.outside, this.counts, this.scale);
    this.proved = new Float64Array(this.visits + 1).fill(-Infinity);
  }

  dispose(): void {
    this.store.dispose();
  }

  /** Records the instant bound. */
  simple(): void {
    const prices = simplePrices(this.data, this.classes, this.graphs, this.scale);
    const none = new Float64Array(this.classes.length);
    this.note({ prices, classes: none }, none);
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

  /**
   * A first set of routes: shift by shift the route that saves most, the visits left being
   * priced at what leaving them out costs. Gives the master a sensible beginning.
   *
   * Prices only fall here, so a class whose best route has lost no visit need not be priced again.
   */
  begin(): void {
    const left = Int32Array.from(this.outside.crew);
    const free = [...this.counts];
    const price = new Float64Array(this.visits);
    const best: (FirstRoute | null | undefined)[] = this.classes.map(() => undefined);
    const setPrice = (v: number): void => {
      const cost = Math.min(this.outside.unserved[v] as number, 10_000_000 * this.scale);
      price[v] = (left[v] as number) > 0 ? Math.round(cost / (this.outside.crew[v] as number)) : 0;
    };
    for (let v = 0; v < this.visits; v++) setPrice(v);
    while (!this.stopped()) {
      let chosen: FirstRoute | null = null;
      for (let c = 0; c < this.classes.length && !this.stopped(); c++) {
        if ((free[c] as number) === 0) continue;
        const one = (best[c] ??= this.firstRoute(c, price));
        if (one !== null && one.reduced < (chosen?.reduced ?? 0)) chosen = one;
      }
      if (chosen === null) break;
      free[chosen.shiftClass] = (free[chosen.shiftClass] as number) - 1;
      for (const v of chosen.visits) {
        left[v] = Math.max(0, (left[v] as number) - 1);
        setPrice(v);
      }
      const lost = new Set(chosen.visits);
      best.forEach((one, c) => {
        if (one?.visits.some((v) => lost.has(v)) === true) best[c] = undefined;
      });
    }
  }

  /** The best routes of a class at these prices go to the master; the very best is told. Null: none saves. */
  private firstRoute(c: number, price: Float64Array): FirstRoute | null {
    const graph = this.graphs[c] as PricingGraph;
    this.completion.run(graph, price);
    const { routes } = this.labelling.run(graph, price, {
      below: 0,
      base: 0,
      keep: 0.8,
      beam: FIRST_BEAM,
      labels: this.settings.labels,
      stopped: this.stopped,
    });
    for (const { visits, reduced } of routes.slice(0, 3)) {
      let cost = reduced;
      for (const v of visits) cost += price[v] as number;
      this.store.add({ shiftClass: c, visits, cost });
    }
    const [first] = routes;
    return first === undefined ? null : { shiftClass: c, ...first };
  }

  /**
   * What these prices prove by the completion bounds alone: weaker than labels, and there at once.
   * A number for whoever ends the run before the first exact pricing is through.
   */
  private noteCheaply(at: PricePoint, halted: () => boolean): void {
    const least = new Float64Array(this.classes.length);
    for (let c = 0; c < this.classes.length; c++) {
      if (halted()) return;
      this.completion.run(this.graphs[c] as PricingGraph, at.prices.visit);
      least[c] = this.completion.least;
    }
    this.note(at, least);
  }

  /** Least of what is proved for plans with from .. to unserved visits, scaled. */
  provedBetween(from: number, to: number): number {
    return least(this.proved, from, to);
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
    let center = this.centers.get(from) ?? [...this.centers.values()].at(-1) ?? null;
    let centerValue = center === null ? -Infinity : least(center.proved, from, to);
    let unserved = Number.NaN;
    let smoothing = settings.smoothing;
    let past = Infinity;
    let calm: PricePoint | null = null;
    let since = 0;
    let quick = 0;
    while (!halted()) {
      this.round++;
      const answer = store.solve();
      if (answer.status !== "optimal") break;
      unserved = store.outsideOf(answer.primal).unserved;
      this.objective = answer.objective;
      const now = this.pricesOf(answer.duals);
      const weight = center === null ? 0 : smoothing;
      const at = mixed(now, center, weight);
      const reports = { round: this.round, objective: answer.objective, unserved, growth: 0 };
      // Until there are proved prices to lean on, lean on those of the rounds before.
      calm = calm === null ? now : mixed(now, calm, CALM);
      if (center === null && ++quick % CHEAP_EVERY === 0) this.noteCheaply(calm, halted);
      let added = center === null ? this.quickRound(calm, now, halted, reports) : 0;
      if (added === 0) added = this.quickRound(at, now, halted, reports);
      const rest = answer.objective - this.leastOutside(Math.round(unserved));
      const slow = past - answer.objective < STALL * Math.max(0, rest);
      if (++since === STALL_ROUNDS) {
        past = answer.objective;
        since = 0;
      }
      if (added > 0 && (since > 0 || !slow)) {
        this.shrink(answer.duals);
        continue;
      }
      if (quickOnly) return { unserved, converged: false };
      if (center === null) this.noteCheaply(at, halted);
      const pass = this.price(at, now, false, halted);
      const proved = this.note(at, pass.least);
      const value = least(proved, from, to);
      if (value > centerValue) {
        center = { ...at, proved };
        this.centers.set(from, center);
        centerValue = value;
        smoothing = settings.smoothing;
      }
      const reached = this.provedBetween(from, to) / this.scale;
      const gap = answer.objective - reached;
      let growth = 0;
      if (reached >= enough) return { unserved, converged: true };
      if (settings.growNeighbours) {
        growth = forbidCircles(store.used(answer.primal), this.ng, 4 * this.visits);
      }
      if (growth > 0) store.forbidCycles(this.ng);
      this.report({
        ...reports,
        columns: store.size,
        labels: pass.labels,
        added: pass.added,
        exact: true,
        growth,
      });
      if (growth === 0 && gap <= Math.max(0.5, TOLERANCE * rest)) {
        return { unserved, converged: true };
      }
      if (pass.added === 0 && growth === 0) {
        if (weight === 0) {
          if (pass.complete) return { unserved, converged: true };
          break;
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
    at: PricePoint,
    own: PricePoint,
    halted: () => boolean,
    reports: Pick<StageReport, "objective" | "unserved" | "growth">,
  ): number {
    const turns = Math.ceil(this.classes.length / CLASSES_AT_ONCE);
    let pass = this.price(at, own, true, halted);
    for (let turn = 1; turn < turns && pass.added === 0 && !halted(); turn++) {
      this.round++;
      pass = this.price(at, own, true, halted);
    }
    const { added, labels } = pass;
    this.report({ ...reports, round: this.round, columns: this.store.size, labels, added, exact: false });
    return added;
  }

  private shrink(duals: Float64Array): void {
    if (this.store.size > this.settings.columns) this.store.rebuild(duals, 2000);
  }

  /** Records what these prices prove, by number of unserved visits. */
  private note(at: PricePoint, leastReduced: Float64Array): Float64Array {
    const bounds = boundByCount(this.outside, at.prices, leastReduced, this.counts);
    for (let n = 0; n <= this.visits; n++) {
      const bound = bounds[n] as number;
      if (bound > (this.proved[n] as number)) this.proved[n] = bound;
    }
    return bounds;
  }

  private pricesOf(duals: Float64Array): PricePoint {
    const { visits, scale } = this;
    const classes = this.classes.length;
    const providers = this.outside.providerCost.length;
    const rounded = (row: number): number => Math.round((duals[row] as number) * scale);
    const visit = Float64Array.from({ length: visits }, (_, v) => rounded(v));
    const shift = Float64Array.from({ length: classes }, (_, c) => Math.min(0, rounded(visits + c)));
    const provider = Float64Array.from({ length: providers }, (_, p) =>
      Math.min(0, rounded(visits + classes + p)),
    );
    return { prices: { visit, provider }, classes: shift };
  }

  /** Prices every class at `at`; adds routes that are cheap at the master's own prices. */
  private price(
    at: PricePoint,
    own: PricePoint,
    quick: boolean,
    halted: () => boolean,
  ): { least: Float64Array; added: number; labels: number; complete: boolean } {
    const bounds = new Float64Array(this.classes.length);
    let added = 0;
    let labels = 0;
    let complete = true;
    // Quick pricing takes classes in turn: fresh prices are worth more than more routes.
    const turns = quick ? Math.max(1, Math.ceil(this.classes.length / CLASSES_AT_ONCE)) : 1;
    for (let c = turns > 1 ? this.round % turns : 0; c < this.classes.length; c += turns) {
      const graph = this.graphs[c] as PricingGraph;
      this.completion.run(graph, at.prices.visit);
      const base = at.classes[c] as number;
      const limits = { base, labels: this.settings.labels, stopped: halted };
      const beam = this.labelling.run(graph, at.prices.visit, {
        ...limits,
        below: base - WORTH * this.scale,
        keep: 0.3,
        beam: this.settings.beam,
      });
      labels += beam.labels;
      added += this.addRoutes(c, beam.routes, at.prices, own);
      if (quick) continue;
      // What the beam found tells at once how cheap a route must be to matter.
      const known = (beam.routes[0]?.reduced ?? base) - base;
      const exact = this.labelling.run(graph, at.prices.visit, {
        ...limits,
        below: base + Math.min(-PROOF * this.scale, KEEP_EXACT * known),
        keep: KEEP_EXACT,
        beam: 0,
      });
      bounds[c] = exact.least;
      labels += exact.labels;
      if (!exact.complete) complete = false;
      added += this.addRoutes(c, exact.routes, at.prices, own);
    }
    return { least: bounds, added, labels, complete };
  }

  private addRoutes(c: number, routes: readonly PricedRoute[], at: Prices, own: PricePoint): number {
    let added = 0;
    for (const { visits, reduced } of routes) {
      if (added >= this.settings.routesPerClass) break;
      let cost = reduced;
      let real = -(own.classes[c] as number);
      for (const v of visits) {
        cost += at.visit[v] as number;
        real -= own.prices.visit[v] as number;
      }
      if (real + cost > -WORTH * this.scale) continue;
      if (this.store.add({ shiftClass: c, visits, cost })) added++;
    }
    return added;
  }
}

/** Least of what is proved for from .. to unserved visits. */
function least(proved: Float64Array, from: number, to: number): number {
  let smallest = Infinity;
  for (let n = Math.max(0, from); n < proved.length && n <= to; n++) {
    smallest = Math.min(smallest, proved[n] as number);
  }
  return smallest;
}

function mixed(now: PricePoint, center: PricePoint | null, weight: number): PricePoint {
  if (center === null || weight === 0) return now;
  const mix = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((value, i) => Math.round((1 - weight) * value + weight * (b[i] as number)));
  return {
    prices: {
      visit: mix(now.prices.visit, center.prices.visit),
      provider: mix(now.prices.provider, center.prices.provider),
    },
    classes: mix(now.classes, center.classes),
  };
}

/** Begins neighbourhoods with the visits that can most quickly come before and after. */
function firstNeighbours(graphs: readonly PricingGraph[], ng: NgSets, count: number): void {
  const nearest = new Map<number, Map<number, number>>();
  for (const g of graphs) {
    for (let i = 0; i < g.nodes; i++) {
      const v = g.visit[i] as number;
      const list = nearest.get(v) ?? new Map<number, number>();
      nearest.set(v, list);
      for (let a = g.arcStart[i] as number; a < (g.arcStart[i + 1] as number); a++) {
        const j = g.arcTo[a] as number;
        // Only visits that can stand on both sides can make a circle.
        const back = (g.first[j] as number) + (g.duration[j] as number) + (g.arcTravel[a] as number);
        if (back > (g.last[i] as number)) continue;
        const w = g.visit[j] as number;
        const seconds = (g.arcTravel[a] as number) + (g.duration[j] as number);
        list.set(w, Math.min(list.get(w) ?? Infinity, seconds));
      }
    }
  }
  for (const [v, list] of nearest) {
    const close = [...list].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, count);
    for (const [w] of close) ng.add(v, w);
  }
}
