/** How visits' lengths vary, learned from what visits have really taken. */
import { groupBy } from "../../domain/groups.js";
import { type Lasted, quantileOf } from "../ledger/index.js";
import type { SpreadPoints } from "./replays.js";

export interface LearnedSpreads {
  /** First and last date that was looked at. */
  readonly from: string;
  readonly to: string;
  /** Visits that the spreads come from. */
  readonly visits: number;
  /** By visit type; types with too few visits are left out. */
  readonly visitTypes: Readonly<Record<string, SpreadPoints>>;
}

/** Fewer visits of a type than this say little of how they vary. */
export const LEAST_VISITS = 10;
const CHANCES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;
/** Of a spread, as the contract has it. */
const GREATEST_FACTOR = 100;

/** Null: no type has enough visits. */
export function learnedSpreads(
  lasted: readonly Lasted[],
  span: Pick<LearnedSpreads, "from" | "to">,
): LearnedSpreads | null {
  const types = [...groupBy(lasted, ({ typeId }) => typeId)].filter(([, all]) => all.length >= LEAST_VISITS);
  if (types.length === 0) return null;
  return {
    ...span,
    visits: types.reduce((sum, [, all]) => sum + all.length, 0),
    visitTypes: Object.fromEntries(types.map(([typeId, all]) => [typeId, spreadOf(all)])),
  };
}

function spreadOf(all: readonly Lasted[]): SpreadPoints {
  const factors = all.map(({ seconds, plannedMinutes }) => seconds / (60 * plannedMinutes));
  return CHANCES.map((chance): readonly [number, number] => {
    const factor = Math.min(GREATEST_FACTOR, quantileOf(factors, chance));
    return [chance, Math.round(10_000 * factor) / 10_000];
  });
}
