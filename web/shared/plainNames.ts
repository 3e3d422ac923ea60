/** Names for ids that no catalogue names: skills, modes of travel, languages. */
import { language, LOCALES, speak, text } from "./i18n/index.js";

const SKILLS = {
  "practical-nurse": text("practical nurse", "lähihoitaja", "närvårdare"),
  "registered-nurse": text("registered nurse", "sairaanhoitaja", "sjukskötare"),
  medication: text("medication permit", "lääkelupa", "läkemedelslov"),
  "iv-therapy": text("IV therapy", "suonensisäinen hoito", "intravenös vård"),
  "wound-care": text("wound care", "haavanhoito", "sårvård"),
  rehabilitation: text("rehabilitation", "kuntoutus", "rehabilitering"),
  "family-work": text("family work", "perhetyö", "familjearbete"),
} as const;
const MODES = {
  car: text("car", "auto", "bil"),
  bike: text("bicycle", "polkupyörä", "cykel"),
  walk: text("on foot", "kävellen", "till fots"),
} as const;

const skillWords = speak(SKILLS);
const modeWords = speak(MODES);

/** `iv-therapy-2` as people read it. */
const readable = (id: string): string => id.replaceAll(/[-_]+/g, " ");

export const skillName = (id: string): string =>
  id in SKILLS ? skillWords(id as keyof typeof SKILLS) : readable(id);

export const modeName = (id: string): string =>
  id in MODES ? modeWords(id as keyof typeof MODES) : readable(id);

/** A language by its tag: `sv` is ruotsi, svenska, Swedish. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(LOCALES[language.value], { type: "language" }).of(tag) ?? tag;
  } catch (error) {
    // What somebody has written where a language tag belongs stays as it is written.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

export const KNOWN_SKILLS: readonly string[] = Object.keys(SKILLS);
export const KNOWN_MODES: readonly string[] = Object.keys(MODES);
/** Languages offered before any record names another. */
export const KNOWN_LANGUAGES: readonly string[] =
  "fi sv en se et ru uk so ar fa ku sq vi th tr zh es fr de rmf".split(" ");
