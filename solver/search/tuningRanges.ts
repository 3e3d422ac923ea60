/** Between which values each number of the tuning makes sense; `bench -- tuning` measures both ends. */
import type { Tuning } from "./tuning.js";

type Numeric = { [K in keyof Tuning]: Tuning[K] extends number ? K : never }[keyof Tuning];

/** Least and greatest. Numbers of long runs only (set partitioning) and of the first plan stand beside in `tuning.ts`. */
export const TUNING_RANGES = {
  startTemperature: [0.5, 5],
  endTemperature: [0.005, 0.1],
  blink: [0, 0.1],
  absentShare: [0.1, 0.6],
  strainedShare: [0, 0.9],
  absentFirst: [0.2, 1],
  stringShare: [0.6, 1],
  relatedShare: [0, 1],
  relatedAbsent: [0, 1],
  huntPrice: [0.05, 0.6],
  huntEvery: [1_000, 32_000],
  huntSteps: [2_000, 20_000],
  partRoutes: [4, 24],
  huntTemperature: [0.3, 3],
  huntRegret: [0, 1],
  stepRegret: [0, 0.5],
  looseSteps: [0, 1],
  reheat: [0, 1],
} as const satisfies Partial<Record<Numeric, readonly [number, number]>>;

export type RangedParameter = keyof typeof TUNING_RANGES;
