/** What a small problem may hold, and the range of its sizes. */
import { type Source, chance } from "../source.js";

/** Parts of the contract that can be left out of generated problems one by one. */
export const FEATURES = [
  /** Up to three windows a visit; else one. */
  "severalWindows",
  "preferred",
  /** Skills of types, visits and nurses; types may ask for any of a group. */
  "skills",
  /** Clients who refuse a nurse. */
  "refusals",
  /** Familiar nurses, languages, areas: what costs by person. */
  "people",
  /** Visits of two, rarely three nurses. */
  "crews",
  "gaps",
  /** Same-nurse and different-nurse links. */
  "nurseLinks",
  "breaks",
  "overtime",
  "useCost",
  /** `targetMinutes`, so that overload costs. */
  "target",
  /** Nurses with several shifts, which may overlap each other. */
  "secondShifts",
  "remote",
  "providers",
  /** Shifts, starts and providers that are fixed; begun visits. */
  "pins",
  "previous",
  /** Limits against `previous`; needs that feature too. */
  "limits",
  /** All weights, zero ones among them; else the contract's defaults. */
  "weights",
  /** Two modes of travel. */
  "modes",
  /** `perStopSeconds` and `setupSeconds`. */
  "stopSeconds",
  /** Pairs of places without a way. */
  "noWay",
  /** Instants on any second and with other offsets; else whole minutes at one offset. */
  "oddInstants",
  /** Some `unservedCost` so low that leaving a visit can pay. */
  "cheapUnserved",
] as const;

export type Feature = (typeof FEATURES)[number];

export interface SmallProblemOptions {
  /** Default 1. */
  readonly minVisits?: number;
  /** Default 7, what a brute-force oracle can still enumerate. */
  readonly maxVisits?: number;
  /** Default 4. */
  readonly maxShifts?: number;
  /** Features that may occur; each does in about half of the problems. Default: all. */
  readonly allowed?: readonly Feature[];
  /** Features that occur in every problem (still by chance in each visit, shift, ...). */
  readonly always?: readonly Feature[];
  /** Least instant of the day, `YYYY-MM-DDThh:mm:ssZ`. Default 2026-11-23T05:00:00Z. */
  readonly dayStart?: string;
  /** Offset in which instants are written, minutes. Default 120. */
  readonly offsetMinutes?: number;
}

/** The features of one problem. */
export function chooseFeatures(source: Source, options: SmallProblemOptions): ReadonlySet<Feature> {
  const chosen = new Set<Feature>(options.always);
  for (const feature of options.allowed ?? FEATURES) if (chance(source, 50)) chosen.add(feature);
  if (!chosen.has("previous")) chosen.delete("limits");
  return chosen;
}
