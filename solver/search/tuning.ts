/** Every number that steers the search, in one place. */
import type { Model } from "../model/model.js";
import type { StringTuning } from "./destroy/strings.js";

export interface Tuning {
  /** Annealing temperatures, first and last, in usual differences (search/scale.ts). */
  readonly startTemperature: number;
  readonly endTemperature: number;
  /** First temperature of a run that starts from a given or published plan. */
  readonly warmTemperature: number;
  /** With no more visits than this the first plan is made by regret. */
  readonly regretUpTo: number;
  /** Chance to pass over a route while looking for the cheapest place. */
  readonly blink: number;
  /** Share of ruins that start at an absent visit, when there is one. */
  readonly absentShare: number;
  /** Share of the other ruins that start where times cost most. */
  readonly strainedShare: number;
  /** Chance that an absent seed is put in before all others. */
  readonly absentFirst: number;
  /** Share of ruins by strings; the rest is shared by the other ruins. */
  readonly stringShare: number;
  /** Share of string ruins that look for neighbours by time too, and the same at absent seeds. */
  readonly relatedShare: number;
  readonly relatedAbsent: number;
  readonly strings: StringTuning;
  /** Hunts: price of a first miss, as a share of what the visit costs on no route. */
  readonly huntPrice: number;
  /** Steps between hunts, and of one hunt. */
  readonly huntEvery: number;
  readonly huntSteps: number;
  readonly huntTemperature: number;
  /** Routes of a part that a hunt is confined to; days with no more than twice as many shifts are hunted on as a whole. */
  readonly partRoutes: number;
  /** Share of steps, in a hunt and outside, that put visits back by regret instead of greedily. */
  readonly huntRegret: number;
  readonly stepRegret: number;
  /** Share of steps in which the starts of crews on changed routes give way (search/looseCrews.ts). */
  readonly looseSteps: number;
  /** From so many visits on several threads share a day out between them (search/sharing.ts). */
  readonly sharedFrom: number;
  /** How much of the cooling so far is taken back when a hunt has found a place. */
  readonly reheat: number;
  /** Set partitioning: most routes gathered; most visits, least seconds and least steps of a run that it is used in. */
  readonly poolRoutes: number;
  readonly partitionUpTo: number;
  readonly partitionSeconds: number;
  readonly partitionSteps: number;
  /** When it is called, as shares of the run; its time limit, as a share of the run; its work limit in nodes. */
  readonly partitionAt: readonly number[];
  readonly partitionShare: number;
  readonly partitionNodes: number;
}

export const DEFAULT_TUNING: Tuning = {
  startTemperature: 2,
  endTemperature: 0.02,
  warmTemperature: 0.5,
  regretUpTo: 1000,
  blink: 0.02,
  absentShare: 0.33,
  strainedShare: 0.6,
  absentFirst: 0.7,
  stringShare: 0.88,
  relatedShare: 0.5,
  relatedAbsent: 0.8,
  strings: { average: 10, longest: 10, splitShare: 0.5, splitGrow: 0.5 },
  huntPrice: 0.2,
  huntEvery: 3000,
  huntSteps: 6000,
  huntTemperature: 1,
  partRoutes: 6,
  huntRegret: 1,
  stepRegret: 0.2,
  looseSteps: 0.4,
  sharedFrom: 400,
  reheat: 0.5,
  poolRoutes: 8000,
  partitionUpTo: 250,
  partitionSeconds: 120,
  partitionSteps: 1_000_000,
  partitionAt: [0.85],
  partitionShare: 0.07,
  partitionNodes: 200,
};

/**
 * The numbers for a problem by its features. Without preferred times and breaks a step is so
 * cheap that annealing can begin hotter and still cool down slowly.
 */
export function tuningFor(model: Model): Tuning {
  const isBare =
    model.data.visits.every((v) => v.preferred === undefined) &&
    model.data.shifts.every((s) => s.breaks.length === 0);
  return isBare ? { ...DEFAULT_TUNING, startTemperature: 5, endTemperature: 0.05 } : DEFAULT_TUNING;
}
