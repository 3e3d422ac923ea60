/** Findings in words. Ids and figures only, so that nothing personal is said. */
import type { WorkingTimeRule } from "../../contracts/index.js";
import type { Finding } from "./finding.js";

export const WORD_LANGUAGES = ["fi", "sv", "en"] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

const WORDS: Readonly<Record<WorkingTimeRule, Readonly<Record<WordLanguage, string>>>> = {
  "daily-rest": {
    fi: "Vuorokausilepo on {hours} h, vaatimus {requiredHours} h ({withinHours} tunnin kuluessa vuoron alusta).",
    sv: "Dygnsvilan är {hours} h, kravet är {requiredHours} h (inom {withinHours} timmar från passets början).",
    en: "Daily rest is {hours} h, required are {requiredHours} h (within {withinHours} hours of the shift's start).",
  },
  "rest-compensation": {
    fi: "Lyhennettyä lepoa ({missingHours} h puuttuu) ei korvata {requiredHours} tunnin levolla {days} vuorokaudessa.",
    sv: "Den förkortade vilan ({missingHours} h fattas) ersätts inte med en vila på {requiredHours} h inom {days} dygn.",
    en: "A shortened rest ({missingHours} h missing) is not made up for by a rest of {requiredHours} h within {days} days.",
  },
  "weekly-rest": {
    fi: "Viikkolepo on {hours} h, vaatimus {requiredHours} h.",
    sv: "Veckovilan är {hours} h, kravet är {requiredHours} h.",
    en: "Weekly rest is {hours} h, required are {requiredHours} h.",
  },
  "meal-break": {
    fi: "{shiftHours} tunnin vuorossa pisin tauko on {minutes} min, vaatimus {requiredMinutes} min.",
    sv: "I ett pass på {shiftHours} h är längsta rasten {minutes} min, kravet är {requiredMinutes} min.",
    en: "In a shift of {shiftHours} h the longest break is {minutes} min, required are {requiredMinutes} min.",
  },
  "break-place": {
    fi: "Ruokatauko on vuoron alussa tai lopussa ({afterStartMinutes} min alusta, {beforeEndMinutes} min ennen loppua).",
    sv: "Måltidsrasten ligger i passets början eller slut ({afterStartMinutes} min från början, {beforeEndMinutes} min före slutet).",
    en: "The meal break lies at an end of the shift ({afterStartMinutes} min after its start, {beforeEndMinutes} min before its end).",
  },
  "long-shift-rest": {
    fi: "{shiftHours} tunnin vuorosta puuttuu lepotauko {afterHours} tunnin jälkeen ({minutes} min, vaatimus {requiredMinutes} min).",
    sv: "I ett pass på {shiftHours} h fattas en vilopaus efter {afterHours} h ({minutes} min, kravet är {requiredMinutes} min).",
    en: "A shift of {shiftHours} h lacks a rest after {afterHours} h ({minutes} min, required are {requiredMinutes} min).",
  },
  "daily-hours": {
    fi: "Työaikaa päivässä {hours} h, raja {mostHours} h: ylityötä {overtimeMinutes} min.",
    sv: "Arbetstid på dagen {hours} h, gräns {mostHours} h: övertid {overtimeMinutes} min.",
    en: "Work in a day is {hours} h, the limit {mostHours} h: overtime {overtimeMinutes} min.",
  },
  "weekly-hours": {
    fi: "Työaikaa viikossa {hours} h, raja {mostHours} h: ylityötä {overtimeMinutes} min.",
    sv: "Arbetstid i veckan {hours} h, gräns {mostHours} h: övertid {overtimeMinutes} min.",
    en: "Work in a week is {hours} h, the limit {mostHours} h: overtime {overtimeMinutes} min.",
  },
  "period-hours": {
    fi: "Työaikaa jaksossa {hours} h, raja {mostHours} h: ylityötä {overtimeMinutes} min.",
    sv: "Arbetstid i perioden {hours} h, gräns {mostHours} h: övertid {overtimeMinutes} min.",
    en: "Work in the period is {hours} h, the limit {mostHours} h: overtime {overtimeMinutes} min.",
  },
  "average-hours": {
    fi: "Työaikaa keskimäärin {hours} h viikossa ({weeks} viikkoa), enintään {mostHours} h.",
    sv: "Arbetstid i medeltal {hours} h i veckan ({weeks} veckor), högst {mostHours} h.",
    en: "Work is {hours} h a week on average ({weeks} weeks), at most {mostHours} h.",
  },
  "days-off": {
    fi: "Vapaapäiviä liian vähän: viikossa {daysOff}, peräkkäin {consecutiveDaysOff}, vaatimus {requiredDays}.",
    sv: "För få lediga dagar: i veckan {daysOff}, i följd {consecutiveDaysOff}, kravet är {requiredDays}.",
    en: "Too few days off: in the week {daysOff}, in a row {consecutiveDaysOff}, required are {requiredDays}.",
  },
  "rota-notice": {
    fi: "Vuorosta on kerrottu {days} vrk ennen sen alkua, vaatimus {requiredDays} vrk.",
    sv: "Passet har meddelats {days} dygn före sin början, kravet är {requiredDays} dygn.",
    en: "The shift was told {days} days before it starts, required are {requiredDays} days.",
  },
  "professional-on-shift": {
    fi: "{minutes} minuuttia ilman vastuullista ammattihenkilöä vuorossa.",
    sv: "{minutes} minuter utan ansvarig yrkesperson i tjänst.",
    en: "{minutes} minutes without a responsible professional at work.",
  },
};

/** A figure that the finding does not have reads as a dash. */
export function sayFinding({ rule, figures }: Finding): Record<WordLanguage, string> {
  const say = (language: WordLanguage): string =>
    WORDS[rule][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = figures[name];
      if (value === undefined) return "–";
      return language === "en" ? String(value) : String(value).replace(".", ",");
    });
  return { fi: say("fi"), sv: say("sv"), en: say("en") };
}
