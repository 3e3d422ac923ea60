/** Broken rules in words: short sentences that name the nurse and the amount. */
import { formatDuration, formatTime, speak, text } from "../../../shared/i18n/index.js";
import { skillName } from "../../../shared/plainNames.js";
import type { ViolationView } from "../../../../src/contracts/index.js";

const WORDS = {
  "visit-missing": text("stands nowhere in the plan", "puuttuu suunnitelmasta", "saknas i planen"),
  "visit-twice": text("stands twice in the plan", "on suunnitelmassa kahdesti", "finns två gånger i planen"),
  "crew-wrong": text("the crew is not complete", "pari ei ole täysi", "besökslaget är inte fullt"),
  "crew-apart": text(
    "the crew starts {time} apart",
    "pari aloittaa {time} erillään",
    "besökslaget börjar {time} isär",
  ),
  "skill-missing": text("{nurse} lacks {list}", "{nurse}: puuttuu {list}", "{nurse} saknar {list}"),
  "nurse-refused": text(
    "the client refuses {nurse}",
    "asiakas ei huoli hoitajaa {nurse}",
    "klienten avböjer {nurse}",
  ),
  "visit-length": text("the length is wrong", "kesto on väärä", "längden är fel"),
  "outside-window": text(
    "starts at {at}, outside its window",
    "alkaa {at}, ikkunansa ulkopuolella",
    "börjar {at}, utanför sitt fönster",
  ),
  "no-way": text("there is no way there", "perille ei ole reittiä", "det finns ingen väg dit"),
  "no-way-back": text("there is no way back", "takaisin ei ole reittiä", "det finns ingen väg tillbaka"),
  "arrival-early": text(
    "{time} too little for the way",
    "matkaan puuttuu {time}",
    "{time} för lite för resan",
  ),
  "start-before-arrival": text(
    "starts {time} before arrival",
    "alkaa {time} ennen saapumista",
    "börjar {time} före ankomst",
  ),
  "leg-short": text(
    "{time} too little for way and break",
    "matkaan ja taukoon puuttuu {time}",
    "{time} för lite för resa och paus",
  ),
  "return-short": text(
    "{time} too little for the way back",
    "paluumatkaan puuttuu {time}",
    "{time} för lite för återresan",
  ),
  "departs-early": text(
    "{nurse} leaves {time} before the shift",
    "{nurse} lähtee {time} ennen vuoroa",
    "{nurse} åker {time} före passet",
  ),
  "returns-late": text(
    "{nurse} is back {time} too late",
    "{nurse} palaa {time} liian myöhään",
    "{nurse} är tillbaka {time} för sent",
  ),
  "break-missing": text("{nurse} has no break", "{nurse}: tauko puuttuu", "{nurse} saknar paus"),
  "break-window": text(
    "the break of {nurse} is at {at}",
    "{nurse}: tauko on {at}",
    "pausen för {nurse} är {at}",
  ),
  "break-too-soon": text(
    "the break of {nurse} comes too soon",
    "{nurse}: tauko on liian aikaisin",
    "pausen för {nurse} kommer för tidigt",
  ),
  "break-too-late": text(
    "the break of {nurse} comes too late",
    "{nurse}: tauko on liian myöhään",
    "pausen för {nurse} kommer för sent",
  ),
  "break-not-inside": text(
    "the break of {nurse} is not between visits",
    "{nurse}: tauko ei ole käyntien välissä",
    "pausen för {nurse} är inte mellan besök",
  ),
  "shifts-overlap": text(
    "two shifts of {nurse} overlap by {time}",
    "{nurse}: kaksi vuoroa päällekkäin {time}",
    "två pass för {nurse} överlappar {time}",
  ),
  "gap-short": text(
    "{time} after {other}, too little",
    "{time} käynnin {other} jälkeen, liian vähän",
    "{time} efter {other}, för lite",
  ),
  "gap-long": text(
    "{time} after {other}, too long",
    "{time} käynnin {other} jälkeen, liian kauan",
    "{time} efter {other}, för länge",
  ),
  "nurses-differ": text(
    "must have the same nurse as {other}",
    "pitäisi olla sama hoitaja kuin {other}",
    "ska ha samma vårdare som {other}",
  ),
  "nurses-same": text(
    "must have another nurse than {other}",
    "pitäisi olla eri hoitaja kuin {other}",
    "ska ha annan vårdare än {other}",
  ),
  "pin-shift": text(
    "is pinned to another shift",
    "on kiinnitetty toiseen vuoroon",
    "är fäst vid ett annat pass",
  ),
  "pin-start": text("is pinned to another time", "on kiinnitetty toiseen aikaan", "är fäst vid en annan tid"),
  "pin-unserved": text(
    "is pinned and may not be left out",
    "on kiinnitetty eikä saa jäädä pois",
    "är fäst och får inte lämnas",
  ),
  "limit-start": text(
    "moved {time}, more than allowed",
    "siirtyi {time}, enemmän kuin saa",
    "flyttat {time}, mer än tillåtet",
  ),
  "limit-clients": text(
    "more clients get another nurse than allowed",
    "liian moni asiakas saa toisen hoitajan",
    "för många klienter får en annan vårdare",
  ),
  "provider-full": text("the provider is full", "tuottaja on täynnä", "producenten är full"),
} as const;
const tv = speak(WORDS);
const isKnown = (code: string): code is keyof typeof WORDS => code in WORDS;

export interface Names {
  readonly timeZone: string;
  visitOf(visitId: string): string;
  nurseOf(shiftId: string | undefined, nurseId: string | undefined): string;
}

/** The sentence without its subject; rarer codes keep the server's English. */
export function violationWords(violation: ViolationView, names: Names): string {
  const { code, values } = violation;
  if (!isKnown(code)) return violation.message;
  const seconds = Object.entries(values).find(([name]) => name.endsWith("Seconds"))?.[1];
  const at = values["startAt"] ?? values["pinnedAt"];
  const list = Object.values(values).find((value) => Array.isArray(value));
  return tv(code, {
    nurse: names.nurseOf(violation.shiftId, violation.nurseId),
    time: typeof seconds === "number" ? formatDuration(seconds) : "",
    at: typeof at === "string" ? formatTime(at, names.timeZone) : "",
    list: Array.isArray(list) ? list.map(skillName).join(", ") : "",
    other: violation.otherVisitId === undefined ? "" : names.visitOf(violation.otherVisitId),
  });
}
