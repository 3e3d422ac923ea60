/**
 * Reasons, changes and differences in the languages of the screens: one sentence for each
 * code. Facts stand in braces by name; `...Id` and `...Ids` are ids, `...Seconds` and
 * `...Minutes` durations, `...At` instants, anything else counts, points or words.
 */
import type { Language } from "../../checker/index.js";
import { FACT_WORDS, PIN_WORDS } from "./factWords.js";
import { type Facts, sentence } from "./sentence.js";

export const REASONS = {
  "standing-unserved": {
    fi: "Käynti {visitId} jää tekemättä; se maksaa {points} pistettä.",
    sv: "Besöket {visitId} blir ogjort; det kostar {points} poäng.",
    en: "Visit {visitId} is left out, which costs {points} points.",
  },
  "standing-bought": {
    fi: "Käynti {visitId} ostetaan palveluntuottajalta {providerId} hintaan {points} pistettä.",
    sv: "Besöket {visitId} köps av producenten {providerId} för {points} poäng.",
    en: "Visit {visitId} is bought from provider {providerId} for {points} points.",
  },
  "standing-late": {
    fi: "Käynti {visitId} alkaa {lateSeconds} toiveajan jälkeen.",
    sv: "Besöket {visitId} börjar {lateSeconds} efter önskad tid.",
    en: "Visit {visitId} starts {lateSeconds} after its preferred time.",
  },
  impossible: {
    fi: "Hoitajia tarvitaan {crewSize}. Tyhjänäkin päivänä sen voisi tehdä {able}.",
    sv: "Vårdare som behövs: {crewSize}. Även en tom dag kunde {able} göra det.",
    en: "Nurses needed: {crewSize}. Even on an empty day {able} could make it.",
  },
  blocked: {
    fi: "Se ei mahdu kiinnitettyjen ja siihen liitettyjen käyntien rinnalle.",
    sv: "Det får inte plats bredvid fastsatta besök och besök som det är länkat till.",
    en: "It does not fit beside pinned visits and the visits it is linked to.",
  },
  displaced: {
    fi: "Se mahtuisi vain muiden käyntien tilalle.",
    sv: "Det skulle få plats endast i stället för andra besök.",
    en: "It would fit only in place of other visits.",
  },
  tied: {
    fi: "Se mahtuu, jos siihen sidottujen käyntien aikoja siirretään.",
    sv: "Det får plats om tiderna för besök som är bundna till det flyttas.",
    en: "It fits if the times of visits that are bound to it move.",
  },
  dearer: {
    fi: "Se mahtuu, mutta halvin paikka maksaa {extra} pistettä ja nykyinen ratkaisu {points}.",
    sv: "Det får plats, men den billigaste platsen kostar {extra} poäng och nuvarande lösning {points}.",
    en: "It fits, but its cheapest place costs {extra} points and the plan as it is {points}.",
  },
  better: {
    fi: "Se mahtuu, ja suunnitelma halpenisi {saves} pistettä.",
    sv: "Det får plats, och planen skulle bli {saves} poäng billigare.",
    en: "It fits, and the plan would be {saves} points cheaper.",
  },
  "bars-skill": {
    fi: "Osaaminen puuttuu, vuoroja {shifts}: {skills}.",
    sv: "Kompetens saknas, arbetspass {shifts}: {skills}.",
    en: "A skill is missing, shifts {shifts}: {skills}.",
  },
  "bars-refused": {
    fi: "Asiakkaan luo ei saa lähettää hoitajaa, vuoroja {shifts}.",
    sv: "Klienten tar inte emot vårdaren, arbetspass {shifts}.",
    en: "The client refuses the nurse, shifts {shifts}.",
  },
  "bars-pin": {
    fi: "Käynti on kiinnitetty muualle, vuoroja {shifts}.",
    sv: "Besöket är fastsatt på annat håll, arbetspass {shifts}.",
    en: "The visit is pinned elsewhere, shifts {shifts}.",
  },
  "bars-way": {
    fi: "Asiakkaan luo tai takaisin ei ole kulkuyhteyttä, vuoroja {shifts}.",
    sv: "Det finns ingen väg till klienten eller tillbaka, arbetspass {shifts}.",
    en: "There is no way to the client or back, shifts {shifts}.",
  },
  "bars-hours": {
    fi: "Työaika ja käynnin aikaikkuna eivät sovi yhteen, vuoroja {shifts}.",
    sv: "Arbetstiden och besökets tidsfönster passar inte ihop, arbetspass {shifts}.",
    en: "The hours of work do not meet the visit's window, shifts {shifts}.",
  },
  "bars-break": {
    fi: "Tauko ei mahdu käynnin rinnalle, vuoroja {shifts}.",
    sv: "Pausen får inte plats bredvid besöket, arbetspass {shifts}.",
    en: "A break leaves no room for the visit, shifts {shifts}.",
  },
  place: {
    fi: "Vuoro {shiftIds}, alku {startAt}: lisää {extra} pistettä.",
    sv: "Arbetspass {shiftIds}, start {startAt}: {extra} poäng till.",
    en: "Shift {shiftIds}, start {startAt}: {extra} points more.",
  },
  "instead-left-out": {
    fi: "Vuorolle {shiftIds}, jos {visitIds} jää pois: suunnitelman hinta muuttuu {net} pistettä.",
    sv: "På arbetspasset {shiftIds} om {visitIds} lämnas bort: planens kostnad ändras {net} poäng.",
    en: "On shift {shiftIds} if {visitIds} is left out: the plan's cost changes by {net} points.",
  },
  "instead-moved": {
    fi: "Vuorolle {shiftIds}, jos {visitIds} siirtyy vuorolle {toShiftIds}: suunnitelman hinta muuttuu {net} pistettä.",
    sv: "På arbetspasset {shiftIds} om {visitIds} flyttas till {toShiftIds}: planens kostnad ändras {net} poäng.",
    en: "On shift {shiftIds} if {visitIds} moves to {toShiftIds}: the plan's cost changes by {net} points.",
  },
  ...FACT_WORDS,
  ...PIN_WORDS,
  "explain-cut": {
    fi: "Aika loppui kesken: käyntejä selitettiin {visits}, ja niistä {untold} ilman tietoa siitä, mikä ne estää ja minkä tilalle ne mahtuisivat. Kysy niitä yksitellen.",
    sv: "Tiden tog slut: av {visits} besök förklarades {untold} utan vad som hindrar dem och i vilkas ställe de kunde komma. Fråga efter dem ett i taget.",
    en: "Time ran out: of {visits} visits {untold} are told without what keeps them out and in whose place they could come. Ask for them one at a time.",
  },
  "change-none": {
    fi: "Mitään ei tarvitse muuttaa: uusi ratkaisu tekee käynnin {visitId}.",
    sv: "Inget behöver ändras: en ny lösning gör besöket {visitId}.",
    en: "Nothing has to change: solving again serves visit {visitId}.",
  },
  "change-window-later": {
    fi: "Käynti {visitId} saisi alkaa {changeMinutes} myöhemmin.",
    sv: "Besöket {visitId} finge börja {changeMinutes} senare.",
    en: "Visit {visitId} may start {changeMinutes} later.",
  },
  "change-window-earlier": {
    fi: "Käynti {visitId} saisi alkaa {changeMinutes} aikaisemmin.",
    sv: "Besöket {visitId} finge börja {changeMinutes} tidigare.",
    en: "Visit {visitId} may start {changeMinutes} earlier.",
  },
  "change-shift-later": {
    fi: "Vuoro {shiftId} päättyisi {changeMinutes} myöhemmin.",
    sv: "Arbetspasset {shiftId} slutade {changeMinutes} senare.",
    en: "Shift {shiftId} ends {changeMinutes} later.",
  },
  "change-shift-earlier": {
    fi: "Vuoro {shiftId} alkaisi {changeMinutes} aikaisemmin.",
    sv: "Arbetspasset {shiftId} började {changeMinutes} tidigare.",
    en: "Shift {shiftId} begins {changeMinutes} earlier.",
  },
  "change-skill": {
    fi: "Hoitajalla {nurseId} olisi osaaminen: {skills}.",
    sv: "Vårdaren {nurseId} hade kompetensen: {skills}.",
    en: "Nurse {nurseId} has the skill: {skills}.",
  },
  "change-refusal": {
    fi: "Asiakas {clientId} ottaisi vastaan hoitajan {nurseId}.",
    sv: "Klienten {clientId} tog emot vårdaren {nurseId}.",
    en: "Client {clientId} accepts nurse {nurseId}.",
  },
  "change-shorter": {
    fi: "Käynti {visitId} kestäisi {changeMinutes} vähemmän.",
    sv: "Besöket {visitId} varade {changeMinutes} kortare.",
    en: "Visit {visitId} takes {changeMinutes} less.",
  },
  "change-crew": {
    fi: "Käynnin {visitId} tekisi {crewSize} hoitaja.",
    sv: "Besöket {visitId} gjordes av {crewSize} vårdare.",
    en: "Visit {visitId} is made by {crewSize} nurse.",
  },
  "change-nurse": {
    fi: "Yksi hoitaja lisää ajalla {fromAt}–{toAt}.",
    sv: "En vårdare till mellan {fromAt} och {toAt}.",
    en: "One more nurse from {fromAt} to {toAt}.",
  },
  "change-provider": {
    fi: "Käynnin {visitId} tekisi ulkopuolinen palveluntuottaja.",
    sv: "Besöket {visitId} gjordes av en utomstående producent.",
    en: "An outside provider makes visit {visitId}.",
  },
  "cost-change": {
    fi: "Kokonaishinta muuttuu {costBefore} pisteestä {costAfter} pisteeseen.",
    sv: "Totalkostnaden ändras från {costBefore} till {costAfter} poäng.",
    en: "The total cost goes from {costBefore} to {costAfter} points.",
  },
  "visit-differs": {
    fi: "Käynti {visitId}: {a} → {b}.",
    sv: "Besöket {visitId}: {a} → {b}.",
    en: "Visit {visitId}: {a} → {b}.",
  },
  "nurse-differs": {
    fi: "Hoitaja {nurseId}: käyntejä {visitsA} → {visitsB}, hinta {costA} → {costB} pistettä.",
    sv: "Vårdaren {nurseId}: besök {visitsA} → {visitsB}, kostnad {costA} → {costB} poäng.",
    en: "Nurse {nurseId}: visits {visitsA} → {visitsB}, cost {costA} → {costB} points.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type ReasonCode = keyof typeof REASONS;
export type ReasonValues = Facts;

/** One thing said: its code, its facts and its sentence. */
export interface Said {
  readonly code: ReasonCode;
  readonly values: ReasonValues;
  readonly text: string;
}

export type Say = (code: ReasonCode, values: ReasonValues) => Said;

export function sayIn(language: Language): Say {
  return (code, values) => ({ code, values, text: reasonSentence(code, values, language) });
}

/** See {@link sentence}. */
export function reasonSentence(code: ReasonCode, values: ReasonValues, language: Language): string {
  return sentence(REASONS[code][language], values, language);
}
