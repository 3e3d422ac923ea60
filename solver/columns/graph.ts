/**
 * The pricing problem of one class of shifts, in typed arrays. A node is one window of one
 * visit, or a part of one. Costs are scaled points (see scale.ts), times are whole seconds.
 *
 * Waiting is priced by the span of the route: `wait` x return - `wait` x departure, less
 * `wait` x seconds of travel, visits and breaks. So time itself is free to pass within a
 * route, and only its two ends carry a slope.
 */
import { type Interval, NO_WAY, type ProblemData } from "../model/problem.js";
import { breakPlan, type BreakPlan } from "./breakSteps.js";
import type { ShiftClass } from "./classes.js";
import { groupsOf, softTime, startWindows } from "./visitRules.js";

export interface PricingGraph {
  readonly nodes: number;
  /** Visit of each node. */
  readonly visit: Int32Array;
  /** The visit's number among those of which a route has one at most (see `groupsOf`). */
  readonly group: Int32Array;
  /** Place; -1 for a remote visit. */
  readonly place: Int32Array;
  readonly duration: Int32Array;
  /** First and last start. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Cost of one service whatever the time and the duals. */
  readonly service: Float64Array;
  /** Soft cost at `first`; pieces follow in softStart. */
  readonly softAtFirst: Float64Array;
  /** Pieces of node n are softStart[n] .. softStart[n + 1] - 1. */
  readonly softStart: Int32Array;
  readonly softEnd: Int32Array;
  readonly softSlope: Float64Array;
  /** Successors of node n are arcStart[n] .. arcStart[n + 1] - 1, latest departure to them first. */
  readonly arcStart: Int32Array;
  readonly arcTo: Uint16Array;
  /** Seconds of travel; for a remote origin the least there can be. */
  readonly arcTravel: Int32Array;
  /** Travel from the start and to the end of the shift; NO_WAY where there is none. */
  readonly fromStart: Int32Array;
  readonly toEnd: Int32Array;
  readonly anyRemote: boolean;
  /** Legs by place, `places x places`. */
  readonly legs: Int32Array;
  readonly places: number;
  readonly startPlace: number;
  readonly endPlace: number;
  /** Earliest departure, end without overtime, latest return. */
  readonly open: number;
  readonly close: number;
  readonly latestReturn: number;
  readonly breaks: BreakPlan;
  /** Cost of using a shift at all. */
  readonly use: number;
  readonly perTravel: number;
  readonly perWait: number;
  readonly perOvertime: number;
  readonly perOverload: number;
  /** Seconds of work beyond which overload counts; a great number where it never does. */
  readonly target: number;
  /** The label must carry its seconds of work. */
  readonly needsLoad: boolean;
  /** Least seconds from a start to the next start. */
  readonly leastStep: number;
}

const NEVER = 0x3fffffff;

/** `splits`, by visit: moments from which on another node stands for the visit, ascending. */
export function pricingGraph(
  data: ProblemData,
  cls: ShiftClass,
  scale: number,
  splits: readonly (readonly number[])[],
): PricingGraph {
  const { shift } = cls;
  const mode = data.modes[shift.mode];
  if (mode === undefined) throw new Error(`shift ${shift.id} has no mode ${shift.mode}`);
  const { legs } = mode;
  const places = data.placeCount;
  const w = data.weights;
  const breaks = breakPlan(shift);
  const latestReturn = shift.to + shift.maxOvertime;

  const visit: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const softAtFirst: number[] = [];
  const softStart: number[] = [0];
  const softEnd: number[] = [];
  const softSlope: number[] = [];
  data.visits.forEach((v, index) => {
    if (cls.allowed[index] !== 1) return;
    for (const window of startWindows(data, index)) {
      const whole = {
        from: Math.max(window.from, shift.from),
        to: Math.min(window.to, latestReturn - v.seconds),
      };
      if (whole.from > whole.to) continue;
      for (const { from, to } of parts(whole, splits[index] as readonly number[])) {
        const soft = softTime(data, index, { from, to }, scale);
        visit.push(index);
        first.push(from);
        last.push(to);
        softAtFirst.push(soft.atFrom);
        softEnd.push(...soft.ends);
        softSlope.push(...soft.slopes);
        softStart.push(softEnd.length);
      }
    }
  });
  const nodes = visit.length;
  const groups = groupsOf(data);
  const group = Int32Array.from(visit, (v) => groups[v] as number);
  const place = Int32Array.from(visit, (v) => (data.visits[v]?.remote ? -1 : (data.visits[v]?.place ?? 0)));
  const duration = Int32Array.from(visit, (v) => data.visits[v]?.seconds ?? 0);
  const fromStart = place.map((p) => (p < 0 ? 0 : (legs[shift.startPlace * places + p] as number)));
  const leastInto = leastLegs(legs, places, shift.startPlace, place);
  const toEnd = place.map((p) =>
    p < 0 ? leastInto(shift.endPlace) : (legs[p * places + shift.endPlace] as number),
  );

  // Remote visits are bounded with the least leg; that is the least cost too only while
  // travel costs at least as much as waiting. A smaller price of waiting is still a bound.
  const wait = place.includes(-1) ? Math.min(w.wait, w.travel) : w.wait;
  const arcStart = new Int32Array(nodes + 1);
  const arcTo = new Uint16Array(nodes * nodes);
  const arcTravel = new Int32Array(nodes * nodes);
  // By successor: seconds of travel to it. Successors as one number each, the latest departure first, so that
  // sorting needs no objects.
  const travelTo = new Int32Array(nodes);
  const keys = new Float64Array(nodes);
  let arcs = 0;
  let leastStep = NEVER;
  for (let i = 0; i < nodes; i++) {
    const ready = (first[i] as number) + (duration[i] as number);
    const from = place[i] as number;
    let count = 0;
    for (let j = 0; j < nodes; j++) {
      if (group[j] === group[i]) continue;
      const to = place[j] as number;
      const travel = to < 0 ? 0 : from < 0 ? leastInto(to) : (legs[from * places + to] as number);
      if (travel === NO_WAY || ready + travel > (last[j] as number)) continue;
      travelTo[j] = travel;
      keys[count++] = (travel - (last[j] as number)) * nodes + j;
      const step = (duration[i] as number) + travel;
      if (step < leastStep) leastStep = step;
    }
    // Successors that close first stand last, so that a late label can stop early.
    for (const key of keys.subarray(0, count).sort()) {
      const to = key - Math.floor(key / nodes) * nodes;
      arcTo[arcs] = to;
      arcTravel[arcs++] = travelTo[to] as number;
    }
    arcStart[i + 1] = arcs;
  }
  const overloads = shift.target !== null && w.overload > 0;
  return {
    nodes,
    visit: Int32Array.from(visit),
    group,
    place,
    duration,
    first: Int32Array.from(first),
    last: Int32Array.from(last),
    service: Float64Array.from(
      visit,
      (v, n) => (cls.penalty[v] as number) - wait * scale * (duration[n] as number),
    ),
    softAtFirst: Float64Array.from(softAtFirst),
    softStart: Int32Array.from(softStart),
    softEnd: Int32Array.from(softEnd),
    softSlope: Float64Array.from(softSlope),
    arcStart,
    arcTo: arcTo.slice(0, arcs),
    arcTravel: arcTravel.slice(0, arcs),
    fromStart,
    toEnd,
    anyRemote: place.includes(-1),
    legs,
    places,
    startPlace: shift.startPlace,
    endPlace: shift.endPlace,
    open: shift.from,
    close: shift.to,
    latestReturn,
    breaks,
    use: scale * (w.use * shift.useCost - wait * breaks.dropped),
    perTravel: scale * (w.travel - wait),
    perWait: scale * wait,
    perOvertime: scale * w.overtime,
    perOverload: overloads ? scale * w.overload : 0,
    target: overloads ? (shift.target as number) : NEVER,
    needsLoad: overloads || breaks.after.some((seconds) => seconds > 0),
    leastStep,
  };
}

/** The window, split. */
function parts({ from, to }: Interval, splits: readonly number[]): Interval[] {
  const begins = [from, ...splits.filter((at) => at > from && at <= to)];
  return begins.map((begin, i) => ({ from: begin, to: (begins[i + 1] ?? to + 1) - 1 }));
}

/** Least travel into a place from anywhere a remote visit may be done. */
function leastLegs(
  legs: Int32Array,
  places: number,
  startPlace: number,
  place: Int32Array,
): (to: number) => number {
  const known = new Map<number, number>();
  return (to) => {
    const before = known.get(to);
    if (before !== undefined) return before;
    let least = NO_WAY;
    for (const from of [startPlace, ...place]) {
      if (from < 0) continue;
      const leg = legs[from * places + to] as number;
      if (leg !== NO_WAY && (least === NO_WAY || leg < least)) least = leg;
    }
    known.set(to, least);
    return least;
  };
}
