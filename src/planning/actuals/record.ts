/** A phone's batch: each event finds its day and visit, is judged, and kept once. */
import type { ActualEventInput, ActualsBatch } from "../../contracts/index.js";
import { addDays } from "../../domain/dates.js";
import type { History } from "./history.js";
import { judgeTime } from "./clock.js";
import type { ActualFlag, ActualStore, NewActual, PublishedDay } from "./ports.js";
import type { SheetVisit } from "./sheet.js";

/** Further from the planned start than this is marked. */
const FAR_SECONDS = 12 * 3600;

export const REFUSALS = ["visit-unknown", "not-yours", "event-id-reused"] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface Recorded {
  readonly id: string;
  readonly outcome: "stored" | "duplicate" | "refused";
  readonly refusal: Refusal | null;
  readonly flags: readonly ActualFlag[];
  /** Null where it was refused. */
  readonly date: string | null;
  readonly usedAt: number | null;
  readonly visitId: string | null;
  readonly clientId: string | null;
}

interface Found {
  readonly date: string;
  readonly visit: SheetVisit;
  /** It stands in the version that holds. */
  readonly holds: boolean;
}

export interface RecordDeps {
  readonly history: History;
  readonly store: ActualStore;
  /** Lower-case hex SHA-256. */
  readonly digest: (text: string) => string;
}

export interface RecordWish {
  readonly batch: ActualsBatch;
  /** Epoch seconds. */
  readonly receivedAt: number;
  readonly author: string | null;
  /** A nurse writes of herself only; absent: of anybody. */
  readonly onlyNurseId?: string | undefined;
}

const seconds = (text: string): number => Math.floor(Date.parse(text) / 1000);
const isDate = (text: string): boolean => Number.isFinite(Date.parse(`${text}T00:00:00Z`));

class Recorder {
  private readonly days = new Map<string, PublishedDay | null>();

  constructor(
    private readonly deps: RecordDeps,
    private readonly wish: RecordWish,
  ) {}

  private async published(date: string): Promise<PublishedDay | null> {
    const known = this.days.get(date);
    if (known !== undefined) return known;
    const [day] = await this.deps.history.publishedDays(date, date);
    this.days.set(date, day ?? null);
    return day ?? null;
  }

  /** The versions that hold first; then those that held before, youngest first. */
  private async onDate(date: string, visitId: string): Promise<Found | null> {
    const day = await this.published(date);
    if (day === null) return null;
    const held = day.held.map(({ planId }) => planId);
    const others = day.planIds.filter((id) => !held.includes(id)).toReversed();
    const { onlyNurseId } = this.wish;
    for (const planId of [...held, ...others]) {
      const visit = (await this.deps.history.sheet(planId, date))?.visits.get(visitId);
      // Visits that were never hers are to her as if they were not there.
      if (onlyNurseId !== undefined && visit?.nurseIds.includes(onlyNurseId) !== true) continue;
      if (visit !== undefined) return { date, visit, holds: held.includes(planId) };
    }
    return null;
  }

  /** A list shows a night round's visits on the date on which they start, the round on the one before. */
  private async find(event: ActualEventInput, usedAt: number): Promise<Found | null> {
    if (event.visitId === undefined) return null;
    const utc = new Date(usedAt * 1000).toISOString().slice(0, 10);
    const dates =
      event.date === undefined
        ? [utc, addDays(utc, -1), addDays(utc, 1)]
        : isDate(event.date)
          ? [event.date, addDays(event.date, -1)]
          : [];
    let best: Found | null = null;
    const away = (found: Found): number => Math.abs((found.visit.start ?? found.visit.window.from) - usedAt);
    for (const date of dates) {
      const found = await this.onDate(date, event.visitId);
      if (found !== null && (best === null || away(found) < away(best))) best = found;
    }
    return best;
  }

  private flagsOf(event: ActualEventInput, usedAt: number, found: Found | null): ActualFlag[] {
    if (found === null) return [];
    const { visit, holds } = found;
    const flags: ActualFlag[] = [];
    if (!holds || visit.start === null) flags.push("not-on-a-round");
    else if (!visit.nurseIds.includes(event.nurseId)) flags.push("other-nurse");
    if (Math.abs((visit.start ?? visit.window.from) - usedAt) > FAR_SECONDS) flags.push("far-from-plan");
    return flags;
  }

  async prepare(event: ActualEventInput): Promise<NewActual | { readonly refusal: Refusal }> {
    const { batch, receivedAt, author, onlyNurseId } = this.wish;
    if (onlyNurseId !== undefined && event.nurseId !== onlyNurseId) return { refusal: "not-yours" };
    const at = seconds(event.at);
    const sentAt = batch.sentAt === undefined ? null : seconds(batch.sentAt);
    const { usedAt, flags } = judgeTime(at, sentAt, receivedAt);
    const found = await this.find(event, usedAt);
    if (event.visitId !== undefined && found === null) return { refusal: "visit-unknown" };
    return {
      event: {
        id: event.id,
        kind: event.kind,
        date: found?.date ?? event.date ?? (await this.dateOf(usedAt, event.nurseId)),
        nurseId: event.nurseId,
        visitId: event.visitId ?? null,
        clientId: found?.visit.clientId ?? null,
        at,
        sentAt,
        receivedAt,
        usedAt,
        minutes: event.kind === "running-late" ? event.minutes : null,
        flags: [...flags, ...this.flagsOf(event, usedAt, found)],
        author,
      },
      digest: this.deps.digest(
        JSON.stringify(Object.entries(event).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      ),
      text: event.kind === "note" ? event.text : null,
    };
  }

  /** Without a visit: the day of the nurse's round nearest to the time. */
  private async dateOf(usedAt: number, nurseId: string): Promise<string> {
    const utc = new Date(usedAt * 1000).toISOString().slice(0, 10);
    let best: { readonly date: string; readonly away: number } | null = null;
    for (const date of [utc, addDays(utc, -1), addDays(utc, 1)]) {
      const day = await this.published(date);
      if (day === null) continue;
      const sheet = await this.deps.history.holding(day);
      for (const round of sheet?.rounds ?? []) {
        if (round.nurseId !== nurseId) continue;
        const away = Math.max(0, round.from - usedAt, usedAt - round.to);
        if (best === null || away < best.away) best = { date, away };
      }
    }
    return best?.date ?? utc;
  }
}

/** The answers stand in the order of the events. What is refused keeps nothing else from being stored. */
export async function recordActuals(deps: RecordDeps, wish: RecordWish): Promise<readonly Recorded[]> {
  const recorder = new Recorder(deps, wish);
  const prepared: (NewActual | { readonly refusal: Refusal })[] = [];
  for (const event of wish.batch.events) prepared.push(await recorder.prepare(event));
  const sound = prepared.filter((one) => "event" in one);
  const kept = await deps.store.add(sound);
  const outcome = new Map(sound.map((one, index) => [one, kept[index]!]));
  return wish.batch.events.map(({ id, visitId }, index): Recorded => {
    const one = prepared[index]!;
    const refused = (refusal: Refusal): Recorded => ({
      id,
      outcome: "refused",
      refusal,
      flags: [],
      date: null,
      usedAt: null,
      visitId: visitId ?? null,
      clientId: null,
    });
    if ("refusal" in one) return refused(one.refusal);
    const { outcome: how, event } = outcome.get(one)!;
    if (how === "other-content") return refused("event-id-reused");
    const { flags, date, usedAt, clientId } = event;
    return { id, outcome: how, refusal: null, flags, date, usedAt, visitId: visitId ?? null, clientId };
  });
}
