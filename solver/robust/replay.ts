/**
 * One day as it may go: times drawn, the plan's order kept. A visit starts when its whole crew is
 * there and no sooner than the plan says, since the client was told; breaks likewise; whoever
 * is late goes on at once.
 *
 * Lateness is followed back to what caused it: at each stop the greater of what was carried along
 * and what came newly, by a long visit or a slow way.
 */
import type { Rng } from "../support/rng.js";
import type { Course, Event } from "./course.js";
import { draw, type Spread } from "./spread.js";

export interface Chances {
  /** By visit of the problem. */
  readonly visit: (visit: number) => Spread;
  readonly travel: Spread;
  /** Part of a leg's deviation that all legs of a day share, 0 .. 1. */
  readonly shared: number;
}

/** No cause. */
export const NONE = -1;

export class Replay {
  /** By visit: actual start. */
  readonly start: Float64Array;
  /** By visit: what made it late: twice the visit, plus 1 where it was the way to it; NONE: it is not late. */
  readonly cause: Int32Array;
  /** By route: actual return, and breaks that began after their window. */
  readonly back: Float64Array;
  readonly lateBreaks: Int32Array;
  /** By route: where its nurse stands in time, how late that is by the plan, why, and her leg's factor. */
  private readonly clock: Float64Array;
  private readonly behind: Float64Array;
  private readonly why: Int32Array;
  private readonly factor: Float64Array;
  private dayFactor = 1;

  constructor(
    private readonly course: Course,
    visits: number,
    private readonly chances: Chances,
  ) {
    const routes = course.shifts.length;
    this.start = new Float64Array(visits);
    this.cause = new Int32Array(visits);
    this.back = new Float64Array(routes);
    this.lateBreaks = new Int32Array(routes);
    this.clock = new Float64Array(routes);
    this.behind = new Float64Array(routes);
    this.why = new Int32Array(routes);
    this.factor = new Float64Array(routes);
  }

  run(rng: Rng): void {
    this.dayFactor = draw(this.chances.travel, rng);
    this.lateBreaks.fill(0);
    for (const event of this.course.events) {
      switch (event.kind) {
        case "departure":
          this.depart(event, rng);
          break;
        case "break":
          this.rest(event);
          break;
        case "visit":
          this.visit(event, rng);
          break;
        default: {
          const r = event.routes[0];
          this.back[r] = this.clock[r] + event.travel[0] * this.factor[r];
        }
      }
    }
  }

  private leg(rng: Rng): number {
    const { travel, shared } = this.chances;
    return shared * this.dayFactor + (1 - shared) * draw(travel, rng);
  }

  private depart(event: Event, rng: Rng): void {
    const r = event.routes[0];
    let at = event.planned;
    let why = NONE;
    for (const other of event.routesBefore) {
      if (this.back[other] <= at) continue;
      at = this.back[other];
      why = this.why[other];
    }
    this.clock[r] = at;
    this.behind[r] = at - event.planned;
    this.why[r] = why;
    this.factor[r] = this.leg(rng);
  }

  private rest(event: Event): void {
    const r = event.routes[0];
    const ready = this.clock[r] + event.travel[0] * this.factor[r];
    const start = ready > event.planned ? ready : event.planned;
    if (start > event.latest) this.lateBreaks[r] = this.lateBreaks[r] + 1;
    this.clock[r] = start + event.seconds;
    // A break that begins in time has taken up what was late.
    this.behind[r] = start - event.planned;
    if (start === event.planned) this.why[r] = NONE;
  }

  private visit(event: Event, rng: Rng): void {
    const v = event.visit;
    let start = event.planned;
    let cause = NONE;
    for (let i = 0; i < event.routes.length; i++) {
      const r = event.routes[i];
      const ready = this.clock[r] + event.travel[i] * this.factor[r];
      if (ready <= start) continue;
      start = ready;
      const slow = event.travel[i] * (this.factor[r] - 1);
      cause = this.why[r] === NONE || slow > this.behind[r] ? 2 * v + 1 : this.why[r];
    }
    for (const [u, seconds] of event.after) {
      if (this.start[u] + seconds <= start) continue;
      start = this.start[u] + seconds;
      cause = this.cause[u];
    }
    this.start[v] = start;
    this.cause[v] = cause;
    const seconds = event.seconds * draw(this.chances.visit(v), rng);
    const late = start - event.planned;
    const longer = seconds - event.seconds;
    const behind = late + longer;
    const why = behind <= 0 ? NONE : longer > late ? 2 * v : cause;
    for (const r of event.routes) {
      this.clock[r] = start + seconds;
      this.behind[r] = behind;
      this.why[r] = why;
      this.factor[r] = this.leg(rng);
    }
  }
}
