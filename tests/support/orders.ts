/** Routes of a few visits, for tests that look at each. */

/** Every order of every choice of some of the visits, no two of one group together. */
export function* orders(
  visits: readonly number[],
  group: Int32Array,
  begun: readonly number[] = [],
): Generator<readonly number[]> {
  if (begun.length > 0) yield begun;
  for (const v of visits) {
    if (!begun.some((w) => group[w] === group[v])) yield* orders(visits, group, [...begun, v]);
  }
}
