/** Sentences with facts in braces, filled in. What a fact's name ends with says how it is shown. */
import type { Language } from "../../checker/index.js";

export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * `...Seconds` and `...Minutes` are durations, `...Percent` shares in per cent, `...At` instants
 * (shown as clock times of their own offset); lists stand with commas. A fact that is missing shows
 * as its name.
 */
export function sentence(template: string, values: Facts, language: Language): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => shown(name, values[name], language));
}

function shown(name: string, value: Facts[string] | undefined, language: Language): string {
  if (value === undefined) return name;
  if (typeof value === "number") {
    if (name.endsWith("Seconds")) return duration(value);
    if (name.endsWith("Percent")) return percent(value, language);
    return name.endsWith("Minutes") ? duration(60 * value) : String(value);
  }
  if (typeof value === "string") return name.endsWith("At") ? value.slice(11, 16) : value;
  return value.join(", ");
}

function percent(value: number, language: Language): string {
  const text = value.toFixed(1);
  return `${language === "en" ? text : text.replace(".", ",")} %`;
}

function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ] as const;
  const words = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return words.length === 0 ? "0 s" : words.join(" ");
}
