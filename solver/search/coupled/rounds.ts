/**
 * How a run is shared out. Where it is long for the size of the problem it is annealed several
 * times from a new first plan, since one cooling, however slow, may end in a plan that no few
 * changes lead out of; then the best plan is gone on from, half way hot. Otherwise it is
 * annealed once.
 */
import type { CoupledTuning } from "./tuning.js";

export class Rounds {
  /** Where the annealing stands, in [0, 1]. */
  cooled = 0;
  /** Whether a better plan of another thread is gone on from. */
  meets = false;
  /** Coolings from new plans; 0: the run is annealed once. */
  private count = 0;
  private known = false;
  /** Of the run, for one of them. */
  private share = 1;
  private round = 0;
  /** Steps of one, at least: on this thread, and on the thread whose rounds are the shortest. */
  private readonly steps: number;
  private readonly shortest: number;
  /** From where on a run of one cooling takes the plans of other threads. */
  private meetFrom = 0;

  constructor(
    private readonly tuning: CoupledTuning,
    visits: number,
    thread: number,
    /** Steps of the run; null: the clock ends it, and its steps are foreseen after `learnShare`. */
    iterations: number | null,
  ) {
    const factors = tuning.roundSteps;
    const cube = visits * visits * visits;
    this.steps = Math.max(tuning.leastRound, factors[thread % factors.length] * cube);
    this.shortest = Math.max(tuning.leastRound, Math.min(...factors) * cube);
    if (iterations !== null) this.plan(iterations);
  }

  /** Takes in that `progress` of the run and `iteration` steps are over: what is to be begun now, if anything. */
  update(progress: number, iteration: number): "anew" | "best" | null {
    const { tuning } = this;
    if (!this.known && progress >= tuning.learnShare) this.plan(iteration / progress);
    if (this.count === 0) {
      this.cooled = Math.min(1, progress);
      this.meets = progress >= this.meetFrom;
      return null;
    }
    const at = progress / this.share;
    const round = Math.min(this.count, Math.floor(at));
    const begun = round > this.round;
    this.round = round;
    this.meets = round === this.count;
    this.cooled = Math.min(1, at - round + (this.meets ? tuning.bestFrom : 0));
    return begun ? (this.meets ? "best" : "anew") : null;
  }

  private plan(steps: number): void {
    this.known = true;
    const last = 1 - this.tuning.bestFrom;
    const count = Math.floor(steps / this.steps - last);
    if (count >= 2) {
      this.count = count;
      this.share = 1 / (count + last);
    } else if (Math.floor(steps / this.shortest - last) >= 2) {
      // Others have cold plans while this one is hot: it would never finish a cooling of its own.
      this.meetFrom = this.tuning.lateMeeting;
    }
  }
}
