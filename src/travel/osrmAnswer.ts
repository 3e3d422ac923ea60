/** Reading the answer of OSRM's table service. */

export interface OsrmTable {
  /** Whole seconds by source, then destination; null: no way. */
  readonly seconds: (number | null)[][];
  /** Whole metres; null where seconds are. */
  readonly metres: (number | null)[][];
  /** Whole metres from each source and destination to the road it was moved to. */
  readonly sourceSnaps: number[];
  readonly destinationSnaps: number[];
  /** As the server names its map; absent: it does not. */
  readonly mapVersion?: string;
}

/** The answer is no table; the message says what is missing and holds no coordinates. */
export class BadAnswer extends Error {}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Throws {@link BadAnswer} unless the body is a whole table of the asked size. */
export function readTable(body: unknown, sources: number, destinations: number): OsrmTable {
  if (!isRecord(body)) throw new BadAnswer("not a JSON object");
  const seconds = matrix(body, "durations", sources, destinations);
  const metres = matrix(body, "distances", sources, destinations);
  for (let a = 0; a < sources; a++) {
    for (let b = 0; b < destinations; b++) {
      if ((seconds[a][b] === null) !== (metres[a][b] === null))
        throw new BadAnswer(`durations and distances disagree on whether row ${a}, column ${b} has a way`);
    }
  }
  const mapVersion = readMapVersion(body);
  return {
    seconds,
    metres,
    sourceSnaps: snaps(body, "sources", sources),
    destinationSnaps: snaps(body, "destinations", destinations),
    ...(mapVersion === undefined ? {} : { mapVersion }),
  };
}

/** `data_version` of any answer of the server; undefined where it has none. */
export function readMapVersion(body: unknown): string | undefined {
  if (!isRecord(body)) throw new BadAnswer("not a JSON object");
  const version = body["data_version"];
  return typeof version === "string" && version !== "" ? version : undefined;
}

/** [longitude, latitude] of the first way of the route service's answer, at five decimals (1 m). */
export function readLine(body: unknown): [number, number][] {
  const routes = isRecord(body) ? body["routes"] : undefined;
  const first: unknown = Array.isArray(routes) ? routes[0] : undefined;
  const geometry = isRecord(first) ? first["geometry"] : undefined;
  const points = isRecord(geometry) ? geometry["coordinates"] : undefined;
  if (!Array.isArray(points) || points.length === 0) throw new BadAnswer("no line of the way");
  return points.map((point: unknown, index): [number, number] => {
    const [lon, lat] = Array.isArray(point) ? (point as unknown[]) : [];
    if (typeof lon !== "number" || typeof lat !== "number") throw new BadAnswer(`point ${index} is none`);
    return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
  });
}

/** Whole metres to the road, of the answer of the nearest service for one coordinate. */
export function readNearestSnap(body: unknown): number {
  if (!isRecord(body)) throw new BadAnswer("not a JSON object");
  return snaps(body, "waypoints", 1)[0];
}

function matrix(
  body: Record<string, unknown>,
  key: string,
  rows: number,
  columns: number,
): (number | null)[][] {
  const value = body[key];
  if (!Array.isArray(value) || value.length !== rows) throw new BadAnswer(`${key} should have ${rows} rows`);
  return value.map((row: unknown, index) => {
    if (!Array.isArray(row) || row.length !== columns)
      throw new BadAnswer(`${key}, row ${index} should have ${columns} cells`);
    return row.map((cell: unknown) => {
      if (cell === null) return null;
      // Between two points on one piece of road a real OSRM has answered -0.1 m: rounding of its own.
      if (typeof cell !== "number" || !(cell > -1 && cell < 1e9))
        throw new BadAnswer(`${key}, row ${index} has a cell that is neither null nor a number from 0`);
      return Math.max(0, Math.round(cell));
    });
  });
}

function snaps(body: Record<string, unknown>, key: string, count: number): number[] {
  const value = body[key];
  if (!Array.isArray(value) || value.length < count)
    throw new BadAnswer(`${key} should have ${count} entries`);
  return value.slice(0, count).map((waypoint: unknown, index) => {
    const metres = isRecord(waypoint) ? waypoint["distance"] : undefined;
    if (typeof metres !== "number" || !(metres >= 0))
      throw new BadAnswer(`${key}, entry ${index} has no distance to its road`);
    return Math.min(Math.round(metres), 1e9);
  });
}
