/** The one door into the optimiser. */
import type { LpEngine } from "./lp/engine.js";
import type { Solution } from "./model/solution.js";
import type { Exchange } from "./search/elites.js";
import type { PinConflict } from "./search/pins/conflict.js";
import type { Tuning } from "./search/tuning.js";

export * from "./model/problem.js";
export * from "./model/solution.js";
export * from "./lp/engine.js";
export type { MasterEngine } from "./lp/master.js";
export type { Exchange } from "./search/elites.js";

export interface Progress {
  readonly iteration: number;
  readonly bestCost: number;
  readonly unserved: number;
  readonly seconds: number;
}

export interface SolveOptions {
  /** Any whole number; same seed and iterations: same plan. */
  readonly seed: number;
  /** Work limit; null or absent: none. */
  readonly iterations?: number | null;
  /** Seconds since the run began, by the caller's clock. Absent: no time limit can hold. */
  readonly clock?: () => number;
  /** Time limit in seconds of `clock`; null or absent: none. */
  readonly seconds?: number | null;
  /** Polled often; true ends the run with the best plan so far. */
  readonly cancelled?: () => boolean;
  /** Called on every improvement and about twice a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** For coupled timing. */
  readonly lp?: LpEngine;
  /** For choosing among routes (whole numbers); absent: none are chosen. */
  readonly mip?: LpEngine;
  /** Other numbers for the search than its own, for measuring. */
  readonly tuning?: Partial<Tuning>;
  /** Where this run's threads meet; absent: it runs alone. */
  readonly exchange?: Exchange;
  /** A plan to start from, valid or not. */
  readonly start?: Solution;
}

export type SolveResult =
  | {
      readonly kind: "solved";
      readonly solution: Solution;
      /** Weighted total in points, as the checker counts it. */
      readonly cost: number;
      readonly iterations: number;
      readonly stoppedBy: "iterations" | "seconds" | "cancelled" | "done";
    }
  /**
   * Pins that cannot all hold, in sets that share no visit. Not `proved`: no plan was found in
   * which they all hold, and the one set holds the visits that the best plan leaves out.
   */
  | { readonly kind: "pins-conflict"; readonly conflicts: readonly PinConflict[]; readonly proved: boolean }
  /**
   * No plan was found that keeps `limits.changedClients`: how many clients the nearest one gives
   * other nurses (or none), and how many may be.
   */
  | { readonly kind: "limits-conflict"; readonly changedClients: number; readonly allowed: number };

export {
  type BoundOptions,
  type BoundResult,
  createBound,
  type ClassAnswer,
  type ClassList,
  type ClassPricing,
  GENERATION_DEFAULTS,
  type IncumbentCost,
  listShare,
  pricingAlone,
  PricingHelper,
  type PricingShare,
  type PricingTeam,
  priceShare,
  type StageReport,
} from "./columns/index.js";
export * from "./explain/index.js";
export * from "./robust/index.js";
export { retime, type Order, type Retimed } from "./retime/retime.js";
export { type ClosedShift, insertionPlaces, type VisitPlace } from "./retime/places.js";
export type { PinConflict } from "./search/pins/conflict.js";
export { solve } from "./solve.js";
export { choosesRoutes } from "./search/partition.js";
