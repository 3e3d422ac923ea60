/**
 * Travel times that were asked once need not be asked again while the map stays the same.
 * The port speaks of points, not of place ids: the same door may have another id tomorrow.
 */

/** A coordinate in whole millionths of a degree, `"60170000,24940000"` (latitude, longitude): about 0.1 m. */
export type PointKey = string;

/** The key of a coordinate in degrees (WGS 84). */
export function pointKey(lat: number, lon: number): PointKey {
  return `${Math.round(lat * 1e6)},${Math.round(lon * 1e6)}`;
}

/** What makes two answers comparable: the mode as named in the problem, and the map they were asked of. */
export interface CacheSpace {
  readonly mode: string;
  /** Never empty: answers of an unnamed map are not cached, since nobody could tell when they go stale. */
  readonly mapVersion: string;
}

/** One directed pair. Both numbers are `null` where the map has no way, which is knowledge too. */
export interface CachedPair {
  readonly from: PointKey;
  readonly to: PointKey;
  /** Whole seconds. */
  readonly seconds: number | null;
  /** Whole metres. */
  readonly metres: number | null;
}

/** How far a point lies from the road it was snapped to, whole metres. */
export interface CachedSnap {
  readonly point: PointKey;
  readonly metres: number;
}

export interface CachedTravel {
  readonly pairs: readonly CachedPair[];
  readonly snaps: readonly CachedSnap[];
}

/**
 * The store of travel times. One caller may read while another writes; two writers of one
 * pair write the same numbers, so the last one may win.
 */
export interface TravelCache {
  /**
   * All that is known among these points: every stored pair whose two ends are both in
   * `points`, and the snap of each point. One read for any number of points (N points have
   * N x N pairs; asking pair by pair would be the slowest part of a day).
   * Pairs from a point to itself are never stored. Order is free.
   */
  get(space: CacheSpace, points: readonly PointKey[]): Promise<CachedTravel>;
  /** Stores or replaces the pairs and snaps, all or none. */
  put(space: CacheSpace, travel: CachedTravel): Promise<void>;
}
