/** Times for the visit asked about on given seats, with all routes that the seats are bound to. */
import type { Fit, Seat } from "./fit.js";
import { RouteTimes, type Timed } from "./routeTimes.js";

export class RoundTimes {
  private readonly times: RouteTimes;

  constructor(private readonly fit: Fit) {
    this.times = new RouteTimes(fit);
  }

  /** Has the route times by itself? */
  alone(s: number, order: readonly number[]): boolean {
    return this.holds(this.times.solve([{ shift: s, order }], false, 1));
  }

  private holds(timed: Timed): boolean {
    if (timed.starts !== null) return true;
    if (timed.undecided) this.fit.undecided = true;
    return false;
  }

  /** Do the seats leave times to all routes that they are bound to? */
  together(seats: readonly Seat[]): boolean {
    const { fit } = this;
    const orders = new Map<number, readonly number[]>();
    const orderOf = (s: number): readonly number[] => {
      let order = orders.get(s);
      if (!order) {
        order = fit.left(s);
        for (const seat of seats) if (seat.shift === s) order = order.toSpliced(seat.pos, 0, fit.visit);
        orders.set(s, order);
      }
      return order;
    };
    const shifts = this.bound(
      seats.map((seat) => seat.shift),
      orderOf,
    );
    return this.holds(
      this.times.solve(
        shifts.map((shift) => ({ shift, order: orderOf(shift) })),
        true,
        seats.length,
      ),
    );
  }

  /** All shifts that gaps, crews and shared nurses bind to the given ones. */
  private bound(first: readonly number[], orderOf: (s: number) => readonly number[]): number[] {
    const { fit } = this;
    const { model } = fit;
    const out = [...new Set(first)];
    const known = new Uint8Array(model.shiftCount);
    for (const s of out) known[s] = 1;
    const add = (s: number): void => {
      if (known[s]) return;
      known[s] = 1;
      if (orderOf(s).length > 0) out.push(s);
    };
    for (let i = 0; i < out.length; i++) {
      for (const v of orderOf(out[i])) {
        if (v !== fit.visit) for (const s of fit.shiftsNow(v)) add(s);
        else for (const s of first) add(s);
        for (const g of fit.gapsOf[v]) {
          const link = model.data.links[g];
          if (link.kind !== "gap" || fit.released.link[g]) continue;
          const u = link.first === v ? link.second : link.first;
          for (const s of u === fit.visit ? first : fit.shiftsNow(u)) add(s);
        }
      }
      for (const other of model.shifts)
        if (other.nurse === model.shifts[out[i]].nurse && this.mayOverlap(other.index, out[i]))
          add(other.index);
    }
    return out;
  }

  private mayOverlap(a: number, b: number): boolean {
    const [from, end] = this.fit.hours(a);
    const [from2, end2] = this.fit.hours(b);
    return from < end2 && from2 < end;
  }
}
