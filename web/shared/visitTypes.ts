/** How visit types look: a colour, and a letter that says the same without colour. */
import type { Language } from "./i18n/language.js";

export interface TypeLook {
  /** Suffix of the tokens `--type-…` and `--type-…-ink`. */
  readonly token: string;
  readonly letter: string;
}

const KNOWN: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  basic: { fi: "P", sv: "B", en: "B" },
  demanding: { fi: "V", sv: "K", en: "D" },
  rehabilitative: { fi: "K", sv: "R", en: "R" },
  family: { fi: "L", sv: "F", en: "F" },
};
const OTHERS = 4;

/** A look for each type, by id; letters differ within the list. */
export function typeLooks(
  types: readonly { readonly id: string; readonly name?: Readonly<Record<string, string>> }[],
  language: Language,
): ReadonlyMap<string, TypeLook> {
  const looks = new Map<string, TypeLook>();
  const taken = new Set<string>();
  for (const { id } of types) {
    const letter = KNOWN[id]?.[language];
    if (letter === undefined) continue;
    looks.set(id, { token: id, letter });
    taken.add(letter);
  }
  let others = 0;
  for (const { id, name } of types) {
    if (looks.has(id)) continue;
    const word = (name?.[language] ?? id).toUpperCase();
    const letter =
      [...word, ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].find((c) => /\p{L}/u.test(c) && !taken.has(c)) ?? "?";
    taken.add(letter);
    looks.set(id, { token: `other-${(others % OTHERS) + 1}`, letter });
    others += 1;
  }
  return looks;
}
