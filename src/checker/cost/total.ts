/** The cost of a plan: every part, and the sum by the problem's weights. */
import type { Day } from "../day.js";
import { COST_PARTS, type CostPart, type CostParts, type Verdict } from "../verdict.js";
import { addChangeCosts } from "./change.js";
import { addElsewhereCosts } from "./elsewhere.js";
import { addPeopleCosts } from "./people.js";
import { addPreferredCosts } from "./preferred.js";
import { addRouteCosts } from "./route.js";

/** The contract's defaults; written again here because the checker takes nobody's word for them. */
export const DEFAULT_WEIGHTS: Readonly<Record<CostPart, number>> = {
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

export function costOf(day: Day): Verdict["cost"] {
  const parts = Object.fromEntries(COST_PARTS.map((part) => [part, 0])) as CostParts;
  addRouteCosts(day, parts);
  addPreferredCosts(day, parts);
  addPeopleCosts(day, parts);
  addElsewhereCosts(day, parts);
  addChangeCosts(day, parts);
  const weights = day.lookup.problem.weights ?? {};
  const total = COST_PARTS.reduce(
    (sum, part) => sum + (weights[part] ?? DEFAULT_WEIGHTS[part]) * parts[part],
    0,
  );
  return { total, parts };
}
