/** For each key whether a signal names it: a change wakes the keys concerned, not everything that is drawn. */
import { batch, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";

/**
 * @param names the keys that stand now; few
 * @returns a signal for a key, the same one each time it is asked for
 */
export function keyedFlags(names: () => readonly string[]): (key: string) => ReadonlySignal<boolean> {
  const flags = new Map<string, Signal<boolean>>();
  let before: readonly string[] = [];
  effect(() => {
    const now = names();
    batch(() => {
      for (const key of before) {
        const flag = now.includes(key) ? undefined : flags.get(key);
        if (flag !== undefined) flag.value = false;
      }
      for (const key of now) {
        const flag = flags.get(key);
        if (flag !== undefined) flag.value = true;
      }
    });
    before = now;
  });
  return (key) => {
    const known = flags.get(key);
    if (known !== undefined) return known;
    const made = signal(before.includes(key));
    flags.set(key, made);
    return made;
  };
}
