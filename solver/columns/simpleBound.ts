/**
 * The instant bound, a relaxation as an assignment: every visit is served, bought or left out at its
 * cheapest, and has one leg that leads to it and one that leads on. Feasible prices of the assignment
 * are found by reducing columns and then rows (Jonker and Volgenant, Computing 38, 1987), not to the
 * optimum. At these prices no route costs less than nothing, so it is a Lagrangian bound as well.
 */
import { NO_WAY, type ProblemData } from "../model/problem.js";
import type { ShiftClass } from "./classes.js";
import type { Prices } from "./lagrangian.js";
import type { PricingGraph } from "./graph.js";

/** Null: `stopped` before they were found. */
export function simplePrices(
  data: ProblemData,
  classes: readonly ShiftClass[],
  graphOf: (shiftClass: number) => PricingGraph,
  scale: number,
  stopped: () => boolean,
): Prices | null {
  const visit = new Float64Array(data.visits.length).fill(Infinity);
  for (const [c, shiftClass] of classes.entries()) {
    if (stopped()) return null;
    const g = graphOf(c);
    const leastInto = new Float64Array(g.nodes).fill(Infinity);
    for (let j = 0; j < g.nodes; j++) {
      const travel = g.fromStart[j] as number;
      if (travel !== NO_WAY) leastInto[j] = travel;
    }
    for (let a = 0; a < g.arcTo.length; a++) {
      const j = g.arcTo[a] as number;
      leastInto[j] = Math.min(leastInto[j] as number, g.arcTravel[a] as number);
    }
    for (let j = 0; j < g.nodes; j++) {
      const v = g.visit[j] as number;
      const cost = atVisit(shiftClass, g, j) + data.weights.travel * scale * (leastInto[j] as number);
      visit[v] = Math.min(visit[v] as number, cost);
    }
  }
  if (!addLegsOn(data, classes, graphOf, scale, visit, stopped)) return null;
  // What nobody can serve has any price; that of leaving it out is enough.
  data.visits.forEach((v, index) => {
    if (visit[index] === Infinity) {
      visit[index] = Math.ceil((data.weights.unserved * v.unservedCost * scale) / v.crewSize);
    }
  });
  return { visit, provider: new Float64Array(data.providers.length) };
}

/** Least cost of serving node j of a class, legs aside. */
function atVisit(shiftClass: ShiftClass, g: PricingGraph, j: number): number {
  let soft = g.softAtFirst[j] as number;
  let at = g.first[j] as number;
  let least = soft;
  for (let p = g.softStart[j] as number; p < (g.softStart[j + 1] as number); p++) {
    soft += (g.softSlope[p] as number) * ((g.softEnd[p] as number) - at);
    at = g.softEnd[p] as number;
    least = Math.min(least, soft);
  }
  return (shiftClass.penalty[g.visit[j] as number] as number) + least;
}

/**
 * Adds to each visit's price the least by which any leg on from it, or home, is longer than what is paid for
 * its end. False: `stopped` before.
 */
function addLegsOn(
  data: ProblemData,
  classes: readonly ShiftClass[],
  graphOf: (shiftClass: number) => PricingGraph,
  scale: number,
  visit: Float64Array,
  stopped: () => boolean,
): boolean {
  const on = new Float64Array(visit.length).fill(Infinity);
  const perTravel = data.weights.travel * scale;
  for (const [c, shiftClass] of classes.entries()) {
    if (stopped()) return false;
    const g = graphOf(c);
    const service = Float64Array.from({ length: g.nodes }, (_, j) => atVisit(shiftClass, g, j));
    for (let i = 0; i < g.nodes; i++) {
      const v = g.visit[i] as number;
      const home = g.toEnd[i] as number;
      let least = home === NO_WAY ? Infinity : perTravel * home;
      for (let a = g.arcStart[i] as number; a < (g.arcStart[i + 1] as number); a++) {
        const j = g.arcTo[a] as number;
        const more =
          (service[j] as number) +
          perTravel * (g.arcTravel[a] as number) -
          (visit[g.visit[j] as number] as number);
        if (more < least) least = more;
      }
      on[v] = Math.min(on[v] as number, least);
    }
  }
  // All legs were measured against the prices before: only now may these change.
  for (let v = 0; v < visit.length; v++) {
    if (on[v] !== Infinity && visit[v] !== Infinity) visit[v] = (visit[v] as number) + (on[v] as number);
  }
  return true;
}
