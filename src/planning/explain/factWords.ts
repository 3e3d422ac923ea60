/** What stands in a visit's way, and pins, as parts of sentences. See {@link REASONS}. */
import type { Language } from "../../checker/index.js";

export const FACT_WORDS = {
  "fact-window": {
    fi: "käynnin {visitId} aikaikkuna {windows}",
    sv: "tidsfönstret {windows} för besöket {visitId}",
    en: "the window {windows} of visit {visitId}",
  },
  "fact-window-published": {
    fi: "käynnin {visitId} aikaikkuna {windows} ja se, että sen julkaistu alku {startAt} saa siirtyä enintään {mostMinutes}",
    sv: "tidsfönstret {windows} för besöket {visitId} och att dess publicerade start {startAt} får flyttas högst {mostMinutes}",
    en: "the window {windows} of visit {visitId}, and that its published start {startAt} may move by {mostMinutes} at most",
  },
  "fact-visit": {
    fi: "käynti {visitId} vuorolla {shiftIds}",
    sv: "besöket {visitId} på arbetspasset {shiftIds}",
    en: "visit {visitId} on shift {shiftIds}",
  },
  "fact-pin": {
    fi: "käynnin {visitId} kiinnitys",
    sv: "fastsättningen av besöket {visitId}",
    en: "the pin of visit {visitId}",
  },
  "fact-skills": {
    fi: "käynnillä {visitId} vaadittu osaaminen: {skills}",
    sv: "kompetens som krävs för besöket {visitId}: {skills}",
    en: "the skills that visit {visitId} asks for: {skills}",
  },
  "fact-refusals": {
    fi: "hoitajat, joita asiakas {clientId} ei huoli: {nurseIds}",
    sv: "vårdare som klienten {clientId} avböjer: {nurseIds}",
    en: "the nurses whom client {clientId} refuses: {nurseIds}",
  },
  "fact-hours": {
    fi: "vuoron {shiftId} työaika {fromAt}–{toAt}",
    sv: "arbetstiden {fromAt}–{toAt} för arbetspasset {shiftId}",
    en: "the hours of shift {shiftId}, {fromAt}–{toAt}",
  },
  "fact-hours-overtime": {
    fi: "vuoron {shiftId} työaika {fromAt}–{toAt} ja ylityötä enintään {overtimeMinutes}",
    sv: "arbetstiden {fromAt}–{toAt} för arbetspasset {shiftId} och högst {overtimeMinutes} övertid",
    en: "the hours of shift {shiftId}, {fromAt}–{toAt} and {overtimeMinutes} of overtime at most",
  },
  "fact-breaks": {
    fi: "vuoron {shiftId} tauot: {breaks}",
    sv: "pauserna på arbetspasset {shiftId}: {breaks}",
    en: "the breaks of shift {shiftId}: {breaks}",
  },
  "fact-gap": {
    fi: "käyntien {visitId} ja {otherVisitId} väli, vähintään {leastMinutes}",
    sv: "mellanrummet mellan besöken {visitId} och {otherVisitId}, minst {leastMinutes}",
    en: "the gap between visits {visitId} and {otherVisitId}, at least {leastMinutes}",
  },
  "fact-gap-within": {
    fi: "käyntien {visitId} ja {otherVisitId} väli, {leastMinutes} – {mostMinutes}",
    sv: "mellanrummet mellan besöken {visitId} och {otherVisitId}, {leastMinutes} – {mostMinutes}",
    en: "the gap between visits {visitId} and {otherVisitId}, {leastMinutes} to {mostMinutes}",
  },
  "fact-same-nurse": {
    fi: "sama hoitaja käynneillä {visitId} ja {otherVisitId}",
    sv: "samma vårdare för besöken {visitId} och {otherVisitId}",
    en: "the same nurse for visits {visitId} and {otherVisitId}",
  },
  "fact-different-nurse": {
    fi: "eri hoitajat käynneillä {visitId} ja {otherVisitId}",
    sv: "olika vårdare för besöken {visitId} och {otherVisitId}",
    en: "different nurses for visits {visitId} and {otherVisitId}",
  },
  "fact-crew": {
    fi: "{crewSize} hoitajaa yhtä aikaa käynnillä {visitId}",
    sv: "{crewSize} vårdare samtidigt vid besöket {visitId}",
    en: "{crewSize} nurses at once for visit {visitId}",
  },
  "pin-shift": {
    fi: "käynti {visitId} vuorolla {shiftIds}",
    sv: "besöket {visitId} på arbetspasset {shiftIds}",
    en: "visit {visitId} on shift {shiftIds}",
  },
  "pin-start": {
    fi: "käynti {visitId} klo {startAt}",
    sv: "besöket {visitId} kl. {startAt}",
    en: "visit {visitId} at {startAt}",
  },
  "pin-shift-start": {
    fi: "käynti {visitId} vuorolla {shiftIds} klo {startAt}",
    sv: "besöket {visitId} på arbetspasset {shiftIds} kl. {startAt}",
    en: "visit {visitId} on shift {shiftIds} at {startAt}",
  },
  "pin-begun": {
    fi: "käynti {visitId}, joka alkoi klo {startAt} vuorolla {shiftIds}",
    sv: "besöket {visitId} som började kl. {startAt} på arbetspasset {shiftIds}",
    en: "visit {visitId}, begun at {startAt} on shift {shiftIds}",
  },
  "pin-provider": {
    fi: "käynti {visitId} palveluntuottajalta {providerId}",
    sv: "besöket {visitId} från producenten {providerId}",
    en: "visit {visitId} from provider {providerId}",
  },
  "pin-bare": {
    fi: "käynti {visitId}, jota ei saa jättää pois",
    sv: "besöket {visitId} som inte får lämnas bort",
    en: "visit {visitId}, which may not be left out",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export const PIN_WORDS = {
  "pins-clash": {
    fi: "Nämä kiinnitykset eivät voi kaikki pitää: {pins}.",
    sv: "Dessa fastsättningar kan inte alla hålla: {pins}.",
    en: "These pins cannot all hold: {pins}.",
  },
  "pins-clash-facts": {
    fi: "Nämä kiinnitykset eivät voi kaikki pitää: {pins}. Esteenä on myös {facts}.",
    sv: "Dessa fastsättningar kan inte alla hålla: {pins}. I vägen står också {facts}.",
    en: "These pins cannot all hold: {pins}. Also in the way: {facts}.",
  },
  "pins-alone": {
    fi: "Tämä kiinnitys ei voi pitää: {pins}. Asiakkaan luo ja takaisin ei ole kulkuyhteyttä, tai hoitajia on liian vähän.",
    sv: "Denna fastsättning kan inte hålla: {pins}. Det finns ingen väg till klienten och tillbaka, eller för få vårdare.",
    en: "This pin cannot hold: {pins}. There is no way to the client and back, or there are too few nurses.",
  },
  "pins-alone-facts": {
    fi: "Tämä kiinnitys ei voi pitää: {pins}. Esteenä on {facts}.",
    sv: "Denna fastsättning kan inte hålla: {pins}. I vägen står {facts}.",
    en: "This pin cannot hold: {pins}. In the way: {facts}.",
  },
  "pins-todo": {
    fi: "Poista tai muuta kiinnitys yhdeltä mainituista käynneistä, tai muuta jotakin muuta esteeksi mainittua.",
    sv: "Ta bort eller ändra fastsättningen av ett av besöken som nämns, eller något annat som står i vägen.",
    en: "Take out or change the pin of one of the visits named, or what else is named as in the way.",
  },
  "pins-unproved": {
    fi: "Suunnitelmaa, jossa kaikki kiinnitykset pitävät, ei löytynyt; pois jäi {pins}. Ei ole todistettu, ettei sellaista ole.",
    sv: "Ingen plan hittades där alla fastsättningar håller; utanför blev {pins}. Att ingen finns är inte bevisat.",
    en: "No plan was found in which all pins hold; left out: {pins}. That there is none was not proved.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
