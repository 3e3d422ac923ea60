/** In which language an answer for people is written. */
import { z } from "zod";

export const LANGUAGES = ["fi", "sv", "en"] as const;
export type AnswerLanguage = (typeof LANGUAGES)[number];

/** For a route's query; without it the Accept-Language header decides. */
export const languageQuery = z
  .enum(LANGUAGES)
  .optional()
  .describe("Language of sentences; else Accept-Language, else en");

/** The best that a reader of `accept` (an Accept-Language header, RFC 9110) takes; `en` where none fits. */
export function languageOf(asked: AnswerLanguage | undefined, accept: string | undefined): AnswerLanguage {
  if (asked !== undefined) return asked;
  let best: AnswerLanguage = "en";
  let most = 0;
  for (const part of (accept ?? "").split(",")) {
    const [range = "", ...parameters] = part.split(";").map((word) => word.trim().toLowerCase());
    const known = LANGUAGES.find((language) => language === range.split("-")[0]);
    const q = parameters.find((word) => word.startsWith("q="));
    const quality = q === undefined ? 1 : Number(q.slice(2));
    if (known === undefined || !(quality > most)) continue;
    best = known;
    most = quality;
  }
  return best;
}
