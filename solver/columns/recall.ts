/**
 * What a completion bound remembers of the route before: which of a few visits it has served, and of which of a few
 * cuts an odd number. Each doubles the bound's table, and where the cheapest completions return to those visits, or
 * do not pay those cuts, the bound rises by all they gain (as decremental state spaces do for routes: Righini and
 * Salani 2008).
 */
import type { PricedCuts } from "./cuts.js";
import type { PricingGraph } from "./graph.js";

/** A group of visits of which a route serves one at most, or a cut as labels number them. */
export type Recalled =
  | { readonly kind: "group"; readonly group: number }
  | { readonly kind: "cut"; readonly cut: number };

export interface Recall {
  /** One for each set of things remembered. */
  readonly layers: number;
  /** The layer after node n is served in layer s: to[n * layers + s]; and what is paid for that, Infinity: it may not be. */
  readonly to: Uint8Array;
  readonly paid: Float64Array;
  /** Bits of a layer that stand for visits. */
  readonly visits: number;
  /** By node: bits that a route may have once the node is served, and those that it then has for sure. */
  readonly may: Uint8Array;
  readonly must: Uint8Array;
}

export function recallOf(g: PricingGraph, cuts: PricedCuts, things: readonly Recalled[]): Recall {
  const layers = 1 << things.length;
  const to = new Uint8Array(g.nodes * layers);
  const paid = new Float64Array(g.nodes * layers);
  const may = new Uint8Array(g.nodes);
  const must = new Uint8Array(g.nodes);
  const soonest = things.map((thing) => soonestMet(g, cuts, thing));
  let visits = 0;
  things.forEach(({ kind }, bit) => {
    if (kind === "group") visits |= 1 << bit;
  });
  for (let n = 0; n < g.nodes; n++) {
    const v = g.visit[n] as number;
    let kept = 0;
    let toggled = 0;
    let served = 0;
    const prices: number[] = [];
    things.forEach((thing, bit) => {
      prices.push(0);
      if (thing.kind === "group") {
        kept |= 1 << bit;
        if (thing.group === g.group[n]) served |= 1 << bit;
        return;
      }
      if (cuts.isKept(thing.cut, v)) kept |= 1 << bit;
      if (!cuts.holds(thing.cut, v)) return;
      toggled |= 1 << bit;
      prices[bit] = cuts.price[thing.cut] as number;
    });
    must[n] = served;
    may[n] = toggled | served;
    soonest.forEach((at, bit) => {
      if (at <= (g.last[n] as number)) may[n] = (may[n] as number) | (1 << bit);
    });
    for (let layer = 0; layer < layers; layer++) {
      let due = (layer & served) === 0 ? 0 : Infinity;
      prices.forEach((price, bit) => {
        if ((layer & (1 << bit)) !== 0) due += price;
      });
      to[n * layers + layer] = ((layer & kept) ^ toggled) | served;
      paid[n * layers + layer] = due;
    }
  }
  return { layers, to, paid, visits, may, must };
}

/** What the route, by its nodes, gains most by against the rules, dearest first; nothing that is remembered already. */
export function mostGained(
  g: PricingGraph,
  price: Float64Array,
  cuts: PricedCuts,
  route: readonly number[],
  known: readonly Recalled[],
): { readonly thing: Recalled; readonly gains: number }[] {
  const found: { readonly thing: Recalled; readonly gains: number }[] = [];
  const served = new Set<number>();
  const gains = new Map<number, number>();
  for (const n of route) {
    const group = g.group[n] as number;
    if (served.has(group)) {
      const gain = Math.max(1, (price[n] as number) - (g.service[n] as number));
      gains.set(group, (gains.get(group) ?? 0) + gain);
    }
    served.add(group);
  }
  for (const [group, gain] of gains) {
    if (!known.some((thing) => thing.kind === "group" && thing.group === group))
      found.push({ thing: { kind: "group", group }, gains: gain });
  }
  for (let cut = 0; cut < cuts.count; cut++) {
    if (known.some((thing) => thing.kind === "cut" && thing.cut === cut)) continue;
    let odd = false;
    let gain = 0;
    for (const n of route) {
      const v = g.visit[n] as number;
      const holds = cuts.holds(cut, v);
      if (odd && holds) gain += cuts.price[cut] as number;
      odd = (odd && cuts.isKept(cut, v)) !== holds;
    }
    if (gain > 0) found.push({ thing: { kind: "cut", cut }, gains: gain });
  }
  return found.sort((a, b) => b.gains - a.gains);
}

/** Seconds after which a thing can have been met: the end of the first service that counts for it; Infinity: never. */
function soonestMet(g: PricingGraph, cuts: PricedCuts, thing: Recalled): number {
  let soonest = Infinity;
  for (let n = 0; n < g.nodes; n++) {
    const counts =
      thing.kind === "group" ? g.group[n] === thing.group : cuts.holds(thing.cut, g.visit[n] as number);
    if (counts) soonest = Math.min(soonest, (g.first[n] as number) + (g.duration[n] as number));
  }
  return soonest;
}
