/** One line of bench/results/days.jsonl: a day solved once and judged from outside. */
import { loadavg } from "node:os";
import { join } from "node:path";
import { readLines } from "./files.js";
import { RESULTS } from "./paths.js";

export interface Measured {
  readonly day: string;
  readonly engine: string;
  readonly seed: number;
  readonly threads: number;
  /** Limit given; null: limited by iterations. */
  readonly limit: number | null;
  readonly limitIterations: number | null;
  readonly cost: number;
  readonly unserved: number;
  readonly unservedCost: number;
  /** Cost besides the unserved. */
  readonly rest: number;
  readonly travel: number;
  readonly iterations: number;
  readonly seconds: number;
  readonly megabytes: number | null;
  readonly checker: string;
  readonly node: string;
  /** Jobs waiting for a core when the run began; above 1 or so the figure is not a clean one. */
  readonly load: number;
  readonly measured: string;
}

export const DAYS_FILE = join(RESULTS, "days.jsonl");

export const measuredDays = (): Measured[] => readLines(DAYS_FILE) as Measured[];

/** Circumstances of a measurement, to be told beside its figures. */
export function circumstances(): Pick<Measured, "node" | "load" | "measured"> {
  return {
    node: process.version,
    load: Math.round(loadavg()[0]! * 100) / 100,
    measured: new Date().toISOString().slice(0, 19) + "Z",
  };
}
