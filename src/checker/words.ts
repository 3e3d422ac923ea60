/**
 * Violations in the languages of the screens. Facts stand in braces by their names in
 * violations.ts; how an id, an instant or a duration is shown is up to the caller, so
 * that a screen can put a nurse's name where a log has her id.
 */
import type { Violation } from "./verdict.js";
import type { ViolationCode } from "./violations.js";

export const LANGUAGES = ["fi", "sv", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

type Sentences = Readonly<Record<Language, string>>;

export const SENTENCES: { readonly [Code in ViolationCode]: Sentences } = {
  "shift-unknown": {
    fi: "Reitti on vuorolle {shiftId}, jota ei ole.",
    sv: "Rutten gäller arbetspasset {shiftId}, som inte finns.",
    en: "A route is for shift {shiftId}, which does not exist.",
  },
  "shift-twice": {
    fi: "Samalla vuorolla on useampi kuin yksi reitti: {shiftIds}.",
    sv: "Samma arbetspass har mer än en rutt: {shiftIds}.",
    en: "A shift has more than one route: {shiftIds}.",
  },
  "route-empty": {
    fi: "Vuorolla {shiftId} on reitti, mutta ei yhtään käyntiä.",
    sv: "Arbetspasset {shiftId} har en rutt utan ett enda besök.",
    en: "Shift {shiftId} has a route without a visit.",
  },
  "visit-unknown": {
    fi: "Vuorolla {shiftId} on käynti {visitId}, jota ei ole.",
    sv: "Arbetspasset {shiftId} har besöket {visitId}, som inte finns.",
    en: "Shift {shiftId} has visit {visitId}, which does not exist.",
  },
  "visit-twice-in-route": {
    fi: "Käynti {visitId} on vuorolla {shiftId} kahdesti.",
    sv: "Besöket {visitId} finns två gånger på arbetspasset {shiftId}.",
    en: "Visit {visitId} stands twice on shift {shiftId}.",
  },
  "visit-missing": {
    fi: "Käynti {visitId} puuttuu suunnitelmasta.",
    sv: "Besöket {visitId} saknas i planen.",
    en: "Visit {visitId} is missing from the plan.",
  },
  "visit-twice": {
    fi: "Käynti {visitId} on usealla taholla: reiteillä {routes}, ostettuna {bought}, tekemättä {unserved}.",
    sv: "Besöket {visitId} finns på flera håll: på rutter {routes}, köpt {bought}, ogjort {unserved}.",
    en: "Visit {visitId} stands in more than one way: on routes {routes}, bought {bought}, unserved {unserved}.",
  },
  "crew-wrong": {
    fi: "Käynnille {visitId} tarvitaan {crewSize} eri hoitajaa; reittejä on {routes} ja hoitajia {nurses}.",
    sv: "Besöket {visitId} kräver {crewSize} olika vårdare; det har {routes} rutter och {nurses} vårdare.",
    en: "Visit {visitId} needs {crewSize} different nurses; it has {routes} routes and {nurses} nurses.",
  },
  "crew-apart": {
    fi: "Käynnin {visitId} hoitajat aloittavat eri aikaan, ero {apartSeconds}.",
    sv: "Vårdarna börjar besöket {visitId} vid olika tid, skillnad {apartSeconds}.",
    en: "The nurses of visit {visitId} start {apartSeconds} apart.",
  },
  "unserved-unknown": {
    fi: "Tekemättömissä on käynti {visitId}, jota ei ole.",
    sv: "Bland de ogjorda finns besöket {visitId}, som inte finns.",
    en: "Visit {visitId} is listed as unserved but does not exist.",
  },
  "bought-unknown": {
    fi: "Käynti {visitId} on ostettu palveluntuottajalta {providerId}; jompaakumpaa ei ole.",
    sv: "Besöket {visitId} är köpt av producenten {providerId}; någondera finns inte.",
    en: "Visit {visitId} is bought from provider {providerId}; one of the two does not exist.",
  },
  "provider-type": {
    fi: "Palveluntuottaja {providerId} ei tee käynnin {visitId} käyntityyppiä {typeId}.",
    sv: "Producenten {providerId} utför inte besökstypen {typeId} för besöket {visitId}.",
    en: "Provider {providerId} does not take visit {visitId} of type {typeId}.",
  },
  "provider-area": {
    fi: "Palveluntuottaja {providerId} ei toimi käynnin {visitId} asiakkaan alueella.",
    sv: "Producenten {providerId} verkar inte i området för klienten i besöket {visitId}.",
    en: "Provider {providerId} does not serve the area of visit {visitId}'s client.",
  },
  "provider-full": {
    fi: "Palveluntuottajalta {providerId} on ostettu {taken} käyntiä, tarjolla on {maxVisits}.",
    sv: "Av producenten {providerId} har köpts {taken} besök, utbudet är {maxVisits}.",
    en: "Provider {providerId} is given {taken} visits but offers {maxVisits}.",
  },
  "skill-missing": {
    fi: "Hoitajalta {nurseId} puuttuu käynnillä {visitId} vaadittu osaaminen: {skills}.",
    sv: "Vårdaren {nurseId} saknar kompetens för besöket {visitId}: {skills}.",
    en: "Nurse {nurseId} lacks a skill for visit {visitId}: {skills}.",
  },
  "nurse-refused": {
    fi: "Asiakkaan {clientId} luo ei saa lähettää hoitajaa {nurseId} (käynti {visitId}).",
    sv: "Vårdaren {nurseId} får inte skickas till klienten {clientId} (besök {visitId}).",
    en: "Client {clientId} refuses nurse {nurseId} (visit {visitId}).",
  },
  "visit-length": {
    fi: "Käynnin {visitId} kesto on {lengthSeconds}, pitäisi olla {wantedMinutes}.",
    sv: "Besöket {visitId} varar {lengthSeconds}, borde vara {wantedMinutes}.",
    en: "Visit {visitId} lasts {lengthSeconds} instead of {wantedMinutes}.",
  },
  "outside-window": {
    fi: "Käynti {visitId} alkaa sallitun aikansa ulkopuolella: {startAt}.",
    sv: "Besöket {visitId} börjar utanför sin tillåtna tid: {startAt}.",
    en: "Visit {visitId} starts outside its windows: {startAt}.",
  },
  "no-way": {
    fi: "Vuorolta {shiftId} ei ole kulkuyhteyttä käynnille {visitId}.",
    sv: "På arbetspasset {shiftId} finns ingen väg till besöket {visitId}.",
    en: "Shift {shiftId} has no way to visit {visitId}.",
  },
  "no-way-back": {
    fi: "Vuorolla {shiftId} ei ole kulkuyhteyttä päätöspaikkaan.",
    sv: "På arbetspasset {shiftId} finns ingen väg till slutplatsen.",
    en: "Shift {shiftId} has no way to its end place.",
  },
  "arrival-early": {
    fi: "Vuoro {shiftId} ei ehdi käynnille {visitId} merkittyyn saapumisaikaan: matkasta puuttuu {missingSeconds}.",
    sv: "Arbetspasset {shiftId} hinner inte till besöket {visitId} till angiven ankomst: {missingSeconds} saknas.",
    en: "Shift {shiftId} cannot arrive at visit {visitId} so soon: {missingSeconds} are missing.",
  },
  "start-before-arrival": {
    fi: "Käynti {visitId} alkaa {missingSeconds} ennen hoitajan saapumista (vuoro {shiftId}).",
    sv: "Besöket {visitId} börjar {missingSeconds} före vårdarens ankomst (arbetspass {shiftId}).",
    en: "Visit {visitId} starts {missingSeconds} before shift {shiftId} arrives.",
  },
  "break-overlap": {
    fi: "Vuoron {shiftId} tauko {breakId} menee päällekkäin edellisen kanssa: {overlapSeconds}.",
    sv: "Pausen {breakId} på arbetspasset {shiftId} överlappar det föregående med {overlapSeconds}.",
    en: "Break {breakId} of shift {shiftId} overlaps what is before it by {overlapSeconds}.",
  },
  "leg-short": {
    fi: "Vuorolla {shiftId} on liian vähän aikaa ennen käyntiä {visitId}: puuttuu {missingSeconds}.",
    sv: "Arbetspasset {shiftId} har för lite tid före besöket {visitId}: {missingSeconds} saknas.",
    en: "Shift {shiftId} has too little time before visit {visitId}: {missingSeconds} are missing.",
  },
  "return-short": {
    fi: "Vuorolla {shiftId} on liian vähän aikaa paluuseen: puuttuu {missingSeconds}.",
    sv: "Arbetspasset {shiftId} har för lite tid för återvägen: {missingSeconds} saknas.",
    en: "Shift {shiftId} has too little time before its end: {missingSeconds} are missing.",
  },
  "departs-early": {
    fi: "Vuoro {shiftId} lähtee {earlySeconds} ennen alkamisaikaansa.",
    sv: "Arbetspasset {shiftId} ger sig av {earlySeconds} före sin början.",
    en: "Shift {shiftId} departs {earlySeconds} before it begins.",
  },
  "returns-late": {
    fi: "Vuoro {shiftId} palaa {lateSeconds} sallitun ylityön jälkeen.",
    sv: "Arbetspasset {shiftId} återvänder {lateSeconds} efter tillåten övertid.",
    en: "Shift {shiftId} returns {lateSeconds} after its end and allowed overtime.",
  },
  "break-unknown": {
    fi: "Vuorolla {shiftId} pidetään tauko {breakId}, jota sillä ei ole.",
    sv: "På arbetspasset {shiftId} tas pausen {breakId}, som det inte har.",
    en: "Shift {shiftId} takes break {breakId}, which it does not have.",
  },
  "break-twice": {
    fi: "Vuorolla {shiftId} pidetään tauko {breakId} kahdesti.",
    sv: "På arbetspasset {shiftId} tas pausen {breakId} två gånger.",
    en: "Shift {shiftId} takes break {breakId} twice.",
  },
  "break-length": {
    fi: "Vuoron {shiftId} tauon {breakId} kesto on {lengthSeconds}, pitäisi olla {wantedMinutes}.",
    sv: "Pausen {breakId} på arbetspasset {shiftId} varar {lengthSeconds}, borde vara {wantedMinutes}.",
    en: "Break {breakId} of shift {shiftId} lasts {lengthSeconds} instead of {wantedMinutes}.",
  },
  "break-window": {
    fi: "Vuoron {shiftId} tauko {breakId} alkaa sallitun aikansa ulkopuolella: {startAt}.",
    sv: "Pausen {breakId} på arbetspasset {shiftId} börjar utanför sin tillåtna tid: {startAt}.",
    en: "Break {breakId} of shift {shiftId} starts outside its window: {startAt}.",
  },
  "break-too-soon": {
    fi: "Vuoron {shiftId} tauko {breakId} alkaa {sinceSeconds} lähdöstä, aikaisintaan {earliestMinutes}.",
    sv: "Pausen {breakId} på arbetspasset {shiftId} börjar {sinceSeconds} efter avfärd, tidigast {earliestMinutes}.",
    en: "Break {breakId} of shift {shiftId} starts {sinceSeconds} after departure; the least is {earliestMinutes}.",
  },
  "break-too-late": {
    fi: "Vuoron {shiftId} tauko {breakId} alkaa {sinceSeconds} lähdöstä, viimeistään {latestMinutes}.",
    sv: "Pausen {breakId} på arbetspasset {shiftId} börjar {sinceSeconds} efter avfärd, senast {latestMinutes}.",
    en: "Break {breakId} of shift {shiftId} starts {sinceSeconds} after departure; the most is {latestMinutes}.",
  },
  "break-not-inside": {
    fi: "Vuoron {shiftId} tauko {breakId} ei ole kahden käynnin välissä.",
    sv: "Pausen {breakId} på arbetspasset {shiftId} är inte mellan två besök.",
    en: "Break {breakId} of shift {shiftId} is not between two visits.",
  },
  "break-missing": {
    fi: "Vuorolta {shiftId} puuttuu tauko {breakId}; reitti kestää {routeSeconds}, tauon saa jättää väliin enintään {afterMinutes} reitillä.",
    sv: "Arbetspasset {shiftId} saknar pausen {breakId}; rutten varar {routeSeconds}, utan paus får den vara högst {afterMinutes}.",
    en: "Shift {shiftId} takes no break {breakId}; its route lasts {routeSeconds}, and may last {afterMinutes} without.",
  },
  "shifts-overlap": {
    fi: "Hoitajan {nurseId} vuorot {shiftId} ja {otherShiftId} menevät päällekkäin: {overlapSeconds}.",
    sv: "Arbetspassen {shiftId} och {otherShiftId} för vårdaren {nurseId} överlappar: {overlapSeconds}.",
    en: "Shifts {shiftId} and {otherShiftId} of nurse {nurseId} overlap by {overlapSeconds}.",
  },
  "gap-short": {
    fi: "Käynneistä {visitId} ja {otherVisitId} jälkimmäinen alkaa {gapSeconds} ensimmäisen alusta, vähintään pitäisi olla {minMinutes}.",
    sv: "Besöket {otherVisitId} börjar {gapSeconds} efter början av {visitId}, minst borde vara {minMinutes}.",
    en: "Visit {otherVisitId} starts {gapSeconds} after visit {visitId}; the least is {minMinutes}.",
  },
  "gap-long": {
    fi: "Käynneistä {visitId} ja {otherVisitId} jälkimmäinen alkaa {gapSeconds} ensimmäisen alusta, enintään saa olla {maxMinutes}.",
    sv: "Besöket {otherVisitId} börjar {gapSeconds} efter början av {visitId}, högst får vara {maxMinutes}.",
    en: "Visit {otherVisitId} starts {gapSeconds} after visit {visitId}; the most is {maxMinutes}.",
  },
  "nurses-differ": {
    fi: "Käynneillä {visitId} ja {otherVisitId} pitäisi olla sama hoitaja.",
    sv: "Besöken {visitId} och {otherVisitId} borde ha samma vårdare.",
    en: "Visits {visitId} and {otherVisitId} should have a nurse in common.",
  },
  "nurses-same": {
    fi: "Käynneillä {visitId} ja {otherVisitId} pitäisi olla eri hoitaja; molemmilla käy {nurseIds}.",
    sv: "Besöken {visitId} och {otherVisitId} borde ha olika vårdare; båda har {nurseIds}.",
    en: "Visits {visitId} and {otherVisitId} should have different nurses; both have {nurseIds}.",
  },
  "pin-shift": {
    fi: "Käynti {visitId} on kiinnitetty vuoroon, jolla se ei ole: {shiftIds}.",
    sv: "Besöket {visitId} är låst till arbetspass som det inte har: {shiftIds}.",
    en: "Visit {visitId} is pinned to a shift that it is not on: {shiftIds}.",
  },
  "pin-start": {
    fi: "Käynti {visitId} ei ala kiinnitettynä aikanaan {pinnedAt}.",
    sv: "Besöket {visitId} börjar inte på sin låsta tid {pinnedAt}.",
    en: "Visit {visitId} does not start at its pinned time {pinnedAt}.",
  },
  "pin-unserved": {
    fi: "Kiinnitettyä käyntiä {visitId} ei tee kukaan.",
    sv: "Det låsta besöket {visitId} görs inte av någon.",
    en: "Visit {visitId} is pinned, but no nurse makes it.",
  },
  "pin-provider": {
    fi: "Käynti {visitId} pitäisi ostaa palveluntuottajalta {providerId}.",
    sv: "Besöket {visitId} borde köpas av producenten {providerId}.",
    en: "Visit {visitId} should be bought from provider {providerId}.",
  },
  "limit-start": {
    fi: "Käynnin {visitId} alku siirtyy {movedSeconds} julkaistusta, enintään saa siirtyä {movedStartMinutes}.",
    sv: "Besöket {visitId} flyttas {movedSeconds} från den publicerade tiden, högst får vara {movedStartMinutes}.",
    en: "Visit {visitId} starts {movedSeconds} away from its published start; the most is {movedStartMinutes}.",
  },
  "limit-clients": {
    fi: "Hoitaja vaihtuu {changed} asiakkaalla, enintään saa vaihtua {limit}.",
    sv: "{changed} klienter får andra vårdare, högst får {limit}.",
    en: "{changed} clients get other nurses; the most is {limit}.",
  },
};

export interface SentenceOptions {
  /** Shows an id; `name` is the fact's, such as `nurseId`. Default: the id itself. */
  readonly id?: (name: string, id: string) => string;
  /** Shows an instant of the document. Default: as it stands there. */
  readonly instant?: (instant: string) => string;
  /** Shows whole seconds, negative ones too. Default: such as `1 h 5 min 10 s`. */
  readonly duration?: (seconds: number) => string;
}

/** A violation as one sentence. Never fails: a fact that is missing shows as its name. */
export function sentence(
  violation: Omit<Violation, "message" | "rule">,
  language: Language,
  options: SentenceOptions = {},
): string {
  const facts: Readonly<Record<string, unknown>> = { ...violation.values, ...violation };
  return SENTENCES[violation.code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    shown(name, facts[name], options),
  );
}

function shown(name: string, value: unknown, options: SentenceOptions): string {
  if (value === undefined) return name;
  if (Array.isArray(value)) return value.map((one) => shown(name.replace(/s$/, ""), one, options)).join(", ");
  if (typeof value === "number") {
    if (name.endsWith("Seconds")) return (options.duration ?? plainDuration)(value);
    if (name.endsWith("Minutes")) return (options.duration ?? plainDuration)(value * 60);
  }
  if (typeof value === "string") {
    if (name.endsWith("Id")) return options.id?.(name, value) ?? value;
    if (name.endsWith("At")) return options.instant?.(value) ?? value;
  }
  return String(value);
}

/** Hours, minutes and seconds have the same short names in all three languages. */
function plainDuration(seconds: number): string {
  const whole = Math.abs(seconds);
  const parts = [
    [Math.floor(whole / 3600), "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ] as const;
  const words = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  if (words.length === 0) return "0 s";
  return (seconds < 0 ? "-" : "") + words.join(" ");
}
