/** The pricing problems of all classes, made when they are asked for. */
import type { ProblemData } from "../model/problem.js";
import { shapeOf, type ShiftClass } from "./classes.js";
import { type PricingGraph, pricingGraph } from "./graph.js";

/** Classes that differ in penalties alone share everything else of their graphs. */
export class Graphs {
  private readonly keys: readonly string[];
  private readonly made: (PricingGraph | undefined)[] = [];
  private readonly shared = new Map<string, { readonly graph: PricingGraph; readonly of: ShiftClass }>();

  /** `splits`, by visit: moments at which windows are split; they may grow, see {@link renew}. */
  constructor(
    private readonly data: ProblemData,
    private readonly classes: readonly ShiftClass[],
    private readonly scale: number,
    private readonly splits: readonly (readonly number[])[],
  ) {
    this.keys = classes.map((c) => `${shapeOf(c.shift)}|${c.allowed.join("")}`);
  }

  of(shiftClass: number): PricingGraph {
    return (this.made[shiftClass] ??= this.make(shiftClass));
  }

  /** One of those that differ in penalties alone, each made when its turn comes. */
  *shapes(): Generator<PricingGraph> {
    const seen = new Set<PricingGraph["arcTo"]>();
    for (const c of this.classes.keys()) {
      const graph = this.of(c);
      if (seen.has(graph.arcTo)) continue;
      seen.add(graph.arcTo);
      yield graph;
    }
  }

  /** The class with these visits only, their windows split where these begin and end. */
  split(
    shiftClass: number,
    within: readonly { readonly v: number; readonly from: number; readonly to: number }[],
  ): PricingGraph {
    const whole = this.classes[shiftClass] as ShiftClass;
    const allowed = new Uint8Array(whole.allowed.length);
    const splits = this.splits.map((): number[] => []);
    for (const { v, from, to } of within) {
      allowed[v] = whole.allowed[v] as number;
      splits[v] = [from, to + 1];
    }
    return pricingGraph(this.data, { ...whole, allowed }, this.scale, splits);
  }

  /** Windows are split at more moments than before. */
  renew(): void {
    this.made.length = 0;
    this.shared.clear();
  }

  private make(shiftClass: number): PricingGraph {
    const wanted = this.classes[shiftClass] as ShiftClass;
    const key = this.keys[shiftClass] as string;
    const known = this.shared.get(key);
    if (known === undefined) {
      const graph = pricingGraph(this.data, wanted, this.scale, this.splits);
      this.shared.set(key, { graph, of: wanted });
      return graph;
    }
    const { graph, of } = known;
    const service = graph.service.map((cost, n) => {
      const v = graph.visit[n] as number;
      return cost - (of.penalty[v] as number) + (wanted.penalty[v] as number);
    });
    return { ...graph, service };
  }
}
