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
  "access-notes": text("Door codes and keys", "Ovikoodit ja avaimet", "Portkoder och nycklar"),
  "away-periods": text("Away periods", "Muualla olot", "Bortaperioder"),
  decisions: text("Care decisions", "Palvelupäätökset", "Vårdbeslut"),
  requirements: text("Requirements", "Palvelutarpeet", "Vårdbehov"),
} as const;
export const tkind = speak(KIND_WORDS);
export type DataKind = keyof typeof KIND_WORDS;

/** In the order in which the page lists them. */
export const DATA_GROUPS = {
  people: ["clients", "homes", "decisions", "requirements", "away-periods", "access-notes"],
  staff: ["nurses", "qualifications", "shifts", "absences"],
  office: ["visit-types", "areas", "units", "service-lines", "places", "vehicles", "closures"],
} as const satisfies Record<string, readonly DataKind[]>;
export const tgroup = speak({
  people: text("Clients", "Asiakkaat", "Klienter"),
  staff: text("Staff", "Henkilöstö", "Personal"),
  office: text("Organisation", "Organisaatio", "Organisation"),
});
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
  id: text("Identifier", "Tunnus", "Identifierare"),
  "id-help": text(
    "Made by itself. Another system's own may be written here instead; it cannot be changed later.",
    "Syntyy itsestään. Tähän voi kirjoittaa toisen järjestelmän tunnuksen; sitä ei voi vaihtaa myöhemmin.",
    "Skapas automatiskt. Ett annat systems identifierare kan skrivas här; den kan inte ändras senare.",
  ),
  "id-fixed": text("It cannot be changed.", "Sitä ei voi vaihtaa.", "Den kan inte ändras."),
  "not-said": text("– not said –", "– ei tietoa –", "– inte angivet –"),
  choose: text("Choose…", "Valitse…", "Välj…"),
  add: text("Add…", "Lisää…", "Lägg till…"),
  "take-out": text("Take out {name}", "Poista {name}", "Ta bort {name}"),
  from: text("from", "alkaen", "från"),
  to: text("to", "asti", "till"),
  yes: text("yes", "kyllä", "ja"),
  no: text("no", "ei", "nej"),
  loading: text("Loading…", "Ladataan…", "Laddar…"),
  faults: text(
    "{n} {n|field needs|fields need} mending before this can be saved.",
    "{n} {n|kenttä|kenttää} on korjattava ennen tallennusta.",
    "{n} fält måste rättas innan detta kan sparas.",
  ),
  "new-version": text(
    "With another first day this becomes a new version. The earlier one holds until the day before.",
    "Eri alkupäivällä tästä tulee uusi versio. Aiempi on voimassa edelliseen päivään asti.",
    "Med en annan första dag blir detta en ny version. Den tidigare gäller till dagen innan.",
  ),
  "remove-sure": text("Remove for good?", "Poistetaanko pysyvästi?", "Ta bort för gott?"),
  "remove-yes": text("Yes, remove", "Kyllä, poista", "Ja, ta bort"),
  referred: text(
    "Others still refer to this, so it cannot be removed ({detail}).",
    "Tähän viitataan vielä muualta, joten sitä ei voi poistaa ({detail}).",
    "Andra hänvisar ännu till detta, så det kan inte tas bort ({detail}).",
  ),
  "not-allowed": text(
    "Your role may not change this.",
    "Roolisi ei saa muuttaa tätä.",
    "Din roll får inte ändra detta.",
  ),
  "break-minutes": text("Length", "Kesto", "Längd"),
  "break-earliest": text("Begins at the soonest after", "Alkaa aikaisintaan", "Börjar tidigast efter"),
  "break-latest": text("Begins at the latest after", "Alkaa viimeistään", "Börjar senast efter"),
  "break-after": text(
    "Only on rounds longer than",
    "Vain kierroksilla, jotka ylittävät",
    "Bara på rundor längre än",
  ),
  "break-inside": text("Between two visits", "Kahden käynnin välissä", "Mellan två besök"),
  "break-words": text(
    "{n} min, {from}–{to} h after start",
    "{n} min, {from}–{to} h alusta",
    "{n} min, {from}–{to} h efter start",
  ),
  "contract-own": text("own staff", "oma henkilöstö", "egen personal"),
  "contract-substitute": text("substitute", "sijainen", "vikarie"),
  "contract-provider": text("outside provider", "ostopalvelu", "köptjänst"),
  "contract-activation": text("Price of calling in", "Kutsumisen hinta", "Pris för att kallas in"),
  "contract-cost": text("Price of a visit", "Käynnin hinta", "Pris för ett besök"),
  "contract-most": text("Visits a day at most", "Käyntejä päivässä enintään", "Besök per dag högst"),
  "contract-types": text("Takes visits of types", "Ottaa käyntityyppejä", "Tar besökstyper"),
  "contract-areas": text("In areas (none: all)", "Alueilla (ei valittuja: kaikki)", "I områden (inga: alla)"),
  column: text("Column", "Sarake", "Kolumn"),
  "changes-title": text("Changes", "Muutokset", "Ändringar"),
  created: text("new", "uusi", "ny"),
  changed: text("changes", "muuttuu", "ändras"),
  "changes-more": text("and {n} more", "ja {n} muuta", "och {n} till"),
  reading: text("Looking at the file…", "Tarkastetaan tiedostoa…", "Granskar filen…"),
  outdated: text(
    "Somebody else has changed this meanwhile. Close, look at the list anew and edit again.",
    "Joku muu on muuttanut tätä sillä välin. Sulje, katso luettelo uudelleen ja muokkaa sitten.",
    "Någon annan har ändrat detta under tiden. Stäng, se listan på nytt och redigera igen.",
  ),
});
