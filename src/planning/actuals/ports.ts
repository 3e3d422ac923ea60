/** What happened, and what was published: the ports of everything that looks back. */
import type { ActualKind } from "../../contracts/index.js";

export const ACTUAL_FLAGS = [
  /** The phone's clock is off by more than the tolerance; `usedAt` is corrected by what it was off when it sent. */
  "clock-wrong",
  /** It says a time that had not come when it arrived; `usedAt` is the arrival. */
  "ahead-of-time",
  /** It arrived long after it happened. */
  "arrived-late",
  /** The visit stands on no round of the version that holds, or only in one that held before. */
  "not-on-a-round",
  /** Another nurse than the plan's. */
  "other-nurse",
  /** More than half a day from the planned start. */
  "far-from-plan",
] as const;
export type ActualFlag = (typeof ACTUAL_FLAGS)[number];

/** An event as it is kept. Times are epoch seconds. */
export interface ActualEvent {
  readonly id: string;
  readonly kind: ActualKind;
  /** Date on which the visit's shift starts; without a visit the date that the phone named or that of `usedAt`. */
  readonly date: string;
  readonly nurseId: string;
  readonly visitId: string | null;
  readonly clientId: string | null;
  /** By the phone's clock. */
  readonly at: number;
  readonly sentAt: number | null;
  readonly receivedAt: number;
  /** What everything counts with: `at`, corrected where its clock was wrong. */
  readonly usedAt: number;
  /** Of running late. */
  readonly minutes: number | null;
  readonly flags: readonly ActualFlag[];
  /** Who sent it. */
  readonly author: string | null;
}

export interface NewActual {
  readonly event: ActualEvent;
  /** Lower-case hex SHA-256 of what the phone said, so that an id used twice is seen. */
  readonly digest: string;
  /** Of a note: personal data, kept apart so that it can be erased. */
  readonly text: string | null;
}

export interface Kept {
  readonly outcome: "stored" | "duplicate" | "other-content";
  /** As it is stored: what came first holds. */
  readonly event: ActualEvent;
}

export interface ActualFilter {
  /** Both ends included. */
  readonly from: string;
  readonly to: string;
  readonly visitId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly nurseId?: string | undefined;
}

export interface ActualStore {
  /** Append-only, one transaction; the answers stand in the order given. An id that is known changes nothing. */
  add(actuals: readonly NewActual[]): Promise<readonly Kept[]>;
  /** By `usedAt`, then in the order of arrival. */
  list(filter: ActualFilter): Promise<readonly ActualEvent[]>;
  /** Texts of notes by event id; erased ones are absent. */
  notes(eventIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The event stays, its text goes. False: there is no such text. */
  eraseNote(eventId: string): Promise<boolean>;
}

export interface HeldVersion {
  readonly planId: string;
  /** What was published first for its clients; itself where nothing was before. */
  readonly firstId: string;
}

/** Which versions were published for which dates. */
export interface PublishedDay {
  readonly date: string;
  /** The versions that hold, the one published last first: more than one where areas are planned apart. */
  readonly held: readonly HeldVersion[];
  /** Every version that was ever published for the date, oldest first. */
  readonly planIds: readonly string[];
}

export interface PublishedDays {
  /** Dates that were published, both ends included, in order. */
  list(from: string, to: string): Promise<readonly PublishedDay[]>;
}

/** A stored version whose sheets are wanted. */
export interface SheetAsk {
  readonly version: { readonly id: string; readonly dates: readonly string[] };
  /** The problem document, gzipped. */
  readonly gzip: Uint8Array;
  /** The plan document's text. */
  readonly plan: string;
}
