/** Dates of an RFC 5545 rule, expanded by rrule-temporal. Whole days only: no times, no zones. */
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { addDays, daysBetween } from "../../domain/dates.js";

/** The rule cannot be expanded. The message holds the library's words, no personal data. */
export class RuleRefused extends Error {
  override readonly name = "RuleRefused";
}

/** Days of one period of a rule whose periods all have the same length; others walk from their anchor. */
const PERIOD_DAYS: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7 };

/**
 * A later start with the same dates from it on: rules are walked from their start, and one from
 * years ago would be walked for years. Rules that count their dates keep their start.
 */
function nearStart(rrule: string, anchor: string, from: string): string {
  const parts = new Map(rrule.split(";").map((part) => part.split("=", 2) as [string, string]));
  const days = PERIOD_DAYS[parts.get("FREQ") ?? ""];
  if (days === undefined || parts.has("COUNT") || parts.has("BYSETPOS")) return anchor;
  const period = days * Number(parts.get("INTERVAL") ?? 1);
  const jump = Math.floor(daysBetween(anchor, from) / period) - 1;
  return jump > 0 && Number.isInteger(jump) ? addDays(anchor, jump * period) : anchor;
}

/** Most expansions that are kept: rules of one office repeat, and so do the dates asked for. */
const KEPT = 5_000;
const known = new Map<string, readonly string[]>();

function expand(rrule: string, start: string, from: string, to: string): readonly string[] {
  try {
    const rule = new RRuleTemporal({
      rruleString: `DTSTART;VALUE=DATE:${start.replaceAll("-", "")}\nRRULE:${rrule}`,
      temporal: Temporal,
      strict: true,
    });
    return rule
      .between(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`), true)
      .map((at) => at.toString().slice(0, 10));
  } catch (error) {
    throw new RuleRefused(error instanceof Error ? error.message : "the rule cannot be read", {
      cause: error,
    });
  }
}

/**
 * The rule's dates from one date to another, both included, in order.
 *
 * @param rrule the value of an RRULE, without DTSTART: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`
 * @param anchor where the rule starts: intervals and COUNT count from here
 * @throws RuleRefused
 */
export function datesOfRule(rrule: string, anchor: string, from: string, to: string): string[] {
  if (to < from || to < anchor) return [];
  const start = nearStart(rrule, anchor, from);
  const key = `${start} ${from} ${to} ${rrule}`;
  let dates = known.get(key);
  if (dates === undefined) {
    dates = expand(rrule, start, from, to);
    if (known.size >= KEPT) known.clear();
    known.set(key, dates);
  }
  return dates.filter((date) => date >= anchor);
}
