/** Sentences with facts in braces, filled in. What a fact's name ends with says how it is shown. */
import type { Language } from "../../checker/index.js";

export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * `...Seconds` and `...Minutes` are durations, `...Percent` shares in per cent, `net` and `...Net`
 * changes with their sign, `...At` instants (shown as clock times of their own offset). Lists stand
 * with commas, `facts`, `pins` and `parts`, which have commas of their own, with semicolons.
 * `{name|one|many}` is the first word where `name` is 1 or a list of one, else the second. A fact
 * that is missing shows as its name.
 */
export function sentence(template: string, values: Facts, language: Language): string {
  return template.replaceAll(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one: string | undefined, many: string | undefined) => {
      const value = values[name];
      if (one === undefined || many === undefined) return shown(name, value, language);
      return (typeof value === "object" ? value.length : value) === 1 ? one : many;
    },
  );
}

function shown(name: string, value: Facts[string] | undefined, language: Language): string {
  if (value === undefined) return name;
  if (typeof value === "number") {
    if (name.endsWith("Seconds")) return duration(value);
    if (name.endsWith("Percent")) return `${number(value.toFixed(1), language)} %`;
    if (name.endsWith("Minutes")) return duration(60 * value);
    const signed = /^net$|Net$/.test(name) && value > 0 ? "+" : "";
    return signed + number(String(value), language);
  }
  if (typeof value === "string") return name.endsWith("At") ? value.slice(11, 16) : value;
  return value.join(/^(?:facts|pins|parts)$/.test(name) ? "; " : ", ");
}

/** With the language's decimal mark, its mark between thousands (from 10 000 on), and a true minus. */
function number(text: string, language: Language): string {
  const [whole = "", decimals] = text.replace("-", "").split(".");
  const grouped =
    whole.length < 5 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, language === "en" ? "," : "\u00a0");
  const point = language === "en" ? "." : ",";
  return (text.startsWith("-") ? "\u2212" : "") + grouped + (decimals === undefined ? "" : point + decimals);
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
