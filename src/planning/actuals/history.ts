/** Published days with what happened on them. Versions never change, so their sheets stay in memory. */
import type { ActualEvent, ActualStore, PublishedDay, PublishedDays } from "./ports.js";
import type { DaySheet } from "./sheet.js";

/** How many versions' sheets stay in memory: a year of days. */
const KEPT = 400;

/** A date that was published: the version that holds, and what is known to have happened. */
export interface PastDay {
  readonly date: string;
  readonly sheet: DaySheet;
  readonly published: PublishedDay;
  /** By `usedAt`. */
  readonly events: readonly ActualEvent[];
}

export class History {
  private readonly kept = new Map<string, ReadonlyMap<string, DaySheet>>();

  constructor(
    /** Null: no such version. */
    private readonly read: (planId: string) => Promise<ReadonlyMap<string, DaySheet> | null>,
    private readonly published: PublishedDays,
    private readonly actuals: ActualStore,
  ) {}

  /** Null: no such version, or none of its shifts starts on the date. */
  async sheet(planId: string, date: string): Promise<DaySheet | null> {
    return (await this.sheets(planId)).get(date) ?? null;
  }

  /** By date; empty for a version that is not stored. */
  async sheets(planId: string): Promise<ReadonlyMap<string, DaySheet>> {
    const kept = this.kept.get(planId);
    if (kept !== undefined) return kept;
    const sheets = await this.read(planId);
    if (sheets === null) return new Map();
    this.kept.set(planId, sheets);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return sheets;
  }

  publishedDays(from: string, to: string): Promise<readonly PublishedDay[]> {
    return this.published.list(from, to);
  }

  /** Null: nothing was published for the date. */
  async day(date: string): Promise<PastDay | null> {
    return (await this.days(date, date))[0] ?? null;
  }

  /** What was published first for the day; null where it is what holds, too. */
  async firstSheet({ date, published }: PastDay): Promise<DaySheet | null> {
    const [first] = published.planIds;
    return first === undefined || first === published.planId ? null : this.sheet(first, date);
  }

  /** Dates that were published, both ends included, in order. */
  async days(from: string, to: string): Promise<readonly PastDay[]> {
    const [published, events] = await Promise.all([
      this.published.list(from, to),
      this.actuals.list({ from, to }),
    ]);
    const days: PastDay[] = [];
    for (const one of published) {
      const sheet = await this.sheet(one.planId, one.date);
      if (sheet === null) continue;
      days.push({
        date: one.date,
        sheet,
        published: one,
        events: events.filter(({ date }) => date === one.date),
      });
    }
    return days;
  }
}
