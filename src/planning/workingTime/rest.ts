/** Daily and weekly rest. Hours are hours that pass: a night of a clock change has one more or less. */
import { addDays, weekday } from "../../domain/dates.js";
import { type Duty, HOUR, type Rest, restsOf, type Stretch } from "./duties.js";
import { type Found, inHours, type NurseRule, type NurseWork } from "./finding.js";

interface DailyRest {
  readonly stretch: Stretch;
  /** The longest unbroken rest inside the time that is looked at. */
  readonly seconds: number;
  /** Of the rest, where there is one. */
  readonly rest: Rest | null;
}

/** The longest rest within `withinHours` from the start of each stretch. */
function dailyRests(stretches: readonly Stretch[], withinHours: number): readonly DailyRest[] {
  const rests = restsOf(stretches);
  return stretches.map((stretch, index) => {
    const end = stretch.from + withinHours * HOUR;
    let seconds = 0;
    let longest: Rest | null = null;
    for (let at = index + 1; at < rests.length; at++) {
      const rest = rests[at]!;
      if (rest.from >= end) break;
      const length = Math.min(rest.to, end) - rest.from;
      if (length <= seconds) continue;
      seconds = length;
      longest = rest;
    }
    return { stretch, seconds, rest: longest };
  });
}

const dutiesOf = (stretch: Stretch, rest: Rest | null): Duty[] => [
  ...new Set([...stretch.duties, ...(rest?.before?.duties ?? []), ...(rest?.after?.duties ?? [])]),
];

/** Parts of one working day share their rest, so that it is told once. */
function once(rests: readonly DailyRest[]): DailyRest[] {
  const seen = new Set<Rest>();
  return rests.filter(({ rest }) => {
    if (rest === null) return true;
    if (seen.has(rest)) return false;
    seen.add(rest);
    return true;
  });
}

export const dailyRest: NurseRule<"daily-rest"> = ({ person, stretches }, rule) => {
  const required = person.shortenedRest ? (rule.shortenedHours ?? rule.hours) : rule.hours;
  return once(dailyRests(stretches, rule.withinHours).filter(({ seconds }) => seconds < required * HOUR)).map(
    ({ stretch, seconds, rest }): Found => ({
      duties: dutiesOf(stretch, rest),
      from: stretch.from,
      to: stretch.from + rule.withinHours * HOUR,
      figures: { hours: inHours(seconds), requiredHours: required, withinHours: rule.withinHours },
    }),
  );
};

/** Each shortened rest is made up for by a later rest of its own, longer by what was missing. */
export const restCompensation: NurseRule<"rest-compensation"> = ({ person, stretches }, rule, judging) => {
  const daily = judging.rules["daily-rest"];
  if (daily === undefined || !person.shortenedRest || daily.shortenedHours === undefined) return [];
  const full = daily.hours * HOUR;
  const rests = restsOf(stretches);
  const taken = new Set<Rest>();
  return once(dailyRests(stretches, daily.withinHours)).flatMap(({ stretch, seconds, rest }): Found[] => {
    if (seconds >= full || rest === null || rest.after === null) return [];
    const missing = full - seconds;
    const until = rest.after.from + rule.days * 24 * HOUR;
    const later = rests.find(
      (one) =>
        !taken.has(one) && one.from > rest.from && one.from < until && one.to - one.from >= full + missing,
    );
    if (later !== undefined) {
      taken.add(later);
      return [];
    }
    return [
      {
        duties: dutiesOf(stretch, rest),
        from: rest.from,
        to: until,
        figures: { missingHours: inHours(missing), requiredHours: inHours(full + missing), days: rule.days },
      },
    ];
  });
};

interface Week {
  readonly from: number;
  readonly to: number;
  /** The longest rest that counts to this week, seconds. */
  readonly seconds: number;
}

/**
 * The longest rest of each week. A rest over the turn of the week counts to a week as far as at least half
 * of what is counted lies in it, and what one week needs of it the next does not count again.
 */
function weeklyRests(
  { stretches }: NurseWork,
  required: number,
  least: number,
  mondays: readonly string[],
  startOf: (date: string) => number,
): readonly Week[] {
  const rests = restsOf(stretches);
  let used = -Infinity;
  return mondays.map((monday) => {
    const from = startOf(monday);
    const to = startOf(addDays(monday, 7));
    let best = 0;
    let until = used;
    for (const rest of rests) {
      const begin = Math.max(rest.from, used, from - required);
      const end = Math.min(rest.to, to + required);
      const inside = Math.min(end, to) - Math.max(begin, from);
      if (inside <= 0) continue;
      // Once the week has what it needs, another rest counts only as far as it lies in it.
      const counted = best >= required ? inside : Math.min(end - begin, 2 * inside);
      if (counted <= best) continue;
      if (best < required) until = Math.min(end, begin + required);
      best = counted;
    }
    // A week that falls short takes nothing from the next one.
    if (best >= least) used = Math.max(used, until);
    return { from, to, seconds: best };
  });
}

export const weeklyRest: NurseRule<"weekly-rest"> = (work, rule, { from, to, days }) => {
  const first = addDays(from, 1 - weekday(from) - 7);
  const mondays: string[] = [];
  // One week more at both ends: for rests over the turn of the week, and for averages.
  for (let monday = first; monday <= addDays(to, 7); monday = addDays(monday, 7)) mondays.push(monday);
  const required = rule.hours * HOUR;
  const weeks = weeklyRests(work, required, (rule.leastHours ?? rule.hours) * HOUR, mondays, (date) =>
    days.startOf(date),
  );
  return weeks.flatMap((week, index): Found[] => {
    if (week.seconds >= required) return [];
    const neighbours = [weeks[index - 1], weeks[index + 1]].filter((one) => one !== undefined);
    const averaged =
      rule.leastHours !== undefined &&
      week.seconds >= rule.leastHours * HOUR &&
      neighbours.some((one) => one.seconds + week.seconds >= 2 * required);
    if (averaged) return [];
    return [
      {
        duties: work.duties.filter((duty) => duty.from < week.to && duty.to > week.from),
        from: week.from,
        to: week.to,
        figures: { hours: inHours(week.seconds), requiredHours: rule.hours },
      },
    ];
  });
};
