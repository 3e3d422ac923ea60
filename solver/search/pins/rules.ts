/**
 * The rules that pinned visits must keep. Visits without a pin may always be left out, so they do
 * not stand in the way; but one of them between two others can make a way shorter (where legs
 * break the triangle inequality) or give a break the visit it needs beside it. `loose` rules
 * grant all of that: what they refuse is refused for certain.
 */
import type { Rules } from "../../explain/routeTimes.js";
import type { Allowed } from "../../explain/timetable.js";
import { FAR, NO_LEG, type Model } from "../../model/model.js";
import type { Break } from "../../model/problem.js";
import { windowsOf } from "../../model/starts.js";
import type { LetGo } from "./facts.js";

/** Hours that are let go stretch so far beyond the shift's own, both ways. */
const DAY = 86_400;

/** Shortest ways over any places, row by row as they are asked for. */
export class Detours {
  private readonly rows = new Map<number, Float64Array>();
  private readonly modeOf: readonly number[];

  constructor(private readonly model: Model) {
    this.modeOf = model.data.shifts.map(({ mode }) => mode);
  }

  leg(s: number, from: number, to: number): number {
    const key = this.modeOf[s] * this.model.places + from;
    let row = this.rows.get(key);
    if (!row) {
      row = shortestFrom(this.model.shifts[s].legs, this.model.places, from);
      this.rows.set(key, row);
    }
    return row[to];
  }
}

/** Dijkstra's algorithm over a full matrix. */
function shortestFrom(legs: Int32Array, places: number, from: number): Float64Array {
  const out = new Float64Array(places).fill(NO_LEG);
  const done = new Uint8Array(places);
  out[from] = 0;
  for (;;) {
    let p = -1;
    for (let q = 0; q < places; q++) if (!done[q] && out[q] < (p < 0 ? NO_LEG : out[p])) p = q;
    if (p < 0) return out;
    done[p] = 1;
    for (let q = 0; q < places; q++) {
      const leg = legs[p * places + q];
      if (leg < NO_LEG && out[p] + leg < out[q]) out[q] = out[p] + leg;
    }
  }
}

export class PinRules implements Rules {
  readonly released: LetGo;
  readonly gapsOf: readonly (readonly number[])[];
  private readonly starts = new Map<number, Allowed>();
  private version = -1;

  constructor(
    readonly model: Model,
    readonly letGo: LetGo,
    gapsOf: readonly (readonly number[])[],
    /** Null: the rules as they are. */
    private readonly detours: Detours | null,
  ) {
    this.released = letGo;
    this.gapsOf = gapsOf;
  }

  allowed(v: number): Allowed {
    if (this.version !== this.letGo.version) {
      this.version = this.letGo.version;
      this.starts.clear();
    }
    let list = this.starts.get(v);
    if (!list) this.starts.set(v, (list = this.startsOf(v)));
    return list;
  }

  private startsOf(v: number): Allowed {
    const d = this.model.data;
    const start = d.visits[v].pin?.start;
    if (!this.letGo.window[v]) return windowsOf(d, v).flat();
    return start === undefined ? [-FAR, FAR] : [start, start];
  }

  hours(s: number): readonly [number, number] {
    const { from, end } = this.model.shifts[s];
    return this.letGo.hours[s] ? [from - DAY, end + DAY] : [from, end];
  }

  leg(s: number, from: number, to: number): number {
    if (this.detours) return this.detours.leg(s, from, to);
    return this.model.shifts[s].legs[from * this.model.places + to];
  }

  breaks(s: number): readonly Break[] {
    const { breaks } = this.model.data.shifts[s];
    return this.detours && breaks.some(({ inside }) => inside)
      ? breaks.map((one) => ({ ...one, inside: false }))
      : breaks;
  }

  crew(v: number): number {
    return this.letGo.crew[v] ? 1 : this.model.crew[v];
  }

  /** Shifts that must be in the crew. */
  forced(v: number): readonly number[] {
    return (this.model.data.visits[v].pin?.shifts ?? []).slice(0, this.crew(v));
  }

  /** Rule 2: skills and refusals. */
  able(v: number, s: number): boolean {
    return this.model.data.visits[v].pin?.begun === true || this.skilled(v, s);
  }

  /** The same, were it not begun. */
  skilled(v: number, s: number): boolean {
    const d = this.model.data;
    const visit = d.visits[v];
    const nurse = d.shifts[s].nurse;
    if (!this.letGo.refusals[v] && d.clients[visit.client].refused.includes(nurse)) return false;
    if (this.letGo.skills[v]) return true;
    const have = d.nurses[nurse].skills;
    return (
      visit.requires.every((k) => have.includes(k)) &&
      visit.requiresAnyOf.every((group) => group.length === 0 || group.some((k) => have.includes(k)))
    );
  }
}
