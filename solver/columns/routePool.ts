/**
 * Every route that a plan below some cost may use, and the exact reduced costs of all of them at any prices. Where
 * routes are few enough to be listed, pricing is a look at each, and cuts and branches cost hardly anything.
 */
import type { RouteColumn } from "./columnStore.js";
import type { Cut } from "./cuts.js";
import type { PricePoint } from "./pricePoint.js";
import type { StartCuts } from "./startCuts.js";

export class RoutePool {
  /** By route. */
  readonly classOf: Int32Array;
  private readonly cost: Float64Array;
  /** Services of route r are from[r] .. from[r + 1] - 1; of each its slot: a visit in a part of its windows. */
  private readonly from: Int32Array;
  private readonly slot: Int32Array;
  private readonly slots: { readonly visit: number; readonly start: number }[] = [];
  /** By visit: the routes that serve it. */
  private readonly serving: number[][];

  constructor(
    readonly routes: readonly RouteColumn[],
    private readonly startCuts: StartCuts,
    private readonly classes: number,
    visits: number,
  ) {
    this.serving = Array.from({ length: visits }, () => []);
    this.classOf = Int32Array.from(routes, ({ shiftClass }) => shiftClass);
    this.cost = Float64Array.from(routes, ({ cost }) => cost);
    this.from = new Int32Array(routes.length + 1);
    const slot: number[] = [];
    const known = new Map<number, number>();
    routes.forEach((route, r) => {
      route.visits.forEach((visit, i) => {
        const start = route.starts[i] as number;
        const key = startCuts.partOf(visit, start) * visits + visit;
        if (!known.has(key)) {
          known.set(key, this.slots.length);
          this.slots.push({ visit, start });
        }
        slot.push(known.get(key) as number);
        this.serving[visit]?.push(r);
      });
      this.from[r + 1] = slot.length;
    });
    this.slot = Int32Array.from(slot);
  }

  servingOf(visit: number): readonly number[] {
    return this.serving[visit] as readonly number[];
  }

  /**
   * Reduced costs at these prices of the routes `of`, in this order, and the least by class; a route pays for every
   * two services of a cut's visits.
   */
  reducedAt(
    at: PricePoint,
    cuts: readonly Cut[],
    of: Int32Array,
  ): { readonly reduced: Float64Array; readonly least: Float64Array } {
    const { from, slot, classOf } = this;
    const count = this.slots.length;
    const worth = this.slotPrices(at);
    const visitOf = Int32Array.from(this.slots, ({ visit }) => visit);
    const { first, paying } = cutsByVisit(cuts, at.cuts, this.serving.length);
    const met = new Uint8Array(cuts.length);
    const reduced = new Float64Array(of.length);
    const least = new Float64Array(this.classes).fill(Infinity);
    for (let i = 0; i < of.length; i++) {
      const r = of[i] as number;
      const shiftClass = classOf[r] as number;
      const row = shiftClass * count;
      let value = this.cost[r] as number;
      let pays = false;
      const to = from[r + 1] as number;
      for (let s = from[r] as number; s < to; s++) {
        const place = slot[s] as number;
        value -= worth[row + place] as number;
        const v = visitOf[place] as number;
        for (let p = first[v] as number; p < (first[v + 1] as number); p++) {
          const cut = paying[p] as number;
          const odd = (met[cut] as number) ^ 1;
          met[cut] = odd;
          pays = true;
          if (odd === 0) value += at.cuts[cut] as number;
        }
      }
      if (pays) met.fill(0);
      reduced[i] = value;
      if (value < (least[shiftClass] as number)) least[shiftClass] = value;
    }
    return { reduced, least };
  }

  /** By class and slot: what a service is worth. */
  private slotPrices(at: PricePoint): Float64Array {
    const worth = new Float64Array(this.classes * this.slots.length);
    let next = 0;
    for (let c = 0; c < this.classes; c++) {
      for (const { visit, start } of this.slots) {
        worth[next++] =
          (at.prices.visit[visit] as number) - this.startCuts.paidAt(visit, start, c, at.startCuts);
      }
    }
    return worth;
  }
}

/** The cuts with a price that hold visit v are paying[first[v]] .. paying[first[v + 1] - 1]. */
function cutsByVisit(
  cuts: readonly Cut[],
  price: ArrayLike<number>,
  visits: number,
): { readonly first: Int32Array; readonly paying: Int32Array } {
  const by: number[][] = Array.from({ length: visits }, () => []);
  cuts.forEach((cut, k) => {
    if ((price[k] ?? 0) > 0) for (const v of cut.visits) by[v]?.push(k);
  });
  const first = new Int32Array(visits + 1);
  by.forEach((list, v) => (first[v + 1] = (first[v] as number) + list.length));
  return { first, paying: Int32Array.from(by.flat()) };
}
