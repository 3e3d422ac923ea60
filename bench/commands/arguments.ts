/** Readers of option values. Commander prints what they throw. */
import { InvalidArgumentError } from "commander";

export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Wanted a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

export function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError("Wanted a number above 0.");
  return value;
}

export function choice<T extends string>(allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((item) => item === text);
    if (found === undefined) throw new InvalidArgumentError(`Wanted one of ${allowed.join(", ")}.`);
    return found;
  };
}

/** A comma-separated list of known words. */
export function listOf<T extends string>(allowed: readonly T[]): (text: string) => T[] {
  const one = choice(allowed);
  return (text) => text.split(",").map((part) => one(part.trim()));
}

/** A comma-separated list of whole numbers, such as seeds or sizes. */
export function numbers(text: string): number[] {
  return text.split(",").map((part) => whole(0, 2 ** 31 - 1)(part.trim()));
}
