/**
 * Texts in three languages, side by side so that they can be compared line by line.
 * `{name}` is replaced by a value; `{n|visit|visits}` chooses by whether n is 1. Numbers are
 * written as the language writes them.
 */
import { language, type Language } from "./language.js";
import { formatNumber } from "./formats.js";

export type Text = Readonly<Record<Language, string>>;
export type Values = Readonly<Record<string, string | number>>;

export const text = (en: string, fi: string, sv: string): Text => ({ en, fi, sv });

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

export function fill(pattern: string, values: Values = {}): string {
  return pattern.replace(PLACE, (_whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return typeof value === "number" ? formatNumber(value) : (value ?? "");
  });
}

/** `t(key, values)` over a table; reading it in a component makes it follow the language. */
export function speak<Table extends Readonly<Record<string, Text>>>(table: Table) {
  return (key: keyof Table & string, values?: Values): string => {
    const found: Text | undefined = table[key];
    return found === undefined ? key : fill(found[language.value], values);
  };
}

/** Of a text by language from the server: the chosen one, else any. */
export function inLanguage(
  names: Readonly<Record<string, string>> | null | undefined,
  other: string,
): string {
  return names?.[language.value] ?? names?.["fi"] ?? Object.values(names ?? {})[0] ?? other;
}
