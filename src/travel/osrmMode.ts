/** The whole table of one mode: from the cache what it knows, from the server the rest. */
import { missingBlocks } from "./blocks.js";
import type { CachedPair, CachedSnap, TravelCache } from "./cache.js";
import type { OsrmTable } from "./osrmAnswer.js";
import type { OsrmServer } from "./osrmServer.js";
import type { Points } from "./points.js";
import type { TravelCounts } from "./port.js";
import { TravelTable } from "./table.js";

export interface OsrmModeAnswer {
  readonly table: TravelTable;
  readonly counts: TravelCounts;
  readonly mapVersion: string | undefined;
}

/** The server answers from another map than was expected; its times must not be mixed with the others. */
export class MapChanged extends Error {
  constructor(
    readonly expected: string,
    readonly got: string,
  ) {
    super(`expected map ${expected}, got ${got}`);
  }
}

interface Fresh {
  readonly pairs: CachedPair[];
  readonly snaps: Map<number, number>;
  asked: number;
  requests: number;
}

/**
 * Asks only for pairs that the cache does not hold. Without a configured map version the
 * server is asked for its own (one small request); a server that names none is asked for
 * everything, since nobody could say when its cached times go stale.
 *
 * Throws OsrmError, MapChanged, or what the cache throws. Nothing is cached unless all is known.
 */
export async function askMode(
  mode: string,
  points: Points,
  server: OsrmServer,
  cache: TravelCache | undefined,
  configuredVersion: string | undefined,
  signal?: AbortSignal,
): Promise<OsrmModeAnswer> {
  const table = new TravelTable(points);
  const fresh: Fresh = { pairs: [], snaps: new Map(), asked: 0, requests: 0 };
  const pairs = table.size * (table.size - 1);
  let mapVersion = configuredVersion;
  if (table.size > 0 && (table.size === 1 || (cache && mapVersion === undefined))) {
    // A table of one coordinate is refused by the server, so a lone point is always asked here.
    const nearest = await server.nearest(points.coordinates[0], signal);
    fresh.requests++;
    mapVersion = sameMap(mapVersion, nearest.mapVersion);
    if (table.size === 1) table.setSnap(0, nearest.metres);
  }
  const space = cache && mapVersion !== undefined ? { mode, mapVersion } : undefined;
  const fromCache = cache && space && pairs > 0 ? table.load(await cache.get(space, points.keys)) : 0;

  const blocks = missingBlocks(table.size, (a, b) => table.known(a, b), server.limits.tableLimit);
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const tasks = blocks.map(async ({ sources, destinations }) => {
    const asked = [...new Set([...sources, ...destinations])];
    const at = new Map(asked.map((point, index) => [point, index]));
    const positions = (list: readonly number[]): number[] => list.map((point) => at.get(point) ?? 0);
    const coordinates = asked.map((point) => points.coordinates[point]);
    const answer = await server.table(coordinates, positions(sources), positions(destinations), either);
    mapVersion = sameMap(mapVersion, answer.mapVersion);
    enter(table, fresh, answer, sources, destinations);
  });
  try {
    await Promise.all(tasks);
  } catch (error) {
    stop.abort(); // the other requests are of no use any more
    await Promise.allSettled(tasks);
    signal?.throwIfAborted();
    throw error;
  }
  if (cache && space && fresh.pairs.length > 0) {
    const snaps: CachedSnap[] = [...fresh.snaps].map(([index, metres]) => ({
      point: points.keys[index],
      metres,
    }));
    await cache.put(space, { pairs: fresh.pairs, snaps });
  }
  return {
    table,
    mapVersion,
    counts: { pairs, fromCache, fromServer: fresh.asked, requests: fresh.requests },
  };
}

/** The map version after one more answer; an answer that names none changes nothing. */
function sameMap(expected: string | undefined, got: string | undefined): string | undefined {
  if (expected !== undefined && got !== undefined && expected !== got) throw new MapChanged(expected, got);
  return expected ?? got;
}

function enter(
  table: TravelTable,
  fresh: Fresh,
  answer: OsrmTable,
  sources: readonly number[],
  destinations: readonly number[],
): void {
  const { keys } = table.points;
  fresh.requests++;
  for (const [row, from] of sources.entries()) {
    table.setSnap(from, answer.sourceSnaps[row]);
    fresh.snaps.set(from, answer.sourceSnaps[row]);
    for (const [column, to] of destinations.entries()) {
      if (from === to) continue; // stays 0: a leg from a place to itself takes nothing
      fresh.asked++;
      const seconds = answer.seconds[row][column];
      const metres = answer.metres[row][column];
      table.set(from, to, seconds, metres);
      fresh.pairs.push({ from: keys[from], to: keys[to], seconds, metres });
    }
  }
  for (const [column, to] of destinations.entries()) {
    table.setSnap(to, answer.destinationSnaps[column]);
    fresh.snaps.set(to, answer.destinationSnaps[column]);
  }
}
