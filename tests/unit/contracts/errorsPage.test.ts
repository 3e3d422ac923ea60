/** docs/errors.md holds every code of the program, and no other. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { API_ERRORS } from "../../../src/api/errorCatalogue.js";
import { codesOnPage, errorPage } from "../../../src/contracts/errorPage.js";
import {
  DOCUMENT_FAULTS,
  GENERATION_WARNINGS,
  STANDING_FAULTS,
  TRAVEL_FAULTS,
} from "../../../src/contracts/index.js";
import { PLANNING_ERRORS } from "../../../src/planning/errors.js";
import { repositoryFile } from "./fixtures.js";

const CATALOGUES = {
  documents: DOCUMENT_FAULTS,
  travel: TRAVEL_FAULTS,
  standing: STANDING_FAULTS,
  generation: GENERATION_WARNINGS,
  planning: PLANNING_ERRORS,
  api: API_ERRORS,
};

function sources(): string[] {
  const root = new URL("../../../src/", import.meta.url);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.includes("generated/"));
}

/** Codes that stand in the sources as words: `code: "..."`, `code = "..."`, unions named ...Code, lists named ..._CODES. */
function codesInSource(text: string): string[] {
  const single = [...text.matchAll(/\bcode(?::|\s=)\s*"([a-z]+(?:-[a-z0-9]+)+)"/g)].map(([, code]) => code!);
  const unions = text.matchAll(/type \w*Code =((?:\s*\|?\s*"[a-z0-9-]+")+)/g);
  const lists = text.matchAll(/const \w*_CODES = \[([^\]]*)\] as const/g);
  const words = [...unions, ...lists].flatMap(([, all]) => [...all!.matchAll(/"([a-z0-9-]+)"/g)]);
  return [...single, ...words.map(([, code]) => code!)];
}

const page = repositoryFile("docs/errors.md");
const onPage = codesOnPage(page);

describe("the page of errors", () => {
  it.each(Object.entries(CATALOGUES))(
    "lists the catalogue %s, no more and no less (else: npm run schemas)",
    (name, codes) => {
      expect(onPage[name]).toEqual(Object.keys(codes));
    },
  );

  it("says of each code what the catalogue says", () => {
    const cells = (text: string): string =>
      text
        .split("\n")
        .map((line) => (/^\| ?-/.test(line) ? "|-|" : line.replaceAll(/ +/g, " ").trim()))
        .filter((line) => line !== "")
        .join("\n");
    expect(cells(page)).toBe(cells(errorPage(page, CATALOGUES)));
  });

  it("lists every code that stands in the sources, and none that stands nowhere", () => {
    const listed = new Set(Object.values(onPage).flat());
    const written = new Set<string>(Object.values(CATALOGUES).flatMap((codes) => Object.keys(codes)));
    const missing: string[] = [];
    for (const file of sources()) {
      for (const code of codesInSource(repositoryFile(`src/${file}`))) {
        written.add(code);
        if (!listed.has(code)) missing.push(`${code} (src/${file})`);
      }
    }
    expect(missing).toEqual([]);
    expect([...listed].filter((code) => !written.has(code))).toEqual([]);
  });

  it("would notice a missing and a stale code", () => {
    const catalogue = { known: { means: "m", todo: "t" } };
    const stale = "<!-- codes: x -->\n| `old` | m | t |\n<!-- end -->";
    expect(codesOnPage(stale)).toEqual({ x: ["old"] });
    expect(codesOnPage(errorPage(stale, { x: catalogue }))).toEqual({ x: ["known"] });
    expect(codesInSource('throw error({ code: "some-code" })')).toEqual(["some-code"]);
    expect(codesInSource('type FooCode =\n  | "a"\n  | "b-c";')).toEqual(["a", "b-c"]);
    expect(codesInSource('export const X_CODES = [\n  "a-8",\n] as const;')).toEqual(["a-8"]);
  });
});
