/** Whether a number rises too slowly to be waited for. */
export class Standstill {
  private value = -Infinity;
  private since = 0;
  private until = 0;

  /** Seconds in which it has to rise. */
  constructor(private readonly patience: number) {}

  /** Tells what it is `now`, and by how much it has to rise. */
  holds(value: number, least: number, now: number): boolean {
    if (value >= this.value + least) {
      this.value = value;
      this.since = now;
    }
    return now >= this.until && now - this.since >= this.patience;
  }

  /** Not before that moment again. */
  wait(until: number): void {
    this.until = until;
  }
}
