/**
 * A proven lower bound on the cost of every plan of a problem (docs/bound.md).
 *
 * Costs are whole points as the contract counts them. Every number reported is proved at
 * that moment: the run may be ended at any time.
 */
import type { MasterEngine } from "../lp/master.js";
import type { ProblemData } from "../model/problem.js";
import { type ClassPricing, pricingAlone, type PricingTeam } from "./classPricing.js";
import { Generation, type StageReport } from "./generation.js";
import { pointsUp } from "./lagrangian.js";
import { searchRoutes } from "./warmStart.js";
import { GENERATION_DEFAULTS, type GenerationSettings } from "./settings.js";
import { Standstill } from "./standstill.js";

export type { MasterEngine } from "../lp/master.js";
export { type ClassAnswer, type ClassPricing, pricingAlone, type PricingTeam } from "./classPricing.js";
export type { StageReport } from "./generation.js";
export { type ClassList, listShare, type ListTask } from "./classList.js";
export { PricingHelper, priceShare, type PricingShare, type PricingTask } from "./pricingShare.js";
export { GENERATION_DEFAULTS, type GenerationSettings } from "./settings.js";

/** Changes whenever the numbers may. */
export const BOUND_VERSION = 9;

/** What is known of a plan that the bound is for. */
export interface IncumbentCost {
  /** Total in points. */
  readonly cost: number;
  /** Its part for unserved visits, weighted. */
  readonly unservedCost: number;
  /** Number of unserved visits; bought ones do not count. */
  readonly unserved: number;
}

export interface BoundOptions {
  readonly lp: MasterEngine;
  /** Seconds since the run began. Absent: no time limit can hold. */
  readonly clock?: () => number;
  /** Seconds of `clock` to stop at; null or absent: none. */
  readonly seconds?: number | null;
  /** Ends the run with what is proved, with the instant bound at least. */
  readonly cancelled?: () => boolean;
  readonly onProgress?: (bound: BoundResult, stage: StageReport | null) => void;
  readonly incumbent?: IncumbentCost;
  /** Who prices classes of shifts; with the same `settings`. Absent: this thread alone. */
  readonly team?: (pricing: ClassPricing) => PricingTeam;
  readonly settings?: Partial<GenerationSettings>;
}

export interface BoundResult {
  /** No plan costs less. */
  readonly lowerBound: number;
  /** The number of unserved visits m that `restLowerBound` speaks of. */
  readonly unservedAtLeast: number;
  /** Whether every plan no dearer than the incumbent leaves m or more out. */
  readonly unservedProven: boolean;
  /**
   * No plan that leaves out m visits or more, worth `unservedCost` points or less, costs less
   * than this besides them.
   */
  readonly restLowerBound: number;
  readonly unservedCost: number;
  readonly method: string;
  /** False: more time could raise the numbers. */
  readonly complete: boolean;
}

/**
 * Routes are listed once the number proved is near the master's and rises by less than this share of the rest in
 * this share of the time; where that was in vain, again after so many times as long as it took at least.
 */
const LEAST_RISE = 0.001;
const PATIENCE = 0.03;
const PAUSE = 6;
const never = (): boolean => false;
const NO_ROUTES = { routes: [], whole: 0 };

export function createBound(data: ProblemData, options: BoundOptions): BoundResult {
  const clock = options.clock ?? ((): number => 0);
  const limit = options.clock === undefined ? Infinity : (options.seconds ?? Infinity);
  const outOfTime = (): boolean => clock() >= limit;
  const stopped = (): boolean => outOfTime() || options.cancelled?.() === true;
  const visits = data.visits.length;
  let asked = options.incumbent?.unserved ?? 0;
  let complete = false;
  const settings = { ...GENERATION_DEFAULTS, ...options.settings };
  const begun = clock();
  const generation = new Generation(
    data,
    options.lp,
    settings,
    stopped,
    (stage) => options.onProgress?.(result(), stage),
    options.team ?? pricingAlone,
    outOfTime,
  );
  const result = (): BoundResult => describe(data, generation, asked, options.incumbent, complete);

  try {
    generation.simple();
    options.onProgress?.(result(), null);
    const ceiling = options.incumbent?.cost ?? Infinity;
    // The search's first plan takes about as long as all before it, and cannot be stopped.
    const room = 2 * clock() - begun < limit;
    const warm = room ? searchRoutes(data, warmProgress(settings, clock, limit), stopped) : NO_ROUTES;
    if (warm.routes.length > 0) generation.take(warm.routes, warm.whole);
    else generation.begin();
    // The number of unserved visits is a fraction in the first program, and its price drowns
    // the rest: find about where it stands, then branch on it.
    const known = options.incumbent !== undefined;
    const first = (): boolean => clock() >= (known ? 0.2 : 0.4) * limit;
    let branch = asked;
    const { unserved } = generation.improve(0, visits, ceiling, first, true);
    // A plan tells the number; the first program's routes are a good beginning for its branch all the same.
    if (!known) {
      branch = Number.isNaN(unserved) ? 0 : Math.max(0, Math.ceil(unserved - 0.001));
      asked = branch;
    }
    // Where exact pricing is not through yet, turning away would waste what has been found for it.
    const share = (usual: number, slow: number): number =>
      limit * (generation.pricedExactly(branch) ? usual : slow);
    const half = (): boolean => clock() >= share(0.5, 0.7);
    let near = false;
    let fewer = true;
    if (branch > 0) {
      near = generation.improve(branch, visits, ceiling, half).converged;
      // Fewer unserved visits: enough is what plans with this number can reach at best.
      const enough = Math.min(ceiling, generation.objective);
      const turned = clock();
      const late = (): boolean =>
        clock() >= (generation.isBelow(enough) ? turned + 0.05 * limit : share(0.8, 0.9));
      fewer = generation.improve(0, branch - 1, enough, late).converged;
    }
    let closed = false;
    const still = new Standstill(PATIENCE * limit);
    let paused = true;
    const pause = (): boolean => {
      const least = LEAST_RISE * generation.rest(branch);
      paused =
        generation.isNear(branch, visits) && still.holds(generation.points(branch, visits), least, clock());
      return paused;
    };
    while (paused && !closed && !stopped()) {
      paused = false;
      near = near || generation.improve(branch, visits, ceiling, never, false, pause).converged;
      const begun = clock();
      closed = generation.close(branch, visits, ceiling);
      still.wait(clock() + PAUSE * (clock() - begun));
      if (near && !closed && generation.splitFiner()) {
        near = false;
        paused = true;
      }
    }
    complete = fewer && (near || closed);
    if (!known) asked = generation.proofs.cheapestCount();
    return result();
  } finally {
    generation.dispose();
  }
}

/** How much of the search that goes first is over, by its iteration. */
function warmProgress(
  { warmShare, warmSeconds, warmIterations }: GenerationSettings,
  clock: () => number,
  limit: number,
): (iteration: number) => number {
  if (limit === Infinity) return (iteration) => iteration / warmIterations;
  const begun = clock();
  const seconds = Math.min(warmSeconds, warmShare * limit);
  return () => (clock() - begun) / seconds;
}

function describe(
  data: ProblemData,
  generation: Generation,
  asked: number,
  incumbent: IncumbentCost | undefined,
  complete: boolean,
): BoundResult {
  const visits = data.visits.length;
  const points = (from: number): number =>
    Math.max(0, pointsUp(generation.proofs.between(from, visits), generation.scale));
  const unservedCost = incumbent?.unservedCost ?? generation.leastOutside(asked);
  let proven = 0;
  if (incumbent !== undefined) {
    const most = incumbent.cost * generation.scale;
    while (proven < visits && (generation.proofs.proved[proven] as number) > most) proven++;
  }
  return {
    lowerBound: points(0),
    unservedAtLeast: asked,
    unservedProven: proven >= asked,
    restLowerBound: Math.max(0, points(asked) - unservedCost),
    unservedCost,
    method: `columns-ng-lagrangian/${BOUND_VERSION}`,
    complete,
  };
}
