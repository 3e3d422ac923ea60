/** Words of continuity and equity. */
import { speak, text } from "../../../shared/i18n/index.js";

export const tq = speak({
  title: text("Quality up to {date}", "Laatu {date} asti", "Kvalitet till {date}"),
  date: text("Last day", "Viimeinen päivä", "Sista dagen"),
  loading: text("Loading…", "Ladataan…", "Laddar…"),
  none: text(
    "No published visits in this time. Publish a day, or choose another last day.",
    "Tältä ajalta ei ole julkaistuja käyntejä. Julkaise päivä tai valitse toinen viimeinen päivä.",
    "Det finns inga publicerade besök under tiden. Publicera en dag eller välj en annan sista dag.",
  ),
  continuity: text("Continuity", "Jatkuvuus", "Kontinuitet"),
  "continuity-about": text(
    "Different nurses that a client met between 7 and 22 o'clock; most first.",
    "Kuinka monta eri hoitajaa asiakkaalla on käynyt klo 7–22; eniten ensin.",
    "Hur många olika vårdare klienten mött kl. 7–22; flest först.",
  ),
  "continuity-plot": text(
    "Clients by number of nurses in {days} days. On average {mean} nurses.",
    "Asiakkaat hoitajien määrän mukaan {days} päivän ajalta. Keskimäärin {mean} hoitajaa.",
    "Klienter efter antal vårdare under {days} dagar. I medeltal {mean} vårdare.",
  ),
  "nurses-axis": text(
    "Nurses in {days} days (below), clients (above)",
    "Hoitajia {days} päivässä (alla), asiakkaita (yllä)",
    "Vårdare på {days} dagar (nedan), klienter (ovan)",
  ),
  client: text("Client", "Asiakas", "Klient"),
  visits: text("Visits, {n} days", "Käyntejä, {n} pv", "Besök, {n} dagar"),
  nurses: text("Nurses, {n} days", "Hoitajia, {n} pv", "Vårdare, {n} dagar"),
  familiar: text(
    "By the most familiar, {n} days",
    "Tutuimpien osuus, {n} pv",
    "De mest bekantas andel, {n} dagar",
  ),
  equity: text("Equity", "Tasapuolisuus", "Rättvisa"),
  "equity-about": text(
    "Points for each visit over {weeks} weeks: late minutes, moved times and dropped visits; the worst off first.",
    "Pisteitä käyntiä kohti {weeks} viikon ajalta: myöhästymiset, siirretyt ajat ja pois jääneet käynnit; eniten kärsineet ensin.",
    "Poäng per besök under {weeks} veckor: förseningar, flyttade tider och inställda besök; de mest drabbade först.",
  ),
  "equity-none": text(
    "Nobody had late, moved or dropped visits.",
    "Kenelläkään ei ollut myöhästyneitä, siirrettyjä tai pois jääneitä käyntejä.",
    "Ingen hade försenade, flyttade eller inställda besök.",
  ),
  "equity-plot": text(
    "Points of the {n} worst off clients, from {most} to {least}.",
    "Eniten kärsineiden {n} asiakkaan pisteet, {most}–{least}.",
    "Poäng för de {n} mest drabbade klienterna, från {most} till {least}.",
  ),
  "visits-all": text("Visits", "Käyntejä", "Besök"),
  late: text("Late", "Myöhässä", "Försenade"),
  "late-minutes": text("Late, min", "Myöhässä, min", "Försenat, min"),
  moved: text("Moved", "Siirretty", "Flyttade"),
  dropped: text("Dropped", "Jäänyt pois", "Inställda"),
  score: text("Points for each visit", "Pistettä/käynti", "Poäng per besök"),
  more: text("Show {n} more", "Näytä {n} lisää", "Visa {n} till"),
});
