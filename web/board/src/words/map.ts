/** Words of the map. */
import { speak, text } from "../../../shared/i18n/index.js";

export const MAP_WORDS = {
  map: text("Map of the rounds", "Kierrosten kartta", "Karta över rundorna"),
  round: text("Round", "Kierros", "Runda"),
  all: text("All rounds", "Kaikki kierrokset", "Alla rundor"),
  list: text("List", "Luettelo", "Lista"),
  "list-title": text("Stops of the round", "Kierroksen käynnit", "Rundans besök"),
  "list-none": text(
    "Choose a round to see its visits in order.",
    "Valitse kierros, niin näet sen käynnit järjestyksessä.",
    "Välj en runda för att se besöken i ordning.",
  ),
  larger: text("Larger map", "Suurempi kartta", "Större karta"),
  smaller: text("Smaller map", "Pienempi kartta", "Mindre karta"),
  fit: text("Whole area", "Koko alue", "Hela området"),
  straight: text(
    "Dashed: straight lines, no road known",
    "Katkoviiva: linnuntie, tietä ei tunneta",
    "Streckat: fågelvägen, ingen väg känd",
  ),
  streets: text("No street map here", "Katukarttaa ei ole", "Ingen gatukarta här"),
  way: text("way {t}", "matka {t}", "väg {t}"),
  unserved: text("unserved", "suunnittelematta", "oplanerat"),
  office: text("Office", "Toimipiste", "Kontor"),
  help: text(
    "Arrow keys move the map, plus and minus zoom. The list shows the same visits for the keyboard.",
    "Nuolinäppäimet siirtävät karttaa, plus ja miinus zoomaavat. Luettelossa on samat käynnit näppäimistöä varten.",
    "Piltangenter flyttar kartan, plus och minus zoomar. Listan visar samma besök för tangentbordet.",
  ),
} as const;

export const tm = speak(MAP_WORDS);
