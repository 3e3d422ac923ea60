/**
 * The door to travel times: a problem whose modes lack matrices goes in, the same problem
 * with them comes out, or the faults that keep them away.
 */
import type { Fault } from "../contracts/fault.js";
import type { Problem } from "../contracts/problemSchema.js";
import type { TravelSource } from "../domain/travelSource.js";

export interface FillOptions {
  /**
   * Whether an estimate from coordinates may stand in where no road server is configured for a
   * mode or the configured one cannot answer. It is then said in `sources` and, in the second
   * case, in `warnings`. Default: as the provider was made, else false.
   */
  readonly estimateAllowed?: boolean;
  /** Ends all requests under way; `fill` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How many directed pairs of different points a mode needed, and where they came from. */
export interface TravelCounts {
  readonly pairs: number;
  readonly fromCache: number;
  readonly fromServer: number;
  readonly requests: number;
}

export type FillResult =
  | {
      readonly ok: true;
      /**
       * The problem with `durations` (whole seconds), `distances` (whole metres) and `source` in
       * every mode; `null` cells have no way. Modes that had matrices are as they were.
       */
      readonly problem: Problem;
      /** By mode, modes that came with matrices included. */
      readonly sources: Readonly<Record<string, TravelSource>>;
      /** By mode, only those that were asked of a road server or its cache. */
      readonly counts: Readonly<Record<string, TravelCounts>>;
      readonly warnings: readonly Fault[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] };

export interface TravelTimes {
  /** Never changes the problem given. Faults are returned, all modes' at once; a defect of ours or of the cache rejects. */
  fill(problem: Problem, options?: FillOptions): Promise<FillResult>;
}
