/** Words of the day as it runs. */
import { speak, text } from "../../../shared/i18n/index.js";

export const tl = speak({
  title: text("Live day", "Päivän tilanne", "Dagsläge"),
  date: text("Date", "Päivä", "Datum"),
  loading: text("Loading…", "Ladataan…", "Laddar…"),
  unpublished: text(
    "Nothing is published for this day yet, so there is nothing to follow.",
    "Tälle päivälle ei ole julkaistu mitään, joten seurattavaa ei ole.",
    "Inget är publicerat för dagen ännu, så det finns inget att följa.",
  ),
  "to-plan": text("Open the day's plan", "Avaa päivän suunnitelma", "Öppna dagens plan"),
  "as-of": text("As of {time}", "Tilanne klo {time}", "Läget kl. {time}"),
  streaming: text("follows at once", "päivittyy heti", "uppdateras genast"),
  polling: text("looks every 15 seconds", "päivittyy 15 sekunnin välein", "uppdateras var 15:e sekund"),
  unreachable: text(
    "The server did not answer; what is shown may be old. The page tries again by itself.",
    "Palvelin ei vastannut; näkymä voi olla vanha. Sivu yrittää itse uudelleen.",
    "Servern svarade inte; det som visas kan vara gammalt. Sidan försöker igen av sig själv.",
  ),
  attention: text("Late and missed", "Myöhässä ja väliin jääneet", "Försenade och uteblivna"),
  "attention-none": text(
    "No visit is late or missed.",
    "Yksikään käynti ei ole myöhässä eikä jäänyt väliin.",
    "Inget besök är försenat eller uteblivet.",
  ),
  summary: text(
    "{missed} missed, {late} late",
    "{missed} jäänyt väliin, {late} myöhässä",
    "{missed} uteblivna, {late} försenade",
  ),
  nurses: text("Nurses", "Hoitajat", "Vårdare"),
  visits: text("Other visits", "Muut käynnit", "Övriga besök"),
  state: text("State", "Tila", "Läge"),
  client: text("Client", "Asiakas", "Klient"),
  type: text("Visit type", "Käyntilaji", "Besökstyp"),
  nurse: text("Nurse", "Hoitaja", "Vårdare"),
  planned: text("Planned", "Suunniteltu", "Planerat"),
  expected: text("Expected", "Odotettu", "Väntat"),
  delay: text("Delay", "Viive", "Försening"),
  remarks: text("Remarks", "Huomiot", "Anmärkningar"),
  where: text("At or next", "Missä tai seuraavaksi", "Hos eller nästa"),
  back: text("Back", "Takaisin", "Tillbaka"),
  progress: text("Done", "Tehty", "Gjort"),
  "of-all": text("{done} of {all}", "{done}/{all}", "{done} av {all}"),
  minutes: text("{n} min", "{n} min", "{n} min"),
  notes: text("{n} {n|note|notes}", "{n} {n|muistiinpano|muistiinpanoa}", "{n} {n|anteckning|anteckningar}"),
});

/** What is said of a visit; `late` is added to those that are not begun. */
export const tstate = speak({
  open: text("to come", "tulossa", "kommer"),
  late: text("late", "myöhässä", "försenat"),
  begun: text("under way", "käynnissä", "pågår"),
  done: text("done", "tehty", "gjort"),
  "cancelled-at-door": text("cancelled at the door", "peruttu ovella", "avböjt vid dörren"),
  "not-at-home": text("not at home", "ei kotona", "inte hemma"),
  missed: text("missed", "jäänyt väliin", "uteblivet"),
  unserved: text("unserved", "suunnittelematta", "oplanerat"),
  bought: text("bought", "ostettu", "köpt"),
});

export const tround = speak({
  "to-come": text("not begun", "ei alkanut", "inte börjat"),
  "on-the-way": text("on the way", "matkalla", "på väg"),
  "at-visit": text("at a visit", "käynnillä", "på besök"),
  back: text("back", "palannut", "tillbaka"),
});

export const tremark = speak({
  "no-check-in": text("no check-in", "saapumista ei kirjattu", "ingen incheckning"),
  "out-before-in": text("left before coming", "lähtö ennen saapumista", "utcheckning före incheckning"),
  "crew-incomplete": text("not all of the crew", "työpari vajaa", "teamet är inte fulltaligt"),
  contradicting: text("reports contradict", "kirjaukset ristiriidassa", "uppgifterna motsäger varandra"),
  "clock-wrong": text("phone's clock is wrong", "puhelimen kello väärässä", "telefonens klocka går fel"),
  "ahead-of-time": text("ahead of the clock", "kellonaikaa edellä", "före klockan"),
  "arrived-late": text("reported afterwards", "kirjattu jälkikäteen", "rapporterat i efterhand"),
  "not-on-a-round": text("not on a round", "ei kierroksella", "inte på någon runda"),
  "other-nurse": text("another nurse", "toinen hoitaja", "annan vårdare"),
  "far-from-plan": text("far from the plan", "kaukana suunnitellusta", "långt från planen"),
});
