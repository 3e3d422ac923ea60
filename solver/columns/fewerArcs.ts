/** The pricing problem with the most promising legs only: quick pricing proves nothing, and may leave some out. */
import type { PricingGraph } from "./graph.js";

/** Seconds that a visit takes beside its own, roughly: what a second of a shift is worth rests on it. */
const AROUND_VISIT = 300;

/** Keeps so many legs on from each node at these prices by node: those that earn most for their time. */
export function fewerArcs(g: PricingGraph, price: Float64Array, keep: number): PricingGraph {
  const worth = worthOfSecond(g, price);
  const gain = Float64Array.from(
    { length: g.nodes },
    (_, j) => (g.service[j] as number) - (price[j] as number) + worth * (g.duration[j] as number),
  );
  const arcStart = new Int32Array(g.nodes + 1);
  const arcTo = new Uint16Array(g.nodes * keep);
  const arcTravel = new Int32Array(g.nodes * keep);
  const scores = new Float64Array(g.arcTo.length);
  let kept = 0;
  for (let i = 0; i < g.nodes; i++) {
    const from = g.arcStart[i] as number;
    const to = g.arcStart[i + 1] as number;
    const ready = (g.last[i] as number) + (g.duration[i] as number);
    for (let a = from; a < to; a++) {
      const j = g.arcTo[a] as number;
      const travel = g.arcTravel[a] as number;
      const idle = Math.max(0, (g.first[j] as number) - ready - travel);
      scores[a] = (gain[j] as number) + g.perTravel * travel + worth * (travel + idle);
    }
    const worst = scores.slice(from, to).sort()[keep - 1] ?? Infinity;
    const end = kept + keep;
    for (let a = from; a < to && kept < end; a++) {
      if ((scores[a] as number) > worst) continue;
      arcTo[kept] = g.arcTo[a] as number;
      arcTravel[kept++] = g.arcTravel[a] as number;
    }
    arcStart[i + 1] = kept;
  }
  return { ...g, arcStart, arcTo: arcTo.subarray(0, kept), arcTravel: arcTravel.subarray(0, kept) };
}

/** What a second of a shift earns at these prices, about. */
function worthOfSecond(g: PricingGraph, price: Float64Array): number {
  let earned = 0;
  let seconds = 0;
  for (let j = 0; j < g.nodes; j++) {
    earned += Math.max(0, (price[j] as number) - (g.service[j] as number));
    seconds += (g.duration[j] as number) + AROUND_VISIT;
  }
  return seconds > 0 ? earned / seconds : 0;
}
