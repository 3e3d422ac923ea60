/** The sentences for violations, in the three languages of the screens. */
import { describe, expect, it } from "vitest";
import { RULE_OF, type Violation, type ViolationCode, checkPlan, sentence } from "../../src/checker/index.js";
import { SENTENCES } from "../../src/checker/words.js";
import { BROKEN_PLANS } from "../support/sampleDay/brokenPlans.js";

const LANGUAGES = ["fi", "sv", "en"] as const;
const FOUND = new Map<ViolationCode, Violation>(
  BROKEN_PLANS.flatMap(({ problem, plan }) => checkPlan(problem, plan).violations).map((one) => [
    one.code,
    one,
  ]),
);

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();
}

describe.each(Object.keys(RULE_OF) as ViolationCode[])("%s", (code) => {
  const violation = FOUND.get(code)!;

  it("names the same facts in every language, and only facts that it has", () => {
    const [fi, sv, en] = LANGUAGES.map((language) => namesIn(SENTENCES[code][language]));
    expect(sv).toEqual(fi);
    expect(en).toEqual(fi);
    const facts = new Set([...Object.keys(violation), ...Object.keys(violation.values)]);
    for (const name of fi!) expect(facts).toContain(name);
  });

  it.each(LANGUAGES)("has a whole sentence in %s", (language) => {
    const text = sentence(violation, language);
    expect(text).toMatch(/^\p{Lu}|^\d/u);
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/[{}]|undefined|NaN|object/);
    expect(SENTENCES[code][language]).not.toMatch(/TODO/);
  });

  it("has its English sentence as the message", () => {
    expect(violation.message).toBe(sentence(violation, "en"));
  });
});

describe("sentence", () => {
  const short = FOUND.get("gap-short")!;

  it("writes durations in hours, minutes and seconds", () => {
    expect(sentence(short, "en")).toBe("Visit v1 starts -1 h after visit v2; the least is 0 s.");
    expect(sentence(FOUND.get("visit-length")!, "fi")).toBe(
      "Käynnin v2 kesto on 29 min 59 s, pitäisi olla 30 min.",
    );
  });

  it("shows ids, instants and durations as the screen wants them", () => {
    const options = {
      id: (name: string, id: string) => (name === "nurseId" ? "Aino" : `<${id}>`),
      instant: (text: string) => text.slice(11, 16),
      duration: (seconds: number) => `${seconds} sek`,
    };
    expect(sentence(FOUND.get("nurse-refused")!, "sv", options)).toBe(
      "Vårdaren Aino får inte skickas till klienten <c3> (besök <v3>).",
    );
    expect(sentence(FOUND.get("pin-start")!, "fi", options)).toBe(
      "Käynti <v1> ei ala kiinnitettynä aikanaan 08:00.",
    );
    expect(sentence(FOUND.get("nurses-same")!, "en", options)).toContain("both have Aino");
    expect(sentence(short, "sv", options)).toContain("-3600 sek");
  });
});
