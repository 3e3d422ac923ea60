/**
 * What other routes ask of a visit's start: it lies in [lo, hi]. Kept apart from the
 * windows because it changes while the search runs. A crew visit has lo = hi, its common
 * start, and its own price is then counted once for the visit and not by the routes.
 */
import { FAR } from "../model/model.js";

export class StartBounds {
  readonly lo: Float64Array;
  readonly hi: Float64Array;

  constructor(visits: number) {
    this.lo = new Float64Array(visits).fill(-FAR);
    this.hi = new Float64Array(visits).fill(FAR);
  }
}
