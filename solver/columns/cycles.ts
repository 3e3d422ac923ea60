/** Circles in routes, and the neighbourhoods that forbid them. */
import type { PricingGraph } from "./graph.js";
import type { NgSets } from "./ngSets.js";

/**
 * Grows neighbourhoods so that the shortest circles of the given routes are no longer
 * allowed: the visit that returns joins the neighbourhoods of all that stand between.
 * Longer circles wait their turn while shorter ones were found. Returns how many members
 * were added.
 */
export function forbidCircles(routes: readonly (readonly number[])[], ng: NgSets, most: number): number {
  const circles: { visits: readonly number[]; from: number; to: number }[] = [];
  for (const visits of routes) {
    const lastAt = new Map<number, number>();
    visits.forEach((v, at) => {
      const group = ng.group[v] as number;
      const before = lastAt.get(group);
      if (before !== undefined) circles.push({ visits, from: before, to: at });
      lastAt.set(group, at);
    });
  }
  circles.sort((a, b) => a.to - a.from - (b.to - b.from));
  let added = 0;
  for (const { visits, from, to } of circles) {
    if (added >= most) break;
    const returning = visits[from] as number;
    for (let at = from + 1; at < to; at++) {
      if (ng.add(visits[at] as number, returning)) added++;
    }
  }
  return added;
}

/** Routes of each class that show circles, and most rounds of looking for them. */
const SHOWN = 30;
const ROUNDS = 12;

/**
 * Grows neighbourhoods by the circles of the routes found by class, cheapest first, until no more are found: a
 * beam's circles cost far less than to have each exact pricing prove how cheap a circle is. Returns how many
 * members were added.
 */
export function forbidCirclesFound(
  cheapest: () => readonly { readonly routes: readonly { readonly visits: readonly number[] }[] }[],
  ng: NgSets,
  most: number,
  stopped: () => boolean,
): number {
  let growth = 0;
  for (let round = 0; round < ROUNDS && !stopped(); round++) {
    const seen = cheapest().flatMap(({ routes }) => routes.slice(0, SHOWN).map(({ visits }) => visits));
    const added = forbidCircles(seen, ng, most);
    if (added === 0) break;
    growth += added;
  }
  return growth;
}

/**
 * Begins neighbourhoods with the visits that can most quickly come before and after; with fewer where `stopped`
 * ends it. Any neighbourhoods will do for a proof.
 */
export function firstNeighbours(
  graphs: Iterable<PricingGraph>,
  ng: NgSets,
  visits: number,
  count: number,
  stopped: () => boolean,
): void {
  const nearest = Array.from({ length: visits }, () => new Float64Array(0));
  for (const g of graphs) {
    if (stopped()) return;
    for (let i = 0; i < g.nodes; i++) {
      const v = g.visit[i] as number;
      if (nearest[v]!.length === 0) nearest[v] = new Float64Array(visits).fill(Infinity);
      const seconds = nearest[v]!;
      for (let a = g.arcStart[i] as number; a < (g.arcStart[i + 1] as number); a++) {
        const j = g.arcTo[a] as number;
        const step = (g.arcTravel[a] as number) + (g.duration[j] as number);
        // Only visits that can stand on both sides can make a circle.
        if ((g.first[j] as number) + step > (g.last[i] as number)) continue;
        const w = g.visit[j] as number;
        if (step < (seconds[w] as number)) seconds[w] = step;
      }
    }
  }
  for (const [v, seconds] of nearest.entries()) {
    if (stopped()) return;
    const able = [...seconds.keys()].filter((w) => seconds[w] !== Infinity);
    able.sort((a, b) => (seconds[a] as number) - (seconds[b] as number) || a - b);
    for (const w of able.slice(0, count)) ng.add(v, w);
  }
}
