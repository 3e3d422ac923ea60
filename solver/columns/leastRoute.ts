/** The route that a completion bound's least value stands for: it may return to visits, and shows what the bound leaves out. */
import { closeCost, type Completion, leastSoft } from "./completion.js";
import type { PricingGraph } from "./graph.js";

const NOBODY = -2;

/** Its nodes; the completion must have been run for the same graph and prices. */
export function leastRoute(completion: Completion, g: PricingGraph): number[] {
  const { slot, origin, plane, offset, firstSlot, lastSlot, best, next, second } = completion;
  const { enter, enterNext, enterSecond, recall } = completion;
  const { layers } = recall;
  const route: number[] = [];
  let { node, at, mask } = completion.begin;
  let layer = node < 0 ? 0 : (recall.to[node * layers] as number);
  let before = NOBODY;
  while (node >= 0) {
    route.push(node);
    const row = (mask * layers + layer) * plane + (offset[node] as number);
    let least = Infinity;
    let k = at;
    for (let later = at; later <= (lastSlot[node] as number); later++) {
      const from = Math.max(origin + later * slot, g.first[node] as number);
      const to = Math.min(origin + (later + 1) * slot - 1, g.last[node] as number);
      const finish = (next[row + later] === before ? second[row + later] : best[row + later]) as number;
      const value = finish + leastSoft(g, node, from, to);
      if (value >= least) continue;
      least = value;
      k = later;
    }
    const end = Math.max(origin + k * slot, g.first[node] as number) + (g.duration[node] as number);
    let cheapest = closeCost(g, node, mask, end);
    const from = node;
    const own = g.group[from] as number;
    const taken = mask;
    const left = layer;
    node = -1;
    for (const step of g.breaks.steps) {
      if ((step.taken & taken) !== 0 || end > step.latestEnd) continue;
      for (let a = g.arcStart[from] as number; a < (g.arcStart[from + 1] as number); a++) {
        const j = g.arcTo[a] as number;
        const travel = g.arcTravel[a] as number;
        const arrive = Math.max(end + travel + step.seconds, step.front);
        if (g.group[j] === before || arrive > (g.last[j] as number)) continue;
        const paid = recall.paid[j * layers + left] as number;
        if (paid === Infinity) continue;
        const into = recall.to[j * layers + left] as number;
        const soonest = Math.max(Math.floor((arrive - origin) / slot), firstSlot[j] as number);
        const cell = ((taken | step.taken) * layers + into) * plane + (offset[j] as number) + soonest;
        const ahead = (enterNext[cell] === own ? enterSecond[cell] : enter[cell]) as number;
        const cost = ahead + paid + g.perTravel * travel - g.perWait * step.seconds;
        if (cost >= cheapest) continue;
        cheapest = cost;
        node = j;
        at = soonest;
        mask = taken | step.taken;
        layer = into;
      }
    }
    before = own;
  }
  return route;
}
