/** Items that pairs tie together, however far round. */

/** By item, 0 to n - 1, the lowest that the pairs lead to (often itself). */
export function groupsByPairs(n: number, pairs: Iterable<readonly [number, number]>): Int32Array {
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
