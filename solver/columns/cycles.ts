/** Circles in the routes of a master solution, and the neighbourhoods that forbid them. */
import type { RouteColumn } from "./columnStore.js";
import type { PricingGraph } from "./graph.js";
import type { NgSets } from "./ngSets.js";

/**
 * Grows neighbourhoods so that the shortest circles of the given routes are no longer
 * allowed: the visit that returns joins the neighbourhoods of all that stand between.
 * Longer circles wait their turn while shorter ones were found. Returns how many members
 * were added.
 */
export function forbidCircles(
  used: readonly { route: RouteColumn; value: number }[],
  ng: NgSets,
  most: number,
): number {
  const circles: { visits: readonly number[]; from: number; to: number; value: number }[] = [];
  for (const { route, value } of used) {
    const { visits } = route;
    const lastAt = new Map<number, number>();
    visits.forEach((v, at) => {
      const before = lastAt.get(v);
      if (before !== undefined) circles.push({ visits, from: before, to: at, value });
      lastAt.set(v, at);
    });
  }
  circles.sort((a, b) => a.to - a.from - (b.to - b.from) || b.value - a.value);
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

/** Begins neighbourhoods with the visits that can most quickly come before and after. */
export function firstNeighbours(graphs: readonly PricingGraph[], ng: NgSets, count: number): void {
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
