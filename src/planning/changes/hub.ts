/**
 * The place where changes to drafts, publications, the live day and messages are told. One
 * process, a bounded log: whoever was away for longer has to read everything anew.
 */

export const CHANGE_KINDS = [
  /** A version was made that is not published: by a job, by hand, by a re-plan. */
  "draft",
  /** A version holds from now on. */
  "publication",
  /** Something happened on the day: check-in, check-out, not at home, running late. */
  "live",
  "message",
  /** Clients, requirements, shifts, absences, the catalogue. */
  "standing-data",
  /** A planning job began or ended. */
  "job",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Ids and dates only: never names, addresses or health. */
export interface NewChange {
  readonly kind: ChangeKind;
  /** Who made it; null: the server itself. */
  readonly userId: string | null;
  /** What it is about, by kind: planId, date, visitId, jobId, route, ... */
  readonly about: Readonly<Record<string, string | readonly string[]>>;
  /** Nurses whom it concerns; absent: not for single nurses. */
  readonly nurseIds?: readonly string[];
  /** Areas whose people it concerns; absent: no area in particular. */
  readonly areaIds?: readonly (string | null)[];
}

export interface Change extends NewChange {
  /** `START-NUMBER`, the start of this process and a running number. */
  readonly id: string;
  readonly at: Date;
}

/** What somebody who comes back has missed. */
export type Missed =
  | { readonly complete: true; readonly changes: readonly Change[] }
  /** The log does not reach back so far, or the id is of an earlier start. */
  | { readonly complete: false };

/** How many changes are kept for those who come back. */
const KEPT = 2_000;

export class ChangeHub {
  private readonly log: Change[] = [];
  private readonly listeners = new Set<(change: Change) => void>();
  private count = 0;

  /**
   * @param start tells this process's ids from those of an earlier one
   * @param now the clock
   */
  constructor(
    private readonly start: string,
    private readonly now: () => Date,
    private readonly kept: number = KEPT,
  ) {}

  /** Tells everybody who listens, at once and in order. */
  publish(change: NewChange): Change {
    this.count += 1;
    const told: Change = { ...change, id: `${this.start}-${this.count}`, at: this.now() };
    this.log.push(told);
    if (this.log.length > this.kept) this.log.shift();
    for (const listener of this.listeners) listener(told);
    return told;
  }

  /** Calls back on every change until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** The id that a reader who has read everything by now holds. */
  lastId(): string {
    return `${this.start}-${this.count}`;
  }

  /** What came after the change with this id. */
  since(id: string): Missed {
    const split = id.lastIndexOf("-");
    const number = Number(id.slice(split + 1));
    const known = id.slice(0, split) === this.start && Number.isInteger(number);
    const oldest = this.count - this.log.length;
    if (!known || number < oldest || number > this.count) return { complete: false };
    return { complete: true, changes: this.log.slice(number - oldest) };
  }
}
