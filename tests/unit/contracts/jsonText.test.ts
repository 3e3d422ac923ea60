import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/contracts/index.js";
import { ENDLESS, millisecondsOf } from "./fixtures.js";

function messageOf(text: string): string {
  const result = parseJson(text);
  if (result.ok) throw new Error("expected a fault");
  expect(result.faults).toHaveLength(1);
  expect(result.faults[0]).toMatchObject({ code: "json-syntax", path: "" });
  return result.faults[0]!.message;
}

describe("JSON texts", () => {
  it.each([
    ['{"a": [1, 2,\n  3,,]}', 'line 2, column 5: "," stands where a value is expected'],
    ["", "line 1, column 1: the text ends where a value is expected"],
    ["{", "line 1, column 2: the text ends where a key in double quotes is expected"],
    ['{"a" 1}', 'line 1, column 6: "1" stands where ":" is expected'],
    ["{a: 1}", 'line 1, column 2: "a" stands where a key in double quotes is expected'],
    ["[1 2]", 'line 1, column 4: "2" stands where "," or "]" is expected'],
    ['{"a": 1\n "b": 2}', 'line 2, column 2: "\\"" stands where "," or "}" is expected'],
    ["[1]]", 'line 1, column 4: "]" stands where the end of the text is expected'],
    ["[01]", 'line 1, column 3: "1" stands where "," or "]" is expected'],
    ['["a\tb"]', 'line 1, column 4: "\\t" stands where a character of a string is expected'],
    ['["\\x"]', 'line 1, column 3: "\\\\" stands where a character of a string is expected'],
    ["[NaN]", 'line 1, column 2: "N" stands where a value is expected'],
    ["<html>", 'line 1, column 1: "<" stands where a value is expected'],
  ])("tells where %j goes wrong", (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it("skips a byte order mark", () => {
    expect(parseJson("\uFEFF[1]")).toEqual({ ok: true, value: [1] });
  });

  it("repeats no more than one character of the text", () => {
    const text = '{"name": "Maija Meikäläinen" "address": "Mannerheimintie"}';
    expect(messageOf(text)).not.toMatch(/Maija|Mannerheim/);
  });

  it("finds a mistake in exactly the texts that the platform refuses", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "a",
      "1",
      "-",
      ".",
      "e",
      " ",
      "\n",
      "null",
      '"k"',
      "\u2028",
    );
    const broken = fc.tuple(fc.json(), fc.nat(), fc.nat(3), piece).map(([json, at, cut, put]) => {
      const from = at % (json.length + 1);
      return json.slice(0, from) + put + json.slice(from + cut);
    });
    const text = fc.oneof(
      broken,
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        const result = parseJson(candidate);
        let value: unknown;
        try {
          value = JSON.parse(candidate);
        } catch {
          expect(result.ok).toBe(false);
          // The last resort of the reader: nothing found by its own walk.
          expect(messageOf(candidate)).not.toContain("a JSON document");
          return;
        }
        expect(result).toEqual({ ok: true, value });
      }),
      { seed: 3, numRuns: 5000 },
    );
  });

  it.each([
    ["nonsense", "lorem ipsum ".repeat(170_000)],
    ["an endless string", `{"a": "${"x".repeat(2_000_000)}`],
    ["two million brackets", "[".repeat(2_000_000)],
    ["a list cut off", `[${"1,".repeat(1_000_000)}`],
  ])("answers %s of 2 MB at once", (_, text) => {
    expect(millisecondsOf(() => messageOf(text))).toBeLessThan(ENDLESS);
  });
});
