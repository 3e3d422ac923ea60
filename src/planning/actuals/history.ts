/** Published days with what happened on them. Versions never change, so their sheets stay in memory. */
import type { ActualEvent, ActualStore, PublishedDay, PublishedDays } from "./ports.js";
import { mergeSheets } from "./mergeSheets.js";
import type { DaySheet } from "./sheet.js";

/** How many versions' sheets stay in memory: a year of days. */
const KEPT = 400;

/** A date that was published: what holds, and what is known to have happened. */
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

  /** Versions of one date as one day; null: none of them has the date. */
  private async merged(planIds: readonly string[], date: string): Promise<DaySheet | null> {
    const sheets: DaySheet[] = [];
    for (const planId of new Set(planIds)) {
      const sheet = await this.sheet(planId, date);
      if (sheet !== null) sheets.push(sheet);
    }
    return sheets.length === 0 ? null : mergeSheets(sheets);
  }

  /** What holds on a published date; null: no version that holds has the date. */
  holding({ date, held }: PublishedDay): Promise<DaySheet | null> {
    return this.merged(
      held.map(({ planId }) => planId),
      date,
    );
  }

  /** What was published first for the day; null where it is what holds, too. */
  async firstSheet({ date, published: { held } }: PastDay): Promise<DaySheet | null> {
    if (held.every(({ planId, firstId }) => planId === firstId)) return null;
    return this.merged(
      held.map(({ firstId }) => firstId),
      date,
    );
  }

  /** Dates that were published, both ends included, in order. */
  async days(from: string, to: string): Promise<readonly PastDay[]> {
    const [published, events] = await Promise.all([
      this.published.list(from, to),
      this.actuals.list({ from, to }),
    ]);
    const days: PastDay[] = [];
    for (const one of published) {
      const sheet = await this.holding(one);
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
