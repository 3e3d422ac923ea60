import type { CacheSpace, CachedPair, CachedTravel, PointKey, TravelCache } from "./cache.js";

interface Space {
  readonly pairs: Map<PointKey, Map<PointKey, CachedPair>>;
  readonly snaps: Map<PointKey, number>;
}

/** Travel times kept for the life of the process; for tests and for solving several days in one run. */
export class MemoryTravelCache implements TravelCache {
  private readonly spaces = new Map<string, Space>();

  async get(space: CacheSpace, points: readonly PointKey[]): Promise<CachedTravel> {
    const stored = this.spaces.get(JSON.stringify([space.mode, space.mapVersion]));
    if (!stored) return { pairs: [], snaps: [] };
    const wanted = new Set(points);
    const pairs: CachedPair[] = [];
    const snaps: CachedTravel["snaps"][number][] = [];
    for (const point of wanted) {
      const metres = stored.snaps.get(point);
      if (metres !== undefined) snaps.push({ point, metres });
      for (const pair of stored.pairs.get(point)?.values() ?? []) if (wanted.has(pair.to)) pairs.push(pair);
    }
    return { pairs, snaps };
  }

  async put(space: CacheSpace, travel: CachedTravel): Promise<void> {
    const key = JSON.stringify([space.mode, space.mapVersion]);
    const stored = this.spaces.get(key) ?? { pairs: new Map(), snaps: new Map() };
    this.spaces.set(key, stored);
    for (const { point, metres } of travel.snaps) stored.snaps.set(point, metres);
    for (const pair of travel.pairs) {
      const row = stored.pairs.get(pair.from) ?? new Map<PointKey, CachedPair>();
      stored.pairs.set(pair.from, row);
      row.set(pair.to, pair);
    }
  }
}
