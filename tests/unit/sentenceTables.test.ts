/** Every sentence of reasons and studies: its numbers and its words, whole, in the three languages. */
import { describe, expect, it } from "vitest";
import { type Language, LANGUAGES } from "../../src/checker/index.js";
import { PART_NAMES } from "../../src/planning/explain/partNames.js";
import { sentence } from "../../src/planning/explain/sentence.js";
import { REASONS } from "../../src/planning/explain/words.js";
import { STUDY_WORDS } from "../../src/planning/study/index.js";
import { REASON_SENTENCES } from "../support/sentences/reasons.js";
import type { Sentences } from "../support/sentences/sentences.js";
import { STUDY_SENTENCES } from "../support/sentences/studies.js";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const TABLES: readonly (readonly [string, Words, Sentences<string>])[] = [
  ["reasons", REASONS, REASON_SENTENCES],
  ["studies", STUDY_WORDS, STUDY_SENTENCES],
];

const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!)),
];

describe.each(TABLES)("%s", (_, words, sentences) => {
  it("have an expected sentence for every code, and no other", () => {
    expect(Object.keys(sentences).toSorted()).toEqual(Object.keys(words).toSorted());
  });

  it.each(Object.entries(words))("%s says its numbers in whole words", (code, templates) => {
    const expected = sentences[code];
    expect(expected, "no sentence expected of this code").toBeDefined();
    const [values, ...told] = expected!;
    expect(LANGUAGES.map((language) => sentence(templates[language], values, language))).toEqual(told);
    const names = Object.keys(values).toSorted();
    for (const language of LANGUAGES) {
      for (const name of namesIn(templates[language])) expect(names, language).toContain(name);
    }
    for (const text of told) expect(text).not.toMatch(/[{}|]|undefined|NaN|object/);
    // Whole sentences begin and end as such; parts of sentences do neither.
    if (!/^(?:facts?|pin|part)(?:-|$)/.test(code)) {
      for (const text of told) expect(text).toMatch(/^\p{Lu}.*\.$/u);
    }
    const own = LANGUAGES.map((language) => templates[language].replaceAll(/\{[^}]*\}/g, ""));
    if (code !== "visit-differs" && code !== "part") expect(new Set(own).size).toBe(3);
  });
});

describe("numbers in sentences", () => {
  it("have the language's marks, a sign where they are changes, and words for one and many", () => {
    const text = "{points} {lateVisits} {net} {n|visit|visits} {list|one|many}";
    const values = { points: 1_234_567, lateVisits: 0.25, net: -12_000, n: 1, list: ["a", "b"] };
    expect(sentence(text, values, "en")).toBe("1,234,567 0.25 −12,000 visit many");
    expect(sentence(text, values, "fi")).toBe("1\u00a0234\u00a0567 0,25 −12\u00a0000 visit many");
    expect(sentence("{net} {travelNet} {points}", { net: 5, travelNet: 0, points: 9999 }, "sv")).toBe(
      "+5 0 9999",
    );
  });

  it("tell cost parts by a name in each language", () => {
    for (const names of Object.values(PART_NAMES)) expect(new Set(Object.values(names)).size).toBe(3);
  });
});
