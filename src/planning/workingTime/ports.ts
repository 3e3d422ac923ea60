/** Where the employer's rule sets are kept: append-only, so that a past verdict can be made again. */
import type { RuleSet } from "../../contracts/index.js";

export interface StoredRuleSet {
  readonly id: string;
  readonly ruleSet: RuleSet;
  readonly author: string | null;
  /** Null: it came with the program. */
  readonly createdAt: Date | null;
}

export interface RuleSetStore {
  /** A set of the same id and date takes the place of the earlier one; both stay stored. */
  add(set: StoredRuleSet & { readonly createdAt: Date }): Promise<void>;
  /** By id and date; of each pair the youngest. */
  list(): Promise<readonly StoredRuleSet[]>;
}
