/** Whom clients know by what was before a date: the familiar pools of problems made for it. */
import { addDays } from "../../domain/dates.js";
import { instantWriter } from "../../domain/localTime.js";
import type { History } from "../actuals/index.js";
import { CONTINUITY_RULE, type ContinuityRule, continuityOf } from "./continuity.js";
import { meetingsOf } from "./seen.js";

/** Familiar nurses by client, the most familiar first; clients whom nobody knows by the rule are absent. */
export async function familiarBefore(
  history: Pick<History, "days">,
  date: string,
  rule: ContinuityRule = CONTINUITY_RULE,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const last = addDays(date, -1);
  const past = await history.days(addDays(date, -rule.longDays), last);
  const write = instantWriter(past[0]?.sheet.timeZone ?? "UTC");
  const hourOf = (at: number): number => Number(write(at).slice(11, 13));
  return Object.fromEntries(
    continuityOf(meetingsOf(past), last, hourOf, rule)
      .filter(({ familiarNurseIds }) => familiarNurseIds.length > 0)
      .map(({ clientId, familiarNurseIds }) => [clientId, familiarNurseIds]),
  );
}
