/** Ways as lines: asked of road servers one by one, kept while the map stays the same. */
import { type PointKey, pointKey } from "./cache.js";
import type { OsrmModeConfig } from "./provider.js";
import { profileOf } from "./profiles.js";
import { OsrmError, OsrmServer } from "./osrmServer.js";

/** [longitude, latitude] in degrees. */
type Point = readonly [number, number];
type Line = readonly Point[];

interface Ends {
  readonly from: PointKey;
  readonly to: PointKey;
}

/** The store of lines, the same door as src/planning/geometry/ports.ts. */
export interface LineCache {
  get(
    space: { readonly mode: string; readonly mapVersion: string },
    ends: readonly Ends[],
  ): Promise<readonly (Ends & { readonly line: Line })[]>;
  put(
    space: { readonly mode: string; readonly mapVersion: string },
    lines: readonly (Ends & { readonly line: Line })[],
  ): Promise<void>;
}

export interface LinesConfig {
  readonly osrm?: Readonly<Record<string, OsrmModeConfig>>;
  readonly cache?: LineCache;
  /** Asked for what no server tells: the recorded ways of the demo. */
  readonly recorded?: {
    lines(
      mode: string,
      ways: readonly { readonly from: Point; readonly to: Point }[],
    ): Promise<readonly (Line | null)[]>;
  };
  /** Longest wait for all ways of one question; what is missing then is asked again next time. Default 8 s. */
  readonly patienceMs?: number;
}

const written = (from: Point, to: Point): Ends => ({
  from: pointKey(from[1], from[0]),
  to: pointKey(to[1], to[0]),
});
const nameOf = ({ from, to }: Ends): string => `${from} ${to}`;

export class RoadLines {
  private readonly servers: ReadonlyMap<string, { config: OsrmModeConfig; server: OsrmServer }>;

  constructor(private readonly config: LinesConfig) {
    this.servers = new Map(
      Object.entries(config.osrm ?? {}).map(([mode, one]) => [
        mode,
        {
          config: one,
          server: new OsrmServer(one.url, one.profile ?? profileOf(mode), one.limits, one.fetch),
        },
      ]),
    );
  }

  /** In the order asked; null where no line is known. */
  async lines(
    mode: string,
    ways: readonly { readonly from: Point; readonly to: Point }[],
  ): Promise<(Line | null)[]> {
    const asked = await this.askServer(mode, ways);
    const { recorded } = this.config;
    if (recorded === undefined || !asked.includes(null)) return asked;
    const kept = await recorded.lines(mode, ways);
    return asked.map((line, i) => line ?? kept[i] ?? null);
  }

  private async askServer(
    mode: string,
    ways: readonly { readonly from: Point; readonly to: Point }[],
  ): Promise<(Line | null)[]> {
    const known = this.servers.get(mode);
    if (known === undefined || ways.length === 0) return ways.map(() => null);
    const patience = AbortSignal.timeout(this.config.patienceMs ?? 8_000);
    const mapVersion = await this.mapOf(known, ways[0]!.from, patience);
    if (mapVersion === null) return ways.map(() => null);
    const wanted = new Map(ways.map((way) => [nameOf(written(way.from, way.to)), way]));
    const space = { mode, mapVersion };
    const found = new Map<string, Line>();
    if (mapVersion !== "") {
      const ends = [...wanted.values()].map(({ from, to }) => written(from, to));
      for (const one of (await this.config.cache?.get(space, ends)) ?? []) found.set(nameOf(one), one.line);
    }
    const fresh: (Ends & { line: Line })[] = [];
    await Promise.all(
      [...wanted].map(async ([name, { from, to }]) => {
        if (found.has(name)) return;
        const line = await this.ask(known.server, from, to, patience);
        if (line === null) return;
        found.set(name, line);
        fresh.push({ ...written(from, to), line });
      }),
    );
    if (mapVersion !== "" && fresh.length > 0) await this.config.cache?.put(space, fresh);
    return ways.map((way) => found.get(nameOf(written(way.from, way.to))) ?? null);
  }

  /** The map's name; empty: it has none, so nothing is kept; null: the server does not answer. */
  private async mapOf(
    { config, server }: { config: OsrmModeConfig; server: OsrmServer },
    [lon, lat]: Point,
    patience: AbortSignal,
  ): Promise<string | null> {
    if (config.mapVersion !== undefined) return config.mapVersion;
    try {
      return (await server.nearest({ lat, lon }, patience)).mapVersion ?? "";
    } catch (error) {
      return this.without(error, patience);
    }
  }

  private async ask(server: OsrmServer, from: Point, to: Point, patience: AbortSignal): Promise<Line | null> {
    try {
      return await server.line({ lat: from[1], lon: from[0] }, { lat: to[1], lon: to[0] }, patience);
    } catch (error) {
      return this.without(error, patience);
    }
  }

  /** A map without roads is better than no map: a server's trouble makes a straight line. */
  private without(error: unknown, patience: AbortSignal): null {
    if (error instanceof OsrmError || patience.aborted) return null;
    throw error;
  }
}
