/** What belongs together, because one binds the other. */
import type { Model } from "../model/model.js";

/** By visit the first of those that gaps or rules about nurses tie to it, however far round (often itself). */
export function linkedGroups(model: Model): Int32Array {
  return groups(model.visits, [
    ...model.gaps.map(({ first, second }) => [first, second] as const),
    ...model.nurseLinks.map(({ a, b }) => [a, b] as const),
  ]);
}

/** By shift the first of those of the same nurse that could overlap (often itself). */
export function siblingGroups(model: Model): Int32Array {
  return groups(model.shiftCount, model.siblings);
}

/** By item of `n` the lowest that pairs lead to. */
function groups(n: number, pairs: readonly (readonly [number, number])[]): Int32Array {
  const first = Int32Array.from({ length: n }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (first[at] !== at) at = first[at];
    return at;
  };
  for (const [a, b] of pairs) {
    const [x, y] = [find(a), find(b)];
    first[Math.max(x, y)] = Math.min(x, y);
  }
  return first.map((_, i) => find(i));
}
