/** Records on their way into the store. */
import { type StandingKind, type StandingRecords, VERSIONED_KINDS } from "../../contracts/standing/index.js";

/** A record that is to be stored, as it would be read back. */
export interface Proposal<K extends StandingKind = StandingKind> {
  readonly kind: K;
  readonly record: StandingRecords[K];
}

/** What a proposal has wrong in the light of the others and of what is stored. */
export interface Conflict {
  readonly proposal: Proposal;
  readonly code:
    | "homes-overlap"
    | "shifts-overlap"
    | "vehicle-taken"
    | "outside-decision"
    | "reference-missing";
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The version that a record is: its validFrom where the kind has versions. */
export function versionOf<K extends StandingKind>(kind: K, record: StandingRecords[K]): string {
  return VERSIONED_KINDS.includes(kind) ? (record as { readonly validFrom: string }).validFrom : "";
}

export function ofKind<K extends StandingKind>(
  proposals: readonly Proposal[],
  kind: K,
): readonly Proposal<K>[] {
  return proposals.filter((one): one is Proposal<K> => one.kind === kind);
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two records say the same, in whatever order their keys stand. */
export function sameRecord(a: object, b: object): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
