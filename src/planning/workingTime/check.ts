/** Judges a roster by a rule set. Pure: the same roster and rules give the same findings. */
import type { RuleSet, WorkingTimeRule, WorkingTimeRules } from "../../contracts/index.js";
import { groupBy } from "../../domain/groups.js";
import { localDays } from "../../domain/localDays.js";
import { breakPlace, longShiftRest, mealBreak } from "./breaks.js";
import { type Duty, type Person, stretchesOf, workedSeconds } from "./duties.js";
import type { Finding, Found, Judging, NurseRule, NurseWork } from "./finding.js";
import { averageHours, dailyHours, daysOff, periodHours, rotaNotice, weeklyHours } from "./hours.js";
import { professionalOnShift } from "./professional.js";
import { dailyRest, restCompensation, weeklyRest } from "./rest.js";

export interface JudgedRoster {
  readonly timeZone: string;
  /** Dates judged, both included. Duties before and after count where a rule looks so far. */
  readonly from: string;
  readonly to: string;
  readonly duties: readonly Duty[];
  /** Those not named: period work, no consent, no skills. */
  readonly persons: ReadonlyMap<string, Person>;
}

export interface NurseHours {
  readonly nurseId: string;
  /** Of the duties that are judged, without unpaid breaks. */
  readonly minutes: number;
  readonly shifts: number;
}

export interface WorkingTimeVerdict {
  /** By start, then rule. */
  readonly findings: readonly Finding[];
  readonly hours: readonly NurseHours[];
}

type NurseRules = { readonly [R in Exclude<WorkingTimeRule, "professional-on-shift">]: NurseRule<R> };
const NURSE_RULES: NurseRules = {
  "daily-rest": dailyRest,
  "rest-compensation": restCompensation,
  "weekly-rest": weeklyRest,
  "meal-break": mealBreak,
  "break-place": breakPlace,
  "long-shift-rest": longShiftRest,
  "daily-hours": dailyHours,
  "weekly-hours": weeklyHours,
  "period-hours": periodHours,
  "average-hours": averageHours,
  "days-off": daysOff,
  "rota-notice": rotaNotice,
};

function applied<R extends keyof NurseRules>(name: R, work: NurseWork, judging: Judging): Found[] {
  const figures = judging.rules[name];
  return figures === undefined
    ? []
    : NURSE_RULES[name](work, figures as NonNullable<WorkingTimeRules[R]>, judging);
}

export function checkWorkingTime(ruleSet: RuleSet, roster: JudgedRoster): WorkingTimeVerdict {
  const { rules } = ruleSet;
  const judging: Judging = {
    days: localDays(roster.timeZone),
    from: roster.from,
    to: roster.to,
    unpaidFromMinutes: ruleSet.unpaidFromMinutes,
    rules,
  };
  const personOf = (id: string): Person =>
    roster.persons.get(id) ?? { id, form: "period", shortenedRest: false, skills: [] };
  const findings: Finding[] = [];
  const take = (name: WorkingTimeRule, found: readonly Found[]): void => {
    const { clause, severity } = rules[name]!;
    for (const { duties, from, to, figures } of found) {
      // So also where there are none.
      if (duties.every(({ context }) => context)) continue;
      findings.push({
        rule: name,
        clause,
        severity,
        nurseIds: [...new Set(duties.map(({ nurseId }) => nurseId))],
        shiftIds: [...new Set(duties.map(({ id }) => id))],
        from,
        to,
        figures,
      });
    }
  };
  const byNurse = groupBy(roster.duties, ({ nurseId }) => nurseId);
  const hours: NurseHours[] = [];
  for (const [nurseId, unsorted] of byNurse) {
    const duties = unsorted.toSorted((a, b) => a.from - b.from);
    const work: NurseWork = { person: personOf(nurseId), duties, stretches: stretchesOf(duties) };
    for (const name of Object.keys(NURSE_RULES) as (keyof NurseRules)[]) {
      const found = applied(name, work, judging);
      if (found.length > 0) take(name, found);
    }
    const judged = duties.filter(({ context }) => !context);
    const minutes = Math.round(workedSeconds(judged, ruleSet.unpaidFromMinutes) / 60);
    if (judged.length > 0) hours.push({ nurseId, minutes, shifts: judged.length });
  }
  const professional = rules["professional-on-shift"];
  if (professional !== undefined) {
    take("professional-on-shift", professionalOnShift(roster.duties, personOf, professional));
  }
  return {
    findings: findings.toSorted(
      (a, b) => a.from - b.from || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    ),
    hours: hours.toSorted((a, b) => (a.nurseId < b.nurseId ? -1 : 1)),
  };
}
