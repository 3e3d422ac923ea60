/** What generating reads of an office's standing data: every record of each kind. */
import { STANDING_KINDS, type StandingKind, type StandingRecords } from "../../contracts/standing/kinds.js";

/** Kinds that generating does not need: it reads as little of people as it can. */
type Unread = "access-notes" | "service-lines" | "areas";

export type StandingData = {
  readonly [K in Exclude<StandingKind, Unread>]: readonly StandingRecords[K][];
};

const UNREAD: ReadonlySet<StandingKind> = new Set<Unread>(["access-notes", "service-lines", "areas"]);

/** In the order of an import of all. */
export const READ_KINDS = STANDING_KINDS.filter((kind): kind is keyof StandingData => !UNREAD.has(kind));

export interface Validity {
  readonly validFrom: string;
  readonly validTo?: string;
}

/** Whether a validity covers a date; both ends are included. */
export function covers({ validFrom, validTo }: Validity, date: string): boolean {
  return validFrom <= date && (validTo === undefined || date <= validTo);
}

/** Records by a key, in the order they came. */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
