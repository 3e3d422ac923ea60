/** One sentence for each thing that studies tell, in the languages of the screens. */
import type { Language } from "../../checker/index.js";
import { type Facts, sentence } from "../explain/sentence.js";

export const STUDY_WORDS = {
  "bound-best": {
    fi: "Parempaa suunnitelmaa ei ole.",
    sv: "Det finns ingen bättre plan.",
    en: "There is no better plan.",
  },
  "bound-rest": {
    fi: "Kun vähintään {unserved} käyntiä jää tekemättä, muu osa voi parantua enintään {restPercent}.",
    sv: "När minst {unserved} besök blir ogjorda kan resten bli högst {restPercent} bättre.",
    en: "With at least {unserved} visits unserved, at most {restPercent} better is possible in the rest.",
  },
  "bound-rest-one": {
    fi: "Kun vähintään yksi käynti jää tekemättä, muu osa voi parantua enintään {restPercent}.",
    sv: "När minst ett besök blir ogjort kan resten bli högst {restPercent} bättre.",
    en: "With at least one visit unserved, at most {restPercent} better is possible in the rest.",
  },
  "bound-rest-proven": {
    fi: "Mikään yhtä hyvä suunnitelma ei tee useampia käyntejä, ja muu osa voi parantua enintään {restPercent}.",
    sv: "Ingen lika bra plan gör fler besök, och resten kan bli högst {restPercent} bättre.",
    en: "No plan as good serves more visits, and at most {restPercent} better is possible in the rest.",
  },
  "bound-all-served": {
    fi: "Suunnitelma voi parantua enintään {restPercent}.",
    sv: "Planen kan bli högst {restPercent} bättre.",
    en: "At most {restPercent} better is possible.",
  },
  "bound-alone": {
    fi: "Jokainen sääntöjen mukainen suunnitelma maksaa vähintään {points} pistettä.",
    sv: "Varje plan som följer reglerna kostar minst {points} poäng.",
    en: "Every plan that keeps the rules costs at least {points} points.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type StudyCode = keyof typeof STUDY_WORDS;

export interface StudySaid {
  readonly code: StudyCode;
  readonly values: Facts;
  readonly text: string;
}

export function studySaid(code: StudyCode, values: Facts, language: Language): StudySaid {
  return { code, values, text: sentence(STUDY_WORDS[code][language], values, language) };
}
