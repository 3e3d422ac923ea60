/** What it costs to come back at a given time. */
import type { Model, ShiftModel } from "../model/model.js";
import type { Arena } from "./curve.js";

/**
 * Appends the price of a return, in reversed time, up to `last`: overtime past the shift's
 * end and the waiting price up to the return, less the rest taken in break state `m`.
 */
export function addReturn(b: Arena, model: Model, shift: ShiftModel, m: number, last: number): void {
  const w = model.wWait;
  const o = model.wOvertime;
  const rest = w > 0 ? w * shift.restOf[m] : 0;
  if (last > shift.to && o > 0) {
    b.add(-last, o * (last - shift.to) + w * last - rest, -(o + w));
    b.add(-shift.to, w * shift.to - rest, -w);
  } else b.add(-last, w * last - rest, -w);
  // Nobody returns before the shift begins: the curve ends flat, at its least value.
  if (w > 0 && shift.from < last) b.add(-shift.from, w * shift.from - rest, 0);
}
