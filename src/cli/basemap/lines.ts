/** Lines put together end to end, and rings made of them. Points are [longitude, latitude]. */
export type Point = readonly [number, number];
export type Line = readonly Point[];

const keyOf = ([lon, lat]: Point): string => `${lon.toFixed(7)} ${lat.toFixed(7)}`;

export const isRing = (line: Line): boolean =>
  line.length > 3 && keyOf(line[0]!) === keyOf(line[line.length - 1]!);

/** Twice the area within a ring; positive: counterclockwise. */
export function signedArea(ring: Line): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/**
 * Lines that go on where another ends become one.
 *
 * @param turn whether a line may be turned round to fit; coastlines may not, since water lies on their right
 */
export function joinLines(lines: readonly Line[], turn: boolean): Line[] {
  const joined: Line[] = lines.filter(isRing);
  const open = new Set(lines.filter((line) => line.length > 1 && !isRing(line)));
  const at = new Map<string, Set<Line>>();
  const note = (line: Line, point: Point): void => {
    const key = keyOf(point);
    at.set(key, (at.get(key) ?? new Set()).add(line));
  };
  for (const line of open) {
    note(line, line[0]!);
    if (turn) note(line, line[line.length - 1]!);
  }
  const next = (end: Point): Line | undefined => {
    const found = [...(at.get(keyOf(end)) ?? [])].find((line) => open.has(line));
    if (found === undefined) return undefined;
    open.delete(found);
    return keyOf(found[0]!) === keyOf(end) ? found : found.toReversed();
  };
  const follow = (line: Line): Line => {
    let long = line;
    for (;;) {
      if (isRing(long)) return long;
      const more = next(long[long.length - 1]!);
      if (more === undefined) return long;
      long = [...long, ...more.slice(1)];
    }
  };
  // Directed lines are begun where nothing leads to them, so that each is followed whole.
  const ends = new Set(turn ? [] : [...open].map((line) => keyOf(line[line.length - 1]!)));
  const order = [...open].toSorted((a, b) => Number(ends.has(keyOf(a[0]!))) - Number(ends.has(keyOf(b[0]!))));
  for (const line of order) {
    if (!open.delete(line)) continue;
    const long = follow(line);
    joined.push(turn && !isRing(long) ? follow(long.toReversed()) : long);
  }
  return joined;
}

/** Whether a point lies within a ring. */
export function within([x, y]: Point, ring: Line): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** Polygons of a multipolygon: each outer ring with the inner rings that lie in it. */
export function polygonsOf(outer: readonly Line[], inner: readonly Line[]): Line[][] {
  const outers = joinLines(outer, true).filter(isRing);
  const inners = joinLines(inner, true).filter(isRing);
  return outers.map((ring) => [ring, ...inners.filter((hole) => within(hole[0]!, ring))]);
}
