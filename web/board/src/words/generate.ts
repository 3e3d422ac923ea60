/** Words of making days from the standing data, and of what was found on the way. */
import type { GenerationWarning } from "../../../../src/contracts/index.js";
import { speak, text } from "../../../shared/i18n/index.js";

export const tg = speak({
  title: text("Make days from the standing data", "Luo päivät perustiedoista", "Skapa dagar av grunddata"),
  button: text("Make a day…", "Luo päivä…", "Skapa en dag…"),
  about: text(
    "Visits come from the clients' requirements, shifts from the rota. A day that is there already gets a new beginning; its plans stay.",
    "Käynnit tulevat asiakkaiden palvelutarpeista, vuorot työvuoroluettelosta. Jo luotu päivä saa uuden lähtötilanteen, ja sen suunnitelmat säilyvät.",
    "Besöken kommer ur klienternas behov, passen ur arbetslistan. En dag som redan finns får ett nytt utgångsläge; dess planer finns kvar.",
  ),
  from: text("First day", "Ensimmäinen päivä", "Första dagen"),
  to: text("Last day", "Viimeinen päivä", "Sista dagen"),
  "order-bad": text(
    "The last day is the first one or up to 30 days later.",
    "Viimeinen päivä on ensimmäinen tai enintään 30 päivää sen jälkeen.",
    "Sista dagen är den första eller högst 30 dagar senare.",
  ),
  areas: text("Areas (none: all)", "Alueet (tyhjä: kaikki)", "Områden (inget: alla)"),
  "weights-default": text("The usual weights", "Tavalliset painot", "De vanliga vikterna"),
  make: text("Make", "Luo", "Skapa"),
  making: text("Making the visits…", "Luodaan käyntejä…", "Skapar besöken…"),
  made: text(
    "{visits} {visits|visit|visits} of {clients} {clients|client|clients}, {shifts} {shifts|shift|shifts}",
    "{visits} {visits|käynti|käyntiä}, {clients} {clients|asiakas|asiakasta}, {shifts} {shifts|vuoro|vuoroa}",
    "{visits} besök hos {clients} {clients|klient|klienter}, {shifts} pass",
  ),
  nothing: text("nothing to plan", "ei suunniteltavaa", "inget att planera"),
  open: text("Open the day", "Avaa päivä", "Öppna dagen"),
  found: text("Look at this", "Tarkista nämä", "Kontrollera detta"),
  more: text("and {n} more", "ja {n} muuta", "och {n} till"),
});

export const tfound = speak({
  "decision-missing": text(
    "The requirement's decision is missing: no visits.",
    "Palvelutarpeen päätös puuttuu: käyntejä ei luotu.",
    "Behovets beslut saknas: inga besök.",
  ),
  "decision-not-begun": text(
    "The decision begins later: no visits.",
    "Päätös alkaa myöhemmin: käyntejä ei luotu.",
    "Beslutet börjar senare: inga besök.",
  ),
  "decision-expired": text(
    "The decision has ended: no visits. Make a new one or end the requirement.",
    "Päätös on päättynyt: käyntejä ei luotu. Tee uusi päätös tai päätä palvelutarve.",
    "Beslutet har upphört: inga besök. Gör ett nytt eller avsluta behovet.",
  ),
  "decision-overdue": text(
    "The decision's review is overdue: no visits before it is reviewed.",
    "Päätöksen tarkistus on myöhässä: ei käyntejä ennen tarkistusta.",
    "Beslutets översyn är försenad: inga besök före översynen.",
  ),
  "client-missing": text(
    "The decision's client is missing: no visits.",
    "Päätöksen asiakas puuttuu: käyntejä ei luotu.",
    "Beslutets klient saknas: inga besök.",
  ),
  "client-away": text(
    "The client is away: the visit is not made.",
    "Asiakas on poissa: käyntiä ei tehdä.",
    "Klienten är borta: besöket görs inte.",
  ),
  "home-missing": text(
    "The client has no home on the day: no visits.",
    "Asiakkaalla ei ole kotia tänä päivänä: käyntejä ei luotu.",
    "Klienten har inget hem den dagen: inga besök.",
  ),
  "type-missing": text(
    "The visit type is missing: no visits.",
    "Käyntityyppi puuttuu: käyntejä ei luotu.",
    "Besökstypen saknas: inga besök.",
  ),
  "minutes-missing": text(
    "Nothing says how long the visit takes: no visits.",
    "Käynnin kestoa ei ole annettu: käyntejä ei luotu.",
    "Besökets längd är inte angiven: inga besök.",
  ),
  "rhythm-refused": text(
    "The rhythm cannot be read: no visits.",
    "Rytmiä ei voi lukea: käyntejä ei luotu.",
    "Rytmen kan inte läsas: inga besök.",
  ),
  "weekly-hours-exceeded": text(
    "The week's shifts come to more than the hours of the contract; what is more costs.",
    "Viikon vuorot ylittävät työsopimuksen tunnit; ylitys maksaa.",
    "Veckans pass överskrider avtalets timmar; överskottet kostar.",
  ),
  "weekly-hours-full": text(
    "The most hours of a week are full: the shift does not count.",
    "Viikon enimmäistunnit ovat täynnä: vuoroa ei lasketa.",
    "Veckans högsta timantal är fullt: passet räknas inte.",
  ),
  "shift-elsewhere": text(
    "On a published round of other areas: the shift does not count here.",
    "Julkaistulla kierroksella muilla alueilla: vuoroa ei lasketa tässä.",
    "På en publicerad runda i andra områden: passet räknas inte här.",
  ),
  "hours-exceeded": text(
    "The requirements come to more hours than the decision grants.",
    "Palvelutarpeet ylittävät päätöksen myöntämät tunnit.",
    "Behoven överskrider de timmar som beslutet beviljar.",
  ),
  "skill-without-nurse": text(
    "No nurse at work has the skills that are needed: the visit stays unserved.",
    "Kenelläkään töissä olevalla ei ole vaadittua osaamista: käynti jää suunnittelematta.",
    "Ingen vårdare i arbete har den kunskap som behövs: besöket förblir oplanerat.",
  ),
  "nurse-missing": text(
    "The shift's nurse is missing: the shift does not count.",
    "Vuoron hoitaja puuttuu: vuoroa ei lasketa.",
    "Passets vårdare saknas: passet räknas inte.",
  ),
  "nurse-absent": text(
    "The nurse is absent in the shift or a part of it.",
    "Hoitaja on poissa vuorosta tai osasta sitä.",
    "Vårdaren är frånvarande under passet eller en del av det.",
  ),
  "unit-closed": text(
    "The unit is closed in the shift or a part of it.",
    "Yksikkö on suljettu vuoron tai sen osan ajan.",
    "Enheten är stängd under passet eller en del av det.",
  ),
  "place-missing": text(
    "A home or a shift names a place that is missing: it does not count.",
    "Kodin tai vuoron paikka puuttuu: sitä ei lasketa.",
    "Ett hem eller pass anger en plats som saknas: det räknas inte.",
  ),
  "vehicle-short": text(
    "All pool vehicles are in use: the shift travels another way.",
    "Kaikki yhteisajoneuvot ovat käytössä: vuoro kulkee muulla tavalla.",
    "Alla poolfordon är i bruk: passet färdas på annat sätt.",
  ),
  "break-dropped": text(
    "What is left of the shift has no room for its break.",
    "Jäljellä olevaan vuoroon ei mahdu taukoa.",
    "Det som är kvar av passet har inte rum för pausen.",
  ),
  "qualification-ends": text(
    "A qualification ends within these days: it counts on none of them.",
    "Pätevyys päättyy näiden päivien aikana: sitä ei lasketa yhtenäkään päivänä.",
    "En behörighet upphör under dessa dagar: den räknas inte någon av dem.",
  ),
  "no-shifts": text(
    "No shift begins on the day. Enter shifts first.",
    "Päivänä ei ala yhtään vuoroa. Lisää ensin vuorot.",
    "Inget pass börjar den dagen. Lägg in pass först.",
  ),
} satisfies Record<GenerationWarning["code"], ReturnType<typeof text>>);
