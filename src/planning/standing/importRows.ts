/** Many records at once, from a file: all of them or, where wished, those without faults. */
import { fault, type Fault, type FaultCode } from "../../contracts/index.js";
import { readRecord, type StandingKind, VERSIONED_KINDS } from "../../contracts/standing/index.js";
import { findConflicts } from "./conflicts.js";
import type { ChangeFacts, RecordChange, StandingStore, StandingTransaction, StoredRecord } from "./ports.js";
import { type Proposal, sameRecord, versionOf } from "./proposals.js";

/** Where a value stands in the file; both are counted from 1, null where the file has none for it. */
export interface FilePlace {
  readonly line: number | null;
  readonly column: number | null;
}

export type ImportFault = Fault & FilePlace;

/** One row of a file, or one entry of a JSON list. */
export interface ImportRow {
  readonly kind: StandingKind;
  /** Null: cannot be read. */
  readonly id: string | null;
  /** Of kinds with versions. Null: cannot be read. */
  readonly validFrom: string | null;
  /** What is wrong with its cells. */
  readonly faults: readonly ImportFault[];
  /** The whole record. Fields that the file has no column for come from what is stored. */
  complete(base: object | null): unknown;
  /** Where the value under these keys (a JSON pointer) stands; `path` where it is another in the file. */
  place(path: string): FilePlace & { readonly path?: string };
}

export interface ImportOptions {
  /** Store the rows without faults although others have some. */
  readonly partial: boolean;
  /** Store nothing, tell what would happen. */
  readonly preview: boolean;
}

export interface ImportedChange {
  readonly kind: StandingKind;
  readonly id: string;
  /** validFrom of a version, else empty. */
  readonly version: string;
  readonly change: "created" | "changed";
  readonly line: number | null;
  /** First keys of the record that differ from what was stored. */
  readonly keys: readonly string[];
}

export interface ImportReport {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows with faults. */
  readonly refused: number;
  /** Whether the rows without faults are stored now. */
  readonly stored: boolean;
  readonly faults: readonly ImportFault[];
  readonly changes: readonly ImportedChange[];
}

interface Candidate {
  readonly row: ImportRow;
  readonly proposal: Proposal;
  readonly version: string;
  readonly stored: StoredRecord | undefined;
}

function placed(row: ImportRow, one: Fault): ImportFault {
  return { ...one, ...row.place(one.path) };
}

type Versions = Map<string, { readonly record: object; readonly stored?: StoredRecord }>;

/** What is stored of the rows' ids, and what the rows before bring: by kind and id, then by version. */
class Known {
  readonly #versions = new Map<string, Versions>();

  static async load(transaction: StandingTransaction, rows: readonly ImportRow[]): Promise<Known> {
    const known = new Known();
    const ids = new Map<StandingKind, Set<string>>();
    for (const { kind, id } of rows) {
      if (id === null) continue;
      const set = ids.get(kind);
      if (set === undefined) ids.set(kind, new Set([id]));
      else set.add(id);
    }
    for (const [kind, set] of ids) {
      for (const stored of await transaction.list(kind, { ids: [...set] }))
        known.of(kind, stored.id).set(stored.version, { record: stored.record, stored });
    }
    return known;
  }

  of(kind: StandingKind, id: string): Versions {
    const key = `${kind} ${id}`;
    const found = this.#versions.get(key);
    if (found !== undefined) return found;
    const versions: Versions = new Map();
    this.#versions.set(key, versions);
    return versions;
  }

  /** The record itself, or the version that holds when the new one begins. */
  base({ kind, id, validFrom }: ImportRow): object | null {
    if (id === null) return null;
    const versions = this.of(kind, id);
    if (!VERSIONED_KINDS.includes(kind)) return versions.get("")?.record ?? null;
    const before = [...versions.keys()].filter((version) => version <= (validFrom ?? "")).toSorted();
    return versions.get(before.at(-1) ?? "")?.record ?? null;
  }
}

/** Rows that can be read, each with what is stored in its place; what is wrong with the others goes into `faults`. */
function readRows(rows: readonly ImportRow[], known: Known, faults: ImportFault[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  const candidates: Candidate[] = [];
  for (const row of rows) {
    if (row.faults.length > 0) {
      faults.push(...row.faults);
      continue;
    }
    const read = readRecord(row.kind, row.complete(known.base(row)));
    if (!read.ok) {
      faults.push(...read.faults.map((one) => placed(row, one)));
      continue;
    }
    const { record } = read;
    const version = versionOf(row.kind, record);
    const key = `${row.kind} ${version} ${record.id}`;
    const twin = seen.get(key);
    if (twin !== undefined) {
      const { line } = twin.row.place("");
      const where = line === null ? "" : `, as in line ${line}`;
      const message = `${record.id}${version && ` from ${version}`} stands in the file twice${where}`;
      faults.push(placed(row, fault("row-twice" satisfies FaultCode, ["id"], message)));
      continue;
    }
    const versions = known.of(row.kind, record.id);
    const stored = versions.get(version)?.stored;
    const candidate = { row, proposal: { kind: row.kind, record }, version, stored };
    versions.set(version, { record, ...(stored === undefined ? {} : { stored }) });
    seen.set(key, candidate);
    candidates.push(candidate);
  }
  return candidates;
}

const isUnchanged = ({ stored, proposal }: Candidate): boolean =>
  stored !== undefined && sameRecord(stored.record, proposal.record);

/** Takes out the rows that cannot stand beside the others, until the rest can. */
async function withoutConflicts(
  transaction: StandingTransaction,
  candidates: readonly Candidate[],
  partial: boolean,
  faults: ImportFault[],
  facts: ChangeFacts,
): Promise<readonly Candidate[]> {
  const conflicts = await findConflicts(
    transaction,
    candidates.map(({ proposal }) => proposal),
    facts,
  );
  if (conflicts.length === 0) return candidates;
  const rows = new Map(candidates.map(({ proposal, row }) => [proposal, row]));
  for (const conflict of conflicts) {
    const { code, path, message } = conflict;
    faults.push(placed(rows.get(conflict.proposal)!, fault(code, path, message)));
  }
  const bad = new Set(conflicts.map(({ proposal }) => proposal));
  const rest = candidates.filter(({ proposal }) => !bad.has(proposal));
  return partial ? withoutConflicts(transaction, rest, partial, faults, facts) : rest;
}

function differingKeys(before: object, after: object): string[] {
  const a = before as Record<string, unknown>;
  const b = after as Record<string, unknown>;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !sameRecord({ value: a[key] }, { value: b[key] }),
  );
}

function toChange({ proposal, version, stored }: Candidate): RecordChange {
  const { kind, record } = proposal;
  return { kind, id: record.id, version, record, revision: (stored?.revision ?? 0) + 1 };
}

function told({ row, proposal, version, stored }: Candidate): ImportedChange {
  const { kind, record } = proposal;
  return {
    kind,
    id: record.id,
    version,
    change: stored === undefined ? "created" : "changed",
    line: row.place("").line,
    keys: differingKeys(stored?.record ?? {}, record),
  };
}

/** Stores a file's rows in one transaction. The same file once more changes nothing. */
export function importRows(
  store: StandingStore,
  rows: readonly ImportRow[],
  { partial, preview }: ImportOptions,
  facts: ChangeFacts,
): Promise<ImportReport> {
  return store.transact(async (transaction) => {
    const faults: ImportFault[] = [];
    const read = readRows(rows, await Known.load(transaction, rows), faults);
    const sound = await withoutConflicts(transaction, read, partial, faults, facts);
    const wanted = sound.filter((candidate) => !isUnchanged(candidate));
    const refused = rows.length - sound.length;
    const stored = !preview && (partial || refused === 0);
    if (stored && wanted.length > 0) await transaction.write(wanted.map(toChange), facts);
    const changes = wanted.map(told);
    const created = changes.filter(({ change }) => change === "created").length;
    return {
      rows: rows.length,
      created,
      changed: changes.length - created,
      unchanged: sound.length - wanted.length,
      refused,
      stored,
      faults: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
      changes,
    };
  });
}
