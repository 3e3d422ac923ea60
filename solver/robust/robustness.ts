/** How sure is a plan: replayed many times with times drawn, counted by visit, shift and cause. */
import type { ProblemData } from "../model/problem.js";
import type { Solution } from "../model/solution.js";
import { Rng } from "../support/rng.js";
import { courseOf, type Event } from "./course.js";
import { NONE, Replay } from "./replay.js";
import { checkSpread, SHARED_TRAVEL, type Spread, TRAVEL_SPREAD, VISIT_SPREAD } from "./spread.js";

export interface RobustnessOptions {
  readonly seed: number;
  /** Days replayed. */
  readonly samples: number;
  /** Default {@link VISIT_SPREAD}. */
  readonly visitSpread?: Spread;
  /** By visit type of the problem; absent or undefined: visitSpread. */
  readonly typeSpreads?: readonly (Spread | undefined)[];
  readonly travelSpread?: Spread;
  readonly shared?: number;
  readonly cancelled?: () => boolean;
  readonly onProgress?: (samples: number) => void;
}

/** Chances are 0 .. 1, times seconds. */
export interface VisitRisk {
  readonly visit: number;
  /** That it starts after the window in which it was planned. */
  readonly late: number;
  /** That it starts after its preferred time; 0 where it has none. */
  readonly afterPreferred: number;
  /** By which its start is behind the plan, on average and in nine of ten days at most. */
  readonly meanDelay: number;
  readonly delay90: number;
}

export interface ShiftRisk {
  readonly shift: number;
  /** That the nurse returns after the shift's end, and after its allowed overtime. */
  readonly overtime: number;
  readonly pastLimit: number;
  readonly meanOvertime: number;
  readonly overtime90: number;
  /** That a break begins after its window. */
  readonly lateBreak: number;
}

/** What starts delays: a visit that takes long, or the way to it. */
export interface Cascade {
  readonly visit: number;
  readonly by: "visit" | "way";
  /** Visits that it makes late (after their window), and seconds by which it delays visits, a day on average. */
  readonly lateVisits: number;
  readonly delay: number;
}

export interface Robustness {
  /** Days replayed: fewer than asked for if cancelled. */
  readonly samples: number;
  /** Late visits of a day, on average; and the chance that none is. */
  readonly meanLate: number;
  readonly noneLate: number;
  readonly visits: readonly VisitRisk[];
  readonly shifts: readonly ShiftRisk[];
  /** The most harmful first; those that make no visit late are left out. */
  readonly cascades: readonly Cascade[];
}

/** Samples between two looks at `cancelled`. */
const CHUNK = 50;

/** @throws SpreadError for a spread that is none */
export function robustness(data: ProblemData, solution: Solution, options: RobustnessOptions): Robustness {
  const { visitSpread = VISIT_SPREAD, travelSpread = TRAVEL_SPREAD, typeSpreads = [] } = options;
  for (const spread of [visitSpread, travelSpread, ...typeSpreads]) if (spread) checkSpread(spread);
  const course = courseOf(data, solution);
  const tally = new Tally(data, course.events, course.shifts, options.samples);
  const replay = new Replay(course, data.visits.length, {
    visit: (v) => typeSpreads[data.visits[v].type] ?? visitSpread,
    travel: travelSpread,
    shared: options.shared ?? SHARED_TRAVEL,
  });
  const rng = new Rng(options.seed);
  for (let n = 0; n < options.samples; n++) {
    if (n > 0 && n % CHUNK === 0) {
      options.onProgress?.(n);
      if (options.cancelled?.()) break;
    }
    replay.run(rng);
    tally.add(replay);
  }
  return tally.result();
}

class Tally {
  private samples = 0;
  private late = 0;
  private none = 0;
  private readonly visits: readonly Event[];
  private readonly lateCount: Int32Array;
  private readonly wishCount: Int32Array;
  private readonly delays: Float64Array[];
  private readonly overtimes: Float64Array[];
  private readonly pastLimit: Int32Array;
  private readonly lateBreaks: Int32Array;
  private readonly causedLate: Float64Array;
  private readonly causedDelay: Float64Array;

  constructor(
    private readonly data: ProblemData,
    events: readonly Event[],
    private readonly shifts: readonly number[],
    samples: number,
  ) {
    this.visits = events.filter((e) => e.kind === "visit").sort((a, b) => a.visit - b.visit);
    this.lateCount = new Int32Array(this.visits.length);
    this.wishCount = new Int32Array(this.visits.length);
    this.delays = this.visits.map(() => new Float64Array(samples));
    this.overtimes = shifts.map(() => new Float64Array(samples));
    this.pastLimit = new Int32Array(shifts.length);
    this.lateBreaks = new Int32Array(shifts.length);
    this.causedLate = new Float64Array(2 * data.visits.length);
    this.causedDelay = new Float64Array(2 * data.visits.length);
  }

  add(day: Replay): void {
    const n = this.samples++;
    let late = 0;
    this.visits.forEach((event, i) => {
      const start = day.start[event.visit];
      const cause = day.cause[event.visit];
      const delay = start - event.planned;
      this.delays[i][n] = delay;
      if (start > event.preferred) this.wishCount[i] = this.wishCount[i] + 1;
      if (cause !== NONE) this.causedDelay[cause] = this.causedDelay[cause] + delay;
      if (start <= event.latest) return;
      late++;
      this.lateCount[i] = this.lateCount[i] + 1;
      if (cause !== NONE) this.causedLate[cause] = this.causedLate[cause] + 1;
    });
    this.late += late;
    if (late === 0) this.none++;
    this.shifts.forEach((s, r) => {
      const { to, maxOvertime } = this.data.shifts[s];
      const over = Math.max(0, day.back[r] - to);
      this.overtimes[r][n] = over;
      if (over > maxOvertime) this.pastLimit[r] = this.pastLimit[r] + 1;
      if (day.lateBreaks[r] > 0) this.lateBreaks[r] = this.lateBreaks[r] + 1;
    });
  }

  result(): Robustness {
    const { samples } = this;
    const share = (count: number): number => (samples === 0 ? 0 : count / samples);
    return {
      samples,
      meanLate: share(this.late),
      noneLate: share(this.none),
      visits: this.visits.map((event, i) => ({
        visit: event.visit,
        late: share(this.lateCount[i]),
        afterPreferred: share(this.wishCount[i]),
        ...this.spreadOf(this.delays[i], "meanDelay", "delay90"),
      })),
      shifts: this.shifts.map((shift, r) => ({
        shift,
        overtime: share(this.overtimes[r].subarray(0, samples).reduce((n, x) => n + (x > 0 ? 1 : 0), 0)),
        pastLimit: share(this.pastLimit[r]),
        ...this.spreadOf(this.overtimes[r], "meanOvertime", "overtime90"),
        lateBreak: share(this.lateBreaks[r]),
      })),
      cascades: this.cascades(share),
    };
  }

  /** Mean and nine-tenths point of the samples. */
  private spreadOf<M extends string, Q extends string>(
    all: Float64Array,
    mean: M,
    nine: Q,
  ): Record<M | Q, number> {
    const list = all.slice(0, this.samples).sort();
    const sum = list.reduce((a, b) => a + b, 0);
    const count = list.length;
    return {
      [mean]: count === 0 ? 0 : Math.round(sum / count),
      [nine]: count === 0 ? 0 : Math.round(list[Math.min(count - 1, Math.floor(0.9 * count))]),
    } as Record<M | Q, number>;
  }

  private cascades(share: (count: number) => number): Cascade[] {
    const out: Cascade[] = [];
    this.causedLate.forEach((late, cause) => {
      if (late === 0) return;
      out.push({
        visit: cause >> 1,
        by: cause % 2 === 0 ? "visit" : "way",
        lateVisits: share(late),
        delay: Math.round(share(this.causedDelay[cause])),
      });
    });
    return out.sort((a, b) => b.lateVisits - a.lateVisits || b.delay - a.delay || a.visit - b.visit);
  }
}
