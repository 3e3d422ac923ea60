/** Words of the key figures and the parts of the cost. */
import { speak, text } from "../../../shared/i18n/index.js";

export const FIGURE_WORDS = {
  figures: text("Key figures", "Tunnusluvut", "Nyckeltal"),
  unserved: text("Unserved", "Suunnittelematta", "Oplanerade"),
  directWork: text("Direct work", "Välitön työ", "Direkt arbete"),
  travel: text("Travel", "Matkat", "Resor"),
  onTime: text("On time", "Toiveajassa", "I tid"),
  continuity: text("Familiar nurse", "Tuttu hoitaja", "Bekant vårdare"),
  language: text("Own language", "Oma kieli", "Eget språk"),
  load: text("Overtime", "Ylityö", "Övertid"),
  distance: text("Distance", "Matkaa", "Sträcka"),
  gap: text("Proven", "Todistettu", "Bevisat"),
  cost: text("Cost", "Kustannus", "Kostnad"),
  points: text("points", "pistettä", "poäng"),
  spread: text("load spread {n} pp", "kuormaero {n} %-yks.", "lastskillnad {n} p.e."),
  co2: text("CO₂ {n} kg", "CO₂ {n} kg", "CO₂ {n} kg"),
} as const;
export const tf = speak(FIGURE_WORDS);

export const PART_WORDS = {
  travel: text("Travel", "Matkat", "Resor"),
  wait: text("Waiting", "Odotus", "Väntan"),
  early: text("Before preferred time", "Ennen toiveaikaa", "Före önskad tid"),
  late: text("After preferred time", "Toiveajan jälkeen", "Efter önskad tid"),
  worstLate: text("Latest single start", "Suurin myöhästyminen", "Största förseningen"),
  overtime: text("Overtime", "Ylityö", "Övertid"),
  unfamiliar: text("Unfamiliar nurse", "Vieras hoitaja", "Obekant vårdare"),
  outsideArea: text("Outside own area", "Oman alueen ulkopuolella", "Utanför eget område"),
  language: text("No shared language", "Ei yhteistä kieltä", "Inget gemensamt språk"),
  overload: text("Load beyond target", "Kuormaa yli tavoitteen", "Arbete över målet"),
  use: text("Use of shifts", "Vuorojen käyttö", "Användning av pass"),
  bought: text("Bought visits", "Ostetut käynnit", "Köpta besök"),
  moved: text("Moved to another nurse", "Siirretty toiselle", "Flyttade till annan"),
  shifted: text("Moved in time", "Aika siirtynyt", "Flyttade i tid"),
  unserved: text("Unserved visits", "Suunnittelematta", "Oplanerade besök"),
} as const;
export const tpart = speak(PART_WORDS);
export const isPart = (part: string): part is keyof typeof PART_WORDS => part in PART_WORDS;
