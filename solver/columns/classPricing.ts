/** Pricing of one class of shifts at a time, with everything that it needs to know. */
import type { ProblemData } from "../model/problem.js";
import { type ClassList, listShare, type ListTask } from "./classList.js";
import { shiftClasses, type ShiftClass } from "./classes.js";
import type { RouteColumn } from "./columnStore.js";
import { COARSE_SLOT, Completion, FINE_SLOT, FINEST_SLOT } from "./completion.js";
import { type Cut, PricedCuts } from "./cuts.js";
import { firstNeighbours } from "./cycles.js";
import { fewerArcs } from "./fewerArcs.js";
import type { PricingGraph } from "./graph.js";
import { Graphs } from "./graphs.js";
import { type LabellingLimits, type LabellingResult, Labelling, type PricedRoute } from "./labelling.js";
import { leastRoute } from "./leastRoute.js";
import { NgSets } from "./ngSets.js";
import { mostGained, type Recalled, recallOf } from "./recall.js";
import type { StartBounds } from "./warmStart.js";
import type { TimedRoute } from "./sequenceCost.js";
import { costScale } from "./scale.js";
import type { GenerationSettings } from "./settings.js";
import { type StartCut, StartCuts } from "./startCuts.js";
import { groupsOf } from "./visitRules.js";

/**
 * `bound`: the completion bound alone; `first`: few labels, any route below 0; `quick` and `wide`: routes
 * without proof, with few labels and with more; `circles`: the same, going in circles as far as the
 * neighbourhoods allow; `exact`: the cheapest route, proved.
 */
export type PricingKind = "bound" | "first" | "quick" | "wide" | "circles" | "exact";

/** Prices at which classes are priced, scaled whole numbers. */
export interface PricingPrices {
  /** By visit. */
  readonly visit: Float64Array;
  /** By class: what a route of it must stay below. */
  readonly base: Float64Array;
  /** By cut. */
  readonly cuts: Float64Array;
  /** By cut on starts. */
  readonly startCuts: Float64Array;
  /** How far below `base` exact pricing may leave routes unfound: the less, the more labels. */
  readonly slack: number;
  /** Exact pricing begins with a beam that goes in circles: worth its time where the cheapest routes do. */
  readonly circling: boolean;
}

export type PricingSettings = Pick<GenerationSettings, "firstNeighbours" | "narrowBeam" | "beam" | "labels">;

export interface ClassAnswer {
  readonly shiftClass: number;
  /** Cheapest first. */
  readonly routes: readonly PricedRoute[];
  /** No route costs less; -Infinity where nothing was proved. */
  readonly least: number;
  readonly labels: number;
  readonly complete: boolean;
}

/** Labels of each time bucket that the first routes follow: the master needs many more soon anyway. */
const FIRST_BEAM = 10;
/** Legs on from each visit that quick pricing looks at. */
const QUICK_ARCS = 30;
/** A column must promise this many points to be worth adding. */
export const WORTH = 0.01;
/** Labels of each time bucket that a quick search for circles follows, and how near to the cheapest it looks. */
const CIRCLE_BEAM = 200;
const KEEP_CIRCLES = 0.9;
/**
 * Things that the completion bound remembers, one stage after the other. What the next stage's bound takes is spent
 * on labels before: one label is worth so many legs and slots of the bound, and there are at least so many labels.
 */
const RECALLED = [2, 5];
const LABEL_WORK = 100;
const FEW_LABELS = 2000;
/** Where they are worth less than this share of what the bound is too low by, exact pricing spends so many times as much. */
const PROMISE = 0.3;
const UNLIKELY = 8;
/** Exact pricing looks for routes at least this near to the cheapest. */
const KEEP_EXACT = 0.97;

/** More than a visit's windows may have parts. */
const PARTS = 1 << 10;

export class ClassPricing {
  readonly scale: number;
  readonly classes: ShiftClass[];
  readonly graphs: Graphs;
  readonly ng: NgSets;
  readonly cuts: Cut[] = [];
  readonly startCuts: StartCuts;
  private readonly completion = new Completion();
  private readonly labelling: Labelling;
  private readonly priced: PricedCuts;

  /** Where `stopped` ends the making, neighbourhoods begin with fewer visits. */
  constructor(
    data: ProblemData,
    private readonly settings: PricingSettings,
    stopped: () => boolean = () => false,
  ) {
    this.scale = costScale(data);
    this.classes = shiftClasses(data, this.scale);
    this.startCuts = new StartCuts(data.visits.length);
    this.graphs = new Graphs(data, this.classes, this.scale, this.startCuts.splits);
    this.ng = new NgSets(data.visits.length, groupsOf(data));
    firstNeighbours(this.graphs.shapes(), this.ng, data.visits.length, settings.firstNeighbours, stopped);
    this.priced = new PricedCuts(data.visits.length);
    this.labelling = new Labelling(this.ng, this.completion, this.priced);
  }

  price(shiftClass: number, kind: PricingKind, at: PricingPrices, stopped: () => boolean): ClassAnswer {
    const none = { shiftClass, routes: [], least: -Infinity, labels: 0, complete: false };
    if (stopped()) return none;
    const whole = this.graphs.of(shiftClass);
    const price = this.nodePrices(whole, shiftClass, at);
    const few = kind === "quick" || kind === "first" || kind === "circles";
    const graph = few ? fewerArcs(whole, price, QUICK_ARCS) : whole;
    const slot = few ? COARSE_SLOT : kind === "exact" ? FINEST_SLOT : FINE_SLOT;
    if (!this.completion.run(graph, price, slot, stopped)) return none;
    const least = few ? -Infinity : this.completion.least;
    if (kind === "bound") return { ...none, least, complete: true };
    const { allowed } = this.classes[shiftClass] as ShiftClass;
    this.priced.load(this.cuts, at.cuts, allowed);
    const run = (
      limits: Pick<LabellingLimits, "below" | "base" | "keep" | "beam" | "circles">,
    ): LabellingResult =>
      this.labelling.run(graph, price, { ...limits, labels: this.settings.labels, stopped });
    if (kind === "first") {
      return { ...none, ...run({ below: 0, base: 0, keep: KEEP_EXACT, beam: FIRST_BEAM }), least };
    }
    const base = at.base[shiftClass] as number;
    const { scale } = this;
    const circling = (keep: number): LabellingResult =>
      run({ below: base - WORTH * scale, base, keep, beam: CIRCLE_BEAM, circles: true });
    if (kind === "circles") return { ...none, ...circling(KEEP_CIRCLES), least };
    const beam = kind === "quick" ? this.settings.narrowBeam : this.settings.beam;
    const quick = run({ below: base - WORTH * scale, base, keep: 0.3, beam });
    if (kind !== "exact") return { ...none, ...quick, least };
    // What the beams found tells at once how cheap a route must be to matter: labels are made in the order of
    // time, so the exact search itself learns it last. Circles of two may cost less than any completion allows.
    const beams = at.circling ? [quick, circling(KEEP_EXACT)] : [quick];
    const cheapest = Math.min(base, ...beams.map(({ routes }) => routes[0]?.reduced ?? base));
    const found = Math.max(least, cheapest);
    const below = base + Math.min(-at.slack, KEEP_EXACT * (found - base));
    const exact = this.remembering(graph, price, below, PROMISE, this.settings.labels, stopped, (labels) =>
      this.labelling.run(graph, price, { below, base, keep: KEEP_EXACT, beam: 0, labels, stopped }),
    );
    return {
      shiftClass,
      routes: [...quick.routes, ...exact.routes].sort((a, b) => a.reduced - b.reduced),
      least: exact.least,
      labels: quick.labels + exact.labels,
      complete: exact.complete,
    };
  }

  /**
   * Every elementary route of the class that costs less than `below` at these prices; of those that serve the same
   * in the same parts of windows one that costs least before prices. Null: more labels than `labels`, or `stopped`.
   */
  every(
    shiftClass: number,
    at: Pick<PricingPrices, "visit" | "cuts" | "startCuts">,
    below: number,
    labels: number,
    stopped: () => boolean,
  ): { readonly routes: RouteColumn[]; readonly labels: number } | null {
    const graph = this.graphs.of(shiftClass);
    const price = this.nodePrices(graph, shiftClass, at);
    if (!this.completion.run(graph, price, FINEST_SLOT, stopped)) return null;
    this.priced.load(this.cuts, at.cuts, (this.classes[shiftClass] as ShiftClass).allowed);
    const found = new Map<string, RouteColumn>();
    const every = ({ visits, starts, reduced }: PricedRoute, paid: number): void => {
      const route = { shiftClass, visits, starts };
      let cost = reduced - paid - this.startCuts.paid(route, at.startCuts);
      for (const v of visits) cost += at.visit[v] as number;
      const parts = Int32Array.from(
        visits,
        (v, i) => v * PARTS + this.startCuts.partOf(v, starts[i] as number),
      );
      const key = parts.sort().join();
      if (cost < (found.get(key)?.cost ?? Infinity)) found.set(key, { ...route, cost });
    };
    const run = this.remembering(graph, price, below, 0, labels, stopped, (most) => {
      found.clear();
      const limits = { below, base: below, keep: 1, beam: 0, every, labels: most, stopped };
      return this.labelling.run(graph, price, limits);
    });
    return run.complete ? { routes: [...found.values()], labels: run.labels } : null;
  }

  /**
   * Runs labels with the completion bound as it stands; where there are many, again with one that remembers what its
   * cheapest completions gain most by: later where that is less than the share `promise` of what they lie below `below`.
   */
  private remembering(
    graph: PricingGraph,
    price: Float64Array,
    below: number,
    promise: number,
    labels: number,
    stopped: () => boolean,
    run: (labels: number) => LabellingResult,
  ): LabellingResult {
    const { completion, priced } = this;
    const { work } = completion;
    const known: Recalled[] = [];
    for (const things of RECALLED) {
      const more = mostGained(graph, price, priced, leastRoute(completion, graph), known);
      more.length = Math.min(more.length, things - known.length);
      const gain = more.reduce((sum, { gains }) => sum + gains, 0);
      const likely = gain >= promise * (below - completion.least);
      const few = FEW_LABELS + (work * (1 << things)) / LABEL_WORK;
      const first = run(Math.min(labels, likely ? few : UNLIKELY * few));
      if (first.complete || first.labels >= labels || stopped()) return first;
      known.push(...more.map(({ thing }) => thing));
      if (!completion.run(graph, price, FINEST_SLOT, stopped, recallOf(graph, priced, known))) return first;
    }
    return run(labels);
  }

  /** What serving each node is worth. */
  private nodePrices(
    { nodes, visit, first }: PricingGraph,
    shiftClass: number,
    at: Pick<PricingPrices, "visit" | "startCuts">,
  ): Float64Array {
    const price = new Float64Array(nodes);
    for (let n = 0; n < nodes; n++) {
      const v = visit[n] as number;
      price[n] =
        (at.visit[v] as number) - this.startCuts.paidAt(v, first[n] as number, shiftClass, at.startCuts);
    }
    return price;
  }

  addStartCuts(cuts: readonly StartCut[]): void {
    if (cuts.length === 0) return;
    for (const cut of cuts) this.startCuts.add(cut);
    this.graphs.renew();
  }

  /**
   * The visits in this order at their best starts on a shift of the class, no earlier and no later than
   * `bounds` says of each; null where there is no way.
   */
  timed(shiftClass: number, visits: readonly number[], bounds?: StartBounds): TimedRoute | null {
    if (bounds === undefined) return this.labelling.timed(this.graphs.of(shiftClass), visits);
    const within = visits.map((v) => ({ v, from: Math.ceil(bounds.lo[v]!), to: Math.floor(bounds.hi[v]!) }));
    const graph = this.graphs.split(shiftClass, within);
    const of = new Map(within.map((window) => [window.v, window]));
    return this.labelling.timed(graph, visits, (node) => {
      const { from, to } = of.get(graph.visit[node] as number)!;
      return (graph.first[node] as number) >= from && (graph.last[node] as number) <= to;
    });
  }
}

/** Whoever prices classes: this thread alone, or several. Answers come in the order asked. */
export interface PricingTeam {
  run(
    classes: readonly number[],
    kind: PricingKind,
    at: PricingPrices,
    stopped: () => boolean,
  ): readonly ClassAnswer[];
  /** Lists of all classes, in any order; some are missing where one is not complete. */
  list(task: ListTask, stopped: () => boolean): readonly ClassList[];
}

export function pricingAlone(pricing: ClassPricing): PricingTeam {
  return {
    run: (classes, kind, at, stopped) => classes.map((c) => pricing.price(c, kind, at, stopped)),
    list: (task, stopped) => {
      let c = 0;
      return listShare(pricing, task, () => c++, stopped);
    },
  };
}
