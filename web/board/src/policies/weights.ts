/** Weights as steps of a slider. Pure. The balanced weights are the contract's; a test holds them to it. */
import type { Part } from "../words/policies.js";

export const BALANCED: Readonly<Record<Part, number>> = {
  travel: 1,
  wait: 0,
  early: 1,
  late: 2,
  worstLate: 0,
  overtime: 5,
  unfamiliar: 600,
  outsideArea: 300,
  language: 900,
  overload: 1,
  use: 1,
  bought: 1,
  moved: 0,
  shifted: 0,
  unserved: 1,
};

/** Where balanced counts nothing, what one step is: a second of travel, or ten minutes for a visit. */
const FRESH: Readonly<Partial<Record<Part, number>>> = { wait: 1, worstLate: 1, moved: 600, shifted: 1 };
const TIMES = [0, 0.25, 0.5, 1, 2, 4, 8, 16];

/** Weights that the slider of a part stops at, rising; the one that holds now is among them. */
export function stepsOf(part: Part, now: number): readonly number[] {
  const base = BALANCED[part] === 0 ? (FRESH[part] ?? 1) : BALANCED[part];
  const steps = TIMES.map((times) => base * times).filter(Number.isInteger);
  return [...new Set([...steps, now])].toSorted((a, b) => a - b);
}

/** How many times balanced; null where balanced counts nothing. */
export const timesOf = (part: Part, weight: number): number | null =>
  BALANCED[part] === 0 ? null : weight / BALANCED[part];

/** Only what differs from balanced is stored. */
export function differing(weights: Readonly<Record<Part, number>>): Readonly<Partial<Record<Part, number>>> {
  return Object.fromEntries(
    Object.entries(weights).filter(([part, weight]) => BALANCED[part as Part] !== weight),
  );
}
