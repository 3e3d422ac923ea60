/** What a list of days needs from its store. */
import type { StoredProblem } from "./ports.js";

/** A date for which something is imported. */
export interface DayHead {
  readonly date: string;
  /** Problems with a shift that starts on the date. */
  readonly problems: number;
  /** Plan versions of those problems. */
  readonly versions: number;
  /** The version that holds; null: none is published. */
  readonly publishedPlanId: string | null;
}

export interface DayStore {
  /** Dates from `from` to `to`, both included, oldest first; without limits all. */
  listDays(limits: { readonly from?: string; readonly to?: string }): Promise<readonly DayHead[]>;
  /** Problems with a shift that starts on the date, oldest first. */
  listProblems(date: string): Promise<readonly StoredProblem[]>;
}
