/** Hours that nurses have by what was published and done: what a week of theirs has left. */
import { addDays, mondayOf } from "../../domain/dates.js";
import { groupBy } from "../../domain/groups.js";
import type { History } from "../actuals/index.js";
import { DEFAULT_RULE_SET } from "./defaultRules.js";
import { workedSeconds } from "./duties.js";
import { rosterOfDays } from "./roster.js";

/** Minutes by nurse and by the date on which the work starts. */
export type WorkedMinutes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Of the whole weeks, from Monday, that the dates lie in. Unpaid breaks are left out, as the rule set that comes with the program has them. */
export async function workedAround(
  history: Pick<History, "days">,
  from: string,
  to: string,
): Promise<WorkedMinutes> {
  const days = await history.days(mondayOf(from), addDays(mondayOf(to), 6));
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
