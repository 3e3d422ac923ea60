/** Words of policies: what each weight is counted for, and the pages around it. */
import type { PolicyView } from "../../../../src/contracts/index.js";
import { inLanguage, speak, text } from "../../../shared/i18n/index.js";
import type { PART_WORDS } from "./figures.js";

/** The organisation's own is as it was written; the program's own in the user's language. */
export const descriptionOf = ({ description, descriptions }: PolicyView): string =>
  inLanguage(descriptions, description ?? "");

export const tpolicy = speak({
  title: text("Policies", "Painotukset", "Principer"),
  about: text(
    "Named choices of what matters most. A plan is made by one of them; each change is a new version.",
    "Nimettyjä valintoja siitä, mikä on tärkeintä. Suunnitelma tehdään jonkin mukaan; jokainen muutos on uusi versio.",
    "Namngivna val av vad som är viktigast. En plan görs enligt ett av dem; varje ändring är en ny version.",
  ),
  new: text("New policy", "Uusi painotus", "Ny princip"),
  name: text("Name", "Nimi", "Namn"),
  description: text("When to use it", "Milloin käytetään", "När den används"),
  version: text("version {n}", "versio {n}", "version {n}"),
  own: text("the program's own", "ohjelman oma", "programmets egen"),
  usual: text("as balanced", "kuten tasapainoinen", "som balanserad"),
  off: text("not counted", "ei lasketa", "räknas inte"),
  times: text("× {n}", "× {n}", "× {n}"),
  each: text("{n} points {unit}", "{n} pistettä {unit}", "{n} poäng {unit}"),
  saved: text("Saved as version {n}.", "Tallennettu versiona {n}.", "Sparad som version {n}."),
  "name-needed": text("Give it a name.", "Anna nimi.", "Ge den ett namn."),
  outdated: text(
    "Somebody else has changed this policy meanwhile. Close and open it again.",
    "Joku muu on muuttanut tätä painotusta sillä välin. Sulje ja avaa uudelleen.",
    "Någon annan har ändrat principen under tiden. Stäng och öppna den igen.",
  ),
  table: text("Side by side", "Rinnakkain", "Sida vid sida"),
  part: text("What is counted", "Mitä lasketaan", "Vad som räknas"),
  compare: text("Compare on a day", "Vertaa päivällä", "Jämför på en dag"),
  "compare-about": text(
    "Each chosen policy plans the same day with the same limits. The table shows what it leads to.",
    "Jokainen valittu painotus suunnittelee saman päivän samoin rajoin. Taulukko näyttää, mihin se johtaa.",
    "Varje vald princip planerar samma dag med samma gränser. Tabellen visar vad det leder till.",
  ),
  day: text("Day", "Päivä", "Dag"),
  seconds: text("Seconds for each", "Sekuntia kullekin", "Sekunder för var och en"),
  start: text("Compare", "Vertaa", "Jämför"),
  running: text(
    "Planning… {n} of {all} ready",
    "Suunnitellaan… {n}/{all} valmiina",
    "Planerar… {n} av {all} klara",
  ),
  "no-days": text(
    "Import or generate a day first.",
    "Tuo tai luo ensin päivä.",
    "Importera eller skapa en dag först.",
  ),
  common: text("Points by balanced", "Pisteet tasapainoisella", "Poäng enligt balanserad"),
  best: text("best", "paras", "bäst"),
  "open-plan": text("Open the plan", "Avaa suunnitelma", "Öppna planen"),
  failed: text("No plan", "Ei suunnitelmaa", "Ingen plan"),
  choose: text("Choose 2 to 8 policies.", "Valitse 2–8 painotusta.", "Välj 2–8 principer."),
});

/** What one point of a weight is counted for. */
export const tunit = speak({
  minute: text("for each minute", "minuutilta", "per minut"),
  visit: text("for each visit", "käynniltä", "per besök"),
  point: text("for each point of its price", "hintapisteeltä", "per prispoäng"),
});

export type Part = keyof typeof PART_WORDS;
export const PART_UNITS: Readonly<Record<Part, "minute" | "visit" | "point">> = {
  travel: "minute",
  wait: "minute",
  early: "minute",
  late: "minute",
  worstLate: "minute",
  overtime: "minute",
  unfamiliar: "visit",
  outsideArea: "visit",
  language: "visit",
  overload: "minute",
  use: "point",
  bought: "point",
  moved: "visit",
  shifted: "minute",
  unserved: "point",
};

export const tgroups = speak({
  client: text("For the client", "Asiakkaalle", "För klienten"),
  nurse: text("For the nurse", "Hoitajalle", "För vårdaren"),
  economy: text("Economy", "Talous", "Ekonomi"),
  calm: text("Calm when re-planning", "Rauha uudelleen suunniteltaessa", "Lugn vid omplanering"),
});
export const PART_GROUPS = {
  client: ["unserved", "unfamiliar", "language", "late", "early", "worstLate"],
  nurse: ["overtime", "overload", "wait", "outsideArea"],
  economy: ["travel", "use", "bought"],
  calm: ["moved", "shifted"],
} as const satisfies Record<string, readonly Part[]>;
