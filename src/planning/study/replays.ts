/** A plan replayed by the engine with times drawn. */
import type { Plan, Problem } from "../../contracts/index.js";
import { type ProblemData, robustness, type Robustness } from "../../../solver/index.js";
import { compileProblem } from "../compile.js";
import { fromPlan } from "../fromPlan.js";

/** Points [probability, factor], rising from probability 0 to 1. */
export type SpreadPoints = readonly (readonly [number, number])[];

/** What times are drawn from; every key may be left out. */
export interface Spreads {
  readonly visits?: SpreadPoints | undefined;
  /** By visit type. */
  readonly visitTypes?: Readonly<Record<string, SpreadPoints>> | undefined;
  readonly travel?: SpreadPoints | undefined;
  /** Part of a leg's deviation that all legs of a day share. */
  readonly shared?: number | undefined;
}

export interface Replayed {
  readonly found: Robustness;
  readonly data: ProblemData;
}

/** The engine's counts for a plan. @throws SpreadError for a spread that is none */
export function replayed(
  problem: Problem,
  plan: Plan,
  ask: { readonly seed: number; readonly samples: number; readonly spreads: Spreads },
  watch: { cancelled?: () => boolean; onProgress?: (samples: number) => void } = {},
): Replayed {
  const { data, origin } = compileProblem(problem);
  const { visits, visitTypes, travel, shared } = ask.spreads;
  const found = robustness(data, fromPlan(problem, data, origin, plan), {
    seed: ask.seed,
    samples: ask.samples,
    ...(visits === undefined ? {} : { visitSpread: visits }),
    ...(travel === undefined ? {} : { travelSpread: travel }),
    ...(shared === undefined ? {} : { shared }),
    typeSpreads: data.visitTypes.map(({ id }) => visitTypes?.[id]),
    ...watch,
  });
  return { found, data };
}
