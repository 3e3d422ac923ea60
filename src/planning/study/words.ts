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
    fi: "Keskimäärin {lateVisits} {lateVisits|käynti|käyntiä} päivässä alkaa aikaikkunansa jälkeen; {nonePercent}:ssa päivistä ei myöhästy yksikään.",
    sv: "I medeltal börjar {lateVisits} besök om dagen efter sitt tidsfönster; på {nonePercent} av dagarna inget.",
    en: "On average {lateVisits} {lateVisits|visit starts|visits start} too late for {lateVisits|its|their} window on a day; on {nonePercent} of days none does.",
  },
  "risk-late": {
    fi: "Käynti {visitId} alkaa aikaikkunansa jälkeen {latePercent}:ssa päivistä.",
    sv: "Besöket {visitId} börjar efter sitt tidsfönster på {latePercent} av dagarna.",
    en: "Visit {visitId} starts after its window on {latePercent} of days.",
  },
  "risk-overtime": {
    fi: "Hoitaja {nurseId} tekee ylityötä {overtimePercent}:ssa päivistä.",
    sv: "Vårdaren {nurseId} arbetar över på {overtimePercent} av dagarna.",
    en: "Nurse {nurseId} works overtime on {overtimePercent} of days.",
  },
  "cascade-visit": {
    fi: "Kun käynti {visitId} venyy, myöhästyy siitä keskimäärin {lateVisits} {lateVisits|käynti|käyntiä} päivässä.",
    sv: "När besöket {visitId} drar ut på tiden försenas i medeltal {lateVisits} besök om dagen.",
    en: "When visit {visitId} takes long, {lateVisits} {lateVisits|visit|visits} a day {lateVisits|is|are} late because of it, on average.",
  },
  "cascade-way": {
    fi: "Kun matka käynnille {visitId} venyy, myöhästyy siitä keskimäärin {lateVisits} {lateVisits|käynti|käyntiä} päivässä.",
    sv: "När vägen till besöket {visitId} drar ut på tiden försenas i medeltal {lateVisits} besök om dagen.",
    en: "When the way to visit {visitId} takes long, {lateVisits} {lateVisits|visit|visits} a day {lateVisits|is|are} late because of it, on average.",
  },
  "spread-assumed": {
    fi: "Käyntien kestojen vaihtelu on oletettu, ei mitattu.",
    sv: "Hur besökens längd varierar är antaget, inte mätt.",
    en: "How the lengths of visits vary is assumed, not measured.",
  },
  "spread-given": {
    fi: "Käyntien kestojen vaihtelu on annettu.",
    sv: "Hur besökens längd varierar är angivet.",
    en: "How the lengths of visits vary was given.",
  },
  "spread-learned": {
    fi: "Käyntien kestojen vaihtelu on opittu {visits} toteutuneesta käynnistä.",
    sv: "Hur besökens längd varierar är lärt av {visits} genomförda besök.",
    en: "How the lengths of visits vary is learned from {visits} visits as they were made.",
  },
  "safety-price": {
    fi: "Suunnitelma, jossa ajat riittävät {casesPercent}:ssa tapauksista, muuttaa hintaa {net} pistettä; myöhästyviä käyntejä on päivässä {late} → {lateAfter}.",
    sv: "En plan vars tider räcker i {casesPercent} av fallen ändrar kostnaden {net} poäng; försenade besök om dagen {late} → {lateAfter}.",
    en: "A plan whose times are enough in {casesPercent} of cases changes the cost by {net} points; late visits a day {late} → {lateAfter}.",
  },
  "safety-none": {
    fi: "Suunnitelmaa, jossa ajat riittävät {casesPercent}:ssa tapauksista, ei löytynyt.",
    sv: "Ingen plan hittades vars tider räcker i {casesPercent} av fallen.",
    en: "No plan was found whose times are enough in {casesPercent} of cases.",
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
    fi: "Toiveen painotus: {wish}.",
    sv: "Önskemålets vikt: {wish}.",
    en: "The weight of a wish: {wish}.",
  },
  "price-measured": {
    fi: "Ilman sitä päivä maksaisi {points} pistettä vähemmän ja matka-aika muuttuisi {travelNet} min (mitattu).",
    sv: "Utan det skulle dagen kosta {points} poäng mindre och restiden ändras {travelNet} min (mätt).",
    en: "Without it the day would cost {points} points less, and travel time would change by {travelNet} min (measured).",
  },
  "price-estimate": {
    fi: "Ilman sitä päivä maksaisi ainakin {points} pistettä vähemmän (arvio).",
    sv: "Utan det skulle dagen kosta minst {points} poäng mindre (uppskattning).",
    en: "Without it the day would cost at least {points} points less (estimate).",
  },
  "promise-limit-changedClients": {
    fi: "Raja sille, kuinka moni asiakas saa toisen hoitajan kuin julkaistiin.",
    sv: "Gränsen för hur många klienter som får en annan vårdare än publicerats.",
    en: "The limit on how many clients get another nurse than published.",
  },
  "promise-limit-movedStartMinutes": {
    fi: "Raja sille, kuinka paljon julkaistut alut siirtyvät.",
    sv: "Gränsen för hur mycket publicerade starter flyttas.",
    en: "The limit on how far published starts move.",
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
