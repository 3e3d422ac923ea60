/** One row of a comparison: a plan counted by its policy's weights and by the common ones. */
import { COST_PARTS, DEFAULT_WEIGHTS, type CostParts } from "../../checker/index.js";
import type { Weights } from "../../contracts/problemSchema.js";

export interface Counted {
  readonly total: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** Points of unweighted amounts; weights not named are the contract's. */
export function countBy(amounts: Readonly<CostParts>, weights: Weights): Counted {
  const parts = Object.fromEntries(
    COST_PARTS.map((part) => [part, amounts[part] * (weights[part] ?? DEFAULT_WEIGHTS[part])]),
  );
  return { total: Object.values(parts).reduce((sum, points) => sum + points, 0), parts };
}
