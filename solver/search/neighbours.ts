/** For each visit the visits nearest to it by travel, nearest first. */
import { NO_LEG, type Model } from "../model/model.js";

/** Longer lists are never walked to their end. */
const MOST = 250;

export function nearestVisits(model: Model): Int32Array[] {
  const { visits: n, places: P, place } = model;
  const legs = mostUsedLegs(model);
  const limit = Math.min(n - 1, MOST);
  const byPlace = new Map<number, Int32Array>();
  const all = Array.from({ length: n }, (_, i) => i);
  return all.map((v) => {
    let sorted = byPlace.get(place[v]);
    if (!sorted) {
      const far = new Float64Array(n);
      for (let u = 0; u < n; u++) {
        const there = legs[place[v] * P + place[u]];
        const back = legs[place[u] * P + place[v]];
        far[u] = there >= NO_LEG || back >= NO_LEG ? NO_LEG : there + back;
      }
      sorted = Int32Array.from(
        all
          .slice()
          .sort((a, b) => far[a] - far[b] || a - b)
          .slice(0, limit + 1),
      );
      byPlace.set(place[v], sorted);
    }
    return sorted.filter((u) => u !== v);
  });
}

/**
 * For each visit the visits that could stand next to it on one nurse's route, nearest first
 * by travel and by the idle time that their windows force between them.
 */
export function relatedVisits(model: Model): Int32Array[] {
  const { visits: n, places: P, place, seconds } = model;
  const legs = mostUsedLegs(model);
  const limit = Math.min(n - 1, MOST);
  const first = new Float64Array(n);
  const last = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    const a = model.windowStart[v];
    const z = model.windowStart[v + 1];
    first[v] = a < z ? model.windowFrom[a] : 0;
    last[v] = a < z ? model.windowTo[z - 1] : 0;
  }
  const far = new Float64Array(n);
  const all = Array.from({ length: n }, (_, i) => i);
  const between = (u: number, v: number): number => {
    const leg = legs[place[u] * P + place[v]];
    if (leg >= NO_LEG || first[u] + seconds[u] + leg > last[v]) return Infinity;
    return leg + Math.max(0, first[v] - (last[u] + seconds[u] + leg));
  };
  return all.map((v) => {
    const mine = model.candidates[v];
    const able = new Set(mine);
    for (let u = 0; u < n; u++) {
      const cost = Math.min(between(v, u), between(u, v));
      far[u] = cost === Infinity || !model.candidates[u].some((s) => able.has(s)) ? 1e9 : cost;
    }
    return Int32Array.from(
      all
        .filter((u) => u !== v && far[u] < 1e9)
        .sort((a, b) => far[a] - far[b] || a - b)
        .slice(0, limit),
    );
  });
}

function mostUsedLegs(model: Model): Int32Array {
  const count = new Map<Int32Array, number>();
  for (const s of model.shifts) count.set(s.legs, (count.get(s.legs) ?? 0) + 1);
  let best = model.shifts[0]?.legs ?? new Int32Array(model.places * model.places);
  for (const [legs, c] of count) if (c > (count.get(best) ?? 0)) best = legs;
  return best;
}
