/** When a visit may start, and which gaps that settles. */
import type { ProblemData } from "./problem.js";

/** Do the windows alone keep this gap? */
export function alwaysHolds(
  first: readonly (readonly [number, number])[],
  second: readonly (readonly [number, number])[],
  min: number,
  max: number | null,
): boolean {
  if (first.length === 0 || second.length === 0) return true;
  const least = second[0][0] - first[first.length - 1][1];
  const most = second[second.length - 1][1] - first[0][0];
  return least >= min && (max === null || most <= max);
}

/** A visit's allowed starts once pins and `movedStartMinutes` are in. */
export function windowsOf(d: ProblemData, v: number): [number, number][] {
  const visit = d.visits[v];
  let list: [number, number][] = visit.windows.map((x) => [x.from, x.to]);
  const pin = visit.pin;
  if (pin?.start !== undefined) {
    const s = pin.start;
    list = pin.begun || list.some(([a, b]) => a <= s && s <= b) ? [[s, s]] : [];
  }
  const before = d.previous[v];
  if (before?.whole && d.limits.movedStart !== null) {
    const a = before.start - d.limits.movedStart;
    const b = before.start + d.limits.movedStart;
    list = list
      .map(([x, y]): [number, number] => [Math.max(x, a), Math.min(y, b)])
      .filter(([x, y]) => x <= y);
  }
  return list.sort((x, y) => x[0] - y[0]);
}
