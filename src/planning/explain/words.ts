/**
 * Reasons, changes and differences in the languages of the screens: one sentence for each
 * code. Facts stand in braces by name; `...Id` and `...Ids` are ids, `...Seconds` and
 * `...Minutes` durations, `...At` instants, anything else counts, points or words.
 */
import type { Language } from "../../checker/index.js";
import { CHANGE_WORDS } from "./changeWords.js";
import { FACT_WORDS, PIN_WORDS } from "./factWords.js";
import { GROUP_WORDS } from "./groupWords.js";
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
  "impossible-nobody": {
    fi: "Kukaan ei voisi tehdä sitä, vaikka päivä olisi tyhjä.",
    sv: "Ingen kunde göra det ens om dagen vore tom.",
    en: "Nobody could make it even if the day were empty.",
  },
  "impossible-few": {
    fi: "Siihen tarvitaan yhtä aikaa {crewSize} hoitajaa, ja vaikka päivä olisi tyhjä, sen voisi tehdä vain {able}.",
    sv: "Det kräver {crewSize} vårdare samtidigt, och även om dagen vore tom kunde bara {able} göra det.",
    en: "It needs {crewSize} nurses at once, and even if the day were empty only {able} could make it.",
  },
  "impossible-together": {
    fi: "Siihen tarvitaan yhtä aikaa {crewSize} hoitajaa, ja vaikka päivä olisi tyhjä, sopivat hoitajat eivät pääsisi sinne yhdessä.",
    sv: "Det kräver {crewSize} vårdare samtidigt, och även om dagen vore tom kunde de som duger inte komma dit tillsammans.",
    en: "It needs {crewSize} nurses at once, and even if the day were empty those who are able could not be there together.",
  },
  "impossible-in-time": {
    fi: "Kukaan ei voisi aloittaa sitä toiveaikana, vaikka päivä olisi tyhjä.",
    sv: "Ingen kunde börja det på önskad tid ens om dagen vore tom.",
    en: "Nobody could start it in its preferred time even if the day were empty.",
  },
  "impossible-provider": {
    fi: "Se on kiinnitetty palveluntuottajalle {providerId}, joten oma hoitaja ei voi tehdä sitä.",
    sv: "Det är fastsatt hos producenten {providerId}, så ingen egen vårdare kan göra det.",
    en: "It is pinned to provider {providerId}, so no nurse of one's own can make it.",
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
  "dearer-parts": {
    fi: "Halvimman paikan hinta pisteinä: {parts}.",
    sv: "Den billigaste platsens pris i poäng: {parts}.",
    en: "The price of the cheapest place in points: {parts}.",
  },
  part: {
    fi: "{part} {net}",
    sv: "{part} {net}",
    en: "{part} {net}",
  },
  better: {
    fi: "Se mahtuu, ja suunnitelma halpenisi {saves} pistettä.",
    sv: "Det får plats, och planen skulle bli {saves} poäng billigare.",
    en: "It fits, and the plan would be {saves} points cheaper.",
  },
  "bars-skill": {
    fi: "Osaaminen puuttuu {shifts} vuorolta: {skills}.",
    sv: "På {shifts} arbetspass saknas kompetens: {skills}.",
    en: "A skill is missing on {shifts} {shifts|shift|shifts}: {skills}.",
  },
  "bars-refused": {
    fi: "Asiakas ei huoli {shifts} vuoron hoitajaa.",
    sv: "Klienten avböjer vårdaren på {shifts} arbetspass.",
    en: "The client refuses the nurse of {shifts} {shifts|shift|shifts}.",
  },
  "bars-pin": {
    fi: "Kiinnitys sulkee pois {shifts} {shifts|vuoron|vuoroa}.",
    sv: "Fastsättningen utesluter {shifts} arbetspass.",
    en: "Its pin rules out {shifts} {shifts|shift|shifts}.",
  },
  "bars-way": {
    fi: "Kulkuyhteyttä asiakkaan luo tai takaisin ei ole {shifts} vuorolla.",
    sv: "Väg till klienten eller tillbaka saknas på {shifts} arbetspass.",
    en: "There is no way to the client or back on {shifts} {shifts|shift|shifts}.",
  },
  "bars-hours": {
    fi: "Työaika ei yllä käynnin aikaikkunaan {shifts} vuorolla.",
    sv: "Arbetstiden når inte besökets tidsfönster på {shifts} arbetspass.",
    en: "The hours of {shifts} {shifts|shift|shifts} do not meet the visit's window.",
  },
  "bars-break": {
    fi: "Tauko ei jätä käynnille tilaa {shifts} vuorolla.",
    sv: "Pausen lämnar ingen plats för besöket på {shifts} arbetspass.",
    en: "A break leaves no room for the visit on {shifts} {shifts|shift|shifts}.",
  },
  place: {
    fi: "{shiftIds|Vuoro|Vuorot} {shiftIds}, alku {startAt}: lisää {extra} pistettä.",
    sv: "Arbetspass {shiftIds}, start {startAt}: {extra} poäng till.",
    en: "{shiftIds|Shift|Shifts} {shiftIds}, start {startAt}: {extra} points more.",
  },
  "instead-left-out": {
    fi: "Vuorolle {shiftIds}, jos {visitIds} {visitIds|jää|jäävät} tekemättä tai ostetaan: suunnitelman hinta muuttuu {net} pistettä.",
    sv: "På arbetspasset {shiftIds}, om {visitIds} blir {visitIds|ogjort|ogjorda} eller köps: planens kostnad ändras {net} poäng.",
    en: "On shift {shiftIds}, if {visitIds} {visitIds|is|are} left out or bought: the plan's cost changes by {net} points.",
  },
  "instead-moved": {
    fi: "Vuorolle {shiftIds}, jos {visitIds} {visitIds|siirtyy|siirtyvät} vuorolle {toShiftIds}: suunnitelman hinta muuttuu {net} pistettä.",
    sv: "På arbetspasset {shiftIds}, om {visitIds} flyttas till {toShiftIds}: planens kostnad ändras {net} poäng.",
    en: "On shift {shiftIds}, if {visitIds} {visitIds|moves|move} to {toShiftIds}: the plan's cost changes by {net} points.",
  },
  ...FACT_WORDS,
  ...GROUP_WORDS,
  ...PIN_WORDS,
  ...CHANGE_WORDS,
  "explain-cut": {
    fi: "Aika loppui kesken: {visits} käynnistä {untold} selitettiin ilman tietoa siitä, mikä sen estää ja minkä tilalle se mahtuisi. Kysy niitä yksitellen.",
    sv: "Tiden tog slut: av {visits} besök förklarades {untold} utan vad som hindrar dem och i vilkas ställe de kunde komma. Fråga efter dem ett i taget.",
    en: "Time ran out: of {visits} visits {untold} {untold|is|are} told without what keeps {untold|it|them} out and in whose place {untold|it|they} could come. Ask for {untold|it by itself|them one at a time}.",
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
