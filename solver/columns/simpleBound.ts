/**
 * The instant bound: every visit on its own is served, bought or left out at its cheapest,
 * with the shortest leg that can lead to it. It gives prices at which no route costs less
 * than nothing, so it is the first Lagrangian bound as well.
 */
import { NO_WAY, type ProblemData } from "../model/problem.js";
import type { ShiftClass } from "./classes.js";
import type { Prices } from "./lagrangian.js";
import type { PricingGraph } from "./graph.js";

export function simplePrices(
  data: ProblemData,
  classes: readonly ShiftClass[],
  graphs: readonly PricingGraph[],
  scale: number,
): Prices {
  const visit = new Float64Array(data.visits.length).fill(Infinity);
  graphs.forEach((g, c) => {
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
      let soft = g.softAtFirst[j] as number;
      let at = g.first[j] as number;
      let least = soft;
      for (let p = g.softStart[j] as number; p < (g.softStart[j + 1] as number); p++) {
        soft += (g.softSlope[p] as number) * ((g.softEnd[p] as number) - at);
        at = g.softEnd[p] as number;
        least = Math.min(least, soft);
      }
      const v = g.visit[j] as number;
      const cost =
        (classes[c]?.penalty[v] as number) + least + data.weights.travel * scale * (leastInto[j] as number);
      visit[v] = Math.min(visit[v] as number, cost);
    }
  });
  // What nobody can serve has any price; that of leaving it out is enough.
  data.visits.forEach((v, index) => {
    if (visit[index] === Infinity) {
      visit[index] = Math.ceil((data.weights.unserved * v.unservedCost * scale) / v.crewSize);
    }
  });
  return { visit, provider: new Float64Array(data.providers.length) };
}
