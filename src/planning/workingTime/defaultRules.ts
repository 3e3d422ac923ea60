/**
 * The rule set that holds until the employer sets another: figures of public guidance in Finland,
 * each with where it was read. They are data to be confirmed, not legal advice; those that were
 * read only second-hand are notices.
 */
import type { RuleSet } from "../../contracts/index.js";

export const DEFAULT_RULE_SET_ID = "law";

export const DEFAULT_RULE_SET: RuleSet = {
  name: {
    fi: "Työaikalaki ja sote-sopimus, yleinen tulkinta",
    sv: "Arbetstidslagen och social- och hälsovårdsavtalet, allmän tolkning",
    en: "Working Hours Act and the care agreement, as commonly read",
  },
  validFrom: "2020-01-01",
  source: "Public guidance of ministry, labour inspectorate and unions; the employer confirms the figures",
  unpaidFromMinutes: 30,
  rules: {
    "daily-rest": {
      clause: "Working Hours Act: daily rest; period work: local agreement and consent",
      severity: "violation",
      hours: 11,
      withinHours: 24,
      shortenedHours: 9,
    },
    "rest-compensation": {
      clause: "Shortened rest: made up for with a later daily rest, in one piece",
      severity: "violation",
      days: 14,
    },
    "weekly-rest": {
      clause: "Working Hours Act: weekly rest, 35 h, or on average over 14 days with 24 h in each week",
      severity: "violation",
      hours: 35,
      leastHours: 24,
    },
    "meal-break": {
      clause: "Working Hours Act: daily breaks; at least 30 min by agreement",
      severity: "violation",
      overHours: 6,
      minutes: 30,
    },
    "break-place": {
      clause: "A meal break is not at the start or the end of the shift",
      severity: "violation",
      apartMinutes: 1,
    },
    "long-shift-rest": {
      clause: "Shift of more than 10 h: a further rest after 8 h",
      severity: "notice",
      overHours: 10,
      afterHours: 8,
      minutes: 10,
    },
    "daily-hours": { clause: "General working time: 8 h a day", severity: "notice", hours: 8 },
    "weekly-hours": { clause: "General working time: 40 h a week", severity: "notice", hours: 40 },
    "period-hours": {
      clause: "Care agreement: full three-week period of 114 h 45 min; beyond it overtime",
      severity: "notice",
      weeks: 3,
      minutes: 6885,
      start: "2026-01-05",
    },
    "average-hours": {
      clause: "Working Hours Act: at most 48 h a week on average, overtime included",
      severity: "violation",
      hours: 48,
      weeks: 17,
    },
    "days-off": {
      clause: "Agreement: two days off a week, two in a row in three weeks",
      severity: "notice",
      perWeek: 2,
      consecutive: 2,
      weeks: 3,
    },
    "rota-notice": {
      clause: "The rota is known a week ahead; later changes by consent or for a weighty reason",
      severity: "notice",
      days: 7,
    },
  },
};
