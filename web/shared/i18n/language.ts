/** The language of the screen: chosen by the person, kept in the browser. */
import { signal } from "@preact/signals";

export const LANGUAGES = ["fi", "sv", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fi: "Suomi",
  sv: "Svenska",
  en: "English",
};

/** For times and numbers. */
export const LOCALES: Readonly<Record<Language, string>> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

const KEY = "kotikierros.language";

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((one) => one === text);
}

/** The one kept, else the browser's first that we speak, else Finnish. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return wanted.find(isLanguage) ?? "fi";
}

export const language = signal<Language>(firstLanguage());

language.subscribe((chosen) => {
  document.documentElement.lang = chosen;
});

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEY, chosen);
  language.value = chosen;
}
