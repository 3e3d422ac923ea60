/** What could be otherwise, so that a visit is served as wished. See {@link REASONS}. */
import type { Language } from "../../checker/index.js";

export const CHANGE_WORDS = {
  "change-none-unserved": {
    fi: "Mitään ei tarvitse muuttaa: uusi ratkaisu tekee käynnin {visitId}.",
    sv: "Inget behöver ändras: en ny lösning gör besöket {visitId}.",
    en: "Nothing has to change: solving again serves visit {visitId}.",
  },
  "change-none-bought": {
    fi: "Mitään ei tarvitse muuttaa: oma hoitaja voi tehdä käynnin {visitId}.",
    sv: "Inget behöver ändras: en egen vårdare kan göra besöket {visitId}.",
    en: "Nothing has to change: a nurse of one's own can make visit {visitId}.",
  },
  "change-none-late": {
    fi: "Mitään ei tarvitse muuttaa: käynti {visitId} voi alkaa toiveaikana.",
    sv: "Inget behöver ändras: besöket {visitId} kan börja på önskad tid.",
    en: "Nothing has to change: visit {visitId} can start in its preferred time.",
  },
  "change-window-later": {
    fi: "Käynti {visitId} saisi alkaa {changeMinutes} myöhemmin.",
    sv: "Besöket {visitId} får börja {changeMinutes} senare.",
    en: "Visit {visitId} may start {changeMinutes} later.",
  },
  "change-window-earlier": {
    fi: "Käynti {visitId} saisi alkaa {changeMinutes} aikaisemmin.",
    sv: "Besöket {visitId} får börja {changeMinutes} tidigare.",
    en: "Visit {visitId} may start {changeMinutes} earlier.",
  },
  "change-preferred": {
    fi: "Käynnin {visitId} toiveaika päättyisi {changeMinutes} myöhemmin.",
    sv: "Önskad tid för besöket {visitId} slutar {changeMinutes} senare.",
    en: "The preferred time of visit {visitId} ends {changeMinutes} later.",
  },
  "change-shift-later": {
    fi: "Vuoro {shiftId} päättyisi {changeMinutes} myöhemmin.",
    sv: "Arbetspasset {shiftId} slutar {changeMinutes} senare.",
    en: "Shift {shiftId} ends {changeMinutes} later.",
  },
  "change-shift-earlier": {
    fi: "Vuoro {shiftId} alkaisi {changeMinutes} aikaisemmin.",
    sv: "Arbetspasset {shiftId} börjar {changeMinutes} tidigare.",
    en: "Shift {shiftId} begins {changeMinutes} earlier.",
  },
  "change-skill": {
    fi: "Hoitajalla {nurseId} olisi osaaminen: {skills}.",
    sv: "Vårdaren {nurseId} har kompetensen: {skills}.",
    en: "Nurse {nurseId} has the skill: {skills}.",
  },
  "change-refusal": {
    fi: "Asiakas {clientId} ottaisi vastaan hoitajan {nurseId}.",
    sv: "Klienten {clientId} tar emot vårdaren {nurseId}.",
    en: "Client {clientId} accepts nurse {nurseId}.",
  },
  "change-shorter": {
    fi: "Käynti {visitId} kestäisi {changeMinutes} vähemmän.",
    sv: "Besöket {visitId} är {changeMinutes} kortare.",
    en: "Visit {visitId} takes {changeMinutes} less.",
  },
  "change-crew": {
    fi: "Käynnin {visitId} tekisi yksi hoitaja.",
    sv: "Besöket {visitId} görs av en vårdare.",
    en: "Visit {visitId} is made by one nurse.",
  },
  "change-pin": {
    fi: "Käynnin {visitId} kiinnitys purettaisiin.",
    sv: "Besöket {visitId} är inte fastsatt.",
    en: "Visit {visitId} is not pinned.",
  },
  "change-nurse": {
    fi: "Yksi hoitaja lisää ajalla {fromAt}–{toAt}.",
    sv: "En vårdare till mellan {fromAt} och {toAt}.",
    en: "One more nurse from {fromAt} to {toAt}.",
  },
  "change-provider": {
    fi: "Käynnin {visitId} tekisi ulkopuolinen palveluntuottaja.",
    sv: "Besöket {visitId} görs av en utomstående producent.",
    en: "An outside provider makes visit {visitId}.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
