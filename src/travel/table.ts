import type { CachedTravel } from "./cache.js";
import type { Points } from "./points.js";

const UNKNOWN = -2;
const NO_WAY = -1;

/** What is known so far between the points of one mode. The diagonal is always known, 0. */
export class TravelTable {
  readonly size: number;
  private readonly seconds: Int32Array;
  private readonly metres: Int32Array;
  private readonly snaps: Int32Array;

  constructor(readonly points: Points) {
    this.size = points.keys.length;
    this.seconds = new Int32Array(this.size * this.size).fill(UNKNOWN);
    this.metres = new Int32Array(this.size * this.size);
    this.snaps = new Int32Array(this.size).fill(UNKNOWN);
    for (let i = 0; i < this.size; i++) this.set(i, i, 0, 0);
  }

  /** `null` seconds: no way, whatever the metres say. */
  set(from: number, to: number, seconds: number | null, metres: number | null): void {
    const cell = from * this.size + to;
    const noWay = seconds === null || metres === null;
    this.seconds[cell] = noWay ? NO_WAY : seconds;
    this.metres[cell] = noWay ? NO_WAY : metres;
  }

  known(from: number, to: number): boolean {
    return this.seconds[from * this.size + to] !== UNKNOWN;
  }

  secondsOf(from: number, to: number): number | null {
    const value = this.seconds[from * this.size + to];
    return value === NO_WAY ? null : value;
  }

  metresOf(from: number, to: number): number | null {
    const value = this.metres[from * this.size + to];
    return value === NO_WAY ? null : value;
  }

  setSnap(point: number, metres: number): void {
    this.snaps[point] = metres;
  }

  /** Metres from the point to its road; undefined where that is not known yet. */
  snapOf(point: number): number | undefined {
    const value = this.snaps[point];
    return value === UNKNOWN ? undefined : value;
  }

  /**
   * Takes what a cache knows; returns how many pairs that was. A point whose snap is missing
   * counts as new, so that no place goes unchecked.
   */
  load(cached: CachedTravel): number {
    for (const { point, metres } of cached.snaps) {
      const index = this.points.indexOf.get(point);
      if (index !== undefined) this.setSnap(index, metres);
    }
    let pairs = 0;
    for (const { from, to, seconds, metres } of cached.pairs) {
      const a = this.points.indexOf.get(from);
      const b = this.points.indexOf.get(to);
      if (a === undefined || b === undefined || a === b) continue;
      if (this.snaps[a] === UNKNOWN || this.snaps[b] === UNKNOWN || this.known(a, b)) continue;
      this.set(a, b, seconds, metres);
      pairs++;
    }
    return pairs;
  }

  /** A square matrix over places, `value` being `secondsOf` or `metresOf`. */
  overPlaces(value: (from: number, to: number) => number | null): (number | null)[][] {
    const { ofPlace } = this.points;
    return ofPlace.map((a) => ofPlace.map((b) => value(a, b)));
  }
}
