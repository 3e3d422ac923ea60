/** For each visit the visits nearest to it, nearest first. */
import { NO_LEG, type Model } from "../model/model.js";

/** Longer lists are never walked to their end. */
const MOST = 250;
/** A distance and an index in one exact number: distance x SPAN + index. */
const SPAN = 1 << 20;

/** By travel alone, there and back. */
export function nearestVisits(model: Model): Int32Array[] {
  const { visits: n, places: P, place } = model;
  const legs = mostUsedLegs(model);
  const keys = new Float64Array(n);
  const byPlace = new Map<number, Int32Array>();
  return visitsOf(n).map((v) => {
    let sorted = byPlace.get(place[v]);
    if (!sorted) {
      for (let u = 0; u < n; u++) {
        const there = legs[place[v] * P + place[u]];
        const back = legs[place[u] * P + place[v]];
        keys[u] = (there >= NO_LEG || back >= NO_LEG ? NO_LEG : there + back) * SPAN + u;
      }
      sorted = nearest(keys, n, MOST + 1);
      byPlace.set(place[v], sorted);
    }
    return sorted.filter((u) => u !== v);
  });
}

/**
 * Visits that could stand next to it on one nurse's route, by travel and by the idle time
 * that their windows force between them.
 */
export function relatedVisits(model: Model): Int32Array[] {
  const { visits: n, places: P, place, seconds } = model;
  const legs = mostUsedLegs(model);
  const first = new Float64Array(n);
  const last = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    const a = model.windowStart[v];
    const z = model.windowStart[v + 1];
    first[v] = a < z ? model.windowFrom[a] : 0;
    last[v] = a < z ? model.windowTo[z - 1] : 0;
  }
  const { words, sets } = shiftSets(model);
  const keys = new Float64Array(n);
  return visitsOf(n).map((v) => {
    let count = 0;
    for (let u = 0; u < n; u++) {
      if (u === v) continue;
      const there = legs[place[v] * P + place[u]];
      const back = legs[place[u] * P + place[v]];
      let cost = Infinity;
      if (there < NO_LEG && first[v] + seconds[v] + there <= last[u])
        cost = there + Math.max(0, first[u] - (last[v] + seconds[v] + there));
      if (back < NO_LEG && first[u] + seconds[u] + back <= last[v])
        cost = Math.min(cost, back + Math.max(0, first[v] - (last[u] + seconds[u] + back)));
      if (cost === Infinity) continue;
      let shared = false;
      for (let w = 0; w < words && !shared; w++) shared = (sets[v * words + w] & sets[u * words + w]) !== 0;
      if (shared) keys[count++] = cost * SPAN + u;
    }
    return nearest(keys, count, MOST);
  });
}

function nearest(keys: Float64Array, count: number, most: number): Int32Array {
  const sorted = keys.slice(0, count).sort();
  return Int32Array.from(sorted.subarray(0, Math.min(most, count)), (k) => k % SPAN);
}

function visitsOf(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Shifts that can take each visit, as bit sets of `words` words. */
function shiftSets(model: Model): { words: number; sets: Int32Array } {
  const words = Math.ceil(model.shiftCount / 32);
  const sets = new Int32Array(model.visits * words);
  for (let v = 0; v < model.visits; v++)
    for (const s of model.candidates[v]) sets[v * words + (s >> 5)] |= 1 << (s & 31);
  return { words, sets };
}

function mostUsedLegs(model: Model): Int32Array {
  const count = new Map<Int32Array, number>();
  for (const s of model.shifts) count.set(s.legs, (count.get(s.legs) ?? 0) + 1);
  let best = model.shifts[0]?.legs ?? new Int32Array(model.places * model.places);
  for (const [legs, c] of count) if (c > (count.get(best) ?? 0)) best = legs;
  return best;
}
