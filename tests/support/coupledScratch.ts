/** Earliest times and cost of routes, worked out from the problem alone, sweep by sweep. */
import { NO_WAY, type ProblemData } from "../../solver/index.js";

/** Visits by shift, in order. */
export type Sequences = readonly (readonly number[])[];

export interface Scratch {
  readonly cost: number;
  /** By visit; visits outside have NaN. */
  readonly start: readonly number[];
}

/** null: no times hold, or a rule of assignment is broken. */
export function scratchPlan(data: ProblemData, sequences: Sequences): Scratch | null {
  const start = data.visits.map(() => Number.NaN);
  const shiftOf = data.visits.map(() => -1);
  sequences.forEach((order, s) =>
    order.forEach((v) => {
      start[v] = data.visits[v]!.windows[0]!.from;
      shiftOf[v] = s;
    }),
  );
  const leg = (s: number, from: number, to: number) =>
    data.modes[data.shifts[s]!.mode]!.legs[from * data.placeCount + to]!;
  let cost = 0;
  for (let sweep = 0; ; sweep++) {
    if (sweep > 5000) return null;
    const before = start.join();
    for (const [s, order] of sequences.entries()) {
      const shift = data.shifts[s]!;
      let clock = shift.from;
      let at = shift.startPlace;
      for (const v of order) {
        const way = leg(s, at, data.visits[v]!.place);
        if (way === NO_WAY) return null;
        start[v] = Math.max(start[v]!, clock + way);
        clock = start[v]! + data.visits[v]!.seconds;
        at = data.visits[v]!.place;
      }
    }
    for (const link of data.links) {
      if (link.kind !== "gap" || shiftOf[link.first]! < 0 || shiftOf[link.second]! < 0) continue;
      start[link.second] = Math.max(start[link.second]!, start[link.first]! + link.min);
      if (link.max !== null) start[link.first] = Math.max(start[link.first]!, start[link.second]! - link.max);
    }
    for (const [v, visit] of data.visits.entries()) {
      if (shiftOf[v]! < 0) continue;
      const window = visit.windows.find((w) => start[v]! <= w.to);
      if (window === undefined) return null;
      start[v] = Math.max(start[v]!, window.from);
    }
    if (start.join() === before) break;
  }
  let worst = 0;
  const { weights } = data;
  for (const [v, visit] of data.visits.entries()) {
    if (shiftOf[v]! < 0) {
      cost += weights.unserved * visit.unservedCost;
      continue;
    }
    const late = visit.preferred ? Math.max(0, start[v]! - visit.preferred.to) : 0;
    worst = Math.max(worst, late);
    const nurseIndex = data.shifts[shiftOf[v]!]!.nurse;
    const nurse = data.nurses[nurseIndex]!;
    const client = data.clients[visit.client]!;
    const strange = client.familiar.length > 0 && !client.familiar.includes(nurseIndex);
    const outside = nurse.areas !== null && client.area !== null && !nurse.areas.includes(client.area);
    const speechless =
      client.languages.length > 0 &&
      nurse.languages.length > 0 &&
      !client.languages.some((l) => nurse.languages.includes(l));
    cost +=
      weights.late * late +
      (strange ? weights.unfamiliar : 0) +
      (outside ? weights.outsideArea : 0) +
      (speechless ? weights.language : 0);
  }
  cost += weights.worstLate * worst;
  for (const [s, order] of sequences.entries()) {
    if (order.length === 0) continue;
    const shift = data.shifts[s]!;
    let at = shift.startPlace;
    let travel = 0;
    for (const v of order) {
      travel += leg(s, at, data.visits[v]!.place);
      at = data.visits[v]!.place;
    }
    const home = leg(s, at, shift.endPlace);
    const last = order[order.length - 1]!;
    const back = start[last]! + data.visits[last]!.seconds + home;
    if (home === NO_WAY || back > shift.to + shift.maxOvertime) return null;
    cost +=
      weights.travel * (travel + home) +
      weights.use * shift.useCost +
      weights.overtime * Math.max(0, back - shift.to);
  }
  return { cost, start };
}
