/**
 * The problem laid out for the inner loops: typed arrays by visit, shift and nurse, built
 * once from {@link ProblemData} and never changed by the search (but for `lateThreshold`).
 */
import type { Link, ProblemData } from "./problem.js";
import { NO_WAY } from "./problem.js";
import type { Pieces } from "./pieces.js";
import { stateLimits, transitionsOf, type BreakTransition } from "./breaks.js";
import { FAR, NO_LEG, PINNED_COST } from "./constants.js";
import { assignPrice, canServe, pinAllows, providerTakes } from "./eligibility.js";
import { alwaysHolds, windowsOf } from "./starts.js";

export { FAR, NO_LEG, PINNED_COST } from "./constants.js";

export interface GapLink {
  readonly first: number;
  readonly second: number;
  readonly min: number;
  /** FAR: none. */
  readonly max: number;
}

export interface ShiftModel {
  readonly index: number;
  readonly nurse: number;
  readonly from: number;
  /** End without overtime. */
  readonly to: number;
  /** Last return. */
  readonly end: number;
  readonly startPlace: number;
  readonly endPlace: number;
  readonly legs: Int32Array;
  /** The same by arrival: `legsTo[to * places + from]`, so that both rows of one place lie together. */
  readonly legsTo: Int32Array;
  /** Weighted. */
  readonly useCost: number;
  /** FAR: none. */
  readonly target: number;
  readonly capacity: number;
  /** 2^breaks. */
  readonly states: number;
  /** Transitions by state that they leave. */
  readonly transitions: readonly (readonly BreakTransition[])[];
  /** Breaks depend on the departure, or may be left out: cost needs the departure chosen. */
  readonly relative: boolean;
  /** Break states in which the route may end (relaxed where `relative`). */
  readonly endStates: Uint8Array;
  /** A stop in this break state starts no sooner: a break taken needs its time before it. */
  readonly release: Float64Array;
  /** A stop in this break state ends no later: a break still due needs its time after it. */
  readonly deadline: Float64Array;
  /** Seconds of rest by break state. */
  readonly restOf: Float64Array;
  /** Has a break that needs a visit before and after it, and may not be left out. */
  readonly insideForced: boolean;
}

interface LegTables {
  readonly legs: Int32Array;
  readonly legsTo: Int32Array;
}

/** Tables made, as long as somebody holds the problem's: models of parts of a day share them. */
const tablesMade = new WeakMap<Int32Array, LegTables>();

/** Legs with ways that do not exist as very long ones, and the same by where they lead. */
function legTables(given: Int32Array, places: number): LegTables {
  const known = tablesMade.get(given);
  if (known !== undefined) return known;
  const legs = given.map((x) => (x === NO_WAY ? NO_LEG : x));
  const made = { legs, legsTo: transposed(legs, places) };
  tablesMade.set(given, made);
  return made;
}

export class Model {
  readonly visits: number;
  readonly shiftCount: number;
  readonly places: number;
  readonly place: Int32Array;
  readonly seconds: Int32Array;
  readonly crew: Int32Array;
  readonly remote: Uint8Array;
  readonly anyRemote: boolean;
  readonly load: Float64Array;
  readonly hasLoad: boolean;
  /** Weighted price of leaving a visit out; PINNED_COST where it may not be. */
  readonly unservedCost: Float64Array;
  /** 1 where the visit may not be left out. */
  readonly pinned: Uint8Array;
  /** Windows (all limits of single visits already in), as ranges of `windowFrom/To`. */
  readonly windowStart: Int32Array;
  readonly windowFrom: Float64Array;
  readonly windowTo: Float64Array;
  /** Own price of a start, visit by visit, as ranges of `own`. */
  pieceStart: Int32Array = new Int32Array(0);
  own: Pieces = noPieces;
  /** The same in reversed time (u = -t), reversed within each visit's range. */
  ownReversed: Pieces = noPieces;
  /** 1 where the price of a start is not the same everywhere in the windows. */
  soft: Uint8Array;
  /** From this start on a visit's own price only rises; FAR where that cannot be told. */
  readonly idealTo: Float64Array;
  readonly shifts: readonly ShiftModel[];
  /** `able[visit * shiftCount + shift]`. */
  readonly able: Uint8Array;
  /** Shifts that can serve a visit at all. */
  readonly candidates: readonly Int32Array[];
  /** Price of visit by shift whatever its time: unfamiliar, area, language, and `moved` of lone visits. */
  readonly assignCost: Float64Array;
  /** Providers that may take a visit, cheapest first; weighted prices. */
  readonly providersOf: readonly Int32Array[];
  readonly providerCost: Float64Array;
  readonly providerMax: Float64Array;
  readonly gaps: readonly GapLink[];
  readonly gapsOf: readonly Int32Array[];
  readonly nurseLinks: readonly Extract<Link, { kind: "same-nurse" | "different-nurse" }>[];
  readonly nurseLinksOf: readonly Int32Array[];
  /** Visit has gaps or a crew: its time is bound to other routes. */
  readonly coupled: Uint8Array;
  readonly wTravel: number;
  readonly wWait: number;
  readonly wOvertime: number;
  readonly wOverload: number;
  readonly wMoved: number;
  /** Late seconds up to here carry no `worstLate`; beyond, each visit pays it. */
  lateThreshold = 0;
  /** Visits of `previous` that `limits.changedClients` speaks of, by visit. */
  readonly limited: Uint8Array;
  readonly changedLimit: number;
  readonly hasChangedLimit: boolean;
  /** Overlapping shifts of one nurse: pairs (earlier, later). */
  readonly siblings: readonly (readonly [number, number])[];
  readonly anySoft: boolean;

  constructor(readonly data: ProblemData) {
    const d = data;
    const n = d.visits.length;
    const S = d.shifts.length;
    const w = d.weights;
    this.visits = n;
    this.shiftCount = S;
    this.places = d.placeCount;
    this.wTravel = w.travel;
    this.wWait = w.wait;
    this.wOvertime = w.overtime;
    this.wOverload = w.overload;
    this.wMoved = w.moved;
    this.place = Int32Array.from(d.visits, (v) => v.place);
    this.seconds = Int32Array.from(d.visits, (v) => v.seconds);
    this.crew = Int32Array.from(d.visits, (v) => v.crewSize);
    this.remote = Uint8Array.from(d.visits, (v) => (v.remote ? 1 : 0));
    this.anyRemote = this.remote.includes(1);
    this.load = Float64Array.from(d.visits, (v) => v.load ?? 0);
    this.hasLoad = this.load.some((x) => x > 0);
    this.pinned = Uint8Array.from(d.visits, (v) => (v.pin ? 1 : 0));
    this.unservedCost = Float64Array.from(d.visits, (v) =>
      v.pin ? PINNED_COST : v.unservedCost * w.unserved,
    );
    const gaps: GapLink[] = [];
    const nurseLinks: Extract<Link, { kind: "same-nurse" | "different-nurse" }>[] = [];
    const windows = d.visits.map((_, v) => windowsOf(d, v));
    for (const l of d.links) {
      if (l.kind !== "gap") nurseLinks.push(l);
      else if (!alwaysHolds(windows[l.first], windows[l.second], l.min, l.max))
        gaps.push({ first: l.first, second: l.second, min: l.min, max: l.max ?? FAR });
    }
    this.gaps = gaps;
    this.nurseLinks = nurseLinks;
    this.gapsOf = lists(
      n,
      gaps.map((g) => [g.first, g.second]),
    );
    this.nurseLinksOf = lists(
      n,
      nurseLinks.map((l) => [l.a, l.b]),
    );
    this.coupled = new Uint8Array(n);
    for (let v = 0; v < n; v++) this.coupled[v] = this.crew[v] > 1 || this.gapsOf[v].length > 0 ? 1 : 0;

    this.windowStart = new Int32Array(n + 1);
    for (let v = 0; v < n; v++) this.windowStart[v + 1] = this.windowStart[v] + windows[v].length;
    this.windowFrom = Float64Array.from(windows.flat(), (x) => x[0]);
    this.windowTo = Float64Array.from(windows.flat(), (x) => x[1]);
    this.soft = new Uint8Array(n);
    this.idealTo = Float64Array.from(d.visits, (visit, v) =>
      Math.max(visit.preferred?.to ?? -FAR, w.shifted > 0 ? (d.previous[v]?.start ?? -FAR) : -FAR),
    );
    this.buildPieces();

    this.shifts = d.shifts.map((s, index) => {
      const relative = s.breaks.some(
        (b) => b.earliestAfter > 0 || b.latestAfter !== null || b.afterSeconds > 0,
      );
      const states = 1 << s.breaks.length;
      const endStates = new Uint8Array(states);
      let optional = 0;
      s.breaks.forEach((b, i) => {
        if (b.afterSeconds > 0) optional |= 1 << i;
      });
      for (let m = 0; m < states; m++) endStates[m] = (m | optional) === states - 1 ? 1 : 0;
      const restOf = new Float64Array(states);
      for (let m = 0; m < states; m++)
        s.breaks.forEach((b, i) => {
          if (m & (1 << i)) restOf[m] += b.seconds;
        });
      const transitions = transitionsOf(s.breaks, s.from);
      const { release, deadline } = stateLimits(transitions, endStates);
      return {
        index,
        nurse: s.nurse,
        from: s.from,
        to: s.to,
        end: s.to + s.maxOvertime,
        startPlace: s.startPlace,
        endPlace: s.endPlace,
        ...legTables(d.modes[s.mode].legs, d.placeCount),
        useCost: s.useCost * w.use,
        target: s.target ?? FAR,
        capacity: s.capacity ?? FAR,
        states,
        transitions,
        release,
        deadline,
        relative,
        endStates,
        restOf,
        insideForced: s.breaks.some((b) => b.inside && b.afterSeconds === 0),
      };
    });
    this.siblings = siblingsOf(this.shifts);

    this.able = new Uint8Array(n * S);
    this.assignCost = new Float64Array(n * S);
    const candidates: Int32Array[] = [];
    for (let v = 0; v < n; v++) {
      const list: number[] = [];
      for (const shift of this.concerned(v)) {
        const s = shift.index;
        if (!canServe(d, v, shift.nurse) || !pinAllows(d, v, s) || !this.reachable(v, shift)) continue;
        this.able[v * S + s] = 1;
        list.push(s);
        this.assignCost[v * S + s] = assignPrice(d, v, s);
      }
      candidates.push(Int32Array.from(list));
    }
    this.candidates = candidates;

    this.providerCost = Float64Array.from(d.providers, (p) => p.cost * w.bought);
    this.providerMax = Float64Array.from(d.providers, (p) => p.maxVisits ?? FAR);
    this.providersOf = d.visits.map((visit) =>
      Int32Array.from(
        d.providers
          .map((_, i) => i)
          .filter((i) => providerTakes(d, i, visit.client, visit.type, visit.pin))
          .sort((a, b) => this.providerCost[a] - this.providerCost[b] || a - b),
      ),
    );
    this.hasChangedLimit = d.limits.changedClients !== null;
    this.changedLimit = d.limits.changedClients ?? FAR;
    this.limited = Uint8Array.from(d.previous, (p) => (p?.whole ? 1 : 0));
    this.anySoft = this.soft.some((x) => x === 1);
  }

  /** Builds the own prices again, after `lateThreshold` has changed. */
  buildPieces(): void {
    const starts = new Int32Array(this.visits + 1);
    const from: number[] = [];
    const to: number[] = [];
    const value: number[] = [];
    const slope: number[] = [];
    for (let v = 0; v < this.visits; v++) {
      let soft = 0;
      for (let k = this.windowStart[v]; k < this.windowStart[v + 1]; k++) {
        const a = this.windowFrom[k];
        const b = this.windowTo[k];
        const cuts = this.kinks(v).filter((x) => x > a && x < b);
        const points = [a, ...new Set(cuts)].sort((x, y) => x - y);
        points.forEach((p, i) => {
          const q = i + 1 < points.length ? points[i + 1] : b;
          const here = this.startPrice(v, p);
          const rise = q > p ? (this.startPrice(v, q) - here) / (q - p) : 0;
          from.push(p);
          to.push(q);
          value.push(here);
          slope.push(rise);
          if (here !== 0 || rise !== 0) soft = 1;
        });
      }
      starts[v + 1] = from.length;
      this.soft[v] = soft;
    }
    this.pieceStart = starts;
    this.own = {
      from: Float64Array.from(from),
      to: Float64Array.from(to),
      value: Float64Array.from(value),
      slope: Float64Array.from(slope),
    };
    this.ownReversed = reversed(this.own, starts);
  }

  /** Points where the price of a start bends. */
  protected kinks(v: number): number[] {
    const visit = this.data.visits[v];
    const out: number[] = [];
    if (visit.preferred) {
      out.push(visit.preferred.from, visit.preferred.to);
      if (this.data.weights.worstLate > 0) out.push(visit.preferred.to + this.lateThreshold);
    }
    const before = this.data.previous[v];
    if (before && this.data.weights.shifted > 0) out.push(before.start);
    return out;
  }

  /** Price of starting visit `v` at `t`: early, late, worstLate past the threshold, shifted. */
  startPrice(v: number, t: number): number {
    const visit = this.data.visits[v];
    const w = this.data.weights;
    let price = 0;
    if (visit.preferred) {
      price += w.early * Math.max(0, visit.preferred.from - t);
      const late = Math.max(0, t - visit.preferred.to);
      price += w.late * late + w.worstLate * Math.max(0, late - this.lateThreshold);
    }
    const before = this.data.previous[v];
    if (before) price += w.shifted * Math.abs(before.start - t);
    return price;
  }

  /** Does `t` lie in a window of the visit? */
  startsAt(v: number, t: number): boolean {
    for (let k = this.windowStart[v]; k < this.windowStart[v + 1]; k++)
      if (t >= this.windowFrom[k] && t <= this.windowTo[k]) return true;
    return false;
  }

  /** Shifts of which anybody will ask what the visit costs there; others count as not able. */
  protected concerned(_visit: number): readonly ShiftModel[] {
    return this.shifts;
  }

  /** Whether as many shifts as the visit has nurses could serve it at all. */
  servable(v: number): boolean {
    return this.candidates[v].length >= this.crew[v];
  }

  /** Alone on its route, could the shift be at the visit and back? (breaks left aside) */
  private reachable(v: number, s: ShiftModel): boolean {
    const p = this.place[v];
    const out = this.remote[v] ? 0 : s.legs[s.startPlace * this.places + p];
    const back = this.remote[v] ? 0 : s.legs[p * this.places + s.endPlace];
    // A detour over another visit may be shorter than a leg that has no way.
    const first = s.from + (out >= NO_LEG ? 0 : out);
    const last = s.end - (back >= NO_LEG ? 0 : back) - this.seconds[v];
    if (this.load[v] > s.capacity) return false;
    for (let k = this.windowStart[v]; k < this.windowStart[v + 1]; k++) {
      if (Math.max(first, this.windowFrom[k]) <= Math.min(last, this.windowTo[k])) return true;
    }
    return false;
  }
}

const noPieces: Pieces = {
  from: new Float64Array(0),
  to: new Float64Array(0),
  value: new Float64Array(0),
  slope: new Float64Array(0),
};

function transposed(legs: Int32Array, places: number): Int32Array {
  const out = new Int32Array(legs.length);
  for (let a = 0; a < places; a++)
    for (let b = 0; b < places; b++) out[b * places + a] = legs[a * places + b];
  return out;
}

function reversed(own: Pieces, starts: Int32Array): Pieces {
  const n = own.from.length;
  const out = {
    from: new Float64Array(n),
    to: new Float64Array(n),
    value: new Float64Array(n),
    slope: new Float64Array(n),
  };
  for (let v = 0; v + 1 < starts.length; v++) {
    const a = starts[v];
    const z = starts[v + 1];
    for (let k = a; k < z; k++) {
      const r = a + z - 1 - k;
      out.from[r] = -own.to[k];
      out.to[r] = -own.from[k];
      out.value[r] = own.value[k] + own.slope[k] * (own.to[k] - own.from[k]);
      out.slope[r] = -own.slope[k];
    }
  }
  return out;
}

function lists(n: number, pairs: readonly (readonly [number, number] | number[])[]): Int32Array[] {
  const out: number[][] = Array.from({ length: n }, () => []);
  pairs.forEach((pair, i) => {
    for (const v of pair) out[v].push(i);
  });
  return out.map((x) => Int32Array.from(x));
}

/** Pairs of one nurse's shifts that could overlap as used (rule 7). */
function siblingsOf(shifts: readonly ShiftModel[]): [number, number][] {
  const out: [number, number][] = [];
  for (const a of shifts)
    for (const b of shifts) {
      if (a.index === b.index || a.nurse !== b.nurse) continue;
      const first = a.from < b.from || (a.from === b.from && a.index < b.index);
      if (first && a.end > b.from) out.push([a.index, b.index]);
    }
  return out;
}
