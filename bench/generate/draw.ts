/** Seeded draws for the generator; whole-number arithmetic, hence equal on every machine. */
import { Rng } from "../../solver/support/rng.js";

export class Draw {
  private readonly rng: Rng;

  constructor(seed: number) {
    this.rng = new Rng(seed);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.rng.float() < probability;
  }

  /** A whole number in [from, to], both ends included. */
  between(from: number, to: number): number {
    return from + this.rng.below(to - from + 1);
  }

  /** A real number in [from, to). */
  real(from: number, to: number): number {
    return from + this.rng.float() * (to - from);
  }

  /**
   * A bell around `mean` (sum of six uniforms, so no logarithm); never further than 4.2 spreads.
   * `spread` is the standard deviation.
   */
  bell(mean: number, spread: number): number {
    let sum = 0;
    for (let i = 0; i < 6; i++) sum += this.rng.float();
    return mean + (sum - 3) * 1.4142135623730951 * spread;
  }

  /** A bell rounded to a multiple of `step` and held in [least, most]. */
  stepped(mean: number, spread: number, step: number, least: number, most: number): number {
    const value = Math.round(this.bell(mean, spread) / step) * step;
    return Math.min(most, Math.max(least, value));
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error("pick from an empty list");
    return items[this.rng.below(items.length)] as T;
  }

  /** Up to `count` different items, in drawn order. */
  sample<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) {
      taken.push(rest.splice(this.rng.below(rest.length), 1)[0] as T);
    }
    return taken;
  }

  shuffled<T>(items: readonly T[]): T[] {
    return this.sample(items, items.length);
  }
}

/** A seed of its own for one part of a day, so that adding a part leaves the others as they were. */
export function seedFor(seed: number, part: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/**
 * `count` items in the given shares, as exactly as whole numbers allow (largest remainder),
 * in the order of the shares.
 */
export function apportion<T>(count: number, shares: readonly (readonly [T, number])[]): T[] {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  const exact = shares.map(([, share]) => (count * share) / total);
  const whole = exact.map(Math.floor);
  const byRemainder = exact
    .map((x, i) => [x - whole[i]!, i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  let left = count - whole.reduce((a, b) => a + b, 0);
  for (const [, i] of byRemainder) if (left-- > 0) whole[i]!++;
  return shares.flatMap(([item], i) => Array.from({ length: whole[i]! }, () => item));
}
