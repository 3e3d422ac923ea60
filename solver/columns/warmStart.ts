/**
 * Routes that a short search goes through, for the master program to begin with: its first prices are
 * then those of a day that is nearly planned, instead of those of a day with nobody to do it.
 */
import { Model } from "../model/model.js";
import type { ProblemData } from "../model/problem.js";
import { Search } from "../search/search.js";
import { tuningFor } from "../search/tuning.js";

/** A route by its visits, on a shift that can do it. */
export interface WarmRoute {
  readonly shift: number;
  readonly visits: readonly number[];
  /** What its plan has agreed on between routes; absent: it belongs to none. */
  readonly bounds?: StartBounds;
}

/** By visit: the earliest and the latest start, seconds. */
export interface StartBounds {
  readonly lo: ArrayLike<number>;
  readonly hi: ArrayLike<number>;
}

/** Most routes kept: those seen last. */
const MOST = 3000;

/**
 * Routes of the best plan found (the first `whole`), and those seen last. Searches until `progress`, 0 .. 1, reaches 1 or `stopped`. Same progress by iteration, same routes.
 */
export function searchRoutes(
  data: ProblemData,
  progress: (iteration: number) => number,
  stopped: () => boolean,
): { readonly routes: readonly WarmRoute[]; readonly whole: number } {
  if (data.visits.length === 0 || data.shifts.length === 0) return { routes: [], whole: 0 };
  const model = new Model(data);
  const tuning = { ...tuningFor(model), poolRoutes: MOST };
  const search = new Search(model, 1, tuning, true);
  const ended = (): boolean => stopped() || progress(search.iteration) >= 1;
  search.construct(undefined, ended, () => {});
  while (!ended()) {
    if (search.huntDue()) search.hunt(tuning.huntSteps, ended);
    else search.step(Math.min(1, progress(search.iteration)));
  }
  const routes: WarmRoute[] = [];
  // What the search keeps is the start of the master's solution: it goes first.
  const bounds = { lo: search.best.lo.slice(), hi: search.best.hi.slice() };
  search.best.sequences.forEach((visits, shift) => {
    if (visits.length > 0) routes.push({ shift, visits: [...visits], bounds });
  });
  const whole = routes.length;
  for (const { shift, visits } of search.pooledRoutes()) routes.push({ shift, visits });
  return { routes, whole };
}
