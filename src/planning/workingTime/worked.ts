/** Hours that nurses have by what was published and done: what a week of theirs has left. */
import { groupBy } from "../../domain/groups.js";
import type { PastDay } from "../actuals/index.js";
import { DEFAULT_RULE_SET } from "./defaultRules.js";
import { workedSeconds } from "./duties.js";
import { rosterOfDays } from "./roster.js";

/** Minutes by nurse and by the date on which the work starts. */
export type WorkedMinutes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Unpaid breaks are left out, as the rule set that comes with the program has them. */
export function workedOn(days: readonly PastDay[]): WorkedMinutes {
  const worked = new Map<string, Map<string, number>>();
  for (const day of days) {
    const { date, timeZone } = day.sheet;
    const { duties } = rosterOfDays([day], { from: date, to: date }, timeZone);
    for (const [nurseId, hers] of groupBy(duties, (duty) => duty.nurseId)) {
      const dates = worked.get(nurseId) ?? new Map<string, number>();
      dates.set(date, Math.round(workedSeconds(hers, DEFAULT_RULE_SET.unpaidFromMinutes) / 60));
      worked.set(nurseId, dates);
    }
  }
  return worked;
}
