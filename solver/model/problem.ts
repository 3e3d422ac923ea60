/**
 * The optimiser's view of one planning problem: indices and whole numbers only.
 *
 * Units: instants are whole seconds from any common origin, durations are whole
 * seconds, costs are whole points. Intervals include both ends. Arrays are in the
 * order of the problem document, so an index here is a position there.
 */

/** Seconds that stand for "there is no way" in a leg matrix. */
export const NO_WAY = -1;

/** A whole interval of seconds, both ends included. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Travel by one mode. */
export interface TravelMode {
  readonly id: string;
  /**
   * Seconds of a leg, `places x places`, row = from. Stops' seconds and the setup of the
   * arrival place are already in; the diagonal is 0; {@link NO_WAY} where there is none.
   */
  readonly legs: Int32Array;
}

/** What fixes a visit. Every key may be absent. */
export interface Pin {
  /** Shifts that must all be in the visit's crew (`shiftId` and `shiftIds` together). */
  readonly shifts: readonly number[];
  readonly start?: number;
  /** Under way or done: windows, skills and refusals no longer apply. */
  readonly begun: boolean;
  readonly provider?: number;
}

export interface Visit {
  readonly id: string;
  readonly client: number;
  /** Index into {@link ProblemData.visitTypes}. */
  readonly type: number;
  readonly place: number;
  readonly seconds: number;
  /** Allowed starts, sorted, disjoint. */
  readonly windows: readonly Interval[];
  readonly preferred?: Interval;
  /** Skills that are all needed (visit's and type's). */
  readonly requires: readonly number[];
  /** Groups of skills; one of each group is needed (visit's and type's). */
  readonly requiresAnyOf: readonly (readonly number[])[];
  readonly crewSize: number;
  readonly unservedCost: number;
  readonly remote: boolean;
  readonly pin?: Pin;
  /** Core only: goods carried to this visit, for problems with capacity. Default 0. */
  readonly load?: number;
}

export interface Client {
  readonly id: string;
  readonly area: number | null;
  readonly languages: readonly number[];
  /** Nurses; empty: no wish. */
  readonly familiar: readonly number[];
  readonly refused: readonly number[];
}

export interface Nurse {
  readonly id: string;
  readonly skills: readonly number[];
  readonly languages: readonly number[];
  /** Own areas; null: every area. */
  readonly areas: readonly number[] | null;
}

export interface Break {
  readonly id: string;
  readonly seconds: number;
  /** First and last allowed start. */
  readonly from: number;
  readonly to: number;
  /** May be left out when return - departure <= this. 0: never. */
  readonly afterSeconds: number;
  /** Least start after departure. Default 0. */
  readonly earliestAfter: number;
  /** Greatest start after departure; null: none. */
  readonly latestAfter: number | null;
  /** Must have a visit before it and one after it. */
  readonly inside: boolean;
}

export interface Shift {
  readonly id: string;
  readonly nurse: number;
  readonly from: number;
  readonly to: number;
  readonly startPlace: number;
  readonly endPlace: number;
  /** Index into {@link ProblemData.modes}. */
  readonly mode: number;
  readonly maxOvertime: number;
  readonly useCost: number;
  /** Seconds of visits and travel beyond which work is overload; null: none. */
  readonly target: number | null;
  readonly breaks: readonly Break[];
  /** Core only: most goods on this shift; null or absent: no limit. */
  readonly capacity?: number | null;
}

export interface Provider {
  readonly id: string;
  readonly types: readonly number[];
  readonly areas: readonly number[] | null;
  /** null: no limit. */
  readonly maxVisits: number | null;
  readonly cost: number;
}

export type Link =
  | {
      readonly kind: "gap";
      readonly first: number;
      readonly second: number;
      readonly min: number;
      /** null: none. */
      readonly max: number | null;
    }
  | { readonly kind: "same-nurse" | "different-nurse"; readonly a: number; readonly b: number };

export interface Weights {
  readonly travel: number;
  readonly wait: number;
  readonly early: number;
  readonly late: number;
  readonly worstLate: number;
  readonly overtime: number;
  readonly unfamiliar: number;
  readonly outsideArea: number;
  readonly language: number;
  readonly overload: number;
  readonly use: number;
  readonly bought: number;
  readonly moved: number;
  readonly shifted: number;
  readonly unserved: number;
}

export type CostPart = keyof Weights;

/** The contract's default weights, in the contract's order. */
export const DEFAULT_WEIGHTS: Weights = {
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

/** A visit's place in the published plan. */
export interface Previous {
  /** Former shifts that still exist. */
  readonly shifts: readonly number[];
  /** Every former shift still exists (only then `limits` speak of this visit). */
  readonly whole: boolean;
  readonly start: number;
}

export interface Limits {
  readonly changedClients: number | null;
  /** Seconds. */
  readonly movedStart: number | null;
}

export interface ProblemData {
  readonly placeCount: number;
  readonly modes: readonly TravelMode[];
  readonly visitTypes: readonly { readonly id: string }[];
  readonly clients: readonly Client[];
  readonly visits: readonly Visit[];
  readonly links: readonly Link[];
  readonly nurses: readonly Nurse[];
  readonly shifts: readonly Shift[];
  readonly providers: readonly Provider[];
  readonly weights: Weights;
  /** By visit; null: the visit is not in the published plan. */
  readonly previous: readonly (Previous | null)[];
  readonly limits: Limits;
  /** Ids of skills, for words only. */
  readonly skillIds: readonly string[];
}
