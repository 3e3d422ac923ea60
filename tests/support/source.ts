/**
 * Where a generator's choices come from: a seed (same seed, same values, any machine) or
 * fast-check (which shrinks every choice towards its least value). A generator written
 * against {@link Source} serves both; keep "least" simple, so that shrinking simplifies.
 */
import fc from "fast-check";

export interface Source {
  /** A whole number from `min` to `max`, both included. Shrinks to `min`. */
  int(min: number, max: number): number;
}

/** Choices from a 32-bit seed (the published splitmix32 mixing constants). */
export function seededSource(seed: number): Source {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return { int: (min, max) => min + (next() % (max - min + 1)) };
}

/** Choices that fast-check can shrink; whatever comes after them follows from a seed. */
const TAPE_LENGTH = 500;
const TAPE = fc.array(fc.noBias(fc.nat(0x3fffffff)), { minLength: TAPE_LENGTH, maxLength: TAPE_LENGTH });

/**
 * Values of whatever `make` builds. fast-check draws a tape of numbers, from which `make`
 * takes its choices one by one, and shrinks the tape. (Its own `gen` takes many times as long for so many choices.)
 */
export function arbitraryFrom<T>(make: (source: Source) => T): fc.Arbitrary<T> {
  return TAPE.map((tape) => make(tapeSource(tape)));
}

function tapeSource(tape: readonly number[]): Source {
  const beyond = seededSource(tape.at(-1)!);
  let next = 0;
  return {
    int: (min, max) => {
      if (next >= tape.length) return beyond.int(min, max);
      const choice = tape[next]!;
      next += 1;
      return min + (choice % (max - min + 1));
    },
  };
}

/** True in so many of a hundred cases. Shrinks to false. */
export function chance(source: Source, percent: number): boolean {
  return source.int(0, 99) >= 100 - percent;
}

/** One of a list that is not empty. Shrinks to the first. */
export function pick<T>(source: Source, items: readonly T[]): T {
  return items[source.int(0, items.length - 1)]!;
}

/** Each item with so many percent, in their order. Shrinks to none. */
export function some<T>(source: Source, items: readonly T[], percent: number): T[] {
  return items.filter(() => chance(source, percent));
}

/** Up to `count` different items, in a random order. */
export function sample<T>(source: Source, items: readonly T[], count: number): T[] {
  const rest = [...items];
  const taken: T[] = [];
  while (taken.length < count && rest.length > 0) {
    taken.push(...rest.splice(source.int(0, rest.length - 1), 1));
  }
  return taken;
}

export function shuffled<T>(source: Source, items: readonly T[]): T[] {
  return sample(source, items, items.length);
}
