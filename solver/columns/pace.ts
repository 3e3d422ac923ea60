/** Whether quick rounds still lower the master by enough to be worth more of them. */

/** So many rounds have to gain this share of the rest; never fewer than each class needs for two turns. */
const STALL = 0.004;
const STALL_ROUNDS = 6;

export class Pace {
  private past = Infinity;
  private since = 0;
  private readonly rounds: number;

  constructor(turns: number) {
    this.rounds = Math.max(STALL_ROUNDS, 2 * turns);
  }

  /**
   * Counts a round that ended at `objective` points; false: the last rounds have gained too little of `rest`. Rounds
   * that cost `dear` times as much as usual have to gain as many times more.
   */
  holds(objective: number, rest: number, dear: number): boolean {
    const slow = this.past - objective < dear * STALL * Math.max(0, rest);
    if (++this.since >= this.rounds) {
      this.past = objective;
      this.since = 0;
    }
    return this.since > 0 || !slow;
  }

  /** Something else has changed: what was gained before no longer counts. */
  reset(): void {
    this.past = Infinity;
    this.since = 0;
  }
}
