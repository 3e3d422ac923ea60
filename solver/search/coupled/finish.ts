/** From the best plan to the solution that leaves the optimiser. */
import type { Solution, Stop } from "../../model/solution.js";
import type { Layout } from "./layout.js";
import { CoupledPlan } from "./plan.js";
import { coupledReasons } from "./unserved.js";

export function coupledSolution(layout: Layout, next: Int32Array, start: Float64Array): Solution {
  const { visits: n, shifts: S, place, places: P, seconds } = layout;
  const served = new Uint8Array(n);
  const routes = [];
  for (let s = 0; s < S; s++) {
    const first = next[n + s];
    if (first >= n) continue;
    const legs = layout.legs[s];
    const departure = start[first] - legs[place[n + s] * P + place[first]];
    const stops: Stop[] = [];
    let clock = departure;
    let at = n + s;
    for (let v = first; v < n; at = v, v = next[v]) {
      served[v] = 1;
      const arrival = clock + legs[place[at] * P + place[v]];
      clock = start[v] + seconds[v];
      stops.push({ kind: "visit", visit: v, arrival, start: start[v], end: clock });
    }
    routes.push({
      shift: s,
      departure,
      return: clock + legs[place[at] * P + place[n + S + s]],
      stops,
    });
  }
  const unserved = [];
  if (served.includes(0)) {
    const plan = new CoupledPlan(layout);
    const starts = new Int32Array(S + 1);
    const order: number[] = [];
    for (let s = 0; s < S; s++) {
      for (let v = next[n + s]; v < n; v = next[v]) order.push(v);
      starts[s + 1] = order.length;
    }
    plan.fill(Int32Array.from(order), starts);
    for (let v = 0; v < n; v++) if (!served[v]) unserved.push({ visit: v, reasons: coupledReasons(plan, v) });
  }
  return { routes, bought: [], unserved };
}
