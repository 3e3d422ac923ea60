/** Values for each code of bounds, risks and prices, and the whole sentence that they make. */
import type { StudyCode } from "../../../src/planning/study/index.js";
import type { Sentences } from "./sentences.js";

export const STUDY_SENTENCES: Sentences<StudyCode> = {
  "bound-best": [
    {},
    "Parempaa suunnitelmaa ei ole.",
    "Det finns ingen bättre plan.",
    "There is no better plan.",
  ],
  "bound-rest": [
    { unserved: 4, restPercent: 3.44 },
    "Kun vähintään 4 käyntiä jää tekemättä, muu osa voi parantua enintään 3,4 %.",
    "När minst 4 besök blir ogjorda kan resten bli högst 3,4 % bättre.",
    "With at least 4 visits unserved, at most 3.4 % better is possible in the rest.",
  ],
  "bound-rest-one": [
    { restPercent: 3.44 },
    "Kun vähintään yksi käynti jää tekemättä, muu osa voi parantua enintään 3,4 %.",
    "När minst ett besök blir ogjort kan resten bli högst 3,4 % bättre.",
    "With at least one visit unserved, at most 3.4 % better is possible in the rest.",
  ],
  "bound-rest-proven": [
    { restPercent: 12 },
    "Mikään yhtä hyvä suunnitelma ei tee useampia käyntejä, ja muu osa voi parantua enintään 12,0 %.",
    "Ingen lika bra plan gör fler besök, och resten kan bli högst 12,0 % bättre.",
    "No plan as good serves more visits, and at most 12.0 % better is possible in the rest.",
  ],
  "bound-all-served": [
    { restPercent: 0.5 },
    "Suunnitelma voi parantua enintään 0,5 %.",
    "Planen kan bli högst 0,5 % bättre.",
    "At most 0.5 % better is possible.",
  ],
  "bound-alone": [
    { points: 54321 },
    "Jokainen sääntöjen mukainen suunnitelma maksaa vähintään 54 321 pistettä.",
    "Varje plan som följer reglerna kostar minst 54 321 poäng.",
    "Every plan that keeps the rules costs at least 54,321 points.",
  ],
  "risk-day": [
    { lateVisits: 2.3, nonePercent: 12 },
    "Keskimäärin 2,3 käyntiä päivässä alkaa aikaikkunansa jälkeen; 12,0 %:ssa päivistä ei myöhästy yksikään.",
    "I medeltal börjar 2,3 besök om dagen efter sitt tidsfönster; på 12,0 % av dagarna inget.",
    "On average 2.3 visits start too late for their window on a day; on 12.0 % of days none does.",
  ],
  "risk-late": [
    { visitId: "v1", latePercent: 20.5 },
    "Käynti v1 alkaa aikaikkunansa jälkeen 20,5 %:ssa päivistä.",
    "Besöket v1 börjar efter sitt tidsfönster på 20,5 % av dagarna.",
    "Visit v1 starts after its window on 20.5 % of days.",
  ],
  "risk-overtime": [
    { nurseId: "n1", overtimePercent: 3 },
    "Hoitaja n1 tekee ylityötä 3,0 %:ssa päivistä.",
    "Vårdaren n1 arbetar över på 3,0 % av dagarna.",
    "Nurse n1 works overtime on 3.0 % of days.",
  ],
  "cascade-visit": [
    { visitId: "v1", lateVisits: 0.25 },
    "Kun käynti v1 venyy, myöhästyy siitä keskimäärin 0,25 käyntiä päivässä.",
    "När besöket v1 drar ut på tiden försenas i medeltal 0,25 besök om dagen.",
    "When visit v1 takes long, 0.25 visits a day are late because of it, on average.",
  ],
  "cascade-way": [
    { visitId: "v1", lateVisits: 1 },
    "Kun matka käynnille v1 venyy, myöhästyy siitä keskimäärin 1 käynti päivässä.",
    "När vägen till besöket v1 drar ut på tiden försenas i medeltal 1 besök om dagen.",
    "When the way to visit v1 takes long, 1 visit a day is late because of it, on average.",
  ],
  "spread-assumed": [
    { visits: 0 },
    "Käyntien kestojen vaihtelu on oletettu, ei mitattu.",
    "Hur besökens längd varierar är antaget, inte mätt.",
    "How the lengths of visits vary is assumed, not measured.",
  ],
  "spread-given": [
    { visits: 0 },
    "Käyntien kestojen vaihtelu on annettu.",
    "Hur besökens längd varierar är angivet.",
    "How the lengths of visits vary was given.",
  ],
  "spread-learned": [
    { visits: 15 },
    "Käyntien kestojen vaihtelu on opittu 15 toteutuneesta käynnistä.",
    "Hur besökens längd varierar är lärt av 15 genomförda besök.",
    "How the lengths of visits vary is learned from 15 visits as they were made.",
  ],
  "safety-price": [
    { casesPercent: 90, net: 12345, late: 2.3, lateAfter: 0.4 },
    "Suunnitelma, jossa ajat riittävät 90,0 %:ssa tapauksista, muuttaa hintaa +12 345 pistettä; myöhästyviä käyntejä on päivässä 2,3 → 0,4.",
    "En plan vars tider räcker i 90,0 % av fallen ändrar kostnaden +12 345 poäng; försenade besök om dagen 2,3 → 0,4.",
    "A plan whose times are enough in 90.0 % of cases changes the cost by +12,345 points; late visits a day 2.3 → 0.4.",
  ],
  "safety-none": [
    { casesPercent: 95 },
    "Suunnitelmaa, jossa ajat riittävät 95,0 %:ssa tapauksista, ei löytynyt.",
    "Ingen plan hittades vars tider räcker i 95,0 % av fallen.",
    "No plan was found whose times are enough in 95.0 % of cases.",
  ],
  "promise-window": [
    { visitId: "v1" },
    "Käynnin v1 aikaikkuna.",
    "Tidsfönstret för besöket v1.",
    "The window of visit v1.",
  ],
  "promise-pin": [
    { visitId: "v1" },
    "Käynnin v1 kiinnitys.",
    "Fastsättningen av besöket v1.",
    "The pin of visit v1.",
  ],
  "promise-familiar": [
    { clientId: "c1" },
    "Asiakkaan c1 tutut hoitajat.",
    "De bekanta vårdarna för klienten c1.",
    "The familiar nurses of client c1.",
  ],
  "promise-ban": [
    { clientId: "c1" },
    "Hoitajat, joita asiakas c1 ei huoli.",
    "Vårdarna som klienten c1 avböjer.",
    "The nurses whom client c1 refuses.",
  ],
  "promise-skill": [
    { visitTypeId: "demanding" },
    "Käyntityypin demanding vaatima osaaminen.",
    "Kompetensen som besökstypen demanding kräver.",
    "The skills that visit type demanding asks for.",
  ],
  "promise-break": [
    { shiftId: "s1", breakId: "b1" },
    "Vuoron s1 tauko b1.",
    "Pausen b1 på arbetspasset s1.",
    "Break b1 of shift s1.",
  ],
  "promise-weight": [
    { weight: "late", wish: "starts after the preferred time" },
    "Toiveen painotus: starts after the preferred time.",
    "Önskemålets vikt: starts after the preferred time.",
    "The weight of a wish: starts after the preferred time.",
  ],
  "price-measured": [
    { points: 12345, travelNet: -7 },
    "Ilman sitä päivä maksaisi 12 345 pistettä vähemmän ja matka-aika muuttuisi −7 min (mitattu).",
    "Utan det skulle dagen kosta 12 345 poäng mindre och restiden ändras −7 min (mätt).",
    "Without it the day would cost 12,345 points less, and travel time would change by −7 min (measured).",
  ],
  "price-estimate": [
    { points: 640 },
    "Ilman sitä päivä maksaisi ainakin 640 pistettä vähemmän (arvio).",
    "Utan det skulle dagen kosta minst 640 poäng mindre (uppskattning).",
    "Without it the day would cost at least 640 points less (estimate).",
  ],
  "promise-limit-changedClients": [
    {},
    "Raja sille, kuinka moni asiakas saa toisen hoitajan kuin julkaistiin.",
    "Gränsen för hur många klienter som får en annan vårdare än publicerats.",
    "The limit on how many clients get another nurse than published.",
  ],
  "promise-limit-movedStartMinutes": [
    {},
    "Raja sille, kuinka paljon julkaistut alut siirtyvät.",
    "Gränsen för hur mycket publicerade starter flyttas.",
    "The limit on how far published starts move.",
  ],
};
