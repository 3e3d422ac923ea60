/**
 * The precedence graph laid out for the inner loops. Nodes: visits 0..n-1, then the departure
 * of each shift (n + s), then its return (n + S + s).
 */
import { FAR, type Model } from "../../model/model.js";

export interface Layout {
  readonly model: Model;
  readonly visits: number;
  readonly shifts: number;
  readonly nodes: number;
  readonly places: number;
  /** By node. */
  readonly place: Int32Array;
  /** Seconds of service; 0 at departures and returns. */
  readonly seconds: Int32Array;
  /** First allowed time. */
  readonly first: Float64Array;
  /** Last allowed time. */
  readonly last: Float64Array;
  /** Later than this costs `rate` a second. */
  readonly due: Float64Array;
  readonly rate: Float64Array;
  /** 1 where there are several windows. */
  readonly several: Uint8Array;
  /** Price of the greatest lateness of a visit. */
  readonly worstRate: number;
  readonly travelRate: number;
  /** Weighted mean leg from a visit to its few nearest, at least 1: the unit of prices. */
  readonly meanLeg: number;
  /** Gap arcs that leave a visit, as ranges of `arcTo` and `arcSeconds`: start(to) >= start + seconds. */
  readonly arcStart: Int32Array;
  readonly arcTo: Int32Array;
  readonly arcSeconds: Float64Array;
  /** The same arcs by the visit that they enter. */
  readonly inStart: Int32Array;
  readonly inFrom: Int32Array;
  readonly inSeconds: Float64Array;
  /** Visits whose nurse must be another one. */
  readonly apart: readonly Int32Array[];
  /** Visits put in together with this one (its gaps), itself left out. */
  readonly mates: readonly Int32Array[];
  readonly nurse: Int32Array;
  /** Legs by shift. */
  readonly legs: readonly Int32Array[];
  /** The same with rows and columns exchanged: legs *to* a place side by side in memory. */
  readonly legsTo: readonly Int32Array[];
}

export function layoutOf(model: Model): Layout {
  const n = model.visits;
  const S = model.shiftCount;
  const nodes = n + 2 * S;
  const { weights, visits } = model.data;
  const place = new Int32Array(nodes);
  const seconds = new Int32Array(nodes);
  const first = new Float64Array(nodes).fill(-FAR);
  const last = new Float64Array(nodes).fill(FAR);
  const due = new Float64Array(nodes).fill(FAR);
  const rate = new Float64Array(nodes);
  const several = new Uint8Array(nodes);
  visits.forEach((visit, v) => {
    place[v] = model.place[v];
    seconds[v] = model.seconds[v];
    const a = model.windowStart[v];
    const z = model.windowStart[v + 1] - 1;
    first[v] = model.windowFrom[a];
    last[v] = model.windowTo[z];
    if (z > a) several[v] = 1;
    if (visit.preferred) due[v] = visit.preferred.to;
    rate[v] = weights.late;
  });
  model.shifts.forEach((shift, s) => {
    place[n + s] = shift.startPlace;
    place[n + S + s] = shift.endPlace;
    first[n + s] = shift.from;
    last[n + S + s] = shift.end;
    due[n + S + s] = shift.to;
    rate[n + S + s] = weights.overtime;
  });
  const arcs: Arc[] = [];
  for (const gap of model.gaps) {
    arcs.push({ from: gap.first, to: gap.second, seconds: gap.min });
    if (gap.max < FAR) arcs.push({ from: gap.second, to: gap.first, seconds: -gap.max });
  }
  const leaving = arcs.toSorted((a, b) => a.from - b.from);
  const entering = arcs.toSorted((a, b) => a.to - b.to);
  const apart: number[][] = visits.map(() => []);
  for (const link of model.nurseLinks) {
    apart[link.a].push(link.b);
    apart[link.b].push(link.a);
  }
  const mates: Set<number>[] = visits.map(() => new Set());
  for (const gap of model.gaps) {
    mates[gap.first].add(gap.second);
    mates[gap.second].add(gap.first);
  }
  return {
    model,
    visits: n,
    shifts: S,
    nodes,
    places: model.places,
    place,
    seconds,
    first,
    last,
    due,
    rate,
    several,
    worstRate: weights.worstLate,
    travelRate: weights.travel,
    meanLeg: meanLegOf(model),
    arcStart: startsOf(nodes, leaving, (a) => a.from),
    arcTo: Int32Array.from(leaving, (a) => a.to),
    arcSeconds: Float64Array.from(leaving, (a) => a.seconds),
    inStart: startsOf(nodes, entering, (a) => a.to),
    inFrom: Int32Array.from(entering, (a) => a.from),
    inSeconds: Float64Array.from(entering, (a) => a.seconds),
    apart: apart.map((list) => Int32Array.from(list)),
    mates: mates.map((set) => Int32Array.from(set)),
    nurse: Int32Array.from(model.shifts, (s) => s.nurse),
    legs: model.shifts.map((s) => s.legs),
    legsTo: transposed(
      model.shifts.map((s) => s.legs),
      model.places,
    ),
  };
}

function meanLegOf(model: Model): number {
  const near = 5;
  const legs = model.shifts[0]?.legs;
  if (!legs || model.visits < 2) return 1;
  let sum = 0;
  let count = 0;
  for (let v = 0; v < model.visits; v++) {
    const row = Array.from(model.place, (p) => legs[model.place[v] * model.places + p]).sort((a, b) => a - b);
    for (let k = 1; k <= near && k < row.length; k++, count++) sum += row[k];
  }
  return Math.max(1, (model.data.weights.travel * sum) / count);
}

/** Each matrix once, however many shifts share it. */
function transposed(matrices: readonly Int32Array[], size: number): Int32Array[] {
  const made = new Map<Int32Array, Int32Array>();
  return matrices.map((legs) => {
    let out = made.get(legs);
    if (!out) {
      out = new Int32Array(legs.length);
      for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) out[j * size + i] = legs[i * size + j];
      made.set(legs, out);
    }
    return out;
  });
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

/** Where each node's range begins in a list sorted by `key`. */
function startsOf(nodes: number, sorted: readonly Arc[], key: (arc: Arc) => number): Int32Array {
  const starts = new Int32Array(nodes + 1);
  for (const arc of sorted) starts[key(arc) + 1]++;
  for (let i = 0; i < nodes; i++) starts[i + 1] += starts[i];
  return starts;
}

/** The first allowed start of visit `v` at or after `t`; Infinity: none. */
export function allowedFrom(model: Model, v: number, t: number): number {
  for (let k = model.windowStart[v]; k < model.windowStart[v + 1]; k++)
    if (t <= model.windowTo[k]) return Math.max(t, model.windowFrom[k]);
  return Infinity;
}
