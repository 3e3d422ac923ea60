/** What the API finds wrong with a record, in words beside the field; by code, with the field's own limits. */
import { formatNumber, speak, text } from "../../../shared/i18n/index.js";
import type { Fault } from "../../../../src/contracts/index.js";
import type { Field } from "./forms/index.js";

const WORDS = {
  "missing-key": text("This is needed.", "Tämä tarvitaan.", "Detta behövs."),
  "wrong-type": text(
    "This is not of the right kind.",
    "Tieto ei ole oikeaa muotoa.",
    "Uppgiften har fel form.",
  ),
  "not-number": text("Write a number.", "Kirjoita luku.", "Skriv ett tal."),
  "whole-number": text("Write a whole number.", "Kirjoita kokonaisluku.", "Skriv ett heltal."),
  "unknown-value": text("Choose one of the list.", "Valitse jokin luettelosta.", "Välj något ur listan."),
  between: text("Give {least} to {most}.", "Anna {least}–{most}.", "Ange {least}–{most}."),
  least: text("Give at least {least}.", "Anna vähintään {least}.", "Ange minst {least}."),
  "out-of-range": text(
    "The number is too small or too large.",
    "Luku on liian pieni tai suuri.",
    "Talet är för litet eller för stort.",
  ),
  "id-length": text(
    "Choose or write something here.",
    "Valitse tai kirjoita tähän jotakin.",
    "Välj eller skriv något här.",
  ),
  "text-length": text(
    "The text is empty or too long.",
    "Teksti on tyhjä tai liian pitkä.",
    "Texten är tom eller för lång.",
  ),
  "wrong-length": text("Too few or too many.", "Liian vähän tai liikaa.", "För få eller för många."),
  "date-shape": text("There is no such date.", "Päivää ei ole.", "Datumet finns inte."),
  "time-shape": text(
    "Give both times, as 07:30.",
    "Anna kellonajat, esimerkiksi 07:30.",
    "Ange klockslag, till exempel 07:30.",
  ),
  "euros-decimals": text("At most two decimals.", "Enintään kaksi desimaalia.", "Högst två decimaler."),
  "period-order": text("The end is before the beginning.", "Loppu on ennen alkua.", "Slutet är före början."),
  "nurse-banned": text(
    "A nurse here is also the client's own or wished nurse. Take her out of one list.",
    "Joku näistä on myös oma tai toivottu hoitaja. Poista toisesta luettelosta.",
    "Någon av dessa är också egen eller önskad vårdare. Ta bort ur den ena listan.",
  ),
  "rhythm-rule": text(
    "Choose at least one weekday, or mend the rule.",
    "Valitse vähintään yksi viikonpäivä tai korjaa sääntö.",
    "Välj minst en veckodag, eller rätta regeln.",
  ),
  "windows-count": text(
    "Give one that all times share, or one for each time of the day.",
    "Anna yksi yhteinen tai yksi jokaiselle päivän kerralle.",
    "Ange ett gemensamt, eller ett för varje gång på dagen.",
  ),
  "gap-order": text(
    "The longest is shorter than the shortest.",
    "Enimmäisaika on lyhyempi kuin vähimmäisaika.",
    "Den längsta är kortare än den kortaste.",
  ),
  "break-delay-order": text(
    "A break's last start is before its first.",
    "Tauon viimeinen alku on ennen ensimmäistä.",
    "En paus sista start är före den första.",
  ),
  "shift-buffers": text(
    "The times before and after fill the shift.",
    "Alku- ja loppuaika täyttävät koko vuoron.",
    "Tiderna före och efter fyller passet.",
  ),
  "reference-missing": text(
    "There is no such record any more. Choose another.",
    "Tällaista ei enää ole. Valitse toinen.",
    "Den finns inte längre. Välj en annan.",
  ),
  "homes-overlap": text(
    "The client has another home then. End it the day before.",
    "Asiakkaalla on silloin toinen koti. Päätä se edellisenä päivänä.",
    "Klienten har då ett annat hem. Avsluta det dagen innan.",
  ),
  "shifts-overlap": text(
    "The nurse has another shift then.",
    "Hoitajalla on silloin toinen vuoro.",
    "Vårdaren har då ett annat pass.",
  ),
  "vehicle-taken": text(
    "All vehicles of the kind are in use then.",
    "Kaikki tällaiset ajoneuvot ovat silloin käytössä.",
    "Alla sådana fordon används då.",
  ),
  "id-mismatch": text(
    "The identifier cannot be changed.",
    "Tunnusta ei voi vaihtaa.",
    "Identifieraren kan inte ändras.",
  ),
  "unknown-key": text("This field is not known.", "Kenttää ei tunneta.", "Fältet är okänt."),
  "row-twice": text(
    "The same record stands twice in the file.",
    "Sama tieto on tiedostossa kahdesti.",
    "Samma post finns två gånger i filen.",
  ),
  "cell-value": text(
    "The cell does not hold what its column is for.",
    "Solussa ei ole sarakkeeseen kuuluvaa tietoa.",
    "Cellen innehåller inte vad kolumnen är till för.",
  ),
  "column-unknown": text(
    "The heading names a column that there is not.",
    "Otsikossa on tuntematon sarake.",
    "Rubriken nämner en okänd kolumn.",
  ),
  "column-missing": text(
    "A column is missing by which rows are told apart.",
    "Rivit erottava sarake puuttuu.",
    "En kolumn som skiljer raderna åt saknas.",
  ),
  "csv-syntax": text(
    "The line cannot be read as CSV.",
    "Riviä ei voi lukea CSV:nä.",
    "Raden kan inte läsas som CSV.",
  ),
} as const;

const tfault = speak(WORDS);
const isKnown = (code: string): code is keyof typeof WORDS => code in WORDS;

/** The words of a code; those of the server where the code is new. */
export function faultWords({ code, message, todo }: Fault, field?: Field): string {
  const shape = field?.in;
  if (shape?.input === "number") {
    if (code === "wrong-type") {
      return tfault(shape.decimals === true || !/whole/.test(message) ? "not-number" : "whole-number");
    }
    if (code === "out-of-range" && shape.least !== undefined) {
      const least = formatNumber(shape.least);
      return shape.most === undefined
        ? tfault("least", { least })
        : tfault("between", { least, most: formatNumber(shape.most) });
    }
  }
  return isKnown(code) ? tfault(code) : `${message}. ${todo}`;
}

/** Faults by the key of the field that the pointer begins with; those of no field under "". */
export function byField(
  faults: readonly Fault[],
  fields: readonly Field[],
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const fault of faults) {
    const steps = fault.path.split("/").filter((step) => step !== "" && step !== "body");
    const field = fields.find(({ key }) => key === steps[0]);
    const key = field?.key ?? (steps[0] === "id" ? "id" : "");
    const place = steps.slice(1).find((step) => /^\d+$/.test(step));
    const words = faultWords(fault, field);
    const line = place === undefined ? words : `${Number(place) + 1}: ${words}`;
    const before = found[key];
    if (before?.includes(line) !== true) found[key] = before === undefined ? line : `${before} ${line}`;
  }
  return found;
}
