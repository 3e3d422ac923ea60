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
  "risk-day": {
    fi: "Aikaikkunansa jälkeen alkaa päivässä keskimäärin {lateVisits} käyntiä; yksikään ei myöhästy {nonePercent} päivistä.",
    sv: "Besök som börjar efter sitt tidsfönster på en dag i medeltal: {lateVisits}; inget försenas på {nonePercent} av dagarna.",
    en: "Visits that start after their window on a day, on average: {lateVisits}; none does on {nonePercent} of days.",
  },
  "risk-late": {
    fi: "Käynti {visitId} alkaa aikaikkunansa jälkeen {latePercent} päivistä.",
    sv: "Besöket {visitId} börjar efter sitt tidsfönster på {latePercent} av dagarna.",
    en: "Visit {visitId} starts after its window on {latePercent} of days.",
  },
  "risk-overtime": {
    fi: "Hoitaja {nurseId} tekee ylityötä {overtimePercent} päivistä.",
    sv: "Vårdaren {nurseId} arbetar över på {overtimePercent} av dagarna.",
    en: "Nurse {nurseId} works overtime on {overtimePercent} of days.",
  },
  "cascade-visit": {
    fi: "Kun käynti {visitId} venyy, siitä myöhästyy käyntejä päivässä keskimäärin {lateVisits}.",
    sv: "När besöket {visitId} drar ut på tiden försenar det besök per dag i medeltal: {lateVisits}.",
    en: "When visit {visitId} takes long, it makes visits late, a day on average: {lateVisits}.",
  },
  "cascade-way": {
    fi: "Kun matka käynnille {visitId} venyy, siitä myöhästyy käyntejä päivässä keskimäärin {lateVisits}.",
    sv: "När vägen till besöket {visitId} drar ut på tiden försenar det besök per dag i medeltal: {lateVisits}.",
    en: "When the way to visit {visitId} takes long, it makes visits late, a day on average: {lateVisits}.",
  },
  "promise-window": {
    fi: "Käynnin {visitId} aikaikkuna.",
    sv: "Tidsfönstret för besöket {visitId}.",
    en: "The window of visit {visitId}.",
  },
  "promise-pin": {
    fi: "Käynnin {visitId} kiinnitys.",
    sv: "Fastsättningen av besöket {visitId}.",
    en: "The pin of visit {visitId}.",
  },
  "promise-familiar": {
    fi: "Asiakkaan {clientId} tutut hoitajat.",
    sv: "De bekanta vårdarna för klienten {clientId}.",
    en: "The familiar nurses of client {clientId}.",
  },
  "promise-ban": {
    fi: "Hoitajat, joita asiakas {clientId} ei huoli.",
    sv: "Vårdarna som klienten {clientId} avböjer.",
    en: "The nurses whom client {clientId} refuses.",
  },
  "promise-skill": {
    fi: "Käyntityypin {visitTypeId} vaatima osaaminen.",
    sv: "Kompetensen som besökstypen {visitTypeId} kräver.",
    en: "The skills that visit type {visitTypeId} asks for.",
  },
  "promise-break": {
    fi: "Vuoron {shiftId} tauko {breakId}.",
    sv: "Pausen {breakId} på arbetspasset {shiftId}.",
    en: "Break {breakId} of shift {shiftId}.",
  },
  "promise-weight": {
    fi: "Painotus {weight}.",
    sv: "Vikten {weight}.",
    en: "The weight {weight}.",
  },
  "promise-limit": {
    fi: "Raja {limit}.",
    sv: "Gränsen {limit}.",
    en: "The limit {limit}.",
  },
  "price-measured": {
    fi: "Hinta {points} pistettä, matka-aikaa siitä {minutes} min (mitattu).",
    sv: "Priset är {points} poäng, varav restid {minutes} min (mätt).",
    en: "It costs {points} points, travel time {minutes} min (measured).",
  },
  "price-estimate": {
    fi: "Hinta vähintään {points} pistettä (arvio).",
    sv: "Priset är minst {points} poäng (uppskattat).",
    en: "It costs at least {points} points (estimate).",
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
