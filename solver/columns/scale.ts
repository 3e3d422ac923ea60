/**
 * Fixed-point costs of the bound. Points are multiplied by a whole scale so that a crew's
 * shares and rounded duals are whole numbers; sums stay far below 2^53, where doubles are
 * exact. Every function that adds scaled costs may therefore use plain `+` and `<`.
 */
import type { ProblemData } from "../model/problem.js";

/** Steps in one point; the grid on which duals are rounded. */
const STEPS = 16;
/** Crews of up to ten have exact shares. */
const MAX_LCM = 2520;

function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** Scaled units in one point of cost. */
export function costScale(data: ProblemData): number {
  let lcm = 1;
  for (const visit of data.visits) {
    const next = (lcm / gcd(lcm, visit.crewSize)) * visit.crewSize;
    if (next <= MAX_LCM) lcm = next;
  }
  return STEPS * lcm;
}

/** A part of a cost that is counted once for a crew of `parts`, rounded down. */
export function share(scaled: number, parts: number): number {
  return Math.floor(scaled / parts);
}
