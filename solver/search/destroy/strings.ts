/**
 * String removal: from routes near a seed visit a run of neighbouring stops each, sometimes
 * sparing a few in its midst. Source: Christiaens and Vanden Berghe (2020), sections 5.1-5.2.
 */
import { OUT } from "../state.js";
import type { Ruin } from "./ruin.js";

export interface StringTuning {
  /** Average number of visits to take out. */
  readonly average: number;
  readonly longest: number;
  /** Share of strings that spare stops in their midst, and the chance to spare one more. */
  readonly splitShare: number;
  readonly splitGrow: number;
}

export function removeStrings(ruin: Ruin, seed: number, near: Int32Array, tuning: StringTuning): void {
  const { state, rng } = ruin;
  let used = 0;
  let visits = 0;
  for (const r of state.routes)
    if (r.length > 0) {
      used++;
      visits += r.length;
    }
  if (used === 0) return;
  const longest = Math.min(tuning.longest, visits / used);
  const most = (4 * tuning.average) / (1 + longest) - 1;
  const strings = Math.floor(rng.float() * most + 1);
  let cut = 0;
  for (let i = -1; i < near.length && cut < strings; i++) {
    const v = i < 0 ? seed : near[i];
    if (state.where[v] < 0) {
      // What a provider has taken is open again, so that another visit may go there.
      if (state.where[v] !== OUT && (i < 0 || rng.float() < 0.5)) ruin.take(v);
      continue;
    }
    const at = state.shiftsOf(v);
    const r = at.length === 1 ? at[0] : at[rng.below(at.length)];
    if (ruin.routeCut[r]) continue;
    ruin.routeCut[r] = 1;
    cut++;
    const route = state.routes[r];
    const most2 = Math.min(route.length, longest);
    const length = Math.floor(rng.float() * most2 + 1);
    const pos = route.positionOf(v);
    if (length > 1 && length < route.length && rng.float() < tuning.splitShare) {
      let spare = 1;
      while (length + spare < route.length && rng.float() > tuning.splitGrow) spare++;
      const from = startOf(rng.below(length + spare), pos, length + spare, route.length);
      const gap = from + rng.below(length + 1);
      for (let p = from; p < from + length + spare; p++)
        if (p < gap || p >= gap + spare) ruin.take(route.seq[p]);
    } else {
      const from = startOf(rng.below(length), pos, length, route.length);
      for (let p = from; p < from + length; p++) ruin.take(route.seq[p]);
    }
  }
}

/** First position of a run of `length` that holds `pos`, `back` steps before it if the route allows. */
function startOf(back: number, pos: number, length: number, total: number): number {
  return Math.max(1, Math.min(pos - back, total - length + 1));
}
