/** Words of the standing data pages. */
import { speak, text } from "../../../shared/i18n/index.js";

export const KIND_WORDS = {
  areas: text("Areas", "Alueet", "Områden"),
  "service-lines": text("Service lines", "Palvelulinjat", "Servicelinjer"),
  places: text("Places", "Paikat", "Platser"),
  units: text("Units", "Yksiköt", "Enheter"),
  "visit-types": text("Visit types", "Käyntityypit", "Besökstyper"),
  nurses: text("Nurses", "Hoitajat", "Vårdare"),
  qualifications: text("Qualifications", "Osaamiset ja luvat", "Kompetenser och lov"),
  absences: text("Absences", "Poissaolot", "Frånvaro"),
  vehicles: text("Vehicles", "Ajoneuvot", "Fordon"),
  closures: text("Closures", "Sulut", "Stängningar"),
  shifts: text("Shifts", "Työvuorot", "Arbetspass"),
  clients: text("Clients", "Asiakkaat", "Klienter"),
  homes: text("Homes", "Kodit", "Hem"),
  "away-periods": text("Away periods", "Muualla olot", "Bortaperioder"),
  decisions: text("Care decisions", "Palvelupäätökset", "Vårdbeslut"),
  requirements: text("Requirements", "Palvelutarpeet", "Vårdbehov"),
} as const;
export const tkind = speak(KIND_WORDS);
export type DataKind = keyof typeof KIND_WORDS;
export const DATA_KINDS = Object.keys(KIND_WORDS) as readonly DataKind[];
export const isDataKind = (kind: string): kind is DataKind => kind in KIND_WORDS;

export const tdata = speak({
  data: text("Standing data", "Perustiedot", "Grunddata"),
  search: text("Search", "Hae", "Sök"),
  new: text("New", "Uusi", "Ny"),
  edit: text("Edit", "Muokkaa", "Redigera"),
  save: text("Save", "Tallenna", "Spara"),
  remove: text("Remove", "Poista", "Ta bort"),
  saved: text("Saved.", "Tallennettu.", "Sparat."),
  removed: text("Removed.", "Poistettu.", "Borttaget."),
  none: text("Nothing here yet.", "Täällä ei ole vielä mitään.", "Här finns inget ännu."),
  "none-found": text("Nothing matches the search.", "Haku ei löydä mitään.", "Inget motsvarar sökningen."),
  more: text(
    "Only the first {n} are shown.",
    "Vain {n} ensimmäistä näytetään.",
    "Endast de {n} första visas.",
  ),
  import: text("Import a file…", "Tuo tiedosto…", "Importera en fil…"),
  export: text("Export as CSV", "Vie CSV-tiedostona", "Exportera som CSV"),
  preview: text("What the import would do", "Mitä tuonti tekisi", "Vad importen skulle göra"),
  counts: text(
    "{rows} rows: {created} new, {changed} changed, {unchanged} as before, {refused} with faults.",
    "{rows} riviä: {created} uutta, {changed} muuttuu, {unchanged} ennallaan, {refused} virheellistä.",
    "{rows} rader: {created} nya, {changed} ändras, {unchanged} oförändrade, {refused} med fel.",
  ),
  "import-now": text("Import", "Tuo", "Importera"),
  "import-rest": text(
    "Import the rows without faults",
    "Tuo virheettömät rivit",
    "Importera raderna utan fel",
  ),
  imported: text("Imported.", "Tuotu.", "Importerat."),
  line: text("Line", "Rivi", "Rad"),
  fault: text("Fault", "Virhe", "Fel"),
  todo: text("What to do", "Mitä tehdä", "Vad göra"),
  id: text("Id", "Tunnus", "Id"),
  "id-needed": text("Give an id.", "Anna tunnus.", "Ange ett id."),
  "not-json": text("This is not JSON.", "Tämä ei ole JSONia.", "Detta är inte JSON."),
  "field-help": text(
    "Several values with commas between them; parts in braces are JSON.",
    "Useampi arvo pilkuin eroteltuna; aaltosulkeissa oleva on JSONia.",
    "Flera värden med kommatecken emellan; delar inom klamrar är JSON.",
  ),
  "new-field": text("Another field", "Muu kenttä", "Ett annat fält"),
  outdated: text(
    "Somebody else has changed this meanwhile. Close, look at the list anew and edit again.",
    "Joku muu on muuttanut tätä sillä välin. Sulje, katso luettelo uudelleen ja muokkaa sitten.",
    "Någon annan har ändrat detta under tiden. Stäng, se listan på nytt och redigera igen.",
  ),
});
