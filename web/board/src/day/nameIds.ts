/** Sentences of the server name visits, clients, nurses and skills by id; the screen has names for them. Pure. */

export interface SaidWords {
  readonly text: string;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Which keys hold ids of what, and how these are called. */
export type Namings = readonly (readonly [RegExp, (id: string) => string])[];

/** Characters that may belong to an id: where one ends, an id does not go on. */
const PART = String.raw`[\p{L}\p{N}_:@#-]`;
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The sentence with each id of its values replaced by a name, longest ids first. */
export function nameIds({ text, values }: SaidWords, namings: Namings): string {
  const names = new Map<string, string>();
  for (const [key, value] of Object.entries(values)) {
    const naming = namings.find(([pattern]) => pattern.test(key))?.[1];
    if (naming === undefined || typeof value === "number") continue;
    for (const id of typeof value === "string" ? [value] : value) names.set(id, naming(id));
  }
  const ids = [...names.keys()].filter((id) => id !== "").toSorted((a, b) => b.length - a.length);
  if (ids.length === 0) return text;
  const pattern = new RegExp(`(?<!${PART})(?:${ids.map(escaped).join("|")})(?!${PART})`, "gu");
  return text.replace(pattern, (id) => names.get(id) ?? id);
}
