/** The same answers for the same keys, found once: times of a day come again and again. */

/**
 * A function that keeps what `find` answered, `most` answers at a time; what it throws is not kept.
 * `find` depends on its key alone.
 */
export function remembered<K extends string | number, V>(find: (key: K) => V, most: number): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const found = find(key);
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
}
