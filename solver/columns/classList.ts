/** All routes of a class below some reduced cost, packed so that one thread can hand them to another. */
import type { ClassPricing, PricingPrices } from "./classPricing.js";
import type { RouteColumn } from "./columnStore.js";

export interface ClassList {
  readonly shiftClass: number;
  /** Services of route r are from[r] .. from[r + 1] - 1. */
  readonly from: Int32Array;
  readonly visits: Int32Array;
  readonly starts: Int32Array;
  readonly cost: Float64Array;
  readonly labels: number;
  /** False: there were too many labels, or the wish to stop. */
  readonly complete: boolean;
}

/** Which lists are wanted. */
export interface ListTask {
  readonly at: Pick<PricingPrices, "visit" | "cuts" | "startCuts">;
  /** By class: routes below this. */
  readonly below: Float64Array;
  /** Most labels of all classes together. */
  readonly labels: number;
}

/** Lists classes in turn, as `next` gives them, until one is not complete. */
export function listShare(
  pricing: ClassPricing,
  { at, below, labels }: ListTask,
  next: () => number,
  stopped: () => boolean,
): ClassList[] {
  const lists: ClassList[] = [];
  let left = labels;
  for (let c = next(); c < below.length; c = next()) {
    const found = pricing.every(c, at, below[c] as number, left, stopped);
    left -= found?.labels ?? left;
    lists.push(packed(c, found?.routes ?? [], found?.labels ?? 0, found !== null && left >= 0));
    if (found === null || left < 0) break;
  }
  return lists;
}

function packed(
  shiftClass: number,
  routes: readonly RouteColumn[],
  labels: number,
  complete: boolean,
): ClassList {
  const from = new Int32Array(routes.length + 1);
  routes.forEach(({ visits }, r) => (from[r + 1] = (from[r] as number) + visits.length));
  const services = from.at(-1) as number;
  const visits = new Int32Array(services);
  const starts = new Int32Array(services);
  routes.forEach((route, r) => {
    visits.set(route.visits, from[r]);
    starts.set(route.starts, from[r]);
  });
  const cost = Float64Array.from(routes, (route) => route.cost);
  return { shiftClass, from, visits, starts, cost, labels, complete };
}

export function unpacked({ shiftClass, from, visits, starts, cost }: ClassList): RouteColumn[] {
  return Array.from(cost, (each, r) => {
    const [begin, end] = [from[r] as number, from[r + 1] as number];
    return {
      shiftClass,
      visits: [...visits.subarray(begin, end)],
      starts: [...starts.subarray(begin, end)],
      cost: each,
    };
  });
}
