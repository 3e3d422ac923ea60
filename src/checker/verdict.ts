/** What the checker answers. The same JSON as the contract's own checker prints, and a little more. */
import type { Rule, ViolationCode } from "./violations.js";

/** A fact of a violation that is not one id: a duration, a count, an instant or several words. */
export type FactValue = number | string | readonly string[];

export interface Violation {
  /** The contract's number of the broken rule, 1 to 8. */
  readonly rule: Rule;
  /** English sentence with ids and values. For other languages see `sentence`. */
  readonly message: string;
  readonly code: ViolationCode;
  readonly visitId?: string;
  readonly otherVisitId?: string;
  readonly shiftId?: string;
  readonly otherShiftId?: string;
  readonly nurseId?: string;
  readonly clientId?: string;
  readonly providerId?: string;
  readonly breakId?: string;
  readonly typeId?: string;
  /** All other facts of the code, by name; see violations.ts for names and units. */
  readonly values: Readonly<Record<string, FactValue>>;
}

/** In the order of the contract's table. */
export const COST_PARTS = [
  "travel",
  "wait",
  "early",
  "late",
  "worstLate",
  "overtime",
  "unfamiliar",
  "outsideArea",
  "language",
  "overload",
  "use",
  "bought",
  "moved",
  "shifted",
  "unserved",
] as const;

export type CostPart = (typeof COST_PARTS)[number];

/** Unweighted amounts: seconds, counts or points, as the contract's table says. */
export type CostParts = Record<CostPart, number>;

export interface Verdict {
  readonly valid: boolean;
  readonly violations: readonly Violation[];
  /** `total` is the weighted sum of `parts`. Meaningful for a valid plan only. */
  readonly cost: { readonly total: number; readonly parts: Readonly<CostParts> };
  /** Visits of the problem, entries of `unserved`, routes of known shifts. */
  readonly facts: { readonly visits: number; readonly unserved: number; readonly routes: number };
}
