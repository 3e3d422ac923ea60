/** Many facts in few words, and the sentences that they stand in. See {@link REASONS}. */
import type { Language } from "../../checker/index.js";

export const GROUP_WORDS = {
  conflict: {
    fi: "Esteenä ovat yhdessä: {facts}. Yhdestäkin luopuminen riittäisi.",
    sv: "I vägen står tillsammans: {facts}. Det räcker att avstå från ett enda av dem.",
    en: "Together these stand in its way: {facts}. Letting go of any single one would be enough.",
  },
  "conflict-one": {
    fi: "Esteenä on vain {facts}.",
    sv: "I vägen står bara {facts}.",
    en: "Only this stands in its way: {facts}.",
  },
  "held-facts": {
    fi: "Omalla paikallaan kierroksella sitä viivästyttävät: {facts}.",
    sv: "På sin egen plats på rundan försenas det av: {facts}.",
    en: "At its own place on the round it is made late by: {facts}.",
  },
  "held-price": {
    fi: "Kierroksella se voisi alkaa ajoissa, mutta muut toiveet maksaisivat silloin enemmän.",
    sv: "På rundan kunde det börja i tid, men då skulle andra önskemål kosta mer.",
    en: "On its round it could start in time, but other wishes would then cost more.",
  },
  "facts-visits": {
    fi: "{visits} käyntiä vuorolla {shiftId} ({fromAt}–{toAt})",
    sv: "{visits} besök på arbetspasset {shiftId} ({fromAt}–{toAt})",
    en: "{visits} visits on shift {shiftId} ({fromAt}–{toAt})",
  },
  "facts-visits-shifts": {
    fi: "{visits} käyntiä {shifts} vuorolla",
    sv: "{visits} besök på {shifts} arbetspass",
    en: "{visits} visits on {shifts} shifts",
  },
  "facts-windows": {
    fi: "{visits} käynnin aikaikkunat",
    sv: "tidsfönstren för {visits} besök",
    en: "the windows of {visits} visits",
  },
  "facts-pins": {
    fi: "{visits} käynnin kiinnitykset",
    sv: "fastsättningen av {visits} besök",
    en: "the pins of {visits} visits",
  },
  "facts-links": {
    fi: "{links} käyntien välistä ehtoa",
    sv: "{links} villkor mellan besök",
    en: "{links} ties between visits",
  },
  "facts-hours": {
    fi: "{shifts} vuoron työaika {fromAt}–{toAt}",
    sv: "arbetstiden {fromAt}–{toAt} på {shifts} arbetspass",
    en: "the hours {fromAt}–{toAt} of {shifts} shifts",
  },
  "facts-breaks": {
    fi: "{shifts} vuoron tauot",
    sv: "pauserna på {shifts} arbetspass",
    en: "the breaks of {shifts} shifts",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
