/** Circles in the routes of a master solution, and the neighbourhoods that forbid them. */
import type { NgSets } from "./ngSets.js";
import type { RouteColumn } from "./columnStore.js";

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
