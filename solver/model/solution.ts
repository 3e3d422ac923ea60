/** A finished plan in the optimiser's terms: indices into the problem, seconds from its origin. */

export type Stop =
  | {
      readonly kind: "visit";
      readonly visit: number;
      readonly arrival: number;
      readonly start: number;
      readonly end: number;
    }
  /** `break` is the position in the shift's `breaks`. */
  | { readonly kind: "break"; readonly break: number; readonly start: number; readonly end: number };

export interface Route {
  readonly shift: number;
  readonly departure: number;
  readonly return: number;
  readonly stops: readonly Stop[];
}

/**
 * Why a visit stands outside, from the finished plan.
 * `impossible`: no shift (or crew of shifts) can serve it even in an empty plan;
 * `blocked`: it fits nowhere beside what is fixed; `displaced`: it fits only in place of others,
 * or its cost is below the price of serving it.
 */
export interface UnservedReason {
  readonly kind: "impossible" | "blocked" | "displaced";
  /** Which rule, in the words of the contract: skill, refused, window, shift, way, crew, gap, pin, room, cost. */
  readonly rule: string;
  /** How many shifts this rule alone keeps from serving the visit. */
  readonly shifts: number;
}

export interface Unserved {
  readonly visit: number;
  readonly reasons: readonly UnservedReason[];
}

export interface Solution {
  readonly routes: readonly Route[];
  readonly bought: readonly { readonly visit: number; readonly provider: number }[];
  readonly unserved: readonly Unserved[];
}
