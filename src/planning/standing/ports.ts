/** What the service of standing data asks of a store. */
import type { StandingKind, StandingRecords } from "../../contracts/standing/index.js";

export interface StoredRecord<K extends StandingKind = StandingKind> {
  readonly kind: K;
  readonly id: string;
  /** validFrom of a version; empty for kinds without versions. */
  readonly version: string;
  readonly record: StandingRecords[K];
  /** 1 when made, one more with each change. */
  readonly revision: number;
  readonly changedAt: Date;
  /** Last date on which it holds: its own, or the day before the next version's. Null: open. */
  readonly holdsTo: string | null;
}

export interface StandingFilter {
  /** Only records that hold on a date of from..to, both included. Without one of them: open on that side. */
  readonly from?: string;
  readonly to?: string;
  readonly ids?: readonly string[];
  /** Only records that refer to one of these ids of the kind; several entries must all be met. */
  readonly refersTo?: readonly { readonly kind: StandingKind; readonly ids: readonly string[] }[];
  /** Only what comes after this record, by the order of the list. */
  readonly after?: { readonly id: string; readonly version: string };
  /** At most so many records. */
  readonly limit?: number;
}

export interface RecordKey {
  readonly kind: StandingKind;
  readonly id: string;
}

/** A record to be stored as a new revision, or (`record` null) removed. */
export interface RecordChange<K extends StandingKind = StandingKind> {
  readonly kind: K;
  readonly id: string;
  readonly version: string;
  readonly record: StandingRecords[K] | null;
  /** The revision that it gets. */
  readonly revision: number;
}

export interface ChangeFacts {
  /** Id of who made it. */
  readonly author: string;
  readonly changedAt: Date;
}

/** One change of the history. */
export interface PastChange extends ChangeFacts {
  readonly revision: number;
  readonly version: string;
  readonly removed: boolean;
  /** As it was then; null where it was removed, and for access notes, whose text is not kept. */
  readonly record: unknown;
}

export interface StandingReader {
  /** By id, versions of one id by validFrom. */
  list<K extends StandingKind>(kind: K, filter?: StandingFilter): Promise<StoredRecord<K>[]>;
}

export interface StandingTransaction extends StandingReader {
  /** Which of these are not stored. */
  missing(keys: readonly RecordKey[]): Promise<RecordKey[]>;
  /** Records that refer to this one, at most `most`. */
  referring(key: RecordKey, most: number): Promise<RecordKey[]>;
  write(changes: readonly RecordChange[], facts: ChangeFacts): Promise<void>;
}

export interface StandingStore extends StandingReader {
  /** All that `work` writes is stored together, or nothing if it throws. Nobody writes in between. */
  transact<T>(work: (transaction: StandingTransaction) => Promise<T>): Promise<T>;
  /** Every change of a record, oldest first; also of one that is removed. */
  history(key: RecordKey): Promise<PastChange[]>;
  /** Takes out what is personal of a client, the history included; ids stay. Null: nobody of this id was ever known. */
  eraseClient(clientId: string, facts: ChangeFacts): Promise<ErasedClient | null>;
}

export interface ErasedClient {
  /** Records that are gone, what their history said with them. */
  readonly records: number;
  /** Texts of nurses' notes. */
  readonly notes: number;
}

/** Standing data as other parts are given it. */
export interface StandingDeps {
  readonly store: StandingStore;
}
