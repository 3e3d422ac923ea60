/** Hours worked by day, week, period and on average; days off; notice. A shift belongs to the date on which it starts. */
import { addDays, datesBetween, daysBetween, mondayOf } from "../../domain/dates.js";
import { groupBy } from "../../domain/groups.js";
import { type Duty, HOUR, workedSeconds } from "./duties.js";
import { type Found, inHours, type Judging, type NurseRule } from "./finding.js";

const DAY_SECONDS = 24 * HOUR;

/** Duties that start on the dates, both included. */
function startingIn(duties: readonly Duty[], from: string, to: string, { days }: Judging): Duty[] {
  const [begin, end] = [days.startOf(from), days.startOf(addDays(to, 1))];
  return duties.filter((duty) => duty.from >= begin && duty.from < end);
}

/** A sum of work over dates that is more than may be. */
function tooMuch(
  duties: readonly Duty[],
  span: { readonly from: string; readonly to: string },
  most: number,
  judging: Judging,
): Found[] {
  const own = startingIn(duties, span.from, span.to, judging);
  const seconds = workedSeconds(own, judging.unpaidFromMinutes);
  if (seconds <= most) return [];
  return [
    {
      duties: own,
      from: judging.days.startOf(span.from),
      to: judging.days.startOf(addDays(span.to, 1)),
      figures: {
        hours: inHours(seconds),
        mostHours: inHours(most),
        overtimeMinutes: Math.floor((seconds - most) / 60),
      },
    },
  ];
}

function weeksOf({ from, to }: Judging): string[] {
  const count = Math.floor(daysBetween(mondayOf(from), to) / 7) + 1;
  return Array.from({ length: count }, (_, index) => addDays(mondayOf(from), 7 * index));
}

export const dailyHours: NurseRule<"daily-hours"> = ({ person, duties }, rule, judging) =>
  person.form === "general"
    ? datesBetween(judging.from, judging.to).flatMap((date) =>
        tooMuch(duties, { from: date, to: date }, rule.hours * HOUR, judging),
      )
    : [];

export const weeklyHours: NurseRule<"weekly-hours"> = ({ person, duties }, rule, judging) =>
  person.form === "general"
    ? weeksOf(judging).flatMap((from) =>
        tooMuch(duties, { from, to: addDays(from, 6) }, rule.hours * HOUR, judging),
      )
    : [];

export const periodHours: NurseRule<"period-hours"> = ({ person, duties }, rule, judging) => {
  if (person.form !== "period") return [];
  const length = 7 * rule.weeks;
  const first = Math.floor(daysBetween(rule.start, judging.from) / length);
  const last = Math.floor(daysBetween(rule.start, judging.to) / length);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    addDays(rule.start, (first + index) * length),
  ).flatMap((from) => tooMuch(duties, { from, to: addDays(from, length - 1) }, 60 * rule.minutes, judging));
};

/** The weeks that end with that of the last date. What is not known counts as no work. */
export const averageHours: NurseRule<"average-hours"> = ({ duties }, rule, judging) => {
  const sunday = addDays(mondayOf(judging.to), 6);
  const from = addDays(sunday, 1 - 7 * rule.weeks);
  return tooMuch(duties, { from, to: sunday }, rule.weeks * rule.hours * HOUR, judging).map((found) => ({
    ...found,
    figures: {
      hours: Math.floor((found.figures["hours"]! / rule.weeks) * 100) / 100,
      mostHours: rule.hours,
      weeks: rule.weeks,
    },
  }));
};

/** A day off is a date without a minute of work, also of a night shift that began the day before. */
export const daysOff: NurseRule<"days-off"> = ({ duties }, rule, judging) => {
  const { days } = judging;
  const worked = new Set(
    duties.flatMap(({ from, to }) => datesBetween(days.dateOf(from), days.dateOf(to - 1))),
  );
  const out: Found[] = [];
  const tell = (from: string, length: number, figures: Found["figures"]): void => {
    const [begin, end] = [days.startOf(from), days.startOf(addDays(from, length))];
    out.push({
      duties: duties.filter((duty) => duty.from < end && duty.to > begin),
      from: begin,
      to: end,
      figures,
    });
  };
  const weeks = weeksOf(judging);
  for (const monday of weeks) {
    const free = datesBetween(monday, addDays(monday, 6)).filter((date) => !worked.has(date)).length;
    if (free < rule.perWeek) tell(monday, 7, { daysOff: free, requiredDays: rule.perWeek });
  }
  const length = 7 * rule.weeks;
  for (let at = 0; at < weeks.length; at += rule.weeks) {
    const from = weeks[at]!;
    let run = 0;
    let longest = 0;
    for (const date of datesBetween(from, addDays(from, length - 1))) {
      run = worked.has(date) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    if (longest < rule.consecutive) {
      tell(from, length, { consecutiveDaysOff: longest, requiredDays: rule.consecutive, weeks: rule.weeks });
    }
  }
  return out;
};

export const rotaNotice: NurseRule<"rota-notice"> = ({ duties }, rule) =>
  [...groupBy(duties, ({ id }) => id).values()].flatMap(([duty]): Found[] => {
    const { knownSince, consent, from, to } = duty!;
    if (knownSince === null || consent || from - knownSince >= rule.days * DAY_SECONDS) return [];
    return [
      {
        duties: [duty!],
        from,
        to,
        figures: { days: Math.floor((from - knownSince) / 864) / 100, requiredDays: rule.days },
      },
    ];
  });
