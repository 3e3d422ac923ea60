/** Fewer points for a line that looks the same: Douglas and Peucker (1973), without recursion. */
type Point = readonly [number, number];

const METRES_A_DEGREE = 111_195;

/** Metres from a point to a segment, on a plane around the segment. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const narrow = Math.cos((ay * Math.PI) / 180);
  const [dx, dy] = [(bx - ax) * narrow, by - ay];
  const [px, py] = [(x - ax) * narrow, y - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return Math.hypot(px - t * dx, py - t * dy) * METRES_A_DEGREE;
}

/** @param metres how far the new line may lie from the old one; both ends stay. Points are [longitude, latitude] */
export function simplifyLine<T extends Point>(line: readonly T[], metres: number): T[] {
  const keep = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let [worst, far] = [metres, -1];
    for (let i = from + 1; i < to; i += 1) {
      const off = distance(line[i]!, line[from]!, line[to]!);
      if (off > worst) [worst, far] = [off, i];
    }
    if (far < 0) continue;
    keep.add(far);
    open.push([from, far], [far, to]);
  }
  return line.filter((_, i) => keep.has(i));
}
