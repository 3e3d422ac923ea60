/** Ruins besides strings: each takes about `size` visits that have something in common. */
import type { Ruin } from "./ruin.js";

/** Visits near the seed in place and in time. Source: Shaw (1998), relatedness by travel and start. */
export function removeRelated(ruin: Ruin, seed: number, size: number): void {
  const { state, rng } = ruin;
  const { model } = state;
  const near = ruin.nearest[seed];
  const at = model.windowFrom[model.windowStart[seed]];
  const reach = 3600 * (1 + rng.below(3));
  ruin.take(seed);
  for (let i = 0; i < near.length && ruin.count < size; i++) {
    const u = near[i];
    const off = model.windowFrom[model.windowStart[u]] - at;
    if (off > reach || off < -reach || rng.float() < 0.25) continue;
    ruin.take(u);
  }
}

/** All visits of one route, and of a second one near it. */
export function removeRoutes(ruin: Ruin, seed: number, size: number): void {
  const { state } = ruin;
  const near = ruin.nearest[seed];
  let routes = 0;
  for (let i = -1; i < near.length && routes < 2 && ruin.count < size; i++) {
    const v = i < 0 ? seed : near[i];
    const r = state.where[v];
    if (r < 0 || ruin.routeCut[r]) continue;
    ruin.routeCut[r] = 1;
    routes++;
    const route = state.routes[r];
    for (let p = 1; p <= route.length; p++) ruin.take(route.seq[p]);
  }
}

/** Visits whose windows begin in the same stretch of the day, wherever they are. */
export function removeTimeSlot(ruin: Ruin, seed: number, size: number): void {
  const { state, rng } = ruin;
  const { model } = state;
  const at = model.windowFrom[model.windowStart[seed]];
  ruin.take(seed);
  for (let tries = 0; tries < size * 8 && ruin.count < size; tries++) {
    const v = rng.below(model.visits);
    const off = model.windowFrom[model.windowStart[v]] - at;
    if (off < 2700 && off > -2700) ruin.take(v);
  }
}

/** Visits whose removal saves most travel, with some chance. Source: Ropke and Pisinger (2006). */
export function removeWorst(ruin: Ruin, _seed: number, size: number): void {
  const { state, rng } = ruin;
  const { model } = state;
  const P = model.places;
  const saved: { v: number; gain: number }[] = [];
  for (const route of state.routes) {
    for (let p = 1; p <= route.length; p++) {
      const v = route.seq[p];
      const next = p < route.length ? route.place[p + 1] : route.shift.endPlace;
      const gain =
        route.leg[p] +
        route.leg[p + 1] -
        route.shift.legs[route.place[p - 1] * P + next] +
        model.assignCost[v * model.shiftCount + route.shift.index];
      saved.push({ v, gain });
    }
  }
  saved.sort((a, b) => b.gain - a.gain || a.v - b.v);
  let left = saved.length;
  while (ruin.count < size && left > 0) {
    const u = rng.float();
    const i = Math.floor(u * u * u * u * left);
    ruin.take(saved[i].v);
    saved.splice(i, 1);
    left--;
  }
}

/** Any visits. */
export function removeRandom(ruin: Ruin, _seed: number, size: number): void {
  const { state, rng } = ruin;
  for (let i = 0; i < size; i++) ruin.take(rng.below(state.model.visits));
}
