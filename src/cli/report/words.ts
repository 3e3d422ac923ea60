/** The report's words in three languages. A table of texts keeps them comparable line by line. */
import type { TravelSource } from "../../domain/travelSource.js";

export const LANGUAGES = ["en", "fi", "sv"] as const;
export type Lang = (typeof LANGUAGES)[number];

type Text = Readonly<Record<Lang, string>>;

const text = (en: string, fi: string, sv: string): Text => ({ en, fi, sv });

export const WORDS = {
  visits: text("visits", "käyntiä", "besök"),
  visit: text("visit", "käynti", "besök"),
  nurses: text("nurses", "hoitajaa", "vårdare"),
  rounds: text("ROUNDS", "KIERROKSET", "RUNDOR"),
  round: text("round", "kierros", "runda"),
  roundsCount: text("rounds", "kierrosta", "rundor"),
  leaves: text("leaves", "lähtee", "åker"),
  returns: text("back", "palaa", "tillbaka"),
  break: text("break", "tauko", "paus"),
  meal: text("meal break", "ruokatauko", "måltidspaus"),
  notServed: text("NOT PLANNED", "SUUNNITTELEMATTA", "INTE PLANERADE"),
  allServed: text("Every visit is planned.", "Kaikki käynnit on suunniteltu.", "Alla besök är planerade."),
  needs: text("needs", "vaatii", "kräver"),
  boughtHead: text("BOUGHT", "OSTOPALVELU", "KÖPTA"),
  costHead: text("COST", "KUSTANNUS", "KOSTNAD"),
  points: text("points", "pistettä", "poäng"),
  total: text("total", "yhteensä", "totalt"),
  figuresHead: text("KEY FIGURES", "TUNNUSLUVUT", "NYCKELTAL"),
  served: text("Visits planned", "Suunnitellut käynnit", "Planerade besök"),
  directWork: text("Direct client work", "Välitön asiakastyö", "Direkt klientarbete"),
  paid: text("paid", "palkallista aikaa", "betald tid"),
  travel: text("On the way", "Matkalla", "På väg"),
  idle: text("Free or waiting", "Vapaana tai odottaa", "Ledigt eller väntar"),
  onTime: text("Started at preferred time", "Alkoi toiveaikana", "Började på önskad tid"),
  familiar: text("By a familiar nurse", "Tuttu hoitaja", "Av bekant vårdare"),
  language: text("Shared language", "Yhteinen kieli", "Gemensamt språk"),
  overtime: text("Overtime", "Ylityö", "Övertid"),
  unusedShifts: text("Shifts not used", "Käyttämättömiä vuoroja", "Oanvända arbetspass"),
  byMode: text("Kilometres", "Kilometrit", "Kilometer"),
  of: text("of", "/", "av"),
  with: text("with", "parina", "med"),
  remote: text("video", "etäkäynti", "distans"),
  pinned: text("fixed", "kiinnitetty", "fast"),
  unfamiliar: text("new to client", "asiakkaalle uusi", "ny för klienten"),
  outsideArea: text("outside own area", "oman alueen ulkopuolella", "utanför eget område"),
  noSharedLanguage: text("no shared language", "ei yhteistä kieltä", "inget gemensamt språk"),
  late: text("min after preferred", "min toiveajan jälkeen", "min efter önskad tid"),
  early: text("min before preferred", "min ennen toiveaikaa", "min före önskad tid"),
  idleNote: text("free before", "vapaata ennen", "ledigt före"),
  valid: text(
    "The checker finds the plan valid.",
    "Tarkistin: suunnitelma on kelvollinen.",
    "Kontrollen: planen är giltig.",
  ),
  invalid: text(
    "The checker REFUSES the plan:",
    "Tarkistin HYLKÄÄ suunnitelman:",
    "Kontrollen UNDERKÄNNER planen:",
  ),
  planned: text("Planned in", "Suunniteltu ajassa", "Planerat på"),
  iterations: text("iterations", "kierrosta hakua", "iterationer"),
  threads: text("threads", "säiettä", "trådar"),
  roads: text("Travel times", "Matka-ajat", "Restider"),
  given: text("given with the problem", "tulivat tehtävän mukana", "gavs med uppgiften"),
  estimate: text("an ESTIMATE from coordinates", "ARVIO koordinaateista", "en UPPSKATTNING ur koordinater"),
  recorded: text("recorded", "tallennettu", "inspelade"),
  stored: text("Stored as plan version", "Tallennettu versiona", "Sparad som planversion"),
  openApi: text("To open the plan over HTTP", "Suunnitelma HTTP-rajapinnasta", "Öppna planen över HTTP"),
} as const satisfies Record<string, Text>;

export type Word = keyof typeof WORDS;

const MODES: Readonly<Record<string, Text>> = {
  car: text("by car", "autolla", "med bil"),
  bike: text("by bicycle", "pyörällä", "med cykel"),
  walk: text("on foot", "kävellen", "till fots"),
};

/** The contract's cost parts: their name, and in which unit the unweighted amount is counted. */
const PARTS: Readonly<
  Record<string, { readonly name: Text; readonly unit: "seconds" | "count" | "points" }>
> = {
  travel: { name: text("travel", "matkat", "resor"), unit: "seconds" },
  wait: { name: text("waiting", "odotus", "väntan"), unit: "seconds" },
  early: { name: text("before preferred time", "ennen toiveaikaa", "före önskad tid"), unit: "seconds" },
  late: { name: text("after preferred time", "toiveajan jälkeen", "efter önskad tid"), unit: "seconds" },
  worstLate: {
    name: text("latest single start", "suurin myöhästyminen", "största förseningen"),
    unit: "seconds",
  },
  overtime: { name: text("overtime", "ylityö", "övertid"), unit: "seconds" },
  unfamiliar: { name: text("unfamiliar nurse", "vieras hoitaja", "obekant vårdare"), unit: "count" },
  outsideArea: {
    name: text("outside own area", "oman alueen ulkopuolella", "utanför eget område"),
    unit: "count",
  },
  language: {
    name: text("no shared language", "ei yhteistä kieltä", "inget gemensamt språk"),
    unit: "count",
  },
  overload: {
    name: text("load beyond target", "kuormaa yli tavoitteen", "arbete över målet"),
    unit: "seconds",
  },
  use: { name: text("use of shifts", "vuorojen käyttö", "användning av pass"), unit: "points" },
  bought: { name: text("bought visits", "ostetut käynnit", "köpta besök"), unit: "points" },
  moved: { name: text("moved to another nurse", "siirretty toiselle", "flyttade till annan"), unit: "count" },
  shifted: { name: text("moved in time", "aika siirtynyt", "flyttade i tid"), unit: "seconds" },
  unserved: { name: text("visits not planned", "suunnittelematta", "inte planerade"), unit: "points" },
};

export class Words {
  private readonly numbers: Intl.NumberFormat;
  private readonly dates: Intl.DateTimeFormat;

  constructor(readonly lang: Lang) {
    const locale = { en: "en-GB", fi: "fi-FI", sv: "sv-FI" }[lang];
    this.numbers = new Intl.NumberFormat(locale);
    this.dates = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  }

  say(word: Word): string {
    return WORDS[word][this.lang];
  }

  /** `on foot`; a mode without a name of its own stays as it is. */
  mode(mode: string): string {
    return MODES[mode]?.[this.lang] ?? mode;
  }

  /** Where travel times came from. */
  source(source: TravelSource): string {
    switch (source.kind) {
      case "given":
        return this.say("given");
      case "estimate":
        return `${this.say("estimate")}, ${source.kilometresPerHour} km/h × ${source.seasonFactor}`;
      case "osrm": {
        const when = source.recorded === undefined ? "" : `, ${this.say("recorded")} ${source.recorded}`;
        const whose = source.attribution === undefined ? "" : `; © ${source.attribution}`;
        return `OSRM${source.mapVersion === undefined ? "" : ` ${source.mapVersion}`}${when}${whose}`;
      }
    }
  }

  part(part: string): { name: string; unit: "seconds" | "count" | "points" } {
    const known = PARTS[part];
    return known === undefined
      ? { name: part, unit: "points" }
      : { name: known.name[this.lang], unit: known.unit };
  }

  number(value: number): string {
    return this.numbers.format(value).replaceAll(/[\u00a0\u202f]/g, " ");
  }

  /** `Monday 23 November 2026` from `2026-11-23`. */
  day(date: string): string {
    const said = this.dates.format(new Date(`${date}T00:00:00Z`));
    return said.charAt(0).toUpperCase() + said.slice(1);
  }

  /** `62 %`, or a dash where there is nothing to count. */
  percent(part: number, whole: number): string {
    return whole === 0 ? "-" : `${Math.round((100 * part) / whole)} %`;
  }

  /** `3 h 25 min`, `12 min`, `40 s`. */
  duration(seconds: number): string {
    const total = Math.round(seconds / 60);
    if (seconds > 0 && total === 0) return `${seconds} s`;
    const hours = Math.floor(total / 60);
    if (hours === 0) return `${total} min`;
    return total % 60 === 0 ? `${hours} h` : `${hours} h ${total % 60} min`;
  }

  /** `3.4 km` in the language's decimals. */
  kilometres(metres: number): string {
    const tenths = (Math.round(metres / 100) / 10).toFixed(1);
    return `${this.lang === "en" ? tenths : tenths.replace(".", ",")} km`;
  }
}
