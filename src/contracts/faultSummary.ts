/** Many faults in one answer: the first ones in full, all of them counted. */
import type { Fault } from "./fault.js";

export const FAULTS_SHOWN = 100;

export interface FaultSummary {
  /** The first of each code come first, so that every kind of fault is seen. */
  readonly faults: readonly Fault[];
  /** All faults, shown or not. */
  readonly total: number;
  /** Faults that are not in `faults`. */
  readonly leftOut: number;
  /** How many there are of each code, shown or not. */
  readonly byCode: Readonly<Record<string, number>>;
}

/**
 * At most `most` faults (at least one of each code) with the count of each code. The order
 * is that of the document check; where faults must be left out, later ones of the most
 * frequent codes go first.
 */
export function summariseFaults(faults: readonly Fault[], most = FAULTS_SHOWN): FaultSummary {
  const counts = new Map<string, number>();
  for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1);
  const share = fairShare([...counts.values()], most);
  const taken = new Map<string, number>();
  const shown = faults.filter(({ code }) => {
    const before = taken.get(code) ?? 0;
    taken.set(code, before + 1);
    return before < share;
  });
  return {
    faults: shown,
    total: faults.length,
    leftOut: faults.length - shown.length,
    byCode: Object.fromEntries(counts),
  };
}

/** The greatest number for each code with which no more than `most` are shown; at least 1. */
function fairShare(counts: readonly number[], most: number): number {
  let low = 1;
  let high = Math.max(1, ...counts);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const shown = counts.reduce((sum, count) => sum + Math.min(count, middle), 0);
    if (shown <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
