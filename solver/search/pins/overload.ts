/** Visits that are too much work for one nurse in the time that they leave: seen without any order. */
import type { PinRules } from "./rules.js";

/**
 * True: the visits that are pinned to one nurse's shifts and must lie between two instants take
 * longer than that (ways and breaks not even counted), so no order of them will do.
 */
export function tooMuchForOne(rules: PinRules, visits: readonly number[]): boolean {
  const { model } = rules;
  const byNurse = new Map<number, { from: number; to: number; seconds: number }[]>();
  for (const v of visits) {
    for (const s of rules.forced(v)) {
      const allowed = rules.allowed(v);
      if (allowed.length === 0) return true;
      const [from, end] = rules.hours(s);
      const seconds = model.seconds[v];
      const span = {
        from: Math.max(from, allowed[0]),
        to: Math.min(end, allowed[allowed.length - 1] + seconds),
        seconds,
      };
      if (span.to - span.from < seconds) return true;
      const nurse = model.shifts[s].nurse;
      byNurse.set(nurse, [...(byNurse.get(nurse) ?? []), span]);
    }
  }
  for (const spans of byNurse.values()) {
    for (const { from } of spans) {
      const later = spans.filter((x) => x.from >= from).sort((a, b) => a.to - b.to);
      let sum = 0;
      for (const one of later) {
        sum += one.seconds;
        if (sum > one.to - from) return true;
      }
    }
  }
  return false;
}
