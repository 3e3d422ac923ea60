/**
 * How many different nurses a client meets, and how much of the care comes from the most familiar.
 * docs/figures.md defines the measures and the rule of the familiar pool.
 */
import { addDays } from "../../domain/dates.js";
import { groupBy } from "../../domain/groups.js";
import type { Meeting } from "./seen.js";

export interface ContinuityRule {
  /** The short span, days up to the date and with it. */
  readonly days: number;
  /** The long span, days. */
  readonly longDays: number;
  /** How many nurses count as the most familiar. */
  readonly most: number;
  /** Visits of a nurse in the long span that make her familiar. */
  readonly leastVisits: number;
  /** Local hours in which a visit starts that counts: `from` included, `to` not. */
  readonly hours: { readonly from: number; readonly to: number };
}
export const CONTINUITY_RULE: ContinuityRule = {
  days: 14,
  longDays: 91,
  most: 5,
  leastVisits: 3,
  hours: { from: 7, to: 22 },
};

export interface Measure {
  /** Nurses' visits: one for each nurse of a crew. */
  readonly visits: number;
  readonly nurses: number;
  /** Of visits made by the client's most familiar nurses, per cent; null without visits. */
  readonly mostFamiliarPercent: number | null;
}

export interface ClientContinuity {
  readonly clientId: string;
  readonly short: Measure;
  readonly long: Measure;
  /** Who counts as familiar by the rule, the most familiar first. */
  readonly familiarNurseIds: readonly string[];
}

/** The client with a draft in the place of what is published on its dates. */
export interface ContinuityChange {
  readonly clientId: string;
  readonly before: Pick<ClientContinuity, "short" | "long">;
  readonly after: Pick<ClientContinuity, "short" | "long">;
  /** Nurses of the draft whom the client has not met in the long span. */
  readonly newNurseIds: readonly string[];
}

/** Nurses by their visits, the most first; then who came last, then by id. */
function ranked(
  meetings: readonly Meeting[],
): readonly { readonly nurseId: string; readonly visits: number }[] {
  return [...groupBy(meetings, ({ nurseId }) => nurseId)]
    .map(([nurseId, all]) => ({
      nurseId,
      visits: all.length,
      last: all.reduce((latest, { at }) => Math.max(latest, at), 0),
    }))
    .toSorted((a, b) => b.visits - a.visits || b.last - a.last || (a.nurseId < b.nurseId ? -1 : 1));
}

function measure(meetings: readonly Meeting[], most: number): Measure {
  const nurses = ranked(meetings);
  const top = nurses.slice(0, most).reduce((sum, { visits }) => sum + visits, 0);
  return {
    visits: meetings.length,
    nurses: nurses.length,
    mostFamiliarPercent: meetings.length === 0 ? null : Math.round((1000 * top) / meetings.length) / 10,
  };
}

/** Meetings that count: in the long span up to the date, started within the hours. */
function counting(
  meetings: readonly Meeting[],
  date: string,
  rule: ContinuityRule,
  hourOf: (at: number) => number,
): Meeting[] {
  const first = addDays(date, 1 - rule.longDays);
  return meetings.filter(
    (one) =>
      one.date >= first &&
      one.date <= date &&
      hourOf(one.at) >= rule.hours.from &&
      hourOf(one.at) < rule.hours.to,
  );
}

function both(
  meetings: readonly Meeting[],
  date: string,
  rule: ContinuityRule,
): Pick<ClientContinuity, "short" | "long"> {
  const first = addDays(date, 1 - rule.days);
  return {
    short: measure(
      meetings.filter((one) => one.date >= first),
      rule.most,
    ),
    long: measure(meetings, rule.most),
  };
}

/** `date`: the last day of both spans. Clients without a counting visit are absent; by id. */
export function continuityOf(
  meetings: readonly Meeting[],
  date: string,
  hourOf: (at: number) => number,
  rule: ContinuityRule = CONTINUITY_RULE,
): readonly ClientContinuity[] {
  return [...groupBy(counting(meetings, date, rule, hourOf), ({ clientId }) => clientId)]
    .map(([clientId, own]) => ({
      clientId,
      ...both(own, date, rule),
      familiarNurseIds: ranked(own)
        .filter(({ visits }) => visits >= rule.leastVisits)
        .slice(0, rule.most)
        .map(({ nurseId }) => nurseId),
    }))
    .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1));
}

/** What a draft would do: `before` up to `date`, `after` with the draft's days in their place. Clients of the draft. */
export function continuityChange(
  meetings: readonly Meeting[],
  draft: readonly Meeting[],
  dates: ReadonlySet<string>,
  hourOf: (at: number) => number,
  rule: ContinuityRule = CONTINUITY_RULE,
): readonly ContinuityChange[] {
  const date = [...dates].toSorted().at(-1);
  if (date === undefined) return [];
  const before = groupBy(counting(meetings, date, rule, hourOf), ({ clientId }) => clientId);
  const replaced = [...meetings.filter((one) => !dates.has(one.date)), ...draft];
  const after = groupBy(counting(replaced, date, rule, hourOf), ({ clientId }) => clientId);
  return [...groupBy(draft, ({ clientId }) => clientId)]
    .map(([clientId, own]) => {
      const earlier = (before.get(clientId) ?? []).filter((one) => !dates.has(one.date));
      const known = new Set(earlier.map(({ nurseId }) => nurseId));
      return {
        clientId,
        before: both(before.get(clientId) ?? [], date, rule),
        after: both(after.get(clientId) ?? [], date, rule),
        newNurseIds: [...new Set(own.map(({ nurseId }) => nurseId))].filter((id) => !known.has(id)),
      };
    })
    .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1));
}
