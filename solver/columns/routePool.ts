/**
 * Every route that a plan below some cost may use, and the exact reduced costs of all of them at any prices. Where
 * routes are few enough to be listed, pricing is a look at each, and cuts and branches cost hardly anything.
 */
import type { RouteColumn } from "./columnStore.js";
import type { Cut } from "./cuts.js";
import type { PricePoint } from "./pricePoint.js";
import type { StartCuts } from "./startCuts.js";

export class RoutePool {
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
    const { from, slot, routes } = this;
    const count = this.slots.length;
    const worth = this.slotPrices(at);
    const visitOf = Int32Array.from(this.slots, ({ visit }) => visit);
    const paying = cutsByVisit(cuts, at.cuts, this.serving.length);
    const met = new Uint8Array(cuts.length);
    const reduced = new Float64Array(of.length);
    const least = new Float64Array(this.classes).fill(Infinity);
    for (let i = 0; i < of.length; i++) {
      const r = of[i] as number;
      const { shiftClass, cost } = routes[r] as RouteColumn;
      let value = cost;
      const to = from[r + 1] as number;
      for (let s = from[r] as number; s < to; s++) {
        const place = slot[s] as number;
        value -= worth[shiftClass * count + place] as number;
        for (const cut of paying[visitOf[place] as number] as readonly number[]) {
          met[cut] = (met[cut] as number) ^ 1;
          if (met[cut] === 0) value += at.cuts[cut] as number;
        }
      }
      for (let s = from[r] as number; s < to; s++) {
        for (const cut of paying[visitOf[slot[s] as number] as number] as readonly number[]) met[cut] = 0;
      }
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

/** By visit: the cuts with a price that hold it. */
function cutsByVisit(cuts: readonly Cut[], price: ArrayLike<number>, visits: number): number[][] {
  const by: number[][] = Array.from({ length: visits }, () => []);
  cuts.forEach((cut, k) => {
    if ((price[k] ?? 0) > 0) for (const v of cut.visits) by[v]?.push(k);
  });
  return by;
}
