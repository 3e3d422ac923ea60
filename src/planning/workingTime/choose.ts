/** Which rule set holds on a date. */
import { DEFAULT_RULE_SET, DEFAULT_RULE_SET_ID } from "./defaultRules.js";
import type { RuleSetStore, StoredRuleSet } from "./ports.js";

const BUILT_IN: StoredRuleSet = {
  id: DEFAULT_RULE_SET_ID,
  ruleSet: DEFAULT_RULE_SET,
  author: null,
  createdAt: null,
};

/** Stored ones and the one that came with the program, unless one of the same id and date took its place. */
export async function listRuleSets(store: RuleSetStore): Promise<readonly StoredRuleSet[]> {
  const stored = await store.list();
  const replaced = stored.some(
    ({ id, ruleSet }) => id === BUILT_IN.id && ruleSet.validFrom === BUILT_IN.ruleSet.validFrom,
  );
  return replaced ? stored : [BUILT_IN, ...stored];
}

/** The set of this id that holds on the date. Null: none does. */
export async function findRuleSet(
  store: RuleSetStore,
  id: string,
  date: string,
): Promise<StoredRuleSet | null> {
  const sets = (await listRuleSets(store))
    .filter((one) => one.id === id && one.ruleSet.validFrom <= date)
    .toSorted((a, b) => (a.ruleSet.validFrom < b.ruleSet.validFrom ? -1 : 1));
  return sets.at(-1) ?? null;
}
