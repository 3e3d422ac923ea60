/** What cost parts are called within sentences. */
import type { CostPart, Language } from "../../checker/index.js";

export const PART_NAMES: Readonly<Record<CostPart, Readonly<Record<Language, string>>>> = {
  travel: { fi: "matkat", sv: "resor", en: "travel" },
  wait: { fi: "odotus", sv: "väntan", en: "waiting" },
  early: {
    fi: "alut ennen toiveaikaa",
    sv: "starter före önskad tid",
    en: "starts before the preferred time",
  },
  late: {
    fi: "alut toiveajan jälkeen",
    sv: "starter efter önskad tid",
    en: "starts after the preferred time",
  },
  worstLate: { fi: "suurin myöhästyminen", sv: "den största förseningen", en: "the latest single start" },
  overtime: { fi: "ylityö", sv: "övertid", en: "overtime" },
  unfamiliar: { fi: "vieras hoitaja", sv: "obekant vårdare", en: "an unfamiliar nurse" },
  outsideArea: {
    fi: "hoitaja alueensa ulkopuolella",
    sv: "vårdare utanför sitt område",
    en: "a nurse outside her area",
  },
  language: { fi: "ei yhteistä kieltä", sv: "inget gemensamt språk", en: "no shared language" },
  overload: { fi: "kuorma yli tavoitteen", sv: "arbete över målet", en: "load beyond the target" },
  use: { fi: "vuoron käyttö", sv: "användning av pass", en: "use of a shift" },
  bought: { fi: "ostetut käynnit", sv: "köpta besök", en: "bought visits" },
  moved: { fi: "siirto toiselle hoitajalle", sv: "byte av vårdare", en: "change of nurse" },
  shifted: { fi: "siirtyneet alut", sv: "flyttade starter", en: "moved starts" },
  unserved: { fi: "tekemättä jäävät käynnit", sv: "ogjorda besök", en: "visits left out" },
};
