/** Versions of requirements: each holds until its validTo or the day before the next begins. */
import type { RequirementRecord } from "../../contracts/standing/requirements.js";
import { addDays } from "../../domain/dates.js";
import { covers, groupBy } from "./standing.js";

export interface RequirementVersion {
  readonly record: RequirementRecord;
  readonly validFrom: string;
  /** Absent: until further notice. */
  readonly validTo?: string;
  /** validFrom of the first version: intervals of rhythms count from here. */
  readonly anchor: string;
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** Every version in the order of ids and dates; versions without a day of their own are left out. */
export function requirementVersions(records: readonly RequirementRecord[]): RequirementVersion[] {
  const groups = [...groupBy(records, (record) => record.id)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return groups.flatMap(([, group]) => {
    const sorted = group.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    return sorted.flatMap((record, at) => {
      const next = sorted[at + 1]?.validFrom;
      const validTo = earlier(record.validTo, next === undefined ? undefined : addDays(next, -1));
      if (validTo !== undefined && validTo < record.validFrom) return [];
      const version = { record, validFrom: record.validFrom, anchor: sorted[0]!.validFrom };
      return [validTo === undefined ? version : { ...version, validTo }];
    });
  });
}

export function versionCovers(version: RequirementVersion, date: string): boolean {
  return covers(version, date);
}
