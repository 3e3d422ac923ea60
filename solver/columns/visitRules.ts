/** What the bound keeps of each visit: allowed starts, soft times, and who may come. */
import type { Interval, ProblemData, Shift, Visit } from "../model/problem.js";
import { share } from "./scale.js";

/** Times at which the visit may start: pins and `limits.movedStart` narrow the windows. */
export function startWindows(data: ProblemData, index: number): Interval[] {
  const visit = data.visits[index] as Visit;
  const pin = visit.pin;
  let windows: Interval[];
  if (pin?.begun === true && pin.start !== undefined) {
    windows = [{ from: pin.start, to: pin.start }];
  } else {
    windows = [...visit.windows];
    if (pin?.start !== undefined) windows = clip(windows, pin.start, pin.start);
  }
  const previous = data.previous[index];
  const moved = data.limits.movedStart;
  if (previous != null && previous.whole && moved !== null) {
    windows = clip(windows, previous.start - moved, previous.start + moved);
  }
  return windows;
}

function clip(windows: readonly Interval[], from: number, to: number): Interval[] {
  return windows
    .map((w) => ({ from: Math.max(w.from, from), to: Math.min(w.to, to) }))
    .filter((w) => w.from <= w.to);
}

/**
 * By visit: a number that two visits share where no route has both, since different nurses must serve them.
 * Each visit is in one such pair at most: of several links the first counts.
 */
export function groupsOf(data: ProblemData): Int32Array {
  const groups = Int32Array.from(data.visits.keys());
  const paired = new Set<number>();
  for (const link of data.links) {
    if (link.kind !== "different-nurse" || paired.has(link.a) || paired.has(link.b)) continue;
    paired.add(link.a).add(link.b);
    groups[link.b] = link.a;
  }
  return groups;
}

/** A visit that may stand outside: `pin` without any content is no pin. */
export function mayBeUnserved(visit: Visit): boolean {
  const pin = visit.pin;
  if (pin === undefined) return true;
  return pin.shifts.length === 0 && pin.start === undefined && !pin.begun && pin.provider === undefined;
}

/** Providers that may take the visit. */
export function providersOf(data: ProblemData, visit: Visit): number[] {
  const pinned = visit.pin?.provider;
  if (pinned === undefined && !mayBeUnserved(visit)) return [];
  const area = data.clients[visit.client]?.area ?? null;
  const able: number[] = [];
  data.providers.forEach((provider, p) => {
    if (pinned !== undefined && pinned !== p) return;
    if (!provider.types.includes(visit.type)) return;
    if (provider.areas !== null && (area === null || !provider.areas.includes(area))) return;
    able.push(p);
  });
  return able;
}

/** Whether one of the visit's crew may be this shift (rules 2 and 8, one route at a time). */
export function mayServe(data: ProblemData, visit: Visit, shiftIndex: number): boolean {
  const pin = visit.pin;
  const shift = data.shifts[shiftIndex] as Shift;
  if (pin !== undefined) {
    if (pin.provider !== undefined) return false;
    // A crew filled by pinned shifts has no room for another.
    if (pin.shifts.length >= visit.crewSize && !pin.shifts.includes(shiftIndex)) return false;
    if (pin.begun) return true;
  }
  const nurse = data.nurses[shift.nurse];
  const client = data.clients[visit.client];
  if (nurse === undefined || client === undefined) return false;
  if (client.refused.includes(shift.nurse)) return false;
  if (!visit.requires.every((skill) => nurse.skills.includes(skill))) return false;
  return visit.requiresAnyOf.every((group) => group.some((skill) => nurse.skills.includes(skill)));
}

/** Scaled points that one nurse of the crew adds whatever the time. */
export function servicePenalty(data: ProblemData, index: number, shiftIndex: number, scale: number): number {
  const visit = data.visits[index] as Visit;
  const shift = data.shifts[shiftIndex] as Shift;
  const client = data.clients[visit.client];
  const nurse = data.nurses[shift.nurse];
  if (client === undefined || nurse === undefined) return 0;
  const w = data.weights;
  let points = 0;
  if (client.familiar.length > 0 && !client.familiar.includes(shift.nurse)) points += w.unfamiliar;
  if (nurse.areas !== null && client.area !== null && !nurse.areas.includes(client.area)) {
    points += w.outsideArea;
  }
  if (
    client.languages.length > 0 &&
    nurse.languages.length > 0 &&
    !client.languages.some((language) => nurse.languages.includes(language))
  ) {
    points += w.language;
  }
  return points * scale + movedShare(data, index, shiftIndex, scale);
}

/**
 * `moved` is counted once for a visit when its set of shifts differs. If the former set can
 * no longer be the set at all, every crew member carries an equal part; else those who
 * were not in it do, so that the parts never exceed the whole.
 */
function movedShare(data: ProblemData, index: number, shiftIndex: number, scale: number): number {
  const previous = data.previous[index];
  if (previous == null || data.weights.moved === 0) return 0;
  const crew = data.visits[index]?.crewSize ?? 1;
  const surely = !previous.whole || previous.shifts.length !== crew;
  if (!surely && previous.shifts.includes(shiftIndex)) return 0;
  return share(data.weights.moved * scale, crew);
}

/**
 * One crew member's part of the cost of starting at `t`: convex, whole slopes. Breakpoints
 * are given as `[end of piece, slope before it]`; the value is that at `from`.
 */
export interface SoftTime {
  readonly atFrom: number;
  readonly ends: readonly number[];
  readonly slopes: readonly number[];
}

export function softTime(data: ProblemData, index: number, window: Interval, scale: number): SoftTime {
  const visit = data.visits[index] as Visit;
  const crew = visit.crewSize;
  const early = share(data.weights.early * scale, crew);
  const late = share(data.weights.late * scale, crew);
  const shifted = share(data.weights.shifted * scale, crew);
  const preferred = visit.preferred;
  const before = data.previous[index]?.start;
  const cuts = new Set<number>([window.to]);
  for (const t of [preferred?.from, preferred?.to, before]) {
    if (t !== undefined && t > window.from && t < window.to) cuts.add(t);
  }
  const value = (t: number): number => {
    let cost = 0;
    if (preferred !== undefined) {
      cost += early * Math.max(0, preferred.from - t) + late * Math.max(0, t - preferred.to);
    }
    if (before !== undefined) cost += shifted * Math.abs(t - before);
    return cost;
  };
  const ends = [...cuts].sort((a, b) => a - b);
  const slopes: number[] = [];
  let last = window.from;
  for (const end of ends) {
    slopes.push(end > last ? (value(end) - value(last)) / (end - last) : 0);
    last = end;
  }
  return { atFrom: value(window.from), ends, slopes };
}
