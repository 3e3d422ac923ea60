/** The prices to price at: the master's own, drawn towards those that prove most (Wentges 1997). */
import { leastBetween } from "./lagrangian.js";
import { mixed, type PricePoint } from "./pricePoint.js";

/** Prices, what they prove by number of unserved visits, and by class: no route costs less at them. */
export interface Center extends PricePoint {
  readonly proved: Float64Array;
  readonly least: readonly number[];
}

/** Weight of the rounds before in the prices of the first quick rounds. */
const CALM = 0.85;
/** Below this weight the master's own prices are taken as they are. */
const LEAST_WEIGHT = 0.2;

export class StablePrices {
  /** Until there are proved prices to lean on: those of the rounds before. */
  calm: PricePoint | null = null;

  private value: number;

  /**
   * For plans with from .. to unserved visits. `smoothing` is the center's weight until it has been bettered,
   * `usual` from then on.
   */
  constructor(
    public center: Center | null,
    private readonly from: number,
    private readonly to: number,
    private smoothing: number,
    private readonly usual: number,
  ) {
    this.value = center === null ? -Infinity : leastBetween(center.proved, from, to);
  }

  /** How much the center counts. */
  get weight(): number {
    return this.center === null ? 0 : this.smoothing;
  }

  at(now: PricePoint): PricePoint {
    this.calm = this.calm === null ? now : mixed(now, this.calm, CALM);
    return mixed(now, this.center, this.weight);
  }

  /** The new center, if these prices prove more; else null. */
  take(point: PricePoint, proved: Float64Array, least: readonly number[]): Center | null {
    const value = leastBetween(proved, this.from, this.to);
    if (value <= this.value) return null;
    this.center = { ...point, proved, least };
    this.value = value;
    this.smoothing = this.usual;
    return this.center;
  }

  /** Closer to the master's own prices. */
  sharpen(): void {
    this.smoothing = this.smoothing > LEAST_WEIGHT ? this.smoothing / 2 : 0;
  }
}
