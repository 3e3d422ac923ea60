/** One record stored or removed. */
import { fault, type Fault } from "../../contracts/index.js";
import { STANDING_KINDS, type StandingKind, type StandingRecords } from "../../contracts/standing/index.js";
import { findConflicts } from "./conflicts.js";
import type { ChangeFacts, RecordKey, StandingStore, StandingTransaction, StoredRecord } from "./ports.js";
import { type Conflict, type Proposal, sameRecord, versionOf } from "./proposals.js";

/** What the caller believes to be stored: a test of its tag, or nothing said. */
export type Expected = ((stored: StoredRecord) => boolean) | null;

export type SaveOutcome =
  | {
      readonly kind: "created" | "changed" | "unchanged";
      readonly version: string;
      readonly revision: number;
    }
  /** There is such a record; a change must say which revision it changes. */
  | { readonly kind: "match-needed" }
  /** Another revision is stored, or none at all. */
  | { readonly kind: "outdated"; readonly revision: number | null }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

export function conflictFault({ code, path, message }: Conflict): Fault {
  return fault(code, path, message);
}

/** Stores a record: a new one, or a new revision of the one that `expected` names. */
export function saveRecord<K extends StandingKind>(
  store: StandingStore,
  kind: K,
  record: StandingRecords[K],
  expected: Expected,
  facts: ChangeFacts,
): Promise<SaveOutcome> {
  const version = versionOf(kind, record);
  return store.transact(async (transaction): Promise<SaveOutcome> => {
    const versions = await transaction.list(kind, { ids: [record.id] });
    const stored = versions.find((one) => one.version === version);
    if (stored === undefined) {
      if (expected !== null) return { kind: "outdated", revision: null };
    } else {
      if (expected !== null && !expected(stored)) return { kind: "outdated", revision: stored.revision };
      if (sameRecord(stored.record, record)) return { kind: "unchanged", version, revision: stored.revision };
      if (expected === null) return { kind: "match-needed" };
    }
    const conflicts = await findConflicts(transaction, [{ kind, record }], facts);
    if (conflicts.length > 0) return { kind: "refused", faults: conflicts.map(conflictFault) };
    const revision = (stored?.revision ?? 0) + 1;
    await transaction.write([{ kind, id: record.id, version, record, revision }], facts);
    return { kind: stored === undefined ? "created" : "changed", version, revision };
  });
}

export type CreateOutcome =
  | { readonly kind: "created" }
  | { readonly kind: "exists"; readonly keys: readonly RecordKey[] }
  | {
      readonly kind: "refused";
      readonly faults: readonly { readonly of: Proposal; readonly fault: Fault }[];
    };

/** Stores records that are all new, together or not at all. */
export function createTogether(
  store: StandingStore,
  proposals: readonly Proposal[],
  facts: ChangeFacts,
): Promise<CreateOutcome> {
  return store.transact(async (transaction): Promise<CreateOutcome> => {
    const keys: RecordKey[] = proposals.map(({ kind, record }) => ({ kind, id: record.id }));
    const missing = await transaction.missing(keys);
    const isNew = ({ kind, id }: RecordKey): boolean =>
      missing.some((one) => one.kind === kind && one.id === id);
    const known = keys.filter((key) => !isNew(key));
    if (known.length > 0) return { kind: "exists", keys: known };
    const conflicts = await findConflicts(transaction, proposals, facts);
    if (conflicts.length > 0)
      return {
        kind: "refused",
        faults: conflicts.map((conflict) => ({ of: conflict.proposal, fault: conflictFault(conflict) })),
      };
    const changes = proposals.map(({ kind, record }) => ({
      kind,
      id: record.id,
      version: versionOf(kind, record),
      record,
      revision: 1,
    }));
    await transaction.write(changes, facts);
    return { kind: "created" };
  });
}

export type RemoveOutcome =
  | { readonly kind: "removed" }
  | { readonly kind: "unknown" }
  | { readonly kind: "match-needed" }
  | { readonly kind: "outdated"; readonly revision: number }
  | { readonly kind: "referred"; readonly by: readonly RecordKey[] };

/** Records named in the answer when one cannot be removed. */
const NAMED = 10;

async function referring(transaction: StandingTransaction, key: RecordKey): Promise<readonly RecordKey[]> {
  const by = await transaction.referring(key, NAMED);
  return by.toSorted((a, b) => STANDING_KINDS.indexOf(a.kind) - STANDING_KINDS.indexOf(b.kind));
}

/**
 * Removes a record that nothing refers to; of a kind with versions the one that `version` names.
 * What was planned with it stays as it is.
 */
export function removeRecord(
  store: StandingStore,
  key: RecordKey,
  version: string,
  expected: Expected,
  facts: ChangeFacts,
): Promise<RemoveOutcome> {
  return store.transact(async (transaction): Promise<RemoveOutcome> => {
    const versions = await transaction.list(key.kind, { ids: [key.id] });
    const stored = versions.find((one) => one.version === version);
    if (stored === undefined) return { kind: "unknown" };
    if (expected === null) return { kind: "match-needed" };
    if (!expected(stored)) return { kind: "outdated", revision: stored.revision };
    const by = versions.length > 1 ? [] : await referring(transaction, key);
    if (by.length > 0) return { kind: "referred", by };
    const change = { ...key, version, record: null, revision: stored.revision + 1 };
    await transaction.write([change], facts);
    return { kind: "removed" };
  });
}
